import { logInsertedSql } from './change-log.ts'
import type { WriteDb } from './database.ts'
import { indexInsertedSql } from './search-index.ts'

/** Those of which an import makes very many; whatever refers to another stands after it. */
const tables = ['organizations', 'people', 'person_sectors', 'affiliations', 'memberships'] as const

/**
 * Lets very many new records be written at a third of the cost: while `work` runs, the triggers of insertion rest, and
 * what they do, the record of changes and the index of words, is done for all new records together, at the end and
 * before anything is changed or deleted. So every record's history is the same, entry by entry; only that entries
 * of different records may stand in another order. It belongs inside a transaction, and with it everything goes back.
 */
export function insertAtOnce<T>(db: WriteDb, work: (db: WriteDb) => T): T {
  const resting = db.all<{ readonly name: string; readonly sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN (${tables.map(() => '?').join(', ')})
       AND (name LIKE 'log\\_insert\\_%' ESCAPE '\\' OR name LIKE 'search\\_insert\\_%' ESCAPE '\\')`,
    tables,
  )
  const followUps = tables.map((table) => followUpOf(db, table))
  for (const { name } of resting) db.run(`DROP TRIGGER "${name}"`)
  let waiting = false
  const catchUp = (): void => {
    if (waiting) for (const followUp of followUps) followUp.told()
    waiting = false
  }
  const value = work({
    ...db,
    run: (sql, parameters) => {
      if (!sql.startsWith('INSERT INTO')) catchUp()
      else if (!waiting) {
        for (const followUp of followUps) followUp.from()
        waiting = true
      }
      return db.run(sql, parameters)
    },
  })
  catchUp()
  for (const { sql } of resting) db.run(sql)
  return value
}

/** Tells of the records of a table that are new from one moment to the next; nothing is deleted in between. */
function followUpOf(db: WriteDb, table: string): { readonly from: () => void; readonly told: () => void } {
  const columns = db
    .all<{ readonly name: string }>('SELECT name FROM pragma_table_info(?)', [table])
    .map((column) => column.name)
  const statements = [logInsertedSql(table, columns), ...indexInsertedSql(table)]
  const newest = (): number =>
    db.get<{ readonly n: number }>(`SELECT COALESCE(MAX(rowid), 0) AS n FROM ${table}`)?.n ?? 0
  let before = 0
  return {
    from: () => {
      before = newest()
    },
    told: () => {
      if (newest() === before) return
      for (const statement of statements) db.run(statement, [before])
    },
  }
}
