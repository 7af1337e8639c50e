import type { Decision, Vote } from '#shared/contract/meeting-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type {
  AgendaItemId,
  AttendanceId,
  CouncilId,
  DecisionId,
  Id,
  MeetingId,
  StatementId,
} from '#shared/domain/ids.ts'
import type { VoteChoice } from '#shared/domain/vote.ts'
import type { ReadDb, SqlValue, WriteDb } from './database.ts'

const decisionQuery = `
  SELECT d.id, d.meeting_id AS meetingId, d.agenda_item_id AS agendaItemId, d.statement_id AS statementId,
         d.fiscal_year AS fiscalYear, d.number, d.text
  FROM decisions d WHERE d.removed_at IS NULL`

type DecisionRow = Omit<Decision, 'vote'> & { readonly meetingId: MeetingId }

export function listDecisions(db: ReadDb, meetingId: MeetingId): readonly Decision[] {
  const rows = db.all<DecisionRow>(`${decisionQuery} AND d.meeting_id = ? ORDER BY d.number`, [meetingId])
  const votes = votesOf(db, 'd.meeting_id = ?', [meetingId])
  return rows.map((row) => ({ ...row, vote: votes.get(row.id) ?? null }))
}

export function getDecisionById(db: ReadDb, decisionId: DecisionId): DecisionRow | undefined {
  return db.get<DecisionRow>(`${decisionQuery} AND d.id = ?`, [decisionId])
}

/** `removed` too: to bring one back. */
export function getDecisionEvenIfRemoved(db: ReadDb, decisionId: DecisionId): DecisionRow | undefined {
  return db.get<DecisionRow>(`${decisionQuery.replace('d.removed_at IS NULL', 'd.id = ?')}`, [decisionId])
}

export interface RegisteredDecision extends DecisionRow {
  readonly councilId: CouncilId
  readonly councilName: string
  readonly meetingNumber: number
  readonly heldOn: CalendarDate
  readonly itemTitle: string
  readonly confirmed: boolean
  readonly vote: Vote | null
}

/** 決定事項の台帳 of a 年度, by council and number. */
export function listDecisionRegister(
  db: ReadDb,
  councilId: CouncilId | null,
  fiscalYear: number,
): readonly RegisteredDecision[] {
  const where = councilId === null ? '' : 'AND d.council_id = ?'
  const parameters = councilId === null ? [fiscalYear] : [fiscalYear, councilId]
  const votes = votesOf(db, `d.fiscal_year = ? ${where}`, parameters)
  return db
    .all<Omit<RegisteredDecision, 'vote' | 'confirmed'> & { readonly confirmed: number }>(
      `SELECT d.id, d.meeting_id AS meetingId, d.agenda_item_id AS agendaItemId, d.statement_id AS statementId,
              d.fiscal_year AS fiscalYear, d.number, d.text, d.council_id AS councilId, c.name AS councilName,
              m.number AS meetingNumber, m.held_on AS heldOn, i.title AS itemTitle, m.locked AS confirmed
       FROM decisions d JOIN meetings m ON m.id = d.meeting_id JOIN councils c ON c.id = d.council_id
       JOIN agenda_items i ON i.id = d.agenda_item_id
       WHERE d.removed_at IS NULL AND m.removed_at IS NULL AND d.fiscal_year = ? ${where}
       ORDER BY c.layer, c.id, d.number`,
      parameters,
    )
    .map((row) => ({ ...row, confirmed: row.confirmed === 1, vote: votes.get(row.id) ?? null }))
}

/**
 * The number that follows the highest one ever given in the 年度: one that was taken away leaves its gap, since it may
 * stand in minutes that were handed out.
 */
