import type {
  ProposalDetail,
  ProposalFields,
  ProposalLink,
  ProposalProgressFields,
  ProposalRow,
  ProposalStep,
  Signatory,
  WaitingProposal,
} from '#shared/contract/proposal-operations.ts'
import type {
  CouncilId,
  DecisionId,
  Id,
  MeetingId,
  ProposalId,
  ProposalStepId,
  StatementId,
} from '#shared/domain/ids.ts'
import { proposalState } from '#shared/domain/proposal.ts'
import type { ReadDb, WriteDb } from './database.ts'

type RawProposal = Omit<ProposalRow, 'state'> & Pick<ProposalDetail, 'documentNumber' | 'reason' | 'asks'>

const proposalQuery = `
  SELECT p.id, p.council_id AS councilId, c.name AS councilName, p.kind, p.title, p.addressee, p.document_number AS documentNumber,
         p.written_on AS writtenOn, p.reason, p.asks, p.answer_due_on AS answerDueOn, p.handed_on AS handedOn, p.received_by AS receivedBy,
         p.answered_on AS answeredOn, p.answer_kind AS answerKind, p.answer, p.closed_on AS closedOn, p.closed_because AS closedBecause,
         (SELECT COUNT(*) FROM proposal_signatories s WHERE s.proposal_id = p.id AND s.removed_at IS NULL) AS signatoryCount
  FROM proposals p JOIN councils c ON c.id = p.council_id WHERE p.removed_at IS NULL`

/** The newest first. */
export function listProposals(db: ReadDb, councilId: CouncilId | null): readonly ProposalRow[] {
  return db
    .all<RawProposal>(
      `${proposalQuery} ${councilId === null ? '' : 'AND p.council_id = ?'} ORDER BY p.written_on DESC, p.id DESC`,
      councilId === null ? [] : [councilId],
    )
    .map(({ documentNumber: _number, reason: _reason, asks: _asks, ...row }) => ({
      ...row,
      state: proposalState(row),
    }))
}

export function getProposalById(db: ReadDb, proposalId: ProposalId): ProposalDetail | undefined {
  const row = db.get<RawProposal>(`${proposalQuery} AND p.id = ?`, [proposalId])
  if (row === undefined) return undefined
  return {
    ...row,
    state: proposalState(row),
    signatories: db.all<Signatory>(
      `SELECT organization_id AS organizationId, name, post, person FROM proposal_signatories
       WHERE proposal_id = ? AND removed_at IS NULL ORDER BY position`,
      [proposalId],
    ),
    meetings: listLinks(db, proposalId),
    steps: db.all<ProposalStep>(
      `SELECT id, text, due_on AS dueOn, done_on AS doneOn FROM proposal_steps
       WHERE proposal_id = ? AND removed_at IS NULL ORDER BY done_on IS NOT NULL, due_on IS NULL, due_on, id`,
      [proposalId],
    ),
  }
}

type RawLink = Omit<ProposalLink, 'decision' | 'statement'> & {
  readonly decisionId: DecisionId | null
  readonly decisionNumber: number | null
  readonly decisionText: string | null
  readonly statementId: StatementId | null
  readonly statementText: string | null
}

function listLinks(db: ReadDb, proposalId: ProposalId): readonly ProposalLink[] {
  return db
    .all<RawLink>(
      `SELECT k.id, m.id AS meetingId, c.name AS councilName, m.number, m.held_on AS heldOn, d.id AS decisionId,
              d.number AS decisionNumber, d.text AS decisionText, s.id AS statementId, s.text AS statementText
       FROM proposal_meetings k JOIN meetings m ON m.id = k.meeting_id JOIN councils c ON c.id = m.council_id
       LEFT JOIN decisions d ON d.id = k.decision_id AND d.removed_at IS NULL
       LEFT JOIN statements s ON s.id = k.statement_id AND s.removed_at IS NULL
       WHERE k.proposal_id = ? AND m.removed_at IS NULL ORDER BY m.held_on, k.id`,
      [proposalId],
    )
    .map(({ decisionId, decisionNumber, decisionText, statementId, statementText, ...link }) => ({
      ...link,
      decision:
        decisionId === null
          ? null
          : { id: decisionId, number: decisionNumber ?? 0, text: decisionText ?? '' },
      statement: statementId === null ? null : { id: statementId, text: statementText ?? '' },
    }))
}

/** Handed in and not answered, the longest first. */
export function listWaitingProposals(db: ReadDb, councilId: CouncilId | null): readonly WaitingProposal[] {
  return db.all<WaitingProposal>(
    `SELECT id AS proposalId, title, addressee, handed_on AS handedOn, answer_due_on AS answerDueOn FROM proposals
     WHERE answered_on IS NULL AND closed_on IS NULL AND handed_on IS NOT NULL AND removed_at IS NULL
       ${councilId === null ? '' : 'AND council_id = ?'} ORDER BY handed_on, id`,
    councilId === null ? [] : [councilId],
  )
}

function valuesOf(fields: ProposalFields) {
  return [
    fields.councilId,
    fields.kind,
    fields.title,
    fields.addressee,
    fields.documentNumber,
    fields.writtenOn,
    fields.reason,
    fields.asks,
    fields.answerDueOn,
  ] as const
}

