import type {
  Candidate,
  CandidateFields,
  MeetingWords,
  Selection,
  SelectionDecision,
  SelectionFields,
  SelectionStatement,
} from '#shared/contract/selection-operations.ts'
import type { LinkedMeeting } from '#shared/contract/need-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type {
  AreaId,
  CandidateId,
  CouncilId,
  DecisionId,
  Id,
  MeetingId,
  PersonId,
  SelectionId,
  StatementId,
} from '#shared/domain/ids.ts'
import { deliberationOf, type SelectionState } from '#shared/domain/selection.ts'
import type { ReadDb, WriteDb } from './database.ts'

interface SelectionRow extends Omit<
  Selection,
  'candidates' | 'meetings' | 'statements' | 'decision' | 'deliberation'
> {
  readonly decisionId: DecisionId | null
}

const selectionQuery = `
  SELECT s.id, s.council_id AS councilId, c.name AS councilName, s.layer, COALESCE(a.name, '') AS areaName, s.criteria,
         s.opened_on AS openedOn, s.state, s.chosen_id AS chosenId, s.decided_on AS decidedOn, s.because,
         s.decision_id AS decisionId, s.recommended_on AS recommendedOn, k.id AS coordinatorId,
         k.from_on AS appointedFrom, k.to_on AS appointedTo
  FROM selections s JOIN councils c ON c.id = s.council_id LEFT JOIN areas a ON a.id = s.area_id
  LEFT JOIN coordinators k ON k.selection_id = s.id AND k.removed_at IS NULL
  WHERE s.removed_at IS NULL`

const statementColumns = `t.id, t.meeting_id AS meetingId, COALESCE(x.name, '') AS speaker, t.text
  FROM statements t LEFT JOIN attendances x ON x.id = t.attendance_id`
const decisionQuery =
  'SELECT d.id, d.meeting_id AS meetingId, d.number, d.text FROM decisions d WHERE d.removed_at IS NULL'

function toSelection(db: ReadDb, { decisionId, ...row }: SelectionRow): Selection {
  const meetings = db.all<LinkedMeeting>(
    `SELECT m.id AS meetingId, c.name AS councilName, m.number, m.held_on AS heldOn
     FROM selection_meetings k JOIN meetings m ON m.id = k.meeting_id JOIN councils c ON c.id = m.council_id
     WHERE k.selection_id = ? AND m.removed_at IS NULL ORDER BY m.held_on, m.id`,
    [row.id],
  )
  const statements = db.all<SelectionStatement>(
    `SELECT ${statementColumns} JOIN selection_statements k ON k.statement_id = t.id JOIN meetings m ON m.id = t.meeting_id
     WHERE k.selection_id = ? AND t.removed_at IS NULL AND m.removed_at IS NULL ORDER BY m.held_on, t.position, t.id`,
    [row.id],
  )
  const decision =
    decisionId === null
      ? null
      : (db.get<SelectionDecision>(`${decisionQuery} AND d.id = ?`, [decisionId]) ?? null)
  return {
    ...row,
    candidates: listCandidates(db, row.id),
    meetings,
    statements,
    decision,
    deliberation: deliberationOf({ decidedOn: row.decidedOn, meetings, statements, decision }),
  }
}

function listCandidates(db: ReadDb, selectionId: SelectionId): readonly Candidate[] {
  return db.all<Candidate>(
    `SELECT k.id, k.person_id AS personId, p.name, k.proposed_by AS proposedBy, k.reason, k.consent, k.consented_on AS consentedOn,
            COALESCE((SELECT trim(COALESCE(o.name, '') || '　' || f.post, '　') FROM affiliations f LEFT JOIN organizations o ON o.id = f.organization_id
              WHERE f.person_id = p.id AND f.removed_at IS NULL AND f.to_on IS NULL ORDER BY f.id DESC LIMIT 1), '') AS belongs
     FROM selection_candidates k JOIN people p ON p.id = k.person_id
     WHERE k.selection_id = ? AND k.removed_at IS NULL ORDER BY k.id`,
    [selectionId],
  )
}

/** Newest first. */
export function listSelections(db: ReadDb, councilId: CouncilId | null): readonly Selection[] {
  return db
    .all<SelectionRow>(
      `${selectionQuery} ${councilId === null ? '' : 'AND s.council_id = ?'} ORDER BY s.opened_on DESC, s.id DESC`,
      councilId === null ? [] : [councilId],
    )
    .map((row) => toSelection(db, row))
}

export function getSelectionById(db: ReadDb, selectionId: SelectionId): Selection | undefined {
  const row = db.get<SelectionRow>(`${selectionQuery} AND s.id = ?`, [selectionId])
  return row && toSelection(db, row)
}

/** All that was said and decided at the meetings that are linked. */
export function wordsOfMeetings(db: ReadDb, selectionId: SelectionId): MeetingWords {
  const ofLinked = '(SELECT k.meeting_id FROM selection_meetings k WHERE k.selection_id = ?)'
  return {
    statements: db.all<SelectionStatement>(
      `SELECT ${statementColumns} JOIN agenda_items i ON i.id = t.agenda_item_id
       WHERE t.meeting_id IN ${ofLinked} AND t.removed_at IS NULL ORDER BY t.meeting_id, i.position, t.position, t.id`,
      [selectionId],
    ),
    decisions: db.all<SelectionDecision>(
      `${decisionQuery} AND d.meeting_id IN ${ofLinked} ORDER BY d.meeting_id, d.number`,
      [selectionId],
    ),
  }
}

