import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'
import type { BackupMark } from '#shared/contract/system-operations.ts'
import type { Clock, Log } from '../ports.ts'
import type { DataKey, Keyring } from '../store/connect.ts'
import { migrate, pendingMigrations, readVersion } from '../store/migrate.ts'
import { asWritingRefusal, openDatabase, type OpenDatabase } from '../store/open-database.ts'
import { backUp, listBackups } from './back-up.ts'
import type { BackupReason } from './backup-names.ts'
import { type HeavyWork, heavyWorkHere } from './heavy-work.ts'

export const databaseFileName = 'tsudoi.db'

export interface OpenFolder {
  readonly folder: string
  readonly keyring: Keyring
  readonly database: OpenDatabase
  /** Null when the whole file has been checked and is well; until then nothing may be written. Never rejects. */
  readonly whole: Promise<Refusal | null>
  lastBackup(): BackupMark | null
  backUp(reason: 'hand' | 'import'): Promise<BackupMark>
  /** Makes the closing backup where anything changed, and closes the database. */
  close(): Promise<void>
}

/** Makes sure that a folder is there and can be written; refuses with `no-access`, or `disk-full`. */
export function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    const probe = join(folder, '.write-probe')
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (fault) {
    if (asWritingRefusal(fault) instanceof Refusal) throw new Refusal('disk-full')
    throw new Refusal('no-access', { folder })
  }
}

export interface OpeningParts {
  readonly clock: Clock
  readonly log: Log
  readonly keyring: Keyring
  readonly heavy?: HeavyWork | null
}

/**
 * Opens the database of a folder that is already locked: check → backup → migrate. The backup before a
 * migration is waited for; the one at start runs beside the first screens, since it reads only. With a thread for
 * heavy work the check of the whole file runs beside them, too: see `whole`.
 */
export async function openFolder(
  folder: string,
  { clock, log, keyring, heavy = null }: OpeningParts,
): Promise<OpenFolder> {
  const file = join(folder, databaseFileName)
  removeUnfinished(folder)
  const backups = listBackups(folder)
  // No file, or an empty one, where there were data is not a fresh start.
  if ((!existsSync(file) || statSync(file).size === 0) && backups.length > 0)
    throw new Refusal('damaged', { backups: backups.length })
  const database = openAndExplain(file, keyring.current, backups.length, heavy !== null)
  const { connection } = database
  const pending = pendingMigrations(readVersion(connection))
  const isNew = readVersion(connection) === 0
  const whole =
    heavy === null || isNew
      ? Promise.resolve(null)
      : verdictOf({ heavy, log, file, key: keyring.current }, backups.length)
  let last: BackupMark | null = latest(folder)
  // One after another: a copy asked for while one is being made waits for it.
  let underWay: Promise<unknown> = Promise.resolve()
  const run = (reason: BackupReason): Promise<BackupMark> => {
    const copy = async (): Promise<BackupMark> => {
      last = await backUp(
        (half) => copyWell({ heavy, log, file, key: keyring.current }, half),
        folder,
        clock,
        reason,
      )
      return last
    }
    const made = underWay.then(copy, copy)
    underWay = made.catch(noted)
    return made
  }
  try {
    if (pending.length > 0) {
      const damage = await whole
      if (damage !== null) throw damage
      if (!isNew) await run('migration')
      migrate(connection)
    }
  } catch (fault) {
    connection.close()
    throw fault
  }
  const backUpAtStart = async (): Promise<void> => {
    if (isNew || (await whole) !== null) return
    try {
      await run('start')
    } catch (fault) {
      log.error('backup at start failed', fault)
    }
  }
  const atStart = backUpAtStart()
  const changesAtOpening = countChanges(database)
  return {
    folder,
    keyring,
    database,
    whole,
    lastBackup: () => last,
    backUp: run,
    close: async () => {
      await atStart
      await underWay
      try {
        if (countChanges(database) !== changesAtOpening) await run('close')
      } catch (fault) {
        // A disk that is full or spoils the file must not keep the folder locked as well.
        log.error('backup at close failed', fault)
      } finally {
        connection.close()
      }
    },
  }
}

/** What a restore, a hand-over or a change of password had written beside the data when it was killed; the folder is locked. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^tsudoi\.db\.(?:restoring|received|handing-over|publishing|fetched|rekeying)(?:[.-]|$)/.test(name))
      rmSync(join(folder, name), { force: true })
  }
  for (const place of [join(folder, 'backups'), join(folder, 'kept-work')].filter(isFolder))
    for (const name of readdirSync(place))
      // It may lie open where the others are encrypted.
      if (/\.rekeying(?:-|$)/.test(name)) rmSync(join(place, name), { force: true })
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true
}

function noted(): void {
  // The mark is kept by `run`, and a fault is met by whoever asked for the copy.
}

/** Has it done by the thread, and does it here where the thread cannot. */
interface Heavy {
  readonly heavy: HeavyWork | null
  readonly log: Log
  readonly file: string
  readonly key: DataKey | null
}

async function checkWell({ heavy, log, file, key }: Heavy): Promise<void> {
  try {
    await (heavy ?? heavyWorkHere).checkWhole(file, key)
  } catch (fault) {
    if (fault instanceof Refusal) throw fault
    log.error('a thread could not check', fault)
    await heavyWorkHere.checkWhole(file, key)
  }
}

async function copyWell({ heavy, log, file, key }: Heavy, half: string): Promise<void> {
  try {
    if (heavy !== null) {
      await heavy.copyWhole(file, half, key)
      return
    }
  } catch (fault) {
    if (fault instanceof Refusal) throw fault
    log.error('a thread could not copy', fault)
  }
  await heavyWorkHere.copyWhole(file, half, key)
}

/** Null when the file is whole. Whatever else keeps it from being read is met by whoever reads. */
async function verdictOf(work: Heavy, backups: number): Promise<Refusal | null> {
  try {
    await checkWell(work)
    return null
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'damaged') return new Refusal('damaged', { backups })
    work.log.error('check at opening failed', fault)
    return null
  }
}

function openAndExplain(
  file: string,
  key: DataKey | null,
  backups: number,
  wholeLater: boolean,
): OpenDatabase {
  try {
    return openDatabase(file, key, wholeLater)
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'damaged') throw new Refusal('damaged', { backups })
    throw fault
  }
}

function latest(folder: string): BackupMark | null {
  const name = listBackups(folder).at(-1)
  return name === undefined ? null : { at: name.at, verified: true }
}

function countChanges(database: OpenDatabase): number {
  return database.reading.get<{ n: number | null }>('SELECT MAX(id) AS n FROM change_log')?.n ?? 0
}
