import type { SqlValue } from './database.ts'

/** Numbers of accounts, and what proves a role: the change log tells that one was changed, and never which it was. */
const maskedColumns: ReadonlySet<string> = new Set([
  'bank_accounts.number',
  'transfer_sender.number',
  'role_pins.secret',
])

/** Whether the log holds only the end of what stands in a column, so that nothing can be put back from it. */
export function isMasked(table: string, column: string): boolean {
  return maskedColumns.has(`${table}.${column}`)
}

/** A value as the log holds it: ****123 for 0012123. */
export function asLogged(table: string, column: string, value: SqlValue | undefined): SqlValue | undefined {
  return isMasked(table, column) && typeof value === 'string' ? `****${value.slice(-3)}` : value
}

/** The same in SQL. */
export function loggedSql(table: string, column: string, row: 'OLD' | 'NEW'): string {
  const value = `${row}."${column}"`
  return isMasked(table, column) ? `iif(${value} IS NULL, NULL, '****' || substr(${value}, -3))` : value
}
