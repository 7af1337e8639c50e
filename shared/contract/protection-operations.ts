import { z } from 'zod'
import { lineText } from './fields.ts'
import type { OfferedFile } from './files.ts'
import { defineTask } from './operation.ts'

/** Long enough that guessing does not pay; kana are welcome. */
export const shortestPassword = 8
const password = lineText.refine((value) => [...value.trim()].length >= shortestPassword)

/** What shows that somebody may open the data. */
export const proof = z.strictObject({ by: z.enum(['password', 'recovery-key']), secret: lineText })
export type Proof = Readonly<z.infer<typeof proof>>

/** What becomes of backups that were made before the password was set, and lie open. */
export const oldBackupChoices = ['encrypt', 'remove', 'keep'] as const
export type OldBackupChoice = (typeof oldBackupChoices)[number]

/** Minutes without a key or a click after which the screen is locked. */
export const idleMinutesChoices = [3, 5, 10, 15, 30, 60] as const
export const usualIdleMinutes = 10

export interface ProtectionState {
  /** The data are encrypted under a password. */
  readonly hasPassword: boolean
  /** Null: the screen does not lock itself. */
  readonly idleMinutes: number | null
  /** Copies of the data that lie open: backups, kept work, the second place. */
  readonly openCopies: number
  /** Opening by the sign-in of this PC, without the password. */
  readonly signIn: 'not-offered' | 'off' | 'on'
}

export interface NewRecoveryKey {
  /** Eight groups of five signs, to be printed; it cannot be asked for again. */
  readonly recoveryKey: string
  /** Copies that could not be brought along: damaged, or under another key. */
  readonly left: number
}

export const protectionOperations = {
  'protection.state': defineTask(z.strictObject({}))<ProtectionState>(),
  /**
   * Opens the data, or the locked screen; the one operation that is answered while locked. Refused as
   * `wrong-password` (with the seconds until the next try), `wait-a-moment`, `recovery-key-mistyped` (with the groups).
   */
  'protection.unlock': defineTask(proof)<null>(),
  /** Nothing but `protection.unlock` is answered from now on. Refused as `no-password` where there is none. */
  'protection.lock': defineTask(z.strictObject({}))<null>(),
  /** Somebody is at work: told by the window now and then, so that the screen is not locked under her hands. */
  'protection.active': defineTask(z.strictObject({}))<null>(),
  /** Encrypts the data. Refused as `password-set`, `practice-open`, `sharing-on`, `file-busy`, `disk-full`; all is then as it was. */
  'protection.setPassword': defineTask(
    z.strictObject({ password, oldBackups: z.enum(oldBackupChoices) }),
  )<NewRecoveryKey>(),
  /** Only wraps the key anew: no data are rewritten. */
  'protection.changePassword': defineTask(z.strictObject({ proof, password }))<null>(),
  /** The one printed before opens nothing any more. */
  'protection.renewRecoveryKey': defineTask(z.strictObject({ proof }))<NewRecoveryKey>(),
  /** The sheet to be put away, as PDF. */
  'protection.recoveryPaper': defineTask(z.strictObject({ recoveryKey: lineText }))<OfferedFile>(),
  /** Lays the data and their backups open again. */
  'protection.removePassword': defineTask(z.strictObject({ proof }))<{ readonly left: number }>(),
  /** Opening by the sign-in of this PC; only where the shell has it. Refused as `no-sign-in`. */
  'protection.setSignIn': defineTask(z.strictObject({ on: z.boolean(), proof }))<null>(),
  'protection.setIdleMinutes': defineTask(
    z.strictObject({ minutes: z.number().int().min(1).max(240).nullable() }),
  )<null>(),
}