export function addProposal(db: WriteDb, proposalId: ProposalId, fields: ProposalFields): void {
  db.run(
    `INSERT INTO proposals (council_id, kind, title, addressee, document_number, written_on, reason, asks, answer_due_on, id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [...valuesOf(fields), proposalId],
  )
}

/** Returns whether there was such a proposal. */
export function saveProposal(db: WriteDb, proposalId: ProposalId, fields: ProposalFields): boolean {
  return (
    db.run(
      `UPDATE proposals SET council_id = ?, kind = ?, title = ?, addressee = ?, document_number = ?, written_on = ?, reason = ?, asks = ?, answer_due_on = ?
       WHERE id = ? AND removed_at IS NULL`,
      [...valuesOf(fields), proposalId],
    ) === 1
  )
}

/** Those who sign, in their order: lines are written over, so that the log tells what changed; what is left over is removed. */
export function saveSignatories(
  db: WriteDb,
  proposalId: ProposalId,
  signatories: readonly Signatory[],
  removedAt: string,
  nextId: () => Id<'proposal-signatory'>,
): void {
  const kept = db.all<{ id: string }>(
    'SELECT id FROM proposal_signatories WHERE proposal_id = ? AND removed_at IS NULL ORDER BY position',
    [proposalId],
  )
  for (const [position, each] of signatories.entries()) {
    const values = [position, each.organizationId, each.name, each.post, each.person] as const
    const known = kept[position]
    if (known === undefined)
      db.run(
        'INSERT INTO proposal_signatories (position, organization_id, name, post, person, id, proposal_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [...values, nextId(), proposalId],
      )
    else
      db.run(
        'UPDATE proposal_signatories SET position = ?, organization_id = ?, name = ?, post = ?, person = ? WHERE id = ?',
        [...values, known.id],
      )
  }
  for (const { id } of kept.slice(signatories.length))
    db.run('UPDATE proposal_signatories SET removed_at = ? WHERE id = ?', [removedAt, id])
}

export function setProposalProgress(
  db: WriteDb,
  proposalId: ProposalId,
  progress: ProposalProgressFields,
): void {
  db.run(
    `UPDATE proposals SET handed_on = ?, received_by = ?, answered_on = ?, answer_kind = ?, answer = ?, closed_on = ?, closed_because = ? WHERE id = ?`,
    [
      progress.handedOn,
      progress.receivedBy,
      progress.answeredOn,
      progress.answerKind,
      progress.answer,
      progress.closedOn,
      progress.closedBecause,
      proposalId,
    ],
  )
}

/** Returns whether there was such a proposal in the other state. */
export function setProposalRemoved(db: WriteDb, proposalId: ProposalId, removedAt: string | null): boolean {
  const other = removedAt === null ? 'IS NOT NULL' : 'IS NULL'
  return (
    db.run(`UPDATE proposals SET removed_at = ? WHERE id = ? AND removed_at ${other}`, [
      removedAt,
      proposalId,
    ]) === 1
  )
}

export interface NewLink {
  readonly id: Id<'proposal-meeting'>
  readonly proposalId: ProposalId
  readonly meetingId: MeetingId
  readonly decisionId: DecisionId | null
  readonly statementId: StatementId | null
}

/** Does nothing where the very same stands there. */
export function linkProposal(db: WriteDb, link: NewLink): void {
  const { proposalId, meetingId, decisionId, statementId } = link
  const known = db.get(
    'SELECT id FROM proposal_meetings WHERE proposal_id = ? AND meeting_id = ? AND decision_id IS ? AND statement_id IS ?',
    [proposalId, meetingId, decisionId, statementId],
  )
  if (known !== undefined) return
  db.run(
    'INSERT INTO proposal_meetings (id, proposal_id, meeting_id, decision_id, statement_id) VALUES (?, ?, ?, ?, ?)',
    [link.id, proposalId, meetingId, decisionId, statementId],
  )
}

export function unlinkProposal(db: WriteDb, linkId: Id<'proposal-meeting'>): boolean {
  return db.run('DELETE FROM proposal_meetings WHERE id = ?', [linkId]) === 1
}

/** Whether what is to be linked belongs to that meeting. */
export function isOfMeeting(db: ReadDb, { meetingId, decisionId, statementId }: NewLink): boolean {
  const found = (table: 'decisions' | 'statements', recordId: string | null): boolean =>
    recordId === null ||
    db.get(`SELECT id FROM ${table} WHERE id = ? AND meeting_id = ? AND removed_at IS NULL`, [
      recordId,
      meetingId,
    ]) !== undefined
  return found('decisions', decisionId) && found('statements', statementId)
}

type StepFields = Omit<ProposalStep, 'id'>

export function addProposalStep(
  db: WriteDb,
  stepId: ProposalStepId,
  proposalId: ProposalId,
  step: StepFields,
): void {
  db.run('INSERT INTO proposal_steps (id, proposal_id, text, due_on, done_on) VALUES (?, ?, ?, ?, ?)', [
    stepId,
    proposalId,
    step.text,
    step.dueOn,
    step.doneOn,
  ])
}

export function saveProposalStep(db: WriteDb, stepId: ProposalStepId, step: StepFields): boolean {
  return (
    db.run(
      'UPDATE proposal_steps SET text = ?, due_on = ?, done_on = ? WHERE id = ? AND removed_at IS NULL',
      [step.text, step.dueOn, step.doneOn, stepId],
    ) === 1
  )
}

export function removeProposalStep(db: WriteDb, stepId: ProposalStepId, removedAt: string): boolean {
  return (
    db.run('UPDATE proposal_steps SET removed_at = ? WHERE id = ? AND removed_at IS NULL', [
      removedAt,
      stepId,
    ]) === 1
  )
}
