import type { ShownList } from '#shared/contract/table-operations.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** The columns that were last looked at; null where nobody has chosen any. */
export function getListColumns(db: ReadDb, list: ShownList): readonly string[] | null {
  const kept = db.get<{ columns: string }>('SELECT columns FROM list_columns WHERE id = ?', [list])
  // Written by saveListColumns alone.
  return kept === undefined ? null : (JSON.parse(kept.columns) as string[])
}

export function saveListColumns(db: WriteDb, list: ShownList, columns: readonly string[]): void {
  const text = JSON.stringify(columns)
  if (db.run('UPDATE list_columns SET columns = ? WHERE id = ?', [text, list]) === 0)
    db.run('INSERT INTO list_columns (id, columns) VALUES (?, ?)', [list, text])
}
