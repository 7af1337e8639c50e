import { Refusal } from '#shared/contract/errors.ts'
import type { minutesOperations } from '#shared/contract/minutes-operations.ts'
import { countBallots } from '#shared/domain/vote.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { getOpenMeeting } from '../records/open-meeting.ts'
import { getAgendaItemById, setAgendaOutcome } from '../store/agenda-store.ts'
import { getAttendanceById } from '../store/attendance-store.ts'
import {
  addDecision,
  getDecisionById,
  getDecisionEvenIfRemoved,
  listDecisions,
  nextDecisionNumber,
  saveDecision,
  saveVote,
  setDecisionRemoved,
} from '../store/decision-store.ts'
import { getStatementById } from '../store/minutes-store.ts'

type DecisionOperation = Extract<
  OperationsOf<typeof minutesOperations>,
  `minutes.${string}Decision` | 'minutes.setVote'
>

export const decisionHandlers: Handlers<DecisionOperation> = {
  'minutes.addDecision': ({ db, ids }, { meetingId, agendaItemId, statementId, text }) => {
    const meeting = getOpenMeeting(db, meetingId)
    if (getAgendaItemById(db, agendaItemId)?.meetingId !== meetingId) throw new Refusal('not-found')
    if (statementId !== null && getStatementById(db, statementId)?.meetingId !== meetingId) {
      throw new Refusal('not-found')
    }
    const { councilId, fiscalYear } = meeting
    const number = nextDecisionNumber(db, councilId, fiscalYear)
    const decisionId = ids.next<'decision'>()
    addDecision(db, {
      id: decisionId,
      councilId,
      meetingId,
      agendaItemId,
      statementId,
      fiscalYear,
      number,
      text,
    })
    setAgendaOutcome(db, agendaItemId, 'decided', '')
    return { decisionId, number }
  },
  'minutes.saveDecision': ({ db }, { decisionId, text }) => {
    const decision = getDecisionById(db, decisionId)
    if (!decision) throw new Refusal('not-found')
    getOpenMeeting(db, decision.meetingId)
    saveDecision(db, decisionId, text)
    return null
  },
  'minutes.restoreDecision': ({ db }, { decisionId }) => {
    const decision = getDecisionEvenIfRemoved(db, decisionId)
    if (!decision) throw new Refusal('not-found')
    const meeting = getOpenMeeting(db, decision.meetingId)
    if (getAgendaItemById(db, decision.agendaItemId)?.meetingId !== meeting.id) throw new Refusal('not-found')
    // What marks a number as taken in a year that its meeting has left stands for no decision.
    if (decision.fiscalYear !== meeting.fiscalYear) throw new Refusal('conflict')
    setDecisionRemoved(db, decisionId, null)
    setAgendaOutcome(db, decision.agendaItemId, 'decided', '')
    return null
  },
  'minutes.setVote': ({ db, ids, today, now }, { decisionId, vote }) => {
    const decision = getDecisionById(db, decisionId)
    if (!decision) throw new Refusal('not-found')
    getOpenMeeting(db, decision.meetingId)
    const voters = new Set(vote?.ballots.map((each) => each.attendanceId))
    if (vote !== null && voters.size !== vote.ballots.length) throw new Refusal('conflict')
    for (const attendanceId of voters)
      if (getAttendanceById(db, attendanceId)?.meetingId !== decision.meetingId)
        throw new Refusal('not-found')
    // Names say the numbers: the two never disagree.
    const counted =
      vote !== null && vote.ballots.length > 0 ? { ...vote, ...countBallots(vote.ballots) } : vote
    saveVote(
      db,
      decisionId,
      counted,
      { vote: () => ids.next<'vote'>(), ballot: () => ids.next<'vote-ballot'>() },
      `${today}T${now}`,
    )
    return null
  },
  'minutes.removeDecision': ({ db, today, now }, { decisionId }) => {
    const decision = getDecisionById(db, decisionId)
    if (!decision) throw new Refusal('not-found')
    getOpenMeeting(db, decision.meetingId)
    setDecisionRemoved(db, decisionId, `${today}T${now}`)
    const others = listDecisions(db, decision.meetingId)
    // An item whose only decision is taken back is undecided again.
    if (!others.some((other) => other.agendaItemId === decision.agendaItemId)) {
      setAgendaOutcome(db, decision.agendaItemId, 'open', '')
    }
    return null
  },
}
