import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { Refusal } from '#shared/contract/errors.ts'
import { connect, type Connection, connectToCheck, type DataKey } from '../store/connect.ts'
import { applicationId, asOpeningRefusal } from '../store/open-database.ts'
import { flushFile } from './whole-files.ts'

/** What reads a whole database and takes seconds at ten years of a city: a thread does it where there is one. */
export interface HeavyWork {
  /** Refuses with `damaged` where a database of ours is not whole. */
  checkWhole(database: string, key: DataKey | null): Promise<void>
  /** Copies a live database with SQLite's own backup into one checked, flushed file. Throws what the disk throws. */
  copyWhole(database: string, half: string, key: DataKey | null): Promise<void>
}

/** The same, in the thread that asks. */
export const heavyWorkHere: HeavyWork = {
  checkWhole: async (database, key) => {
    await Promise.resolve()
    checkWholeNow(database, key)
  },
  copyWhole: copyWholeNow,
}

export function checkWholeNow(database: string, key: DataKey | null): void {
  try {
    const connection = connectToCheck(database, key)
    try {
      if (isWhole(connection) !== 'ok') throw new Refusal('damaged')
    } finally {
      connection.close()
    }
  } catch (fault) {
    throw asOpeningRefusal(fault)
  }
}

/** Pages copied at a time: two megabytes, after which a writer gets its turn. */
const pagesAtATime = 512

export async function copyWholeNow(database: string, half: string, key: DataKey | null): Promise<void> {
  const connection = connect(database, key, { readonly: true })
  try {
    await copyConnection(connection, half, key)
  } finally {
    connection.close()
  }
}

/** As `copyWholeNow`, from a connection that is open. */
export async function copyConnection(
  connection: Connection,
  half: string,
  key: DataKey | null,
): Promise<void> {
  // SQLite's own backup refuses between a file under a key and one without, and the driver gives its target none.
  if (key === null) {
    await connection.backup(half, { progress: () => pagesAtATime })
    nameOneFile(half)
  } else {
    connection.prepare('VACUUM INTO ?').run(half)
    makeOneFile(half, key)
  }
  verifyBackup(half, key)
  flushFile(half)
}

/** Where the header of a plain database says how it is written and read: 1 by a journal, 2 with a log beside it. */
const modesAt = 18

/** As `makeOneFile`, of a plain copy that nobody has opened and that has no log: only its header is wrong, and SQLite takes longer to say so than to copy it all. */
function nameOneFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    const modes = Buffer.alloc(2)
    readSync(handle, modes, 0, 2, modesAt)
    if (modes.equals(Buffer.from([2, 2]))) writeSync(handle, Buffer.from([1, 1]), 0, 2, modesAt)
  } finally {
    closeSync(handle)
  }
}

/** Kilobytes, taken as they are needed: the index of words is read crosswise, and with less its pages are read again and again. */
const cacheToCheck = 65_536

function isWhole(connection: Connection): unknown {
  connection.pragma(`cache_size = -${String(cacheToCheck)}`)
  return connection.pragma('quick_check(1)', { simple: true })
}

/**
 * A copy still says WAL in its header: merely looking at it would leave two more files beside it, and on a
 * read-only disk it could not be opened at all.
 */
export function makeOneFile(file: string, key: DataKey | null): void {
  const copy = connect(file, key)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

/** Opens a copy and checks it; throws where it is not whole. */
export function verifyBackup(file: string, key: DataKey | null): void {
  const copy = connectToCheck(file, key)
  try {
    if (copy.pragma('application_id', { simple: true }) !== applicationId)
      throw new Error('backup is not a Tsudoi database')
    const verdict = isWhole(copy)
    if (verdict !== 'ok') throw new Error(`backup is damaged: ${String(verdict)}`)
  } finally {
    copy.close()
  }
}
