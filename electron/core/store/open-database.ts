import { existsSync, statSync } from 'node:fs'
import { Refusal } from '#shared/contract/errors.ts'
import { provideChangeContext, type ChangeContext } from './change-log.ts'
import { connect, type Connection, type DataKey, isSqliteFault } from './connect.ts'
import { wrapConnection, type ReadDb, type WriteDb } from './database.ts'
import { currentVersion, readVersion } from './migrate.ts'
import { provideSearchFunctions } from './search-index.ts'

/** 'TSUD' in the file's header: tells our database from any other SQLite file that was put in its place. */
export const applicationId = 0x54535544

export interface OpenDatabase {
  readonly connection: Connection
  readonly changeContext: ChangeContext
  readonly reading: ReadDb
  /** The same connection as writable. Only `transact` of the dispatcher may hand it on. */
  readonly writing: WriteDb
}

/**
 * Opens the database file and checks that it is whole and ours, without changing its content.
 * Refuses with `damaged` (rubbish, torn, foreign) or `too-new`. A truncated file opens without complaint:
 * only `quick_check` shows it, which takes seconds where there are ten years of a city. With `wholeLater` only
 * the head is looked at, and whoever asks so has the rest checked before anything is written.
 */
export function openDatabase(file: string, key: DataKey | null, wholeLater = false): OpenDatabase {
  const isChecked = checkBesideItsLog(file, key)
  const connection = connect(file, key)
  try {
    // Nothing in it but for a first start that was cut off; asking also undoes what that had half written.
    const isEmpty = connection.pragma('page_count', { simple: true }) === 0
    if (isEmpty) {
      // A few bytes are no page, and SQLite would write over them.
      if (statSync(file, { throwIfNoEntry: false })?.size) throw new Refusal('damaged')
      // Before WAL, in one transaction: a file of ours is never seen without its mark.
      connection.pragma(`application_id = ${String(applicationId)}`)
    } else if (!isChecked) {
      checkHead(connection)
      // A backup put in place by hand keeps no log yet: switching it on writes, and nothing is written unchecked.
      if (!wholeLater || connection.pragma('journal_mode', { simple: true }) !== 'wal') checkWhole(connection)
    }
    connection.pragma('journal_mode = WAL')
    setUpForWriting(connection)
    provideSearchFunctions(connection)
    const db = wrapConnection(connection)
    return { connection, changeContext: provideChangeContext(connection), reading: db, writing: db }
  } catch (fault) {
    connection.close()
    throw asOpeningRefusal(fault)
  }
}

/**
 * After a crash the last changes stand in the log beside the file, and closing a writable connection would
 * fold them in. Of a file that will be refused nothing may change, so it is first looked at read-only. Returns whether that was called for.
 */
function checkBesideItsLog(file: string, key: DataKey | null): boolean {
  const log = `${file}-wal`
  if (!existsSync(file) || statSync(file).size === 0 || !existsSync(log) || statSync(log).size === 0) {
    return false
  }
  try {
    const connection = connect(file, key, { readonly: true })
    try {
      checkHead(connection)
      checkWhole(connection)
      return true
    } finally {
      connection.close()
    }
  } catch (fault) {
    throw asOpeningRefusal(fault)
  }
}

function checkHead(connection: Connection): void {
  if (connection.pragma('application_id', { simple: true }) !== applicationId) throw new Refusal('damaged')
  if (readVersion(connection) > currentVersion) throw new Refusal('too-new')
}

function checkWhole(connection: Connection): void {
  if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Refusal('damaged')
}

/**
 * A second connection for a thread: it sees what has been committed, cannot write, and is closed when its work is
 * done, so that no file is held while data are restored.
 */
export function openToRead(
  file: string,
  key: DataKey | null,
): { readonly connection: Connection; readonly reading: ReadDb; readonly close: () => void } {
  const connection = connect(file, key, { readonly: true })
  provideSearchFunctions(connection)
  return {
    connection,
    reading: wrapConnection(connection),
    close: () => {
      connection.close()
    },
  }
}

/**
 * The same for a thread that writes one transaction, of a file that the core has opened and checked. Waits where the core
 * is writing.
 */
export function openToWrite(file: string, key: DataKey | null): OpenDatabase {
  const connection = connect(file, key, { timeout: 60_000 })
  setUpForWriting(connection)
  provideSearchFunctions(connection)
  const db = wrapConnection(connection)
  return { connection, changeContext: provideChangeContext(connection), reading: db, writing: db }
}

/** Asked of every connection that writes, after the log beside the file was switched on. */
function setUpForWriting(connection: Connection): void {
  connection.pragma('synchronous = FULL')
  // 64 MB at most, taken as they are needed: an import of thousands would else write its pages to the log over and over.
  connection.pragma('cache_size = -65536')
  connection.pragma('foreign_keys = ON')
}

/** What SQLite says of a file that is no database of ours, as our own codes; other faults pass through. */
export function asOpeningRefusal(fault: unknown): unknown {
  if (!isSqliteFault(fault)) return fault
  if (fault.code.startsWith('SQLITE_NOTADB') || fault.code.startsWith('SQLITE_CORRUPT'))
    return new Refusal('damaged')
  if (fault.code.startsWith('SQLITE_BUSY') || fault.code.startsWith('SQLITE_LOCKED'))
    return new Refusal('in-use')
  if (
    fault.code.startsWith('SQLITE_CANTOPEN') ||
    fault.code.startsWith('SQLITE_READONLY') ||
    fault.code.startsWith('SQLITE_PERM')
  ) {
    return new Refusal('no-access')
  }
  return asWritingRefusal(fault)
}

/** Faults of the disk while reading or writing, as codes of the contract; other faults pass through. */
export function asWritingRefusal(fault: unknown): unknown {
  const code = codeOf(fault)
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return new Refusal('disk-full')
  if (!isSqliteFault(fault)) return fault
  if (code.startsWith('SQLITE_BUSY')) return new Refusal('file-busy', { name: 'データ' })
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return new Refusal('damaged')
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_READONLY'))
    return new Refusal('file-not-writable', { name: 'データ' })
  return fault
}

/** Code of a fault of SQLite or of the operating system; '' where it has none. */
function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : ''
}
