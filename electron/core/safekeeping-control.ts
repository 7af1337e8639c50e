import type { BackupList, CheckOutcome, RestoreOutcome } from '#shared/contract/safekeeping-operations.ts'
import type { DataPlaces } from './data-places.ts'
import type { Ports } from './ports.ts'
import { backupPath, describeBackups } from './safekeeping/backup-list.ts'
import { checkRecords } from './safekeeping/check-records.ts'
import { readContents } from './safekeeping/contents.ts'
import { restoreInto } from './safekeeping/restore.ts'

/** What only the opened core can do with its own files. */
export interface SafekeepingControl {
  listBackups(): Promise<BackupList>
  /** Replaces the open data by those of a backup of theirs, and opens them. Refuses with `not-found`, `not-a-backup`, `too-new`. */
  restore(file: string): Promise<RestoreOutcome>
  /** Every check of 「データの点検」; changes nothing. */
  check(): Promise<readonly CheckOutcome[]>
}

export function createSafekeepingControl(places: DataPlaces, { clock, log }: Ports): SafekeepingControl {
  return {
    check: () => {
      const { folder, database } = places.current()
      return checkRecords(database.connection, folder, clock)
    },
    listBackups: async () => {
      const { folder, database } = places.current()
      return {
        now: readContents(database.connection, clock),
        backups: await describeBackups(folder, clock),
      }
    },
    restore: async (file) => {
      const { folder } = places.current()
      const source = backupPath(folder, file)
      let kept: string | null = null
      await places.reopen(async () => {
        kept = (await restoreInto({ folder, source, clock })).kept
      })
      log.info('restored', { damaged: false })
      return { kept }
    },
  }
}
