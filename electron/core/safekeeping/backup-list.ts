import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { Refusal } from '#shared/contract/errors.ts'
import type { BackupSummary } from '#shared/contract/safekeeping-operations.ts'
import type { Clock } from '../ports.ts'
import type { Keyring } from '../store/connect.ts'
import { listBackups } from './back-up.ts'
import { contentsOf } from './contents.ts'

/** The backups of a folder with what is in each, newest first. Lets others work between two files. */
export async function describeBackups(
  folder: string,
  clock: Clock,
  keyring: Keyring,
): Promise<readonly BackupSummary[]> {
  const described: BackupSummary[] = []
  for (const { file, at, reason } of listBackups(folder).toReversed()) {
    const path = join(folder, 'backups', file)
    // Gone since the folder was read: thinned by a copy that was made meanwhile.
    const size = statSync(path, { throwIfNoEntry: false })?.size
    if (size !== undefined)
      described.push({ file, at, occasion: reason, bytes: size, contents: contentsOf(path, clock, keyring) })
    await breathe()
  }
  return described
}

/** The path of a backup named by the window: one of the list, and nothing else on the disk. Refuses with `not-found`. */
export function backupPath(folder: string, file: string): string {
  if (!listBackups(folder).some((backup) => backup.file === file)) throw new Refusal('not-found')
  return join(folder, 'backups', file)
}
