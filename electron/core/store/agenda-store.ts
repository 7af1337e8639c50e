import type { AgendaItemFields, AgendaItemPatch } from '#shared/contract/meeting-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type { AgendaItemId, CouncilId, MeetingId } from '#shared/domain/ids.ts'
import type { AgendaKind, AgendaOutcome } from '#shared/domain/meeting.ts'
import type { ReadDb, SqlValue, WriteDb } from './database.ts'

export interface AgendaItemRow extends AgendaItemFields {
  readonly id: AgendaItemId
  readonly meetingId: MeetingId
  readonly outcome: AgendaOutcome
  readonly carriedFrom: string | null
  readonly begunAt: ClockTime | null
}

const itemColumns = `i.id, i.meeting_id AS meetingId, i.kind, i.level, i.title, i.planned_minutes AS plannedMinutes, i.presenter,
  i.paper_number AS paperNumber, i.paper_title AS paperTitle, i.internal_note AS internalNote, i.outcome, i.begun_at AS begunAt`

/** Items of a meeting in order; `carriedFrom` names the meeting that left it: 第1回. */
export function listAgendaItems(db: ReadDb, meetingId: MeetingId): readonly AgendaItemRow[] {
  return db.all<AgendaItemRow>(
    `SELECT ${itemColumns}, CASE WHEN m.id IS NULL THEN NULL ELSE '第' || m.number || '回' END AS carriedFrom
     FROM agenda_items i
     LEFT JOIN agenda_items origin ON origin.id = i.carried_from_id
     LEFT JOIN meetings m ON m.id = origin.meeting_id
     WHERE i.meeting_id = ? AND i.removed_at IS NULL ORDER BY i.position`,
    [meetingId],
  )
}

export function getAgendaItemById(
  db: ReadDb,
  agendaItemId: AgendaItemId,
): (AgendaItemRow & { readonly position: number }) | undefined {
  return db.get<AgendaItemRow & { position: number }>(
    `SELECT ${itemColumns}, i.position, NULL AS carriedFrom FROM agenda_items i WHERE i.id = ? AND i.removed_at IS NULL`,
    [agendaItemId],
  )
}

