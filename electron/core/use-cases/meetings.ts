import { Refusal } from '#shared/contract/errors.ts'
import type { meetingOperations } from '#shared/contract/meeting-operations.ts'
import { type CalendarDate, fiscalYearOf } from '#shared/domain/calendar-date.ts'
import { isDueNextTime } from '#shared/domain/due-date.ts'
import type { CouncilId, MeetingId } from '#shared/domain/ids.ts'
import { openTaskStatuses } from '#shared/domain/meeting.ts'
import type { Handlers, OperationsOf, WriteContext } from '../context.ts'
import { getOpenMeeting, openMeetingOfItem } from '../records/open-meeting.ts'
import { readMeeting } from '../records/read-meeting.ts'
import {
  addAgendaItem,
  getAgendaItemById,
  listLeftItems,
  moveAgendaItem,
  patchAgendaItem,
  setAgendaItemRemoved,
  setAgendaOutcome,
} from '../store/agenda-store.ts'
import { moveDecisionsToYear, removeDecisionsOfMeeting } from '../store/minutes-store.ts'
import { addAttendance, listRoll } from '../store/attendance-store.ts'
import { getCouncilById } from '../store/council-store.ts'
import type { ReadDb } from '../store/database.ts'
import {
  addMeeting,
  getMeetingBefore,
  getMeetingById,
  lastMeetingNumber,
  listMeetings,
  meetingNumberTaken,
  renumberMeeting,
  saveMeeting,
  setMeetingRemoved,
} from '../store/meeting-store.ts'
import { listSeatsInOffice } from '../store/membership-store.ts'
import { takeCarryOver } from '../records/take-carry-over.ts'
import { listOpenTasksBefore, listTasksOfMeeting, saveTask } from '../store/task-store.ts'

type MeetingOperation = Exclude<OperationsOf<typeof meetingOperations>, `attendance.${string}`>

/** The 年度 within which a meeting is numbered; null where the council counts through. */
function numberingYear(
  context: Pick<WriteContext, 'db'>,
  councilId: CouncilId,
  fiscalYear: number,
): number | null {
  const council = getCouncilById(context.db, councilId)
  if (!council) throw new Refusal('not-found')
  return council.rules.numbering === 'fiscal-year' ? fiscalYear : null
}

/** The next 第n回 within a 年度, or through; past the highest that there can be, the first that is free. */
function nextMeetingNumber(db: ReadDb, councilId: CouncilId, year: number | null): number {
  const next = lastMeetingNumber(db, councilId, year) + 1
  if (next <= 999) return next
  let free = 1
  while (meetingNumberTaken(db, councilId, year, free)) free += 1
  return free
}

/** Takes onto the roll, by 席次, who is in office on the day of the meeting and not on it yet. */
function fillRoll({ db, ids }: WriteContext, meetingId: MeetingId): number {
  const meeting = getOpenMeeting(db, meetingId)
  const roll = listRoll(db, meetingId)
  const seated = new Set(roll.map((line) => line.personId))
  let seatNumber = roll.reduce((highest, line) => Math.max(highest, line.seatNumber), 0)
  let added = 0
  for (const seat of listSeatsInOffice(db, meeting.councilId, meeting.heldOn)) {
    // By person: who gave up one seat and took another that day sits once.
    if (seated.has(seat.personId)) continue
    seated.add(seat.personId)
    seatNumber += 1
    added += 1
    addAttendance(db, { ...seat, id: ids.next<'attendance'>(), meetingId, seatNumber })
  }
  return added
}

/** What was promised 次回まで falls due on the day of the next meeting, whenever that becomes known or changes. */
function moveTasksDueNextTime(
  db: WriteContext['db'],
  meetingId: MeetingId,
  nextOn: CalendarDate | null,
): void {
  for (const { id, text, owner, ownerPersonId, dueText, status } of listTasksOfMeeting(db, meetingId)) {
    if (openTaskStatuses.includes(status) && isDueNextTime(dueText))
      saveTask(db, id, { text, owner, ownerPersonId, dueText, dueOn: nextOn })
  }
}

