import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { Refusal } from '#shared/contract/errors.ts'
import type { BackupSummary } from '#shared/contract/safekeeping-operations.ts'
import type { Clock } from '../ports.ts'
import { isEncryptedFile, type Keyring, keyOfCopy } from '../store/connect.ts'
import { listBackups } from './back-up.ts'
import type { BackupName } from './backup-names.ts'
import { contentsOf } from './contents.ts'
import { keyFilesIn } from './protection/key-file.ts'

/** The backups of a folder with what is in each, newest first. Lets others work between two files. */
export async function describeBackups(
  folder: string,
  clock: Clock,
  keyring: Keyring,
): Promise<readonly BackupSummary[]> {
  const described: BackupSummary[] = []
  for (const name of listBackups(folder).toReversed()) {
    const backup = describeBackup(folder, name, clock, keyring)
    if (backup !== null) described.push(backup)
    await breathe()
  }
  return described
}

/** Null where it is gone since the folder was read: thinned by a copy that was made meanwhile. */
function describeBackup(
  folder: string,
  { file, at, reason }: BackupName,
  clock: Clock,
  keyring: Keyring,
): BackupSummary | null {
  const path = join(folder, 'backups', file)
  const bytes = statSync(path, { throwIfNoEntry: false })?.size
  if (bytes === undefined) return null
  const contents = contentsOf(path, clock, keyring)
  return { file, at, occasion: reason, bytes, contents, locked: contents === null && isLocked(path, keyring) }
}

/** Whether a copy is encrypted under none of the known keys, with key files beside it that may open it. */
export function isLocked(path: string, keyring: Keyring): boolean {
  return isEncryptedFile(path) && keyOfCopy(path, keyring) === null && keyFilesIn(dirname(path)).length > 0
}

/** One of them by its name. Refuses with `not-found`. */
export function describeOneBackup(
  folder: string,
  file: string,
  clock: Clock,
  keyring: Keyring,
): BackupSummary {
  const name = listBackups(folder).find((backup) => backup.file === file)
  const backup = name === undefined ? null : describeBackup(folder, name, clock, keyring)
  if (backup === null) throw new Refusal('not-found')
  return backup
}

/** The path of a backup named by the window: one of the list, and nothing else on the disk. Refuses with `not-found`. */
export function backupPath(folder: string, file: string): string {
  if (!listBackups(folder).some((backup) => backup.file === file)) throw new Refusal('not-found')
  return join(folder, 'backups', file)
}
