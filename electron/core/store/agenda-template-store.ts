import type { TemplateItem } from '#shared/contract/agenda-template-operations.ts'
import type { AgendaTemplateId, CouncilId, NamedAgendaId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

type TemplateRow = TemplateItem & { readonly id: AgendaTemplateId }

/** Whose lines: the usual 次第 of a council, or one that it keeps under a name. */
export interface TemplateOwner {
  readonly councilId: CouncilId
  readonly namedAgendaId: NamedAgendaId | null
}

function listRows(db: ReadDb, { councilId, namedAgendaId }: TemplateOwner): readonly TemplateRow[] {
  return db.all<TemplateRow>(
    `SELECT id, recurs, kind, level, title, planned_minutes AS plannedMinutes, presenter, internal_note AS internalNote
     FROM agenda_templates WHERE council_id = ? AND named_agenda_id IS ? AND removed_at IS NULL ORDER BY position, id`,
    [councilId, namedAgendaId],
  )
}

/** The lines of a 次第 to begin from, in order. */
export function listTemplateItems(db: ReadDb, owner: TemplateOwner): readonly TemplateItem[] {
  return listRows(db, owner).map(({ id: _id, ...item }) => item)
}

export interface NamedAgenda {
  readonly id: NamedAgendaId
  readonly councilId: CouncilId
  readonly name: string
  readonly items: number
}

const namedQuery = `
  SELECT n.id, n.council_id AS councilId, n.name,
         (SELECT COUNT(*) FROM agenda_templates t WHERE t.named_agenda_id = n.id AND t.removed_at IS NULL) AS items
  FROM named_agendas n`

export function listNamedAgendas(db: ReadDb, councilId: CouncilId): readonly NamedAgenda[] {
  return db.all<NamedAgenda>(
    `${namedQuery} WHERE n.council_id = ? AND n.removed_at IS NULL ORDER BY n.name`,
    [councilId],
  )
}

/** `removed`: one that was taken away, to bring it back. */
export function getNamedAgendaById(
  db: ReadDb,
  namedAgendaId: NamedAgendaId,
  removed = false,
): NamedAgenda | undefined {
  return db.get<NamedAgenda>(
    `${namedQuery} WHERE n.id = ? AND n.removed_at IS ${removed ? 'NOT NULL' : 'NULL'}`,
    [namedAgendaId],
  )
}

export function addNamedAgenda(
  db: WriteDb,
  {
    id,
    councilId,
    name,
  }: { readonly id: NamedAgendaId; readonly councilId: CouncilId; readonly name: string },
): void {
  db.run('INSERT INTO named_agendas (id, council_id, name) VALUES (?, ?, ?)', [id, councilId, name])
}

export function renameNamedAgenda(db: WriteDb, namedAgendaId: NamedAgendaId, name: string): void {
  db.run('UPDATE named_agendas SET name = ? WHERE id = ?', [name, namedAgendaId])
}

/** Its lines stay with it: brought back, it is whole. */
export function setNamedAgendaRemoved(
  db: WriteDb,
  namedAgendaId: NamedAgendaId,
  removedAt: string | null,
): void {
  db.run('UPDATE named_agendas SET removed_at = ? WHERE id = ?', [removedAt, namedAgendaId])
}

/** Puts a list in the place of the one there was. Lines that stay as they are keep their records, so that the log tells only of changes. */
export function saveTemplateItems(
  db: WriteDb,
  owner: TemplateOwner,
  items: readonly TemplateItem[],
  nextId: () => AgendaTemplateId,
  removedAt: string,
): void {
  const present = listRows(db, owner)
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
        `INSERT INTO agenda_templates (id, council_id, named_agenda_id, position, recurs, kind, level, title, planned_minutes, presenter, internal_note)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [nextId(), owner.councilId, owner.namedAgendaId, ...values],
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
