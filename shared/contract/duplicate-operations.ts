import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Id, ImportRunId } from '#shared/domain/ids.ts'
import { id } from './fields.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'
import type { PersonRow } from './roster-operations.ts'

export type MergeId = Id<'person-merge'>

/** One of two people who may be one, with what hangs on her. */
export interface PersonCard extends PersonRow {
  readonly phone: string
  readonly address: string
  readonly email: string
  readonly note: string
  readonly seats: number
  readonly meetings: number
}

export interface PossiblePair {
  /** The one recorded first. */
  readonly first: PersonCard
  readonly second: PersonCard
  /** By weights: name 8, 氏名 to the character 1, group 4, phone 4, address 3, kana 2. */
  readonly score: number
  /** The name and something else agree. */
  readonly likely: boolean
  /** Japanese reasons: 氏名が同じ, 電話が同じ. */
  readonly why: readonly string[]
}

export interface DoneMerge {
  readonly id: MergeId
  readonly keptName: string
  readonly mergedName: string
  readonly mergedOn: CalendarDate
}

export interface ImportRun {
  readonly id: ImportRunId
  readonly fileName: string
  readonly importedOn: CalendarDate
  /** How many records it wrote or changed. */
  readonly records: number
}

export const duplicateOperations = {
  /** Pairs that look like one person, likeliest first, without those that were said to be two. */
  'duplicates.list': defineRead(z.strictObject({}))<{
    readonly pairs: readonly PossiblePair[]
    /** Merges that were not undone, newest first. */
    readonly merges: readonly DoneMerge[]
  }>(),
  /**
   * Makes two people one: every link of the merged one goes to the kept one, empty fields are filled from her, and she
   * leaves the roster. Documents keep the names they were made with.
   */
  'duplicates.merge': defineWrite(z.strictObject({ keptId: id<'person'>(), mergedId: id<'person'>() }))<{
    readonly mergeId: MergeId
  }>(),
  /** Takes all of a merge back. Refused with `conflict` where its records were changed since. */
  'duplicates.undoMerge': defineWrite(z.strictObject({ mergeId: id<'person-merge'>() }))<null>(),
  /** 別人: they are not shown as a pair any more; false forgets it. */
  'duplicates.setDifferent': defineWrite(
    z.strictObject({ firstId: id<'person'>(), secondId: id<'person'>(), different: z.boolean() }),
  )<null>(),
  /** Imports that were not undone, newest first. */
  'importRuns.list': defineRead(z.strictObject({}))<readonly ImportRun[]>(),
  /** Takes a whole import back. Refused with `conflict` where anything it wrote was changed since, or is needed by later records. */
  'importRuns.undo': defineTask(z.strictObject({ importRunId: id<'import-run'>() }))<null>(),
}
