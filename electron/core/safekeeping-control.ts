import { Refusal } from '#shared/contract/errors.ts'
import type {
  BackupList,
  BackupSummary,
  CheckOutcome,
  RestoreOutcome,
} from '#shared/contract/safekeeping-operations.ts'
import type { Proof } from '#shared/contract/protection-operations.ts'
import type { DataPlaces } from './data-places.ts'
import type { Ports } from './ports.ts'
import { backupPath, describeBackups, describeOneBackup } from './safekeeping/backup-list.ts'
import { checkRecords } from './safekeeping/check-records.ts'
import { readContents } from './safekeeping/contents.ts'
import { makeHandover, readHandover, takeHandover } from './safekeeping/handover.ts'
import type { KeyHolder } from './safekeeping/protection/key-holder.ts'
import { proveKeyOfCopy } from './safekeeping/protection/unlock.ts'
import { restoreInto } from './safekeeping/restore.ts'

/** What only the opened core can do with its own files. */
export interface SafekeepingControl {
  listBackups(): Promise<BackupList>
  /** From then on the list knows what is in it. Refuses with `not-found`, and as `proveKeyOfCopy` does. */
  unlockBackup(file: string, proof: Proof): Promise<BackupSummary>
  /** Replaces the open data by those of a backup of theirs, and opens them. Refuses with `not-found`, `not-a-backup`, `too-new`; with `backup-locked` where it needs another key than today's and none is proved. */
  restore(file: string, proof: Proof | null): Promise<RestoreOutcome>
  /** All data as one sealed file. Refuses with `practice-open`. */
  makeHandover(passphrase: string): Promise<Uint8Array>
  /** Replaces the open data by those of a sealed file. */
  openHandover(sealed: Uint8Array, passphrase: string): Promise<RestoreOutcome>
  /** Every check of 「データの点検」; changes nothing. */
  check(progress: (done: number, total: number) => void): Promise<readonly CheckOutcome[]>
}

export function createSafekeepingControl(
  places: DataPlaces,
  { clock, log }: Ports,
  keys: KeyHolder,
  requireEdit: () => void,
  practiceFolder: string | null = null,
): SafekeepingControl {
  const ownFolder = (): string => {
    const { folder } = places.current()
    if (folder === practiceFolder) throw new Refusal('practice-open')
    return folder
  }
  return {
    makeHandover: async (passphrase) => makeHandover(ownFolder(), passphrase, places.current().keyring),
    openHandover: async (sealed, passphrase) => {
      const folder = ownFolder()
      const { keyring } = places.current()
      requireEdit()
      const database = await readHandover(sealed, passphrase)
      let kept: string | null = null
      await places.reopen(async () => {
        kept = (await takeHandover(folder, database, clock, keyring)).kept
      })
      log.info('handed over')
      return { kept }
    },
    check: (progress) => {
      const { folder, database, keyring } = places.current()
      return checkRecords({ connection: database.connection, folder, clock, keyring }, progress)
    },
    listBackups: async () => {
      const { folder, database, keyring } = places.current()
      return {
        now: readContents(database.connection, clock),
        backups: await describeBackups(folder, clock, keyring),
      }
    },
    unlockBackup: async (file, proof) => {
      const { folder, keyring } = places.current()
      await proveKeyOfCopy(backupPath(folder, file), proof, keys)
      return describeOneBackup(folder, file, clock, keyring)
    },
    restore: async (file, proof) => {
      requireEdit()
      const { folder, keyring } = places.current()
      const source = backupPath(folder, file)
      if (proof !== null) await proveKeyOfCopy(source, proof, keys)
      let kept: string | null = null
      await places.reopen(async () => {
        kept = (await restoreInto({ folder, source, clock, keyring })).kept
      })
      log.info('restored', { damaged: false })
      return { kept }
    },
  }
}
