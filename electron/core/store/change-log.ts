import type { Connection } from './connect.ts'
import { loggedSql } from './masked-columns.ts'

/**
 * The change log is written by triggers, made anew from the schema after each migration: no store function can
 * forget it, and the entry stands in the transaction of its change. Who and what come from SQL functions that
 * `provideChangeContext` registers; a foreign tool without them can read the file but not change it unnoticed.
 */
export const unlogged: ReadonlySet<string> = new Set(['change_log', 'search_entries'])
/** Bytes and frozen copies never change once written and would double the file; keys follow from their texts. */
const unloggedColumns: ReadonlySet<string> = new Set([
  'bytes',
  'record',
  'field_values',
  'name_key',
  'kana_key',
])

interface Column {
  readonly name: string
}

export interface ChangeContext {
  /** UTC, ISO 8601. */
  at: string
  who: string
  /** The account and the PC, for whoever asks later which hand it was. */
  origin: string
  operation: string
  operationNumber: number
}

/** Registers the functions that the triggers ask; the returned record is filled in by the dispatcher before each write. */
export function provideChangeContext(connection: Connection): ChangeContext {
  const context: ChangeContext = { at: '', who: '', origin: '', operation: '', operationNumber: 0 }
  connection.function('change_at', () => context.at)
  connection.function('change_who', () => context.who)
  connection.function('change_origin', () => context.origin)
  connection.function('change_operation', () => context.operation)
  connection.function('change_operation_number', () => context.operationNumber)
  return context
}

export function lastOperationNumber(connection: Connection): number {
  // Newest entries have the highest ids, and operation numbers only grow: no scan.
  const row = connection
    .prepare('SELECT operation_number AS n FROM change_log ORDER BY id DESC LIMIT 1')
    .get()
  return typeof row === 'object' && row !== null && 'n' in row ? Number(row.n) : 0
}

export function rebuildChangeLogTriggers(connection: Connection): void {
  const names = connection
    // Plain tables alone: the index of words is a virtual one, and follows from them.
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all()
    .map(String)
  for (const old of connection
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'log\\_%' ESCAPE '\\'`)
    .pluck()
    .all()
    .map(String)) {
    connection.exec(`DROP TRIGGER "${old}"`)
  }
  const columnsOf = (table: string): readonly string[] =>
    connection
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(table)
      // The query names its one column.
      .map((column) => (column as Column).name)
  // Whoever stops at an earlier step has a log that does not know where a change was made.
  const own = ownColumns.filter(({ column }) => columnsOf('change_log').includes(column))
  for (const table of names)
    if (!unlogged.has(table)) connection.exec(triggersOf(table, columnsOf(table).filter(isLogged), own))
}

const isLogged = (column: string): boolean => !unloggedColumns.has(column)

const valuesOf = (table: string, columns: readonly string[], row: 'OLD' | 'NEW'): string =>
  `json_object(${columns.map((column) => `'${column}', ${loggedSql(table, column, row)}`).join(', ')})`

/** What an entry tells of the operation, each from a function of ours. */
const ownColumns = ['at', 'who', 'origin', 'operation', 'operation_number'].map((column) => ({
  column,
  value: `change_${column}()`,
}))

const intoLog = (own = ownColumns): string =>
  `INSERT INTO change_log (${own.map(({ column }) => column).join(', ')}, table_name, record_id, action, old_values, new_values)`

/** Tells of all records of a table whose rowid is above a number, given as the one parameter, as its insert trigger would have. */
export function logInsertedSql(table: string, columns: readonly string[]): string {
  return `${intoLog()}
     SELECT ${ownColumns.map(({ value }) => `(SELECT ${value})`).join(', ')},
            '${table}', NEW.id, 'insert', NULL, ${valuesOf(table, columns.filter(isLogged), 'NEW')}
     FROM ${table} NEW WHERE NEW.rowid > ? ORDER BY NEW.rowid`
}

function triggersOf(table: string, columns: readonly string[], own: typeof ownColumns): string {
  const object = (row: 'OLD' | 'NEW'): string => valuesOf(table, columns, row)
  const changed = (row: 'OLD' | 'NEW'): string => {
    const rows = columns.map(
      (column) =>
        `SELECT '${column}' AS k, ${loggedSql(table, column, row)} AS v, OLD."${column}" IS NOT NEW."${column}" AS d`,
    )
    return `(SELECT json_group_object(k, v) FROM (${rows.join(' UNION ALL ')}) WHERE d)`
  }
  const entry = (action: string, id: string, oldValues: string, newValues: string): string =>
    `${intoLog(own)}
     VALUES (${own.map(({ value }) => value).join(', ')}, '${table}', ${id}, '${action}', ${oldValues}, ${newValues});`
  // An update that leaves every value as it was is no change.
  const differs = columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ')
  return `
CREATE TRIGGER log_insert_${table} AFTER INSERT ON ${table} BEGIN ${entry('insert', 'NEW.id', 'NULL', object('NEW'))} END;
CREATE TRIGGER log_update_${table} AFTER UPDATE ON ${table} WHEN ${differs} BEGIN ${entry('update', 'NEW.id', changed('OLD'), changed('NEW'))} END;
CREATE TRIGGER log_delete_${table} AFTER DELETE ON ${table} BEGIN ${entry('delete', 'OLD.id', object('OLD'), 'NULL')} END;`
}