export const meetingHandlers: Handlers<MeetingOperation> = {
  'meetings.list': ({ db }, { councilId, fiscalYear }) => listMeetings(db, councilId, fiscalYear),
  'meetings.get': ({ db }, { meetingId }) => readMeeting(db, meetingId),
  'meetings.listCarryOver': ({ db, today }, { councilId, meetingId }) => {
    const meeting = meetingId === null ? null : getMeetingById(db, meetingId)
    if (meeting === undefined || (meeting && meeting.councilId !== councilId)) throw new Refusal('not-found')
    const last = getMeetingBefore(db, councilId, meeting)
    return {
      items: listLeftItems(db, councilId, meeting, today).map(({ number, heldOn, ...item }) => ({
        ...item,
        from: { number, heldOn },
      })),
      tasks: listOpenTasksBefore(db, councilId, meeting),
      promised: last
        ? { nextOn: last.nextOn, nextStartsAt: last.nextStartsAt, nextPlace: last.nextPlace }
        : null,
    }
  },
  'meetings.plan': (context, { councilId, number, ...fields }) => {
    const { db, ids } = context
    if (fields.endsAt !== null && fields.endsAt <= fields.startsAt) throw new Refusal('end-before-start')
    const fiscalYear = fiscalYearOf(fields.heldOn)
    const year = numberingYear(context, councilId, fiscalYear)
    const chosen = number ?? nextMeetingNumber(db, councilId, year)
    if (meetingNumberTaken(db, councilId, year, chosen))
      throw new Refusal('duplicate-number', { number: chosen })
    if (listSeatsInOffice(db, councilId, fields.heldOn).length === 0) throw new Refusal('no-members')
    const meetingId = ids.next<'meeting'>()
    addMeeting(db, { ...fields, id: meetingId, councilId, fiscalYear, number: chosen })
    fillRoll(context, meetingId)
    return { meetingId }
  },
  'meetings.save': (context, { meetingId, meeting }) => {
    const { db } = context
    const before = getOpenMeeting(db, meetingId)
    if (meeting.endsAt !== null && meeting.endsAt <= meeting.startsAt) throw new Refusal('end-before-start')
    saveMeeting(db, meetingId, meeting)
    if (meeting.nextOn !== before.nextOn) moveTasksDueNextTime(db, meetingId, meeting.nextOn)
    const fiscalYear = fiscalYearOf(meeting.heldOn)
    if (fiscalYear !== before.fiscalYear) {
      const year = numberingYear(context, before.councilId, fiscalYear)
      const number = year === null ? before.number : nextMeetingNumber(db, before.councilId, fiscalYear)
      renumberMeeting(db, meetingId, fiscalYear, number)
      moveDecisionsToYear(db, before, fiscalYear)
    }
    return null
  },
  'meetings.remove': ({ db, today, now }, { meetingId }) => {
    getOpenMeeting(db, meetingId)
    setMeetingRemoved(db, meetingId, `${today}T${now}`)
    removeDecisionsOfMeeting(db, meetingId, `${today}T${now}`)
    return null
  },
  'meetings.refillRoll': (context, { meetingId }) => ({ added: fillRoll(context, meetingId) }),
  'meetings.addAgendaItem': ({ db, ids }, { meetingId, item, after }) => {
    getOpenMeeting(db, meetingId)
    const previous = after === null ? undefined : getAgendaItemById(db, after)
    if (after !== null && previous?.meetingId !== meetingId) throw new Refusal('not-found')
    const agendaItemId = ids.next<'agenda-item'>()
    addAgendaItem(db, {
      id: agendaItemId,
      meetingId,
      fields: item,
      afterPosition: previous?.position ?? null,
      carriedFromId: null,
    })
    return { agendaItemId }
  },
  'meetings.saveAgendaItem': ({ db }, { agendaItemId, item }) => {
    openMeetingOfItem(db, agendaItemId)
    patchAgendaItem(db, agendaItemId, item)
    return null
  },
  'meetings.moveAgendaItem': ({ db }, { agendaItemId, by }) => {
    openMeetingOfItem(db, agendaItemId)
    moveAgendaItem(db, agendaItemId, by)
    return null
  },
  'meetings.removeAgendaItem': ({ db, today, now }, { agendaItemId }) => {
    const meeting = openMeetingOfItem(db, agendaItemId)
    // What was said, decided or promised under an item would vanish from the minutes with it.
    const { agenda, statements, decisions, tasks } = readMeeting(db, meeting.id)
    if ([...statements, ...decisions, ...tasks].some((entry) => entry.agendaItemId === agendaItemId)) {
      const title = agenda.find((item) => item.id === agendaItemId)?.title ?? ''
      throw new Refusal('still-in-minutes', { name: title })
    }
    setAgendaItemRemoved(db, agendaItemId, `${today}T${now}`)
    return null
  },
  'meetings.setItemOutcome': ({ db }, { agendaItemId, outcome }) => {
    openMeetingOfItem(db, agendaItemId)
    setAgendaOutcome(db, agendaItemId, outcome, '')
    return null
  },
  'meetings.takeCarryOver': (context, { meetingId, items, tasks }) => {
    takeCarryOver(context, getOpenMeeting(context.db, meetingId), items, tasks)
    return null
  },
}
