import { Refusal } from '#shared/contract/errors.ts'
import { connect, type Connection, type DataKey } from '../store/connect.ts'
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
    const connection = connect(database, key, { readonly: true })
    try {
      if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Refusal('damaged')
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
  if (key === null) await connection.backup(half, { progress: () => pagesAtATime })
  else connection.prepare('VACUUM INTO ?').run(half)
  makeOneFile(half, key)
  verifyBackup(half, key)
  flushFile(half)
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
  const copy = connect(file, key, { readonly: true })
  try {
    if (copy.pragma('application_id', { simple: true }) !== applicationId)
      throw new Error('backup is not a Tsudoi database')
    const verdict = copy.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw new Error(`backup is damaged: ${String(verdict)}`)
  } finally {
    copy.close()
  }
}