/** Adds an item behind another, or at the end. What follows moves down by one. */
export function addAgendaItem(
  db: WriteDb,
  item: {
    readonly id: AgendaItemId
    readonly meetingId: MeetingId
    readonly fields: AgendaItemFields
    readonly afterPosition: number | null
    readonly carriedFromId: AgendaItemId | null
  },
): void {
  const last = db.get<{ n: number }>(
    'SELECT COALESCE(MAX(position), 0) AS n FROM agenda_items WHERE meeting_id = ?',
    [item.meetingId],
  )
  const position = (item.afterPosition ?? last?.n ?? 0) + 1
  db.run('UPDATE agenda_items SET position = position + 1 WHERE meeting_id = ? AND position >= ?', [
    item.meetingId,
    position,
  ])
  const { fields } = item
  db.run(
    `INSERT INTO agenda_items (id, meeting_id, position, kind, level, title, planned_minutes, presenter, paper_number, paper_title, internal_note, carried_from_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      item.id,
      item.meetingId,
      position,
      fields.kind,
      fields.level,
      fields.title,
      fields.plannedMinutes,
      fields.presenter,
      fields.paperNumber,
      fields.paperTitle,
      fields.internalNote,
      item.carriedFromId,
    ],
  )
}

/** Column of each field that can be patched; the only names that reach the SQL below. */
const patchColumns: Readonly<Record<keyof AgendaItemPatch, string>> = {
  kind: 'kind',
  level: 'level',
  title: 'title',
  plannedMinutes: 'planned_minutes',
  presenter: 'presenter',
  paperNumber: 'paper_number',
  paperTitle: 'paper_title',
  internalNote: 'internal_note',
}

/** Writes only the fields given: two hands at one row do not undo each other. */
export function patchAgendaItem(db: WriteDb, agendaItemId: AgendaItemId, patch: AgendaItemPatch): void {
  const parts: string[] = []
  const values: SqlValue[] = []
  for (const [field, column] of Object.entries(patchColumns)) {
    // Object.entries forgets that the keys are those of `patchColumns`.
    const value = patch[field as keyof AgendaItemPatch]
    if (value === undefined) continue
    parts.push(`${column} = ?`)
    values.push(value)
  }
  if (parts.length === 0) return
  db.run(`UPDATE agenda_items SET ${parts.join(', ')} WHERE id = ?`, [...values, agendaItemId])
}

/** Changes places with the neighbour above (-1) or below (1); at the edge nothing happens. */
export function moveAgendaItem(db: WriteDb, agendaItemId: AgendaItemId, by: -1 | 1): void {
  const item = getAgendaItemById(db, agendaItemId)
  if (!item) return
  const neighbour = db.get<{ id: AgendaItemId; position: number }>(
    `SELECT id, position FROM agenda_items WHERE meeting_id = ? AND removed_at IS NULL AND position ${by === 1 ? '>' : '<'} ?
     ORDER BY position ${by === 1 ? 'ASC' : 'DESC'} LIMIT 1`,
    [item.meetingId, item.position],
  )
  if (!neighbour) return
  db.run('UPDATE agenda_items SET position = ? WHERE id = ?', [neighbour.position, item.id])
  db.run('UPDATE agenda_items SET position = ? WHERE id = ?', [item.position, neighbour.id])
}

export function setAgendaOutcome(
  db: WriteDb,
  agendaItemId: AgendaItemId,
  outcome: AgendaOutcome,
  note: string,
): void {
  db.run('UPDATE agenda_items SET outcome = ?, outcome_note = ? WHERE id = ?', [outcome, note, agendaItemId])
}

export function setAgendaItemRemoved(db: WriteDb, agendaItemId: AgendaItemId, removedAt: string): void {
  db.run('UPDATE agenda_items SET removed_at = ? WHERE id = ?', [removedAt, agendaItemId])
}

/** What tells which of two meetings came first. */
export interface MeetingPlace {
  readonly id: MeetingId
  readonly heldOn: CalendarDate
  readonly startsAt: ClockTime
}

export interface LeftItem {
  readonly id: AgendaItemId
  readonly title: string
  readonly kind: AgendaKind
  readonly outcome: AgendaOutcome
  readonly number: number
  readonly heldOn: CalendarDate
}

/** Ends an item that was left undecided or 継続, without touching what its own minutes say of it. */
export function endLeftItem(
  db: WriteDb,
  agendaItemId: AgendaItemId,
  on: CalendarDate,
  because: string,
): void {
  db.run('UPDATE agenda_items SET ended_on = ?, ended_because = ? WHERE id = ?', [on, because, agendaItemId])
}

/** An item that only gathers what stands below it; the same as `isHeading` of the domain. */
const isHeadingOnly = `COALESCE((
  SELECT n.level FROM agenda_items n
  WHERE n.meeting_id = i.meeting_id AND n.removed_at IS NULL AND n.position > i.position
  ORDER BY n.position LIMIT 1), 0) > i.level`

/**
 * What earlier meetings of a council left: items marked 継続, and 協議 items of confirmed or past meetings that
 * nobody decided. An item that was taken over already is offered by the later meeting, not twice; once that
 * meeting or its item is taken away again, it is offered anew.
 */
export function listLeftItems(
  db: ReadDb,
  councilId: CouncilId,
  before: MeetingPlace | null,
  today: CalendarDate,
): readonly LeftItem[] {
  return db.all<LeftItem>(
    `SELECT i.id, i.title, i.kind, i.outcome, m.number, m.held_on AS heldOn
     FROM meetings m JOIN agenda_items i ON i.meeting_id = m.id
     WHERE m.council_id = ? AND m.removed_at IS NULL AND i.removed_at IS NULL AND i.ended_on IS NULL
       ${before === null ? '' : 'AND (m.held_on, m.starts_at, m.id) < (?, ?, ?)'}
       AND (i.outcome = 'continued' OR (
         i.outcome = 'open' AND i.kind = 'discussion' AND (m.locked = 1 OR m.held_on <= ?) AND NOT ${isHeadingOnly}))
       AND NOT EXISTS (
         SELECT 1 FROM agenda_items later JOIN meetings l ON l.id = later.meeting_id
         WHERE later.carried_from_id = i.id AND later.removed_at IS NULL AND l.removed_at IS NULL)
     ORDER BY m.held_on, m.starts_at, m.id, i.position`,
    [councilId, ...(before === null ? [] : [before.heldOn, before.startsAt, before.id]), today],
  )
}

/** 非公開: withheld from the public version of the minutes. */
export function listClosedItems(db: ReadDb, meetingId: MeetingId): readonly AgendaItemId[] {
  return db
    .all<{ id: AgendaItemId }>(
      'SELECT id FROM agenda_items WHERE meeting_id = ? AND closed = 1 AND removed_at IS NULL ORDER BY position',
      [meetingId],
    )
    .map((row) => row.id)
}

export function setAgendaItemClosed(db: WriteDb, agendaItemId: AgendaItemId, closed: boolean): void {
  db.run('UPDATE agenda_items SET closed = ? WHERE id = ?', [Number(closed), agendaItemId])
}

/** The time at which the talk about an item began first stays. */
export function beginAgendaItem(db: WriteDb, agendaItemId: AgendaItemId, at: ClockTime): void {
  db.run('UPDATE agenda_items SET begun_at = ? WHERE id = ? AND begun_at IS NULL', [at, agendaItemId])
}
