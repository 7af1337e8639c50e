import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { BackgroundOperation } from './background-operations.ts'
import { requiredLine } from './fields.ts'
import { defineRead, defineTask } from './operation.ts'
import type { SeatState } from './seat-operations.ts'

export interface BackupMark {
  /** Local time of this PC, `YYYY-MM-DDTHH:MM`. */
  readonly at: string
  /** Whether the copy was opened and checked after it was made. */
  readonly verified: boolean
}

/** A second place for the backups. */
export interface SecondPlaceState {
  /** As it was given. */
  readonly path: string
  /** Local time when a backup last arrived there; null for never. */
  readonly reachedAt: string | null
  /** It has not been reached for a week. */
  readonly overdue: boolean
}

export interface SystemStatus {
  readonly version: string
  readonly today: CalendarDate
  /** Local time of this PC, HH:MM. */
  readonly now: string
  /** The first five questions have been answered. */
  readonly setUp: boolean
  /** Practice data are open instead of the office's own. */
  readonly practice: boolean
  /** The office's own data exist beside the practice data. */
  readonly ownDataExist: boolean
  readonly lastBackup: BackupMark | null
  readonly lastSavedAt: string | null
  /** Null where none is set. */
  readonly secondPlace: SecondPlaceState | null
  /** The whole file is still being checked; nothing is written until that has ended. */
  readonly checking: boolean
  /** Whether the screen can be locked, and after how many minutes it is. */
  readonly protection: { readonly hasPassword: boolean; readonly idleMinutes: number | null }
  readonly seat: SeatState
}

/** Something that takes long and is being done beside everything else. */
export interface LongWork {
  readonly operation: BackgroundOperation
  /** How far it has come, both 0 where that cannot be counted. */
  readonly done: number
  readonly total: number
}

export const systemOperations = {
  'system.getStatus': defineRead(z.strictObject({}))<SystemStatus>(),
  /** What is being done beside everything else; null when nothing is. To be asked while one waits for it. */
  'system.longWork': defineRead(z.strictObject({}))<LongWork | null>(),
  /** Ends it: whoever asked for it is refused with `cancelled`, and nothing of it remains. */
  'system.cancelLongWork': defineTask(z.strictObject({}))<null>(),
  'system.backUpNow': defineTask(z.strictObject({}))<BackupMark>(),
  /** Where backups go besides; null gives it up. Refused with `second-place-unfit`, `practice-open`. */
  'system.setSecondPlace': defineTask(z.strictObject({ path: requiredLine.nullable() }))<null>(),
  /** Opens practice data of their own, beside the office's data and never mixed with them. */
  'system.startPractice': defineTask(z.strictObject({}))<null>(),
  /** Closes the practice data, removes them, and opens the office's own. */
  'system.removePractice': defineTask(z.strictObject({}))<null>(),
}
