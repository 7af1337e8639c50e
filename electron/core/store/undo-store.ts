import { isSqliteFault } from './connect.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type { ReadDb, SqlValue, WriteDb } from './database.ts'
import { asLogged, isMasked } from './masked-columns.ts'
import type { NetChange, Values } from './net-changes.ts'
import { isInConfirmedMinutes, keysOf, quoted } from './record-rows.ts'

/** What has been handed out, frozen or counted elsewhere is not taken back by the record of changes. */
const frozenTables: ReadonlySet<string> = new Set([
  'minutes_versions',
  'submissions',
  'stored_files',
  'import_runs',
  'person_merges',
  'document_numbers',
  'payments',
  'payment_lines',
  'payment_files',
  'role_pins',
])

/** Whether an operation with these changes may be taken back at all. */
export function isUndoable(changes: readonly NetChange[]): boolean {
  return changes.every(
    ({ table, before, after }) =>
      !frozenTables.has(table) &&
      !(table === 'secretariat' && before === null) &&
      // What the log holds only the end of cannot be put back from it.
      !(before !== null && Object.keys({ ...before, ...after }).some((column) => isMasked(table, column))),
  )
}

/**
 * Undoes changes, the last first: each record must still be as they left it, and nothing later may need a
 * record that goes. Refuses with `conflict`, `minutes-locked` or `not-undoable`.
 */
export function undoChanges(db: WriteDb, changes: readonly NetChange[], removedAt: string): void {
  if (!isUndoable(changes)) throw new Refusal('not-undoable')
  const own = new Set(changes.map(({ table, recordId }) => `${table}/${recordId}`))
  const references = new Map<string, readonly Reference[]>()
  const referencesTo = (table: string): readonly Reference[] => {
    const known = references.get(table) ?? listReferencesTo(db, table)
    references.set(table, known)
    return known
  }
  for (const change of changes) requireAsLeft(db, change, own, referencesTo)
  try {
    for (const change of changes.toReversed()) undoOne(db, change, removedAt)
  } catch (fault) {
    // A number given anew, a record that is gone: the data have gone on.
    if (isSqliteFault(fault, 'SQLITE_CONSTRAINT')) throw new Refusal('conflict')
    throw fault
  }
}

function requireAsLeft(
  db: ReadDb,
  change: NetChange,
  own: ReadonlySet<string>,
  referencesTo: (table: string) => readonly Reference[],
): void {
  const { table, recordId, before, after } = change
  const now = db.get<Values>(`SELECT * FROM ${quoted(table)} WHERE id = ?`, [recordId])
  if (after === null) {
    if (now !== undefined) throw new Refusal('conflict')
    return
  }
  if (now === undefined) throw new Refusal('conflict')
  for (const [column, value] of Object.entries(after))
    if (asLogged(table, column, now[column]) !== value) throw new Refusal('conflict')
  if (isInConfirmedMinutes(db, change, now)) throw new Refusal('minutes-locked')
  if (before === null) requireUnused(db, change, own, referencesTo(table))
}

interface Reference {
  readonly child: string
  readonly column: string
  readonly soft: number
}

function listReferencesTo(db: ReadDb, table: string): readonly Reference[] {
  return db.all<Reference>(
    `SELECT m.name AS child, f."from" AS "column",
            EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'removed_at') AS soft
     FROM pragma_table_list m, pragma_foreign_key_list(m.name) f
     WHERE m.schema = 'main' AND m.type = 'table' AND f."table" = ?`,
    [table],
  )
}

/** A record that goes may be needed by none but those that go with it, or have gone. */
function requireUnused(
  db: ReadDb,
  { recordId }: NetChange,
  own: ReadonlySet<string>,
  references: readonly Reference[],
): void {
  for (const { child, column, soft } of references) {
    const standing = soft === 1 ? 'AND removed_at IS NULL' : ''
    const users = db.all<{ readonly id: string }>(
      `SELECT id FROM ${quoted(child)} WHERE ${quoted(column)} = ? ${standing}`,
      [recordId],
    )
    if (users.some(({ id }) => !own.has(`${child}/${id}`))) throw new Refusal('conflict')
  }
}

function undoOne(db: WriteDb, { table, recordId, before, after }: NetChange, removedAt: string): void {
  if (before === null && after !== null) {
    if (Object.hasOwn(after, 'removed_at')) setValues(db, table, recordId, { removed_at: removedAt })
    else db.run(`DELETE FROM ${quoted(table)} WHERE id = ?`, [recordId])
  } else if (before !== null && after === null) {
    const row = { ...before, ...keysOf(table, before) }
    const names = Object.keys(row)
    db.run(
      `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      Object.values(row),
    )
  } else if (before !== null) {
    setValues(db, table, recordId, before)
    const now = db.get<Values>(`SELECT * FROM ${quoted(table)} WHERE id = ?`, [recordId])
    const keys = keysOf(table, now ?? {})
    if (Object.keys(keys).length > 0) setValues(db, table, recordId, keys)
  }
}

function setValues(db: WriteDb, table: string, recordId: string, values: Values): void {
  const names = Object.keys(values)
  if (names.length === 0) return
  const parameters: readonly SqlValue[] = [...Object.values(values), recordId]
  db.run(
    `UPDATE ${quoted(table)} SET ${names.map((name) => `${quoted(name)} = ?`).join(', ')} WHERE id = ?`,
    parameters,
  )
}
