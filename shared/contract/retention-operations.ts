import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AttachmentId, PersonId } from '#shared/domain/ids.ts'
import { type RecordTable, recordTables } from '#shared/domain/record-words.ts'
import { keptOnPaper, type RetentionRule } from '#shared/domain/retention.ts'
import { namesReplacedBy } from '#shared/domain/written-name.ts'
import { id, lineText } from './fields.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'

/** Somebody who left: the last seat is over, or she was taken off the roster. */
export interface LeftPerson {
  readonly personId: PersonId
  readonly name: string
  readonly kana: string
  /** Last day in office, or the day on which she was taken off the roster. */
  readonly lastDay: CalendarDate
  readonly removed: boolean
  /** Still belongs to a group of the roster. */
  readonly belongs: boolean
  /** Null where the office has no rule. */
  readonly keptUntil: CalendarDate | null
  readonly due: boolean
  readonly openTasks: number
  /** What would go. */
  readonly posts: number
  readonly outreach: number
  /** What stays, with her name or her role by the rule. */
  readonly rolls: number
  readonly confirmed: number
}

/** A kind of record in which others wrote the name. */
export interface NamedPlace {
  readonly table: RecordTable
  readonly what: string
  readonly open: number
  /** Of confirmed minutes. */
  readonly locked: number
  readonly example: string
}

/** An attached file that holds the name, or that cannot be looked into though she was there. */
export interface NamedFile {
  readonly attachmentId: AttachmentId
  readonly name: string
  readonly meeting: string
  readonly heldOn: CalendarDate
  readonly locked: boolean
  readonly why: 'file-name' | 'words' | 'unreadable'
}

/** Where the name stands beside the roster, before anything is taken away. */
export interface NamesFound {
  readonly places: readonly NamedPlace[]
  readonly files: readonly NamedFile[]
  /** Names that somebody else on the roster has as well: whose they are cannot be told. */
  readonly namesakes: readonly string[]
  /** Family names that others have too: 消田さん was not looked for. */
  readonly families: readonly string[]
}

/** That something was erased; never whose it was. */
export interface ErasureRecord {
  readonly erasedOn: CalendarDate
  readonly people: number
  readonly replaced: number
  readonly files: number
  readonly lockedBecause: string
}

export interface ErasureOutcome {
  readonly erased: number
  /** Records of others in which the name was replaced, and attached files that were deleted. */
  readonly replaced: number
  readonly files: number
  /** Copies made before, in which she still stands until they are thinned out or deleted by hand. */
  readonly olderBackups: readonly { readonly file: string; readonly at: string }[]
  /** Files that were handed in with her name: they are kept as they went out. */
  readonly submissions: number
  /** Records in which a text still holds the name, by the kind of record: what others wrote, accounts, a namesake. Without what the rule keeps. */
  readonly stillNamed: readonly { readonly what: string; readonly records: number }[]
}

export const retentionOperations = {
  'retention.get': defineRead(z.strictObject({}))<{
    readonly rule: RetentionRule
    readonly left: readonly LeftPerson[]
    readonly erasures: readonly ErasureRecord[]
  }>(),
  'retention.saveRule': defineWrite(
    z.strictObject({ years: z.number().int().min(1).max(99).nullable(), papers: z.enum(keptOnPaper) }),
  )<null>(),
  /** Looks through every text and attached file for the names of these people. Writes nothing. */
  'retention.look': defineTask(
    z.strictObject({ personIds: z.array(id<'person'>()).min(1).max(5000) }),
  )<NamesFound>(),
  /**
   * Takes away all that identifies: name, kana, contact, remarks, posts, in the search and in the record of changes too.
   * It cannot be undone. Where others wrote her name it is replaced as `places` says; confirmed minutes and files attached to
   * their meetings are touched only with a reason in `lockedBecause`, which is kept. Refused with `not-yet-erasable` for
   * anybody who is not due by the rule, and with `meeting-locked` for a file of confirmed minutes without a reason.
   */
  'retention.erase': defineTask(
    z.strictObject({
      personIds: z.array(id<'person'>()).min(1).max(5000),
      places: z.array(z.enum(recordTables)).max(recordTables.length).default([]),
      replaceBy: z.enum(namesReplacedBy).default('erased'),
      lockedBecause: lineText.default(''),
      attachmentIds: z.array(id<'attachment'>()).max(5000).default([]),
    }),
  )<ErasureOutcome>(),
}
