import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { keptOnPaper, type RetentionRule } from '#shared/domain/retention.ts'
import { id } from './fields.ts'
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

export interface ErasureOutcome {
  readonly erased: number
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
  }>(),
  'retention.saveRule': defineWrite(
    z.strictObject({ years: z.number().int().min(1).max(99).nullable(), papers: z.enum(keptOnPaper) }),
  )<null>(),
  /**
   * Takes away all that identifies: name, kana, contact, remarks, posts, in the search and in the record of changes too.
   * It cannot be undone. Refused with `not-yet-erasable` for anybody who is not due by the rule.
   */
  'retention.erase': defineTask(
    z.strictObject({ personIds: z.array(id<'person'>()).min(1).max(5000) }),
  )<ErasureOutcome>(),
}
