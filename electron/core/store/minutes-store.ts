import type { MinutesVersion } from '#shared/contract/meeting-operations.ts'
import type { StatementFields } from '#shared/contract/minutes-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AgendaItemId, MeetingId, MinutesVersionId, PersonId, StatementId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

export interface StatementRow extends StatementFields {
  readonly id: StatementId
  readonly meetingId: MeetingId
  readonly position: number
}

const statementQuery = `
  SELECT s.id, s.meeting_id AS meetingId, s.agenda_item_id AS agendaItemId, s.position, s.attendance_id AS attendanceId,
         s.kind, s.text, s.full_text AS fullText, s.spoken_at AS spokenAt
  FROM statements s`

/** The talk in the order of the agenda, then as it went. */
export function listStatements(db: ReadDb, meetingId: MeetingId): readonly StatementRow[] {
  return db.all<StatementRow>(
    `${statementQuery} JOIN agenda_items i ON i.id = s.agenda_item_id
     WHERE s.meeting_id = ? AND s.removed_at IS NULL ORDER BY i.position, s.position, s.id`,
    [meetingId],
  )
}

export function getStatementById(db: ReadDb, statementId: StatementId): StatementRow | undefined {
  return db.get<StatementRow>(`${statementQuery} WHERE s.id = ? AND s.removed_at IS NULL`, [statementId])
}

/** `removed` too: to bring one back. */
export function getStatementEvenIfRemoved(db: ReadDb, statementId: StatementId): StatementRow | undefined {
  return db.get<StatementRow>(`${statementQuery} WHERE s.id = ?`, [statementId])
}

export function setStatementPlace(
  db: WriteDb,
  statementId: StatementId,
  agendaItemId: AgendaItemId,
  position: number,
): void {
  db.run('UPDATE statements SET agenda_item_id = ?, position = ? WHERE id = ?', [
    agendaItemId,
    position,
    statementId,
  ])
}

/** A place before every line of an item; among those of other items it has no meaning. */
export function placeBeforeStatements(db: ReadDb, agendaItemId: AgendaItemId): number {
  const first = db.get<{ n: number | null }>(
    'SELECT MIN(position) AS n FROM statements WHERE agenda_item_id = ?',
    [agendaItemId],
  )
  return first?.n == null ? gap : first.n - gap
}

/** Places of a meeting's lines leave gaps of this size, so that one put in between moves no other. */
const gap = 2 ** 20

/**
 * A place behind a line among the lines of an item, or at the end of the meeting. Where the gap is used up, all
 * lines are spread anew in their order.
 */
export function placeForStatement(
  db: WriteDb,
  meetingId: MeetingId,
  agendaItemId: AgendaItemId,
  after: StatementRow | null,
): number {
  if (after === null) {
    const last = db.get<{ n: number }>(
      'SELECT COALESCE(MAX(position), 0) AS n FROM statements WHERE meeting_id = ?',
      [meetingId],
    )
    return (last?.n ?? 0) + gap
  }
  // Removed lines keep their place, for the case that they are brought back.
  const next = db.get<{ position: number }>(
    `SELECT position FROM statements WHERE agenda_item_id = ? AND (position, id) > (?, ?)
     ORDER BY position, id LIMIT 1`,
    [agendaItemId, after.position, after.id],
  )
  if (!next) return after.position + gap
  if (next.position - after.position > 1) return Math.floor((after.position + next.position) / 2)
  db.run(
    `UPDATE statements SET position = spread.place * ?
     FROM (SELECT id, row_number() OVER (ORDER BY position, id) AS place FROM statements WHERE meeting_id = ?) AS spread
     WHERE statements.id = spread.id`,
    [gap, meetingId],
  )
  const moved = getStatementEvenIfRemoved(db, after.id)
  return (moved?.position ?? after.position) + gap / 2
}

export function addStatement(
  db: WriteDb,
  statement: StatementFields & {
    readonly id: StatementId
    readonly meetingId: MeetingId
    readonly position: number
  },
): void {
  db.run(
    `INSERT INTO statements (id, meeting_id, agenda_item_id, position, attendance_id, kind, text, full_text, spoken_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      statement.id,
      statement.meetingId,
      statement.agendaItemId,
      statement.position,
      statement.attendanceId,
      statement.kind,
      statement.text,
      statement.fullText,
      statement.spokenAt,
    ],
  )
}

export function saveStatement(db: WriteDb, statementId: StatementId, fields: StatementFields): void {
  db.run(
    'UPDATE statements SET agenda_item_id = ?, attendance_id = ?, kind = ?, text = ?, full_text = ?, spoken_at = ? WHERE id = ?',
    [
      fields.agendaItemId,
      fields.attendanceId,
      fields.kind,
      fields.text,
      fields.fullText,
      fields.spokenAt,
      statementId,
    ],
  )
}

export function setStatementRemoved(db: WriteDb, statementId: StatementId, removedAt: string | null): void {
  db.run('UPDATE statements SET removed_at = ? WHERE id = ?', [removedAt, statementId])
}

/** The last things that a person said, newest first. */
export function listStatementsOfPerson(db: ReadDb, personId: PersonId, most: number) {
  return db.all<{ text: string; meetingNumber: number; heldOn: CalendarDate; councilName: string }>(
    `SELECT s.text, m.number AS meetingNumber, m.held_on AS heldOn, c.name AS councilName
     FROM attendances a JOIN statements s ON s.attendance_id = a.id
     JOIN meetings m ON m.id = s.meeting_id JOIN councils c ON c.id = m.council_id
     WHERE a.person_id = ? AND s.removed_at IS NULL AND m.removed_at IS NULL AND a.presence <> 'proxy'
     ORDER BY m.held_on DESC, s.position DESC LIMIT ?`,
    [personId, most],
  )
}

export function listMinutesVersions(db: ReadDb, meetingId: MeetingId): readonly MinutesVersion[] {
  return db.all<MinutesVersion>(
    `SELECT id, version, confirmed_at AS confirmedAt, confirmed_by AS confirmedBy, reopened_because AS reopenedBecause
     FROM minutes_versions WHERE meeting_id = ? ORDER BY version`,
    [meetingId],
  )
}

export function addMinutesVersion(
  db: WriteDb,
  version: {
    readonly id: MinutesVersionId
    readonly meetingId: MeetingId
    readonly version: number
    readonly confirmedAt: string
    readonly confirmedBy: string
    readonly record: string
  },
): void {
  db.run(
    'INSERT INTO minutes_versions (id, meeting_id, version, confirmed_at, confirmed_by, record) VALUES (?, ?, ?, ?, ?, ?)',
    [
      version.id,
      version.meetingId,
      version.version,
      version.confirmedAt,
      version.confirmedBy,
      version.record,
    ],
  )
}

/** The frozen record of the newest version, as JSON; undefined before the first. */
export function getNewestMinutesRecord(db: ReadDb, meetingId: MeetingId): string | undefined {
  return db.get<{ record: string }>(
    'SELECT record FROM minutes_versions WHERE meeting_id = ? ORDER BY version DESC LIMIT 1',
    [meetingId],
  )?.record
}

export function markVersionReopened(
  db: WriteDb,
  versionId: MinutesVersionId,
  because: string,
  at: string,
): void {
  db.run('UPDATE minutes_versions SET reopened_because = ?, reopened_at = ? WHERE id = ?', [
    because,
    at,
    versionId,
  ])
}
