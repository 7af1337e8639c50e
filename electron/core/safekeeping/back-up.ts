import BetterSqlite from 'better-sqlite3'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import type { BackupMark } from '#shared/contract/system-operations.ts'
import type { Clock } from '../ports.ts'
import { applicationId } from '../store/open-database.ts'
import {
  backupFileName,
  backupsToThin,
  parseBackupName,
  type BackupName,
  type BackupReason,
} from './backup-names.ts'

/** Backups of a data folder, newest last. */
export function listBackups(folder: string): readonly BackupName[] {
  const place = join(folder, 'backups')
  if (!existsSync(place)) return []
  return readdirSync(place)
    .map(parseBackupName)
    .filter((name) => name !== null)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/**
 * Copies the open database with SQLite's own backup (a file copy of a live WAL database loses rows), opens
 * and checks the copy, flushes it, and only then gives it its name. Throws what the disk throws; the half
 * copy is removed.
 */
export async function backUp(
  connection: BetterSqlite.Database,
  folder: string,
  clock: Clock,
  reason: BackupReason,
): Promise<BackupMark> {
  const place = join(folder, 'backups')
  mkdirSync(place, { recursive: true })
  const at = clock.local()
  const file = join(place, backupFileName(at, reason))
  const half = `${file}.half`
  try {
    await connection.backup(half)
    verifyBackup(half)
    const handle = openSync(half, 'r+')
    fsyncSync(handle)
    closeSync(handle)
    renameSync(half, file)
  } catch (fault) {
    rmSync(half, { force: true })
    throw fault
  }
  for (const old of backupsToThin(listBackups(folder))) rmSync(join(place, old.file), { force: true })
  return { at: `${at.date}T${at.time}`, verified: true }
}

/** Opens a copy and checks it; throws where it is not whole. */
export function verifyBackup(file: string): void {
  const copy = new BetterSqlite(file, { readonly: true, fileMustExist: true })
  try {
    if (copy.pragma('application_id', { simple: true }) !== applicationId)
      throw new Error('backup is not a Tsudoi database')
    const verdict = copy.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw new Error(`backup is damaged: ${String(verdict)}`)
  } finally {
    copy.close()
  }
}
