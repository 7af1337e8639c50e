import { recordTables, type RecordTable } from '#shared/domain/record-words.ts'
import type { ReadDb } from './database.ts'

export interface NameTrace {
  readonly table: RecordTable
  readonly records: number
}

/** The roster itself: another person may have the same name. */
const ofOthers: ReadonlySet<RecordTable> = new Set(['people'])

/** In how many records of which tables one of these names stands in any text. Reads all of them: for the rare question only. */
export function findNameTraces(db: ReadDb, names: readonly string[]): readonly NameTrace[] {
  return recordTables.flatMap((table) => {
    const columns = db
      .all<{ readonly name: string }>(`SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'`, [table])
      .map(({ name }) => name)
      .filter((name) => name !== 'id' && !name.endsWith('_id'))
    if (ofOthers.has(table) || columns.length === 0 || names.length === 0) return []
    const holds = columns.flatMap((column) => names.map(() => `instr(COALESCE("${column}", ''), ?) > 0`))
    const records =
      db.get<{ readonly n: number }>(
        `SELECT COUNT(*) AS n FROM ${table} WHERE ${holds.join(' OR ')}`,
        columns.flatMap(() => names),
      )?.n ?? 0
    return records === 0 ? [] : [{ table, records }]
  })
}
