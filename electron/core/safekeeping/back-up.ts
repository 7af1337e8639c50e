import BetterSqlite from 'better-sqlite3'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupMark } from '#shared/contract/system-operations.ts'
import type { Clock } from '../ports.ts'
import { applicationId } from '../store/open-database.ts'
import {
  backupFileName,
  backupsToThin,
  compareByTime,
  parseBackupName,
  type BackupName,
  type BackupReason,
} from './backup-names.ts'
import { flushFile, renamePatiently } from './whole-files.ts'

/** Backups of a data folder, newest last. */
export function listBackups(folder: string): readonly BackupName[] {
  const place = join(folder, 'backups')
  if (!existsSync(place)) return []
  return readdirSync(place)
    .map(parseBackupName)
    .filter((name) => name !== null)
    .sort(compareByTime)
}

/** Half copies of a program that was killed; nobody else writes here, since the folder is locked. */
function removeHalfCopies(place: string): void {
  for (const name of readdirSync(place))
    if (/\.half(?:-|$)/.test(name)) rmSync(join(place, name), { force: true })
}

/**
 * Copies the open database with SQLite's own backup (a file copy of a live WAL database loses rows), opens
 * and checks the copy, flushes it, and only then gives it its name. Throws what the disk throws; the half
 * copy is removed. Not to be called again before it has ended: two copies of a minute share a name.
 */
export async function backUp(
  connection: BetterSqlite.Database,
  folder: string,
  clock: Clock,
  reason: BackupReason,
): Promise<BackupMark> {
  const place = join(folder, 'backups')
  mkdirSync(place, { recursive: true })
  removeHalfCopies(place)
  const at = clock.local()
  const file = join(place, freeName(place, at, reason))
  const half = `${file}.half`
  try {
    await connection.backup(half)
    makeOneFile(half)
    verifyBackup(half)
    flushFile(half)
    await renamePatiently(half, file)
  } catch (fault) {
    removeHalfCopies(place)
    throw fault
  }
  for (const old of backupsToThin(listBackups(folder))) rmSync(join(place, old.file), { force: true })
  return { at: `${at.date}T${at.time}`, verified: true }
}

/**
 * What a restore replaces is never written over, not even by the next restore within the same minute: taking
 * a restore back would otherwise lose it. Other copies of one minute hold what the first held and more.
 */
function freeName(place: string, at: ReturnType<Clock['local']>, reason: BackupReason): string {
  if (reason !== 'restore') return backupFileName(at, reason)
  let copy = 1
  while (existsSync(join(place, backupFileName(at, reason, copy)))) copy += 1
  return backupFileName(at, reason, copy)
}

/**
 * A copy still says WAL in its header: merely looking at it would leave two more files beside it, and on a
 * read-only disk it could not be opened at all.
 */
export function makeOneFile(file: string): void {
  const copy = new BetterSqlite(file, { fileMustExist: true })
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
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
