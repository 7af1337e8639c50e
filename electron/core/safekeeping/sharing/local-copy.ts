import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'
import { connect, type Connection, connectToCopy, type DataKey, type Keyring } from '../../store/connect.ts'
import { type ReadDb, wrapConnection } from '../../store/database.ts'
import { entryMarkUpTo, lastEntryOf } from '../../store/difference-store.ts'
import { copyDataTo } from '../copy-data.ts'
import { databaseFileName } from '../open-folder.ts'
import { checkCopy } from '../restore.ts'
import { flushFile, flushFolder, renamePatiently } from '../whole-files.ts'

/** Work that was never published when another PC went on: whole databases, one for each time. */
export const keptFolder = 'kept-work'

/** The last entry of the change log: two databases of one office with the same mark hold the same. */
export function markOf(connection: Connection): string {
  return entryMarkUpTo(wrapConnection(connection), Number.MAX_SAFE_INTEGER)
}

export function markOfFile(file: string, keyring: Keyring): string {
  const connection = connectToCopy(file, keyring, { readonly: true })
  try {
    return markOf(connection)
  } finally {
    connection.close()
  }
}

/** A closed, checked copy of the open data, beside them; the caller removes it. */
export async function copyForShare(folder: string, keyring: Keyring): Promise<string> {
  const copy = join(folder, `${databaseFileName}.publishing`)
  await copyDataTo(folder, copy, keyring)
  return copy
}

/** Where a snapshot is fetched to before it is looked at. */
export function placeForFetched(folder: string): string {
  return join(folder, `${databaseFileName}.fetched`)
}

/**
 * Puts a fetched snapshot in the place of a folder's closed database. Where `keepAs` is given and the snapshot does
 * not hold all that the old one does, that is first kept whole in `kept-work`, under that name and a number. Killed at any instant there is the old one or the new one.
 * Refuses with `not-a-backup` or `too-new`; all is then as it was.
 */
export async function takeSnapshotIn(
  folder: string,
  fetched: string,
  keepAs: string | null,
  { current: key }: Keyring,
): Promise<void> {
  const database = join(folder, databaseFileName)
  checkCopy(fetched, key)
  flushFile(fetched)
  if (existsSync(database)) {
    foldInLog(database, key)
    if (keepAs !== null && !holdsAll(fetched, database, key)) await keepWhole(folder, database, keepAs, key)
  }
  rmSync(`${database}-wal`, { force: true })
  rmSync(`${database}-shm`, { force: true })
  await renamePatiently(fetched, database)
  flushFolder(folder)
}

/** Whether the last entry of one database's change log stands in the other's at the same place: then all before it does. */
function holdsAll(file: string, other: string, key: DataKey | null): boolean {
  const connections = [file, other].map((each) => connect(each, key, { readonly: true }))
  try {
    const [first, second] = connections.map(wrapConnection)
    if (first === undefined || second === undefined) return false
    const last = lastEntryOf(second)
    return entryMarkUpTo(first, last) === entryMarkUpTo(second, last)
  } finally {
    for (const connection of connections) connection.close()
  }
}

/** A log left beside the new file would be taken for the new file's own. */
function foldInLog(database: string, key: DataKey | null): void {
  const connection = connect(database, key)
  try {
    const [state] = connection.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]
    if (state?.busy === 1) throw new Refusal('file-busy', { name: 'データ' })
  } finally {
    connection.close()
  }
}

async function keepWhole(
  folder: string,
  database: string,
  keepAs: string,
  key: DataKey | null,
): Promise<void> {
  const place = join(folder, keptFolder)
  mkdirSync(place, { recursive: true })
  const name = freeName(place, keepAs)
  const half = join(place, `${name}.half`)
  copyFileSync(database, half)
  const copy = connect(half, key)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
  flushFile(half)
  await renamePatiently(half, join(place, name))
  flushFolder(place)
}

/** Never a name that is taken: what was kept within the same minute would be written over. */
function freeName(place: string, stem: string): string {
  const taken = new Set(readdirSync(place).map((name) => name.replace(/\.[a-z.]+$/, '')))
  let number = 1
  while (taken.has(`${stem}-${String(number)}`)) number += 1
  return `${stem}-${String(number)}.db`
}

/** Names of what was kept, oldest first. */
export function listKeptWork(folder: string): readonly string[] {
  const place = join(folder, keptFolder)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter((name) => /^[0-9]{8}-[0-9]{4}-[0-9]+\.db$/.test(name))
    .toSorted()
}

/** The path of kept work named by the window: one of the list, and nothing else on the disk. Refuses with `not-found`. */
export function keptWorkPath(folder: string, name: string): string {
  if (!listKeptWork(folder).includes(name)) throw new Refusal('not-found')
  return join(folder, keptFolder, name)
}

/** Asks kept work, which is only read. */
export function askKeptWork<T>(folder: string, name: string, keyring: Keyring, ask: (kept: ReadDb) => T): T {
  const connection = connectToCopy(keptWorkPath(folder, name), keyring, { readonly: true })
  try {
    return ask(wrapConnection(connection))
  } finally {
    connection.close()
  }
}

/** It has been looked through: kept under another ending, and no longer listed. */
export function settleKeptWork(folder: string, name: string): void {
  const file = keptWorkPath(folder, name)
  renameSync(file, file.replace(/\.db$/, '.settled'))
}