export function nextDecisionNumber(db: ReadDb, councilId: CouncilId, fiscalYear: number): number {
  return (
    db.get<{ n: number }>(
      'SELECT COALESCE(MAX(number), 0) + 1 AS n FROM decisions WHERE council_id = ? AND fiscal_year = ?',
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

/**
 * Takes a meeting's decisions into another 年度, behind those it has: the meeting's day was put right. The numbers they
 * had stay taken in the year they leave.
 */
export function moveDecisionsToYear(
  db: WriteDb,
  meeting: { readonly id: MeetingId; readonly councilId: CouncilId },
  fiscalYear: number,
  taken: { readonly id: () => DecisionId; readonly removedAt: string },
): void {
  for (const decision of listDecisions(db, meeting.id)) {
    db.run(
      `INSERT INTO decisions (id, council_id, meeting_id, agenda_item_id, statement_id, fiscal_year, number, text, removed_at)
       SELECT ?, council_id, meeting_id, agenda_item_id, NULL, fiscal_year, number, text, ? FROM decisions WHERE id = ?`,
      [taken.id(), taken.removedAt, decision.id],
    )
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

export function setDecisionRemoved(db: WriteDb, decisionId: DecisionId, removedAt: string | null): void {
  db.run('UPDATE decisions SET removed_at = ? WHERE id = ?', [removedAt, decisionId])
}

type VoteRow = Omit<Vote, 'ballots'> & { readonly id: Id<'vote'>; readonly decisionId: DecisionId }

/** Votes of the decisions that a condition on `d` finds. */
function votesOf(
  db: ReadDb,
  condition: string,
  parameters: readonly SqlValue[],
): ReadonlyMap<DecisionId, Vote> {
  const rows = db.all<VoteRow>(
    `SELECT v.id, v.decision_id AS decisionId, v.method, v.in_favour AS inFavour, v.against, v.abstained, v.note
     FROM decisions d JOIN votes v ON v.decision_id = d.id WHERE v.removed_at IS NULL AND ${condition}`,
    parameters,
  )
  if (rows.length === 0) return new Map()
  const ballots = Map.groupBy(
    db.all<{ voteId: Id<'vote'>; attendanceId: AttendanceId; choice: VoteChoice }>(
      `SELECT b.vote_id AS voteId, b.attendance_id AS attendanceId, b.choice
       FROM decisions d JOIN votes v ON v.decision_id = d.id JOIN vote_ballots b ON b.vote_id = v.id
       WHERE v.removed_at IS NULL AND b.removed_at IS NULL AND ${condition} ORDER BY b.id`,
      parameters,
    ),
    (row) => row.voteId,
  )
  return new Map(
    rows.map(({ id, decisionId, ...vote }) => [
      decisionId,
      {
        ...vote,
        ballots: (ballots.get(id) ?? []).map(({ attendanceId, choice }) => ({ attendanceId, choice })),
      },
    ]),
  )
}

/** Puts a vote in the place of the one there was; null takes it away. */
export function saveVote(
  db: WriteDb,
  decisionId: DecisionId,
  vote: Vote | null,
  ids: { readonly vote: () => Id<'vote'>; readonly ballot: () => Id<'vote-ballot'> },
  at: string,
): void {
  db.run(
    `UPDATE vote_ballots SET removed_at = ? WHERE removed_at IS NULL
       AND vote_id IN (SELECT id FROM votes WHERE decision_id = ? AND removed_at IS NULL)`,
    [at, decisionId],
  )
  db.run('UPDATE votes SET removed_at = ? WHERE decision_id = ? AND removed_at IS NULL', [at, decisionId])
  if (vote === null) return
  const voteId = ids.vote()
  db.run(
    'INSERT INTO votes (id, decision_id, method, in_favour, against, abstained, note) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [voteId, decisionId, vote.method, vote.inFavour, vote.against, vote.abstained, vote.note],
  )
  for (const { attendanceId, choice } of vote.ballots) {
    db.run('INSERT INTO vote_ballots (id, vote_id, attendance_id, choice) VALUES (?, ?, ?, ?)', [
      ids.ballot(),
      voteId,
      attendanceId,
      choice,
    ])
  }
}
