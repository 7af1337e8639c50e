import BetterSqlite from 'better-sqlite3'
import { closeSync, openSync, readSync } from 'node:fs'

/** An open database. This file alone makes them, so that no way to a file can forget its key. */
export type Connection = BetterSqlite.Database
export type Statement = BetterSqlite.Statement

/** 32 bytes by which the pages of a database, and of its log, are encrypted. */
export type DataKey = Uint8Array

/** The keys that are known while the program runs. It is handed along; nobody keeps one of their own. */
export interface Keyring {
  /** That of the data themselves; null where they lie open. */
  readonly current: DataKey | null
  /** Every key that may open a copy: the current one, and those of older backups. */
  readonly known: readonly DataKey[]
}

/** For what is never encrypted, and where no password was set. */
export const noKey: Keyring = { current: null, known: [] }

export interface HowToConnect {
  readonly readonly?: boolean
  /** As for a read-only one, which must always be there. */
  readonly fileMustExist?: boolean
  /** Milliseconds to wait for a lock. */
  readonly timeout?: number
}

const usualTimeout = 5000

/**
 * Opens a database under the one key that it must have; null for none. A read-only one must be there. That the
 * key is the wrong one shows at the first question: `SQLITE_NOTADB`, as for rubbish.
 */
export function connect(
  file: string,
  key: DataKey | null,
  { readonly = false, fileMustExist = readonly, timeout = usualTimeout }: HowToConnect = {},
): Connection {
  const connection = new BetterSqlite(file, { readonly, fileMustExist, timeout })
  if (key !== null) {
    unlock(connection, key)
    // What SQLite sorts or vacuums aside would else lie open in the system's temporary folder.
    connection.pragma('temp_store = MEMORY')
  }
  return connection
}

/**
 * For looking over a whole file: it cannot write, and yet is not opened read-only, since SQLite leaves the CHECK
 * constraints out of the schema of a read-only file (`sqlite3AddCheckConstraint`), and `quick_check` then calls rows
 * well that break them. Closing the last such connection folds a log in.
 */
export function connectToCheck(file: string, key: DataKey | null): Connection {
  // Without this, a file that is not there would be made.
  const connection = connect(file, key, { fileMustExist: true })
  connection.pragma('query_only = ON')
  return connection
}

function unlock(connection: Connection, key: DataKey): void {
  connection.pragma(`cipher = 'chacha20'`)
  connection.pragma(`key = ${keyText(key)}`)
}

/** Raw: the 32 bytes are random already, and nothing slow need be derived from them at each opening. */
function keyText(key: DataKey): string {
  return `"raw:${Buffer.from(key).toString('hex')}"`
}

/**
 * Opens a copy (a backup, a snapshot, kept work) that may lie open or be under any known key; throws `SQLITE_NOTADB`
 * where none fits. Not for data that are open: looking at the head of a file gives up, on POSIX, every lock that this process has on it.
 */
export function connectToCopy(file: string, keyring: Keyring, how: HowToConnect = {}): Connection {
  return connect(file, keyOfCopy(file, keyring), how)
}

/** The key under which a copy is; null where it lies open, or where no known key fits. */
export function keyOfCopy(file: string, keyring: Keyring): DataKey | null {
  if (!isEncryptedFile(file)) return null
  return keyring.known.find((key) => fits(file, key)) ?? null
}

function fits(file: string, key: DataKey): boolean {
  const connection = connect(file, key, { readonly: true })
  try {
    connection.pragma('schema_version')
    return true
  } catch (fault) {
    if (isSqliteFault(fault, 'SQLITE_NOTADB')) return false
    throw fault
  } finally {
    connection.close()
  }
}

const plainHead = Buffer.from('SQLite format 3\0', 'latin1')

/** Whether a file that is not open holds anything but a plain database. Nothing in it, or no file: false. */
export function isEncryptedFile(file: string): boolean {
  const head = Buffer.alloc(plainHead.length)
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    // Whoever opens it next is told why.
    return false
  }
  try {
    const length = readSync(handle, head, 0, head.length, 0)
    return length > 0 && !head.equals(plainHead)
  } finally {
    closeSync(handle)
  }
}

/**
 * Rewrites a copy under another key; null for none. Nobody else may have it open, and killed on the way it is worthless:
 * only ever done to a file that does not have its name yet.
 */
export function changeKeyOfCopy(file: string, from: DataKey | null, to: DataKey | null): void {
  if (isSameKey(from, to)) return
  const connection = connect(file, from)
  try {
    connection.pragma('temp_store = MEMORY')
    // Kept in memory: a journal on the disk would hold the pages as they were.
    connection.pragma('journal_mode = MEMORY')
    connection.pragma(`cipher = 'chacha20'`)
    connection.pragma(`rekey = ${to === null ? "''" : keyText(to)}`)
    connection.pragma('journal_mode = DELETE')
  } finally {
    connection.close()
  }
}

export function isSameKey(first: DataKey | null, second: DataKey | null): boolean {
  if (first === null || second === null) return first === second
  return Buffer.from(first).equals(second)
}

/** Whether SQLite threw it, with a code that begins so. */
export function isSqliteFault(
  fault: unknown,
  code = '',
): fault is InstanceType<typeof BetterSqlite.SqliteError> {
  return fault instanceof BetterSqlite.SqliteError && fault.code.startsWith(code)
}
