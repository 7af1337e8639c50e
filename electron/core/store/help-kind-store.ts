import { type HelpKind, type HelpKindRow, shippedHelpKinds } from '#shared/domain/help-kinds.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** The office's own list in its order, retired ones among them; the one it began with until it changes it. */
export function listHelpKinds(db: ReadDb): readonly HelpKindRow[] {
  const own = db.all<{ code: HelpKind; name: string; removedAt: string | null }>(
    'SELECT id AS code, name, removed_at AS removedAt FROM help_kinds ORDER BY position, id',
  )
  return own.length === 0
    ? shippedHelpKinds
    : own.map(({ code, name, removedAt }) => ({ code, name, retired: removedAt !== null }))
}

/** Before the list is changed for the first time it becomes the office's own. */
function keepOwn(db: WriteDb): void {
  if (db.get('SELECT 1 AS own FROM help_kinds LIMIT 1') !== undefined) return
  for (const [position, { code, name }] of shippedHelpKinds.entries()) {
    db.run('INSERT INTO help_kinds (id, name, position) VALUES (?, ?, ?)', [code, name, position])
  }
}

export function addHelpKind(db: WriteDb, code: HelpKind, name: string): void {
  keepOwn(db)
  db.run(
    'INSERT INTO help_kinds (id, name, position) VALUES (?, ?, (SELECT COALESCE(MAX(position), 0) + 1 FROM help_kinds))',
    [code, name],
  )
}

/** Returns whether there was such a kind. */
export function saveHelpKind(db: WriteDb, code: HelpKind, name: string): boolean {
  keepOwn(db)
  return db.run('UPDATE help_kinds SET name = ? WHERE id = ?', [name, code]) === 1
}

/** Returns whether there was such a kind. */
export function retireHelpKind(db: WriteDb, code: HelpKind, retiredAt: string | null): boolean {
  keepOwn(db)
  return db.run('UPDATE help_kinds SET removed_at = ? WHERE id = ?', [retiredAt, code]) === 1
}

/** Writes the places of the list anew, in the order given. */
export function orderHelpKinds(db: WriteDb, codes: readonly HelpKind[]): void {
  keepOwn(db)
  for (const [position, code] of codes.entries()) {
    db.run('UPDATE help_kinds SET position = ? WHERE id = ?', [position, code])
  }
}
