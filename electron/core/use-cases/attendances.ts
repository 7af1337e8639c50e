import { Refusal } from '#shared/contract/errors.ts'
import type { attendanceOperations } from '#shared/contract/attendance-operations.ts'
import { firstInvitedOn } from '#shared/domain/invitation.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { getOpenMeeting, openRollLine } from '../records/open-meeting.ts'
import { getAgendaItemById } from '../store/agenda-store.ts'
import {
  addAttendance,
  endItemAbsence,
  listRoll,
  patchAttendance,
  setAttendanceRemoved,
  setInvitation,
  setItemAbsence,
} from '../store/attendance-store.ts'
import { patchMeeting } from '../store/meeting-store.ts'
import { listStatements } from '../store/minutes-store.ts'

export const attendanceHandlers: Handlers<OperationsOf<typeof attendanceOperations>> = {
  'attendance.addPerson': ({ db, ids }, { meetingId, ...person }) => {
    getOpenMeeting(db, meetingId)
    const seatNumber =
      listRoll(db, meetingId).reduce((highest, line) => Math.max(highest, line.seatNumber), 0) + 1
    const attendanceId = ids.next<'attendance'>()
    addAttendance(db, {
      ...person,
      id: attendanceId,
      meetingId,
      personId: null,
      membershipId: null,
      seatNumber,
      category: '',
    })
    return { attendanceId }
  },
  'attendance.save': ({ db }, { attendanceId, patch }) => {
    const line = openRollLine(db, attendanceId)
    const arrived = patch.arrivedAt === undefined ? line.arrivedAt : patch.arrivedAt
    const left = patch.leftAt === undefined ? line.leftAt : patch.leftAt
    if (arrived !== null && left !== null && left <= arrived) throw new Refusal('end-before-start')
    for (const itemId of [patch.arrivedItemId, patch.leftItemId])
      if (itemId != null && getAgendaItemById(db, itemId)?.meetingId !== line.meetingId)
        throw new Refusal('not-found')
    patchAttendance(db, attendanceId, patch)
    return null
  },
  'attendance.setInvitations': ({ db }, { meetingId, invitations }) => {
    const meeting = getOpenMeeting(db, meetingId)
    const before = listRoll(db, meetingId)
    for (const { attendanceId, invited } of invitations) {
      if (!before.some((line) => line.id === attendanceId)) throw new Refusal('not-found')
      setInvitation(db, attendanceId, invited)
    }
    // A day that somebody wrote herself stays: only one that came from the list follows it.
    if (meeting.noticeSentOn === firstInvitedOn(before))
      patchMeeting(db, meetingId, { noticeSentOn: firstInvitedOn(listRoll(db, meetingId)) })
    return null
  },
  'attendance.setAway': ({ db, ids, today, now }, { attendanceId, agendaItemId, away, because }) => {
    const line = openRollLine(db, attendanceId)
    if (getAgendaItemById(db, agendaItemId)?.meetingId !== line.meetingId) throw new Refusal('not-found')
    if (away) setItemAbsence(db, { id: ids.next<'item-absence'>(), attendanceId, agendaItemId, because })
    else endItemAbsence(db, attendanceId, agendaItemId, `${today}T${now}`)
    return null
  },
  'attendance.remove': ({ db, today, now }, { attendanceId }) => {
    const line = openRollLine(db, attendanceId)
    // Who has spoken cannot leave the roll: the statements would stand without a name.
    if (listStatements(db, line.meetingId).some((statement) => statement.attendanceId === attendanceId)) {
      throw new Refusal('still-in-minutes', { name: line.name })
    }
    setAttendanceRemoved(db, attendanceId, `${today}T${now}`)
    return null
  },
}
