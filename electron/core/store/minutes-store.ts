import type { Decision, MinutesVersion } from '#shared/contract/meeting-operations.ts'
import type { StatementFields } from '#shared/contract/minutes-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type {
  AgendaItemId,
  CouncilId,
  DecisionId,
  MeetingId,
  MinutesVersionId,
  PersonId,
  StatementId,
} from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

export interface StatementRow extends StatementFields {
  readonly id: StatementId
  readonly meetingId: MeetingId
  readonly position: number
}

const statementQuery = `
  SELECT s.id, s.meeting_id AS meetingId, s.agenda_item_id AS agendaItemId, s.position, s.attendance_id AS attendanceId,
         s.kind, s.text, s.spoken_at AS spokenAt
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
    `INSERT INTO statements (id, meeting_id, agenda_item_id, position, attendance_id, kind, text, spoken_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      statement.id,
      statement.meetingId,
      statement.agendaItemId,
      statement.position,
      statement.attendanceId,
      statement.kind,
      statement.text,
      statement.spokenAt,
    ],
  )
}

export function saveStatement(db: WriteDb, statementId: StatementId, fields: StatementFields): void {
  db.run(
    'UPDATE statements SET agenda_item_id = ?, attendance_id = ?, kind = ?, text = ?, spoken_at = ? WHERE id = ?',
    [fields.agendaItemId, fields.attendanceId, fields.kind, fields.text, fields.spokenAt, statementId],
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

const decisionQuery = `
  SELECT d.id, d.meeting_id AS meetingId, d.agenda_item_id AS agendaItemId, d.statement_id AS statementId,
         d.fiscal_year AS fiscalYear, d.number, d.text
  FROM decisions d WHERE d.removed_at IS NULL`

export function listDecisions(db: ReadDb, meetingId: MeetingId): readonly Decision[] {
  return db.all<Decision>(`${decisionQuery} AND d.meeting_id = ? ORDER BY d.number`, [meetingId])
}

export function getDecisionById(
  db: ReadDb,
  decisionId: DecisionId,
): (Decision & { readonly meetingId: MeetingId }) | undefined {
  return db.get<Decision & { meetingId: MeetingId }>(`${decisionQuery} AND d.id = ?`, [decisionId])
}

/** The number that follows the highest one of the 年度. One that was removed at the end is given again; one in the middle leaves its gap. */
export function nextDecisionNumber(db: ReadDb, councilId: CouncilId, fiscalYear: number): number {
  return (
    db.get<{ n: number }>(
      'SELECT COALESCE(MAX(number), 0) + 1 AS n FROM decisions WHERE council_id = ? AND fiscal_year = ? AND removed_at IS NULL',
      [councilId, fiscalYear],
    )?.n ?? 1
  )
}

export function addDecision(
  db: WriteDb,
  decision: {
    readonly id: DecisionId
    readonly councilId: CouncilId
    readonly meetingId: MeetingId
    readonly agendaItemId: AgendaItemId
    readonly statementId: StatementId | null
    readonly fiscalYear: number
    readonly number: number
    readonly text: string
  },
): void {
  db.run(
    `INSERT INTO decisions (id, council_id, meeting_id, agenda_item_id, statement_id, fiscal_year, number, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      decision.id,
      decision.councilId,
      decision.meetingId,
      decision.agendaItemId,
      decision.statementId,
      decision.fiscalYear,
      decision.number,
      decision.text,
    ],
  )
}

/** Takes a meeting's decisions into another 年度, behind those it has: the meeting's day was put right. */
export function moveDecisionsToYear(
  db: WriteDb,
  meeting: { readonly id: MeetingId; readonly councilId: CouncilId },
  fiscalYear: number,
): void {
  for (const decision of listDecisions(db, meeting.id)) {
    db.run('UPDATE decisions SET fiscal_year = ?, number = ? WHERE id = ?', [
      fiscalYear,
      nextDecisionNumber(db, meeting.councilId, fiscalYear),
      decision.id,
    ])
  }
}

/** With a meeting that is taken away its decisions give up their numbers. */
export function removeDecisionsOfMeeting(db: WriteDb, meetingId: MeetingId, removedAt: string): void {
  db.run('UPDATE decisions SET removed_at = ? WHERE meeting_id = ? AND removed_at IS NULL', [
    removedAt,
    meetingId,
  ])
}

export function saveDecision(db: WriteDb, decisionId: DecisionId, text: string): void {
  db.run('UPDATE decisions SET text = ? WHERE id = ?', [text, decisionId])
}

export function setDecisionRemoved(db: WriteDb, decisionId: DecisionId, removedAt: string): void {
  db.run('UPDATE decisions SET removed_at = ? WHERE id = ?', [removedAt, decisionId])
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
