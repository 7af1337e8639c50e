import type { Connection } from './connect.ts'
import { rebuildChangeLogTriggers } from './change-log.ts'
import { type SqlValue, wrapConnection } from './database.ts'
import { dropSearchTriggers, fillSearchIndex, rebuildSearchTriggers } from './search-index.ts'

/** Puts one row into a table, as it will be read back; columns left out have the schema's defaults. */
export type PutRow = (table: string, row: Readonly<Record<string, SqlValue>>) => void

/**
 * Writes very many rows that nobody entered: made-up data. They are not told in the change log, and indexed at the end
 * in one go. All of it is one transaction, the missing triggers included: cut off, the file is as it was.
 */
export function writeRowsInBulk(connection: Connection, write: (put: PutRow) => void): void {
  const db = wrapConnection(connection)
  // Pages of a million rows: what is not kept in memory is written to the log more than once.
  connection.pragma('cache_size = -262144')
  connection
    .transaction(() => {
      dropSearchTriggers(connection)
      const logging = connection
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'log\\_%' ESCAPE '\\'`)
        .pluck()
        .all()
        .map(String)
      for (const name of logging) connection.exec(`DROP TRIGGER "${name}"`)
      write((table, row) => {
        const columns = Object.keys(row)
        // Names of tables and columns are the generator's own, never from outside.
        db.run(
          `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
          Object.values(row),
        )
      })
      rebuildChangeLogTriggers(connection)
      rebuildSearchTriggers(connection)
      fillSearchIndex(connection)
    })
    .immediate()
  connection.exec('ANALYZE')
}
