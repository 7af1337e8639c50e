import { z } from 'zod'
import { calendarDate, id, lineText } from './fields.ts'
import type { OfferedFile } from './files.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'

export type ChangeAction = 'added' | 'changed' | 'removed' | 'brought-back'

/** One value that became another, both as a person reads them; '' for none. */
export interface ChangedField {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** What happened to one record. */
export interface RecordChange {
  /** What the record is called: 人, 発言. */
  readonly record: string
  /** Which one: a name, the beginning of a text; '' where it has none. */
  readonly title: string
  readonly action: ChangeAction
  readonly fields: readonly ChangedField[]
}

/** All that one operation changed. */
export interface HistoryEntry {
  readonly operationNumber: number
  /** Local time of this PC, `YYYY-MM-DDTHH:MM`. */
  readonly at: string
  readonly who: string
  /** The account and the PC; '' of changes before that was kept. */
  readonly origin: string
  /** Whether it undid another. */
  readonly isUndo: boolean
  readonly changes: readonly RecordChange[]
  /** Changes beyond those given here: an import has thousands. */
  readonly moreChanges: number
  /** False for what has left the house or is frozen: it cannot be taken back from here. */
  readonly undoable: boolean
}

export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[]
  /** Operations older than this number may follow; null at the end. */
  readonly before: number | null
}

export const historyFilter = z.strictObject({
  /** Part of a name, a text, a number that was or became; '' for all. */
  text: lineText,
  /** Part of the name at the keyboard; '' for all. */
  who: lineText,
  from: calendarDate.nullable(),
  to: calendarDate.nullable(),
})
export type HistoryFilter = z.infer<typeof historyFilter>

const operationNumber = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

export const historyOperations = {
  /** Changes of a person (with seats, groups, sectors) or of a meeting (with all in it). */
  'history.ofRecord': defineRead(
    z.strictObject({ kind: z.enum(['person', 'meeting']), id: id<'person' | 'meeting'>() }),
  )<readonly HistoryEntry[]>(),
  'history.search': defineRead(
    z.strictObject({ filter: historyFilter, before: operationNumber.nullable() }),
  )<HistoryPage>(),
  /**
   * Takes back all that one operation changed, as an operation of its own, which can be taken back again.
   * Refused with `conflict` where one of its fields was changed since or a later record needs one it made,
   * with `not-undoable` for what is frozen, with `minutes-locked` where the minutes are confirmed.
   */
  'history.undo': defineWrite(z.strictObject({ operationNumber }))<{
    /** By which this can be taken back in its turn. */
    readonly operationNumber: number
  }>(),
  /** All that the filter finds, as CSV for Excel. */
  'history.export': defineTask(z.strictObject({ filter: historyFilter }))<OfferedFile>(),
}
