import type { TemplateItem } from '#shared/contract/agenda-template-operations.ts'
import type { AgendaTemplateId, CouncilId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

type TemplateRow = TemplateItem & { readonly id: AgendaTemplateId }

function listRows(db: ReadDb, councilId: CouncilId): readonly TemplateRow[] {
  return db.all<TemplateRow>(
    `SELECT id, recurs, kind, level, title, planned_minutes AS plannedMinutes, presenter, internal_note AS internalNote
     FROM agenda_templates WHERE council_id = ? AND removed_at IS NULL ORDER BY position, id`,
    [councilId],
  )
}

/** いつもの次第 of a council, in order. */
export function listTemplateItems(db: ReadDb, councilId: CouncilId): readonly TemplateItem[] {
  return listRows(db, councilId).map(({ id: _id, ...item }) => item)
}

/** Puts a list in the place of the one there was. Lines that stay as they are keep their records, so that the log tells only of changes. */
export function saveTemplateItems(
  db: WriteDb,
  councilId: CouncilId,
  items: readonly TemplateItem[],
  nextId: () => AgendaTemplateId,
  removedAt: string,
): void {
  const present = listRows(db, councilId)
  for (const [position, item] of items.entries()) {
    const row = present[position]
    const values = [
      position + 1,
      item.recurs,
      item.kind,
      item.level,
      item.title,
      item.plannedMinutes,
      item.presenter,
      item.internalNote,
    ] as const
    if (row === undefined) {
      db.run(
        `INSERT INTO agenda_templates (id, council_id, position, recurs, kind, level, title, planned_minutes, presenter, internal_note)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [nextId(), councilId, ...values],
      )
    } else {
      db.run(
        `UPDATE agenda_templates SET position = ?, recurs = ?, kind = ?, level = ?, title = ?, planned_minutes = ?,
           presenter = ?, internal_note = ? WHERE id = ?`,
        [...values, row.id],
      )
    }
  }
  for (const row of present.slice(items.length))
    db.run('UPDATE agenda_templates SET removed_at = ? WHERE id = ?', [removedAt, row.id])
}
