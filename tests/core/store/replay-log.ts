import BetterSqlite from 'better-sqlite3'
import { join } from 'node:path'
import { z } from 'zod'
import { asLogged } from '#core/store/masked-columns.ts'
import { unlogged } from '#core/store/change-log.ts'
import { tablesOf } from './schema-of.ts'

const values = z.record(z.string(), z.unknown())
const entrySchema = z.object({
  id: z.number(),
  at: z.string(),
  who: z.string(),
  operation: z.string(),
  operation_number: z.number(),
  table_name: z.string(),
  record_id: z.string(),
  action: z.enum(['insert', 'update', 'delete']),
  old_values: z.string().nullable(),
  new_values: z.string().nullable(),
})
export type LogEntry = Omit<z.infer<typeof entrySchema>, 'old_values' | 'new_values'> & {
  readonly old: Readonly<Record<string, unknown>> | null
  readonly new: Readonly<Record<string, unknown>> | null
}

/** Looks into a folder's database from outside, beside the running program, as SQLite lets a reader do. */
export function lookInto<T>(folder: string, look: (connection: BetterSqlite.Database) => T): T {
  const connection = new BetterSqlite(join(folder, 'tsudoi.db'), { readonly: true })
  try {
    return look(connection)
  } finally {
    connection.close()
  }
}

export function readLog(connection: BetterSqlite.Database, after = 0): readonly LogEntry[] {
  const parse = (text: string | null) => (text === null ? null : values.parse(JSON.parse(text)))
  return connection
    .prepare('SELECT * FROM change_log WHERE id > ? ORDER BY id')
    .all(after)
    .map((row) => entrySchema.parse(row))
    .map(({ old_values, new_values, ...entry }) => ({
      ...entry,
      old: parse(old_values),
      new: parse(new_values),
    }))
}

type Rows = ReadonlyMap<string, Readonly<Record<string, unknown>>>

/** What the tables should hold if the log told everything: its entries carried out one by one. */
export function replayLog(entries: readonly LogEntry[]): ReadonlyMap<string, Rows> {
  const tables = new Map<string, Map<string, Record<string, unknown>>>()
  for (const entry of entries) {
    const rows = tables.get(entry.table_name) ?? new Map<string, Record<string, unknown>>()
    tables.set(entry.table_name, rows)
    const before = rows.get(entry.record_id) ?? {}
    for (const [column, value] of Object.entries(entry.old ?? {})) {
      if (before[column] !== value)
        throw new Error(`entry ${String(entry.id)}: ${column} was not what it says`)
    }
    if (entry.action === 'delete') rows.delete(entry.record_id)
    else rows.set(entry.record_id, { ...before, ...entry.new })
  }
  return tables
}

/** What the tables hold, without the columns that the log leaves out: bytes, frozen copies, and keys that follow from a text. */
export function readTables(connection: BetterSqlite.Database): ReadonlyMap<string, Rows> {
  const unloggedColumns = new Set(['bytes', 'record', 'field_values', 'name_key', 'kana_key'])
  const tables = tablesOf(connection).filter((table) => !unlogged.has(table))
  return new Map(
    tables.flatMap((table) => {
      const rows = connection
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map((row) => values.parse(row))
      if (rows.length === 0) return []
      return [
        [
          table,
          new Map(
            rows.map((row) => [
              String(row.id),
              Object.fromEntries(
                Object.entries(row)
                  .filter(([column]) => !unloggedColumns.has(column))
                  .map(([column, value]) => [
                    column,
                    typeof value === 'string' ? asLogged(table, column, value) : value,
                  ]),
              ),
            ]),
          ),
        ],
      ]
    }),
  )
}
