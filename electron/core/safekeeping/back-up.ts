import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupMark } from '#shared/contract/system-operations.ts'
import type { Clock } from '../ports.ts'
import {
  backupFileName,
  backupsToThin,
  compareByTime,
  parseBackupName,
  type BackupName,
  type BackupReason,
} from './backup-names.ts'
import { renamePatiently } from './whole-files.ts'

/** Backups of a data folder, newest last. */
export function listBackups(folder: string): readonly BackupName[] {
  const place = join(folder, 'backups')
  // What is no folder holds none; one that cannot be read is no reason to take the data for new ones.
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() !== true) return []
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
 * Has the open database copied by `copyTo` (SQLite's own backup: a file copy of a live WAL database loses rows;
 * opened, checked and flushed), and only then gives the copy its name. Throws what the disk throws; the half
 * copy is removed. Not to be called again before it has ended: two copies of a minute share a name.
 */
export async function backUp(
  copyTo: (half: string) => Promise<void>,
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
    await copyTo(half)
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
