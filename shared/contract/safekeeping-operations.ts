import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { DataCheckName } from './check-texts.ts'
import { lineText } from './fields.ts'
import { fileToken, type OfferedFile } from './files.ts'
import { defineTask } from './operation.ts'
import { proof } from './protection-operations.ts'

/** Why a backup was made. */
export const backupOccasions = ['start', 'close', 'hand', 'migration', 'import', 'restore'] as const
export type BackupOccasion = (typeof backupOccasions)[number]

/** What is in a database, for a person to tell one from another. Removed records do not count. */
export interface DataContents {
  readonly people: number
  readonly meetings: number
  readonly statements: number
  readonly decisions: number
  readonly tasks: number
  readonly submissions: number
  readonly lastMeeting: {
    readonly councilName: string
    readonly number: number
    readonly heldOn: CalendarDate
  } | null
  /** Local time of this PC, `YYYY-MM-DDTHH:MM`, and the name at the keyboard. */
  readonly lastChange: { readonly at: string; readonly who: string } | null
}

export interface BackupSummary {
  /** Name in the folder `backups`, by which it is restored. */
  readonly file: string
  /** Local time, `YYYY-MM-DDTHH:MM`. */
  readonly at: string
  readonly occasion: BackupOccasion
  readonly bytes: number
  /** Null where it cannot be read any more, and cannot be restored either; and where it is locked. */
  readonly contents: DataContents | null
  /** Under another password than today's: that, or its recovery key, opens it. */
  readonly locked: boolean
}

export interface BackupList {
  /** Null where the data themselves cannot be opened. */
  readonly now: DataContents | null
  /** Newest first. */
  readonly backups: readonly BackupSummary[]
}

export interface RestoreOutcome {
  /** The backup that now holds what was replaced: restoring it takes the restore back. Null where it could not be read. */
  readonly kept: string | null
}

/** What one check of 「データの点検」 found; its words stand in `check-texts.ts`. */
export interface CheckOutcome {
  readonly name: DataCheckName
  /** 0 where all is well. */
  readonly count: number
  /** The first few of what was found, named. */
  readonly found: readonly string[]
}

/** Long enough that guessing does not pay; kana are welcome. */
export const shortestPassphrase = 8
const passphrase = lineText.refine((value) => [...value.trim()].length >= shortestPassphrase)

export const safekeepingOperations = {
  /** 引きつぎのファイル: all data in one file, sealed by a passphrase. Refused with `practice-open` for practice data. */
  'safekeeping.makeHandover': defineTask(z.strictObject({ passphrase }))<OfferedFile>(),
  /**
   * Replaces all data by those of a hand-over file; what was there is kept as a backup. Refused, with nothing
   * changed, as `not-a-handover`, `wrong-passphrase`, `handover-damaged`, `too-new` or `practice-open`.
   */
  'safekeeping.openHandover': defineTask(
    z.strictObject({ file: fileToken, passphrase: lineText }),
  )<RestoreOutcome>(),
  /** Looks everything over and changes nothing. */
  'safekeeping.check': defineTask(z.strictObject({}))<readonly CheckOutcome[]>(),
  /** Opens each backup read-only. Answers too when the data themselves are damaged. */
  'safekeeping.listBackups': defineTask(z.strictObject({}))<BackupList>(),
  /** Opens a backup under another password than today's, until the program ends. Refused as `wrong-password`, `wait-a-moment`, `recovery-key-mistyped`. Answers too when the data are damaged. */
  'safekeeping.unlockBackup': defineTask(z.strictObject({ file: lineText, proof }))<BackupSummary>(),
  /** Replaces all data by those of a backup; what was there is kept as a backup of its own. Answers too when the data are damaged. */
  'safekeeping.restore': defineTask(
    // The proof opens a backup under another password than today's: refused as `backup-locked` without one.
    z.strictObject({ file: lineText, proof: proof.optional() }),
  )<RestoreOutcome>(),
}
