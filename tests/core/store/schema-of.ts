import type BetterSqlite from 'better-sqlite3'

/**
 * Every table, index and trigger as SQLite keeps it, in one text: what two databases are compared by. Tables that a
 * virtual one makes for itself are left out.
 */
export function schemaOf(
  connection: BetterSqlite.Database,
  kinds: readonly string[] = ['table', 'index', 'trigger'],
): string {
  return connection
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY name`,
    )
    .all()
    .filter((entry) => kinds.includes(entry.type))
    .map((entry) => `${entry.sql.trim()};\n`)
    .join('\n')
}

export function tablesOf(connection: BetterSqlite.Database): readonly string[] {
  return connection
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all()
}
