import BetterSqlite from 'better-sqlite3'
import { closeSync, openSync, writeSync } from 'node:fs'

const pageSize = 4096

/**
 * Overwrites the first page of a table with rubbish, as a failing disk would. Opening a data folder does not look
 * at 'letter_templates': only a check of the whole file finds it. (The last pages of a file may be free ones.)
 */
export function tearTable(database: string, table: string): void {
  // Not read-only: such a connection leaves its log beside the file.
  const look = new BetterSqlite(database, { fileMustExist: true })
  const page = look
    .prepare<[string], number>(`SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?`)
    .pluck()
    .get(table)
  look.close()
  if (page === undefined) throw new Error(`there is no table ${table}`)
  const handle = openSync(database, 'r+')
  writeSync(handle, Buffer.alloc(pageSize, 0xa5), 0, pageSize, (page - 1) * pageSize)
  closeSync(handle)
}
