import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'
import type { Clock } from '../ports.ts'
import {
  changeKeyOfCopy,
  type Connection,
  connectToCheck,
  type DataKey,
  isEncryptedFile,
  isSqliteFault,
  type Keyring,
  keyOfCopy,
} from '../store/connect.ts'
import { currentVersion, readVersion } from '../store/migrate.ts'
import { applicationId, openDatabase } from '../store/open-database.ts'
import { backUp, listBackups } from './back-up.ts'
import { copyConnection, makeOneFile } from './heavy-work.ts'
import { databaseFileName } from './open-folder.ts'
import { keyFilesIn } from './protection/key-file.ts'
import { flushFile, flushFolder, type Rename, renamePatiently } from './whole-files.ts'

export interface RestoreParts {
  /** Locked by the caller, its database closed. */
  readonly folder: string
  /** A backup, or any database of ours; it is only read. */
  readonly source: string
  readonly clock: Clock
  /** What the folder's data are under, and what may open the source; the source is brought under the former. */
  readonly keyring: Keyring
  /** A test's, which fails. */
  readonly rename?: Rename
}

export interface Restored {
  /** File name of the backup that holds what was replaced; null where there was nothing, or nothing readable. */
  readonly kept: string | null
  /** Folder inside `backups` to which an unreadable database was moved as it was; null where it was readable. */
  readonly setAside: string | null
}

/**
 * Puts a backup in the place of a folder's database: copy beside → check the copy → keep what is there → rename.
 * Killed at any instant, under the database's name there is the old one or the whole new one; of a damaged
 * old one there may be none, which opens as `damaged` and is restored again. Nothing is deleted.
 * Refuses with `not-a-backup`, `too-new`, `disk-full`, `file-busy`; all is then as it was.
 */
export async function restoreInto({
  folder,
  source,
  clock,
  keyring,
  rename,
}: RestoreParts): Promise<Restored> {
  const database = join(folder, databaseFileName)
  const half = `${database}.restoring`
  removeWithCompanions(half)
  try {
    stage(source, half, keyring)
    const restored = await keepCurrent({
      folder,
      clock,
      keyring,
      ...(rename === undefined ? {} : { rename }),
    })
    await renamePatiently(half, database, rename)
    flushFolder(folder)
    return restored
  } finally {
    removeWithCompanions(half)
  }
}

const companions = ['', '-wal', '-shm', '-journal'] as const

function removeWithCompanions(file: string): void {
  for (const ending of companions) rmSync(`${file}${ending}`, { force: true })
}

/** Copies a database and what its log still holds into one checked, flushed file; the source is not even opened. */
function stage(source: string, half: string, keyring: Keyring): void {
  if (!existsSync(source) || !statSync(source).isFile()) throw new Refusal('file-missing')
  copyFileSync(source, half)
  if (existsSync(`${source}-wal`)) copyFileSync(`${source}-wal`, `${half}-wal`)
  try {
    const key = keyOfCopy(half, keyring)
    if (key === null && isEncryptedFile(half) && keyFilesIn(dirname(source)).length > 0)
      throw new Refusal('backup-locked')
    makeOneFile(half, key)
    changeKeyOfCopy(half, key, keyring.current)
    checkCopy(half, keyring.current)
  } catch (fault) {
    if (isSqliteFault(fault) && !isSqliteFault(fault, 'SQLITE_FULL'))
      throw new Refusal('not-a-backup', { name: basename(source) })
    throw fault
  }
  flushFile(half)
}

/**
 * Opens a copy and checks it as data are checked when they are opened: ours, whole, not of a newer program. What passes here
 * opens. Refuses with `not-a-backup` or `too-new`.
 */
export function checkCopy(file: string, key: DataKey | null): void {
  const refusal = new Refusal('not-a-backup', { name: basename(file) })
  const copy = connectToCheck(file, key)
  try {
    if (copy.pragma('application_id', { simple: true }) !== applicationId) throw refusal
    const version = readVersion(copy)
    if (version > currentVersion) throw new Refusal('too-new')
    if (version === 0 || copy.pragma('quick_check(1)', { simple: true }) !== 'ok') throw refusal
    const orphans = copy.pragma('foreign_key_check')
    if (!Array.isArray(orphans) || orphans.length > 0) throw refusal
  } finally {
    copy.close()
  }
}

async function keepCurrent({
  folder,
  clock,
  keyring,
  rename,
}: Omit<RestoreParts, 'source'>): Promise<Restored> {
  const database = join(folder, databaseFileName)
  if (!existsSync(database) || statSync(database).size === 0)
    return { kept: null, setAside: await setAside(folder, database, clock, rename) }
  const open = openReadable(database, keyring.current)
  if (open === null) return { kept: null, setAside: await setAside(folder, database, clock, rename) }
  try {
    await backUp((copy) => copyConnection(open, copy, keyring.current), folder, clock, 'restore')
    // A log left beside the new file would be taken for the new file's own.
    open.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    open.close()
  }
  const log = `${database}-wal`
  if (existsSync(log) && statSync(log).size > 0) throw new Refusal('file-busy', { name: 'データ' })
  rmSync(log, { force: true })
  rmSync(`${database}-shm`, { force: true })
  return { kept: newestRestoreBackup(folder), setAside: null }
}

/** Null where the database cannot be read, or belongs to a newer program: then its files are moved, not copied. */
function openReadable(database: string, key: DataKey | null): Connection | null {
  try {
    return openDatabase(database, key).connection
  } catch (fault) {
    if (fault instanceof Refusal && (fault.code === 'damaged' || fault.code === 'too-new')) return null
    throw fault
  }
}

function newestRestoreBackup(folder: string): string | null {
  return listBackups(folder).findLast((backup) => backup.reason === 'restore')?.file ?? null
}

/**
 * Moves an unreadable database and its companions into `backups/damaged-…`, the database first: without it
 * the folder opens as `damaged`, never as an older state of itself. Null where there is nothing to move.
 */
async function setAside(
  folder: string,
  database: string,
  clock: Clock,
  rename: Rename | undefined,
): Promise<string | null> {
  const present = companions.filter((ending) => existsSync(`${database}${ending}`))
  if (present.length === 0) return null
  const { date, time } = clock.local()
  const stem = `damaged-${date.replaceAll('-', '')}-${time.replace(':', '')}`
  const backups = join(folder, 'backups')
  let name = stem
  for (let copy = 2; existsSync(join(backups, name)); copy += 1) name = `${stem}-${String(copy)}`
  mkdirSync(join(backups, name), { recursive: true })
  for (const ending of present) {
    await renamePatiently(`${database}${ending}`, join(backups, name, `${databaseFileName}${ending}`), rename)
  }
  flushFolder(join(backups, name))
  return name
}
