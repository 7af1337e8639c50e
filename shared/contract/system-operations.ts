import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { defineRead, defineTask } from './operation.ts'

export interface BackupMark {
  /** Local time of this PC, `YYYY-MM-DDTHH:MM`. */
  readonly at: string
  /** Whether the copy was opened and checked after it was made. */
  readonly verified: boolean
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
}

export const systemOperations = {
  'system.getStatus': defineRead(z.strictObject({}))<SystemStatus>(),
  'system.backUpNow': defineTask(z.strictObject({}))<BackupMark>(),
  /** Opens practice data of their own, beside the office's data and never mixed with them. */
  'system.startPractice': defineTask(z.strictObject({}))<null>(),
  /** Closes the practice data, removes them, and opens the office's own. */
  'system.removePractice': defineTask(z.strictObject({}))<null>(),
}