function valuesOf({ councilId, layer, criteria, openedOn }: SelectionFields, areaId: AreaId | null) {
  return [councilId, layer, areaId, criteria, openedOn] as const
}

export function addSelection(
  db: WriteDb,
  selectionId: SelectionId,
  fields: SelectionFields,
  areaId: AreaId | null,
): void {
  db.run(
    'INSERT INTO selections (council_id, layer, area_id, criteria, opened_on, id) VALUES (?, ?, ?, ?, ?, ?)',
    [...valuesOf(fields, areaId), selectionId],
  )
}

export function saveSelection(
  db: WriteDb,
  selectionId: SelectionId,
  fields: SelectionFields,
  areaId: AreaId | null,
): void {
  db.run(
    'UPDATE selections SET council_id = ?, layer = ?, area_id = ?, criteria = ?, opened_on = ? WHERE id = ?',
    [...valuesOf(fields, areaId), selectionId],
  )
}

/** Returns whether there was such a choice in the other state. */
export function setSelectionRemoved(
  db: WriteDb,
  selectionId: SelectionId,
  removedAt: string | null,
): boolean {
  const other = removedAt === null ? 'IS NOT NULL' : 'IS NULL'
  return (
    db.run(`UPDATE selections SET removed_at = ? WHERE id = ? AND removed_at ${other}`, [
      removedAt,
      selectionId,
    ]) === 1
  )
}

export interface SelectionOutcome {
  readonly chosenId: CandidateId | null
  readonly decidedOn: CalendarDate | null
  readonly because: string
}

export function setSelectionState(
  db: WriteDb,
  selectionId: SelectionId,
  state: SelectionState,
  { chosenId, decidedOn, because }: SelectionOutcome,
): void {
  db.run('UPDATE selections SET state = ?, chosen_id = ?, decided_on = ?, because = ? WHERE id = ?', [
    state,
    chosenId,
    decidedOn,
    because,
    selectionId,
  ])
}

export function setSelectionDecision(
  db: WriteDb,
  selectionId: SelectionId,
  decisionId: DecisionId | null,
): void {
  db.run('UPDATE selections SET decision_id = ? WHERE id = ?', [decisionId, selectionId])
}

export function setRecommended(db: WriteDb, selectionId: SelectionId, on: CalendarDate | null): void {
  db.run('UPDATE selections SET recommended_on = ? WHERE id = ?', [on, selectionId])
}

export function getCandidateById(
  db: ReadDb,
  candidateId: CandidateId,
): { readonly selectionId: SelectionId; readonly personId: PersonId } | undefined {
  return db.get(
    `SELECT selection_id AS selectionId, person_id AS personId FROM selection_candidates WHERE id = ? AND removed_at IS NULL`,
    [candidateId],
  )
}

export function addCandidate(
  db: WriteDb,
  candidateId: CandidateId,
  selectionId: SelectionId,
  { personId, proposedBy, reason, consent, consentedOn }: CandidateFields,
): void {
  db.run(
    'INSERT INTO selection_candidates (id, selection_id, person_id, proposed_by, reason, consent, consented_on) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [candidateId, selectionId, personId, proposedBy, reason, consent, consentedOn],
  )
}

export function saveCandidate(
  db: WriteDb,
  candidateId: CandidateId,
  { personId, proposedBy, reason, consent, consentedOn }: CandidateFields,
): void {
  db.run(
    'UPDATE selection_candidates SET person_id = ?, proposed_by = ?, reason = ?, consent = ?, consented_on = ? WHERE id = ?',
    [personId, proposedBy, reason, consent, consentedOn, candidateId],
  )
}

export function removeCandidate(db: WriteDb, candidateId: CandidateId, removedAt: string): void {
  db.run('UPDATE selection_candidates SET removed_at = ? WHERE id = ?', [removedAt, candidateId])
}

const linkTables = {
  meeting: { table: 'selection_meetings', column: 'meeting_id' },
  statement: { table: 'selection_statements', column: 'statement_id' },
} as const

export function linkSelection(
  db: WriteDb,
  id: Id<'selection-link'>,
  selectionId: SelectionId,
  what: keyof typeof linkTables,
  recordId: MeetingId | StatementId,
): void {
  const { table, column } = linkTables[what]
  db.run(
    `INSERT INTO ${table} (id, selection_id, ${column}) VALUES (?, ?, ?) ON CONFLICT (selection_id, ${column}) DO NOTHING`,
    [id, selectionId, recordId],
  )
}

export function unlinkSelection(
  db: WriteDb,
  selectionId: SelectionId,
  what: keyof typeof linkTables,
  recordId: MeetingId | StatementId,
): void {
  const { table, column } = linkTables[what]
  db.run(`DELETE FROM ${table} WHERE selection_id = ? AND ${column} = ?`, [selectionId, recordId])
}
