import { Refusal } from '#shared/contract/errors.ts'
import type { minutesOperations, StatementFields } from '#shared/contract/minutes-operations.ts'
import { undecidedItems } from '#shared/domain/agenda-items.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, WriteContext } from '../context.ts'
import { getOpenMeeting } from '../records/open-meeting.ts'
import type { FrozenRecord } from '../records/read-meeting-record.ts'
import { readMeeting } from '../records/read-meeting.ts'
import { getAgendaItemById, setAgendaOutcome } from '../store/agenda-store.ts'
import { getAttendanceById } from '../store/attendance-store.ts'
import { getMeetingById, setMeetingLocked } from '../store/meeting-store.ts'
import { getSecretariat } from '../store/secretariat-store.ts'
import {
  addDecision,
  addMinutesVersion,
  addStatement,
  getDecisionById,
  getStatementById,
  getStatementEvenIfRemoved,
  listDecisions,
  listMinutesVersions,
  markVersionReopened,
  nextDecisionNumber,
  placeForStatement,
  saveDecision,
  saveStatement,
  setDecisionRemoved,
  setStatementRemoved,
} from '../store/minutes-store.ts'

type MinutesOperation = Exclude<OperationsOf<typeof minutesOperations>, `tasks.${string}` | 'minutes.addTask'>

/** Item and speaker of a statement must belong to its meeting. */
function checkPlaces({ db }: WriteContext, meetingId: MeetingId, statement: StatementFields): void {
  if (getAgendaItemById(db, statement.agendaItemId)?.meetingId !== meetingId) throw new Refusal('not-found')
  if (statement.attendanceId === null) return
  if (getAttendanceById(db, statement.attendanceId)?.meetingId !== meetingId) throw new Refusal('not-found')
}

export const minutesHandlers: Handlers<MinutesOperation> = {
  'minutes.addStatement': (context, { meetingId, statement, after }) => {
    const { db, ids } = context
    getOpenMeeting(db, meetingId)
    checkPlaces(context, meetingId, statement)
    const previous = after === null ? null : (getStatementById(db, after) ?? null)
    if (after !== null && previous?.meetingId !== meetingId) throw new Refusal('not-found')
    const statementId = ids.next<'statement'>()
    const position = placeForStatement(db, meetingId, statement.agendaItemId, previous)
    addStatement(db, { ...statement, id: statementId, meetingId, position })
    return { statementId }
  },
  'minutes.saveStatement': (context, { statementId, statement }) => {
    const { db } = context
    const before = getStatementById(db, statementId)
    if (!before) throw new Refusal('not-found')
    getOpenMeeting(db, before.meetingId)
    checkPlaces(context, before.meetingId, statement)
    saveStatement(db, statementId, statement)
    return null
  },
  'minutes.removeStatement': ({ db, today, now }, { statementId }) => {
    const statement = getStatementById(db, statementId)
    if (!statement) throw new Refusal('not-found')
    getOpenMeeting(db, statement.meetingId)
    setStatementRemoved(db, statementId, `${today}T${now}`)
    return null
  },
  'minutes.restoreStatement': (context, { statementId }) => {
    const { db } = context
    const statement = getStatementEvenIfRemoved(db, statementId)
    if (!statement) throw new Refusal('not-found')
    getOpenMeeting(db, statement.meetingId)
    // Its item or its speaker may have been taken away since.
    checkPlaces(context, statement.meetingId, statement)
    setStatementRemoved(db, statementId, null)
    return null
  },
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
  'minutes.confirm': ({ db, ids, today, now }, { meetingId, confirmedBy }) => {
    getOpenMeeting(db, meetingId)
    const undecided = undecidedItems(readMeeting(db, meetingId).agenda)
    if (undecided.length > 0)
      throw new Refusal('undecided-items', { titles: undecided.map((item) => item.title) })
    const version = (listMinutesVersions(db, meetingId).at(-1)?.version ?? 0) + 1
    const minutesVersionId = ids.next<'minutes-version'>()
    const confirmedAt = `${today}T${now}`
    setMeetingLocked(db, meetingId, true)
    const frozen = readMeeting(db, meetingId)
    const secretariat = getSecretariat(db)
    if (!secretariat) throw new Refusal('not-set-up')
    const record: FrozenRecord = {
      secretariat,
      ...frozen,
      versions: [
        ...frozen.versions,
        { id: minutesVersionId, version, confirmedAt, confirmedBy, reopenedBecause: null },
      ],
    }
    addMinutesVersion(db, {
      id: minutesVersionId,
      meetingId,
      version,
      confirmedAt,
      confirmedBy,
      record: JSON.stringify(record),
    })
    return { minutesVersionId, version }
  },
  'minutes.reopen': ({ db, today, now }, { meetingId, reason }) => {
    const meeting = getMeetingById(db, meetingId)
    const newest = listMinutesVersions(db, meetingId).at(-1)
    if (!meeting || !newest) throw new Refusal('not-found')
    if (!meeting.locked) throw new Refusal('conflict')
    markVersionReopened(db, newest.id, reason, `${today}T${now}`)
    setMeetingLocked(db, meetingId, false)
    return null
  },
}
