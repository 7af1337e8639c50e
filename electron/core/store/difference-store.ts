import { isSqliteFault } from './connect.ts'
import { createHash } from 'node:crypto'
import { Refusal } from '#shared/contract/errors.ts'
import type { ReadDb, SqlValue, WriteDb } from './database.ts'
import { isMasked } from './masked-columns.ts'
import { type LogRow, type NetChange, netChanges, type Values } from './net-changes.ts'
import { keysOf, quoted, requireUnlocked } from './record-rows.ts'

/** Where it was done does not tell two databases apart, and one of an earlier version does not know it. */
type Told = Omit<LogRow, 'origin'>
const columns = `id, at, who, operation, operation_number AS operationNumber, table_name AS tableName,
  record_id AS recordId, action, old_values AS oldValues, new_values AS newValues`

/** What tells one entry of a log from any other: the last one up to a number; '' where there is none. */
export function entryMarkUpTo(db: ReadDb, id: number): string {
  const row = db.get<Told>(`SELECT ${columns} FROM change_log WHERE id <= ? ORDER BY id DESC LIMIT 1`, [id])
  if (row === undefined) return ''
  const digest = createHash('sha256').update(JSON.stringify(row)).digest('hex')
  return `${String(row.id)}-${digest.slice(0, 32)}`
}

/** The number of the last entry of a log; 0 where there is none. */
export function lastEntryOf(db: ReadDb): number {
  return db.get<{ n: number | null }>('SELECT MAX(id) AS n FROM change_log')?.n ?? 0
}

/** The last entry that two databases of one office have in common: up to it their logs are the same. */
export function partedAfter(first: ReadDb, second: ReadDb): number {
  let [known, open] = [0, Math.min(lastEntryOf(first), lastEntryOf(second)) + 1]
  while (open - known > 1) {
    const middle = (known + open) >> 1
    if (entryMarkUpTo(first, middle) === entryMarkUpTo(second, middle)) known = middle
    else open = middle
  }
  return known
}

/** What happened to each record after an entry of the log, as one change. */
export function changesAfter(db: ReadDb, entry: number): readonly NetChange[] {
  return netChanges(db.all<Told>(`SELECT ${columns} FROM change_log WHERE id > ? ORDER BY id`, [entry]))
}

/** What one record went through after an entry of the log; null for nothing. */
export function changeOfRecordAfter(
  db: ReadDb,
  entry: number,
  table: string,
  recordId: string,
): NetChange | null {
  const rows = db.all<Told>(
    `SELECT ${columns} FROM change_log WHERE table_name = ? AND record_id = ? AND id > ? ORDER BY id`,
    [table, recordId, entry],
  )
  return netChanges(rows)[0] ?? null
}

/** The whole record as it stands; null where there is none. */
export function readRecord(db: ReadDb, table: string, recordId: string): Values | null {
  return db.get<Values>(`SELECT * FROM ${quoted(table)} WHERE id = ?`, [recordId]) ?? null
}

/**
 * Does to a record what was done to it in other data: only the values that were changed there. Refuses with
 * `conflict` where it does not fit: what it belongs to is not there, its number is taken; with `minutes-locked`.
 */
export function takeChange(db: WriteDb, other: ReadDb, { table, recordId, before, after }: NetChange): void {
  const now = readRecord(db, table, recordId)
  if (now !== null) requireUnlocked(db, table, now, after)
  try {
    if (after === null) db.run(`DELETE FROM ${quoted(table)} WHERE id = ?`, [recordId])
    else if (now === null) insert(db, table, requireRecord(other, table, recordId))
    else
      update(
        db,
        table,
        recordId,
        before === null ? requireRecord(other, table, recordId) : unmasked(other, table, recordId, after),
        now,
      )
  } catch (fault) {
    if (isSqliteFault(fault, 'SQLITE_CONSTRAINT')) throw new Refusal('conflict')
    throw fault
  }
}

/** The changed values; those that the log holds only the end of come from the record itself. */
function unmasked(other: ReadDb, table: string, recordId: string, after: Values): Values {
  const masked = Object.keys(after).filter((column) => isMasked(table, column))
  if (masked.length === 0) return after
  const record = requireRecord(other, table, recordId)
  return { ...after, ...Object.fromEntries(masked.map((column) => [column, record[column] ?? null])) }
}

function requireRecord(db: ReadDb, table: string, recordId: string): Values {
  const record = readRecord(db, table, recordId)
  if (record === null) throw new Refusal('not-found')
  return record
}

function insert(db: WriteDb, table: string, record: Values): void {
  const names = Object.keys(record)
  db.run(
    `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    Object.values(record),
  )
}

function update(db: WriteDb, table: string, recordId: string, values: Values, now: Values): void {
  const keyed = { ...values, ...keysOf(table, { ...now, ...values }) }
  const names = Object.keys(keyed).filter((name) => name !== 'id' && Object.hasOwn(now, name))
  if (names.length === 0) return
  const parameters: readonly SqlValue[] = [...names.map((name) => keyed[name] ?? null), recordId]
  db.run(
    `UPDATE ${quoted(table)} SET ${names.map((name) => `${quoted(name)} = ?`).join(', ')} WHERE id = ?`,
    parameters,
  )
}
