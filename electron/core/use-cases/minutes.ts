import type { InputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type { minutesOperations, StatementFields } from '#shared/contract/minutes-operations.ts'
import { undecidedItems } from '#shared/domain/agenda-items.ts'
import type { AgendaItemId, MeetingId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, WriteContext } from '../context.ts'
import { getOpenMeeting } from '../records/open-meeting.ts'
import type { FrozenRecord } from '../records/read-meeting-record.ts'
import { readMeeting } from '../records/read-meeting.ts'
import { getAgendaItemById } from '../store/agenda-store.ts'
import { getAttendanceById } from '../store/attendance-store.ts'
import { getMeetingById, setMeetingLocked } from '../store/meeting-store.ts'
import { getSecretariat } from '../store/secretariat-store.ts'
import {
  addMinutesVersion,
  addStatement,
  getStatementById,
  getStatementEvenIfRemoved,
  listMinutesVersions,
  markVersionReopened,
  placeBeforeStatements,
  placeForStatement,
  saveStatement,
  setStatementPlace,
  setStatementRemoved,
} from '../store/minutes-store.ts'

type MinutesOperation = Exclude<
  OperationsOf<typeof minutesOperations>,
  `tasks.${string}` | `minutes.${string}Decision` | 'minutes.setVote' | 'minutes.addTask'
>

/** Item and speaker of a statement must belong to its meeting. */
function checkPlaces({ db }: WriteContext, meetingId: MeetingId, statement: StatementFields): void {
  if (getAgendaItemById(db, statement.agendaItemId)?.meetingId !== meetingId) throw new Refusal('not-found')
  if (statement.attendanceId === null) return
  if (getAttendanceById(db, statement.attendanceId)?.meetingId !== meetingId) throw new Refusal('not-found')
}

function transcriptLine(agendaItemId: AgendaItemId, text: string): StatementFields {
  return { agendaItemId, attendanceId: null, kind: 'opinion', text, fullText: '', spokenAt: null }
}

/** Puts a line behind another of an item, or to the item's front. Refuses with `not-found` what is of another meeting. */
function moveStatement(
  db: WriteContext['db'],
  meetingId: MeetingId,
  { statementId, agendaItemId, after }: InputOf<'minutes.moveStatement'>,
): void {
  if (getStatementById(db, statementId)?.meetingId !== meetingId) throw new Refusal('not-found')
  if (getAgendaItemById(db, agendaItemId)?.meetingId !== meetingId) throw new Refusal('not-found')
  if (after === null) {
    setStatementPlace(db, statementId, agendaItemId, placeBeforeStatements(db, agendaItemId))
    return
  }
  const previous = getStatementById(db, after)
  if (previous?.agendaItemId !== agendaItemId || after === statementId) throw new Refusal('not-found')
  setStatementPlace(db, statementId, agendaItemId, placeForStatement(db, meetingId, agendaItemId, previous))
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
  'minutes.moveStatement': ({ db }, move) => {
    const statement = getStatementById(db, move.statementId)
    if (!statement) throw new Refusal('not-found')
    getOpenMeeting(db, statement.meetingId)
    moveStatement(db, statement.meetingId, move)
    return null
  },
  'minutes.moveStatements': ({ db }, { meetingId, moves }) => {
    getOpenMeeting(db, meetingId)
    for (const move of moves) moveStatement(db, meetingId, move)
    return null
  },
  'minutes.addTranscript': (context, { meetingId, agendaItemId, lines }) => {
    const { db, ids } = context
    getOpenMeeting(db, meetingId)
    const speakers = new Set(lines.map((line) => line.attendanceId))
    for (const attendanceId of speakers)
      checkPlaces(context, meetingId, { ...transcriptLine(agendaItemId, ''), attendanceId })
    const statementIds = lines.map(({ attendanceId, text }) => {
      const id = ids.next<'statement'>()
      const position = placeForStatement(db, meetingId, agendaItemId, null)
      addStatement(db, { ...transcriptLine(agendaItemId, text), attendanceId, id, meetingId, position })
      return id
    })
    return { statementIds }
  },
  'minutes.removeStatements': ({ db, today, now }, { meetingId, statementIds }) => {
    getOpenMeeting(db, meetingId)
    for (const statementId of statementIds) {
      if (getStatementById(db, statementId)?.meetingId !== meetingId) throw new Refusal('not-found')
      setStatementRemoved(db, statementId, `${today}T${now}`)
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
