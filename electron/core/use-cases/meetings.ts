import { Refusal } from '#shared/contract/errors.ts'
import type { meetingOperations } from '#shared/contract/meeting-operations.ts'
import { type CalendarDate, fiscalYearOf } from '#shared/domain/calendar-date.ts'
import { isDueNextTime } from '#shared/domain/due-date.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import { openTaskStatuses } from '#shared/domain/meeting.ts'
import type { Handlers, OperationsOf, WriteContext } from '../context.ts'
import { getOpenMeeting, openMeetingOfItem } from '../records/open-meeting.ts'
import { readMeeting } from '../records/read-meeting.ts'
import {
  addAgendaItem,
  beginAgendaItem,
  getAgendaItemById,
  listAgendaItems,
  listLeftItems,
  moveAgendaItem,
  patchAgendaItem,
  setAgendaItemRemoved,
  setAgendaOutcome,
} from '../store/agenda-store.ts'
import { moveDecisionsToYear, removeDecisionsOfMeeting } from '../store/decision-store.ts'
import { getAttendanceById, listPeopleOfGroup } from '../store/attendance-store.ts'
import {
  getMeetingBefore,
  getMeetingById,
  listMeetings,
  patchMeeting,
  meetingNumberTaken,
  renumberMeeting,
  setMeetingRemoved,
} from '../store/meeting-store.ts'
import {
  addAgendaItems,
  fillRoll,
  nextMeetingNumber,
  numberingYear,
  planMeeting,
} from '../records/plan-meeting.ts'
import { renumberPapers } from '#shared/domain/paper-numbering.ts'
import { listAttachments } from '../store/attachment-store.ts'
import { readInvitees } from '../records/read-invitees.ts'
import { takeCarryOver } from '../records/take-carry-over.ts'
import { listOpenTasksBefore, listTasksOfMeeting, saveTask } from '../store/task-store.ts'

/** What was promised 次回まで falls due on the day of the next meeting, whenever that becomes known or changes. */
function moveTasksDueNextTime(
  db: WriteContext['db'],
  meetingId: MeetingId,
  nextOn: CalendarDate | null,
): void {
  for (const { id, text, owner, ownerPersonId, ownerOrganizationId, dueText, status } of listTasksOfMeeting(
    db,
    meetingId,
  )) {
    if (openTaskStatuses.includes(status) && isDueNextTime(dueText))
      saveTask(db, id, { text, owner, ownerPersonId, ownerOrganizationId, dueText, dueOn: nextOn })
  }
}

export const meetingHandlers: Handlers<OperationsOf<typeof meetingOperations>> = {
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
  'meetings.plan': (context, given) => ({ meetingId: planMeeting(context, given) }),
  'meetings.save': (context, { meetingId, meeting: patch }) => {
    const { db, ids, today, now } = context
    const before = getMeetingById(db, meetingId)
    if (!before) throw new Refusal('not-found')
    // When notice and summary went out is no part of the minutes: it may be said after they are confirmed.
    const { noticeSentOn: _notice, summarySentOn: _summary, ...ofMinutes } = patch
    if (before.locked && Object.values(ofMinutes).some((value) => value !== undefined))
      throw new Refusal('minutes-locked')
    const startsAt = patch.startsAt ?? before.startsAt
    const endsAt = patch.endsAt === undefined ? before.endsAt : patch.endsAt
    if (endsAt !== null && endsAt <= startsAt) throw new Refusal('end-before-start')
    patchMeeting(db, meetingId, patch)
    if (patch.nextOn !== undefined && patch.nextOn !== before.nextOn)
      moveTasksDueNextTime(db, meetingId, patch.nextOn)
    const fiscalYear = fiscalYearOf(patch.heldOn ?? before.heldOn)
    if (fiscalYear !== before.fiscalYear) {
      const year = numberingYear(db, before.councilId, fiscalYear)
      const number = year === null ? before.number : nextMeetingNumber(db, before.councilId, fiscalYear)
      renumberMeeting(db, meetingId, fiscalYear, number)
      moveDecisionsToYear(db, before, fiscalYear, {
        id: () => ids.next<'decision'>(),
        removedAt: `${today}T${now}`,
      })
    }
    return null
  },
  'meetings.renumber': ({ db }, { meetingId, number }) => {
    const { councilId, fiscalYear, number: before } = getOpenMeeting(db, meetingId)
    if (number === before) return null
    const year = numberingYear(db, councilId, fiscalYear)
    if (meetingNumberTaken(db, councilId, year, number)) throw new Refusal('duplicate-number', { number })
    renumberMeeting(db, meetingId, fiscalYear, number)
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
  'meetings.renumberPapers': ({ db }, { meetingId }) => {
    getOpenMeeting(db, meetingId)
    const items = listAgendaItems(db, meetingId)
    const files = Map.groupBy(listAttachments(db, meetingId), (file) => file.agendaItemId)
    const numbers = renumberPapers(items.map((item) => ({ ...item, files: files.get(item.id)?.length ?? 0 })))
    const changed = items.filter((item, position) => item.paperNumber !== numbers[position])
    for (const item of changed)
      patchAgendaItem(db, item.id, { paperNumber: numbers[items.indexOf(item)] ?? item.paperNumber })
    return { changed: changed.length }
  },
  'meetings.copyAgenda': (context, { meetingId, fromMeetingId: from }) => {
    getOpenMeeting(context.db, meetingId)
    if (from === meetingId || !getMeetingById(context.db, from)) throw new Refusal('not-found')
    const items = listAgendaItems(context.db, from).map(
      ({ kind, level, title, plannedMinutes, presenter, internalNote }) => ({
        kind,
        level,
        title,
        plannedMinutes,
        presenter,
        paperNumber: '',
        paperTitle: '',
        internalNote,
      }),
    )
    return { added: addAgendaItems(context, meetingId, items) }
  },
  'meetings.beginItem': ({ db }, { agendaItemId, at }) => {
    openMeetingOfItem(db, agendaItemId)
    beginAgendaItem(db, agendaItemId, at)
    return null
  },
  'meetings.listProxies': ({ db }, { attendanceId }) => {
    const line = getAttendanceById(db, attendanceId)
    const meeting = line && getMeetingById(db, line.meetingId)
    if (!line || !meeting) throw new Refusal('not-found')
    if (line.organizationName === '') return []
    return listPeopleOfGroup(db, line.organizationName, line.personId, meeting.heldOn)
  },
  'meetings.listInvitees': ({ db }, { meetingId }) => readInvitees(db, meetingId),
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
