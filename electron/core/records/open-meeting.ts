import { Refusal } from '#shared/contract/errors.ts'
import type { AgendaItemId, AttendanceId, MeetingId } from '#shared/domain/ids.ts'
import { getAgendaItemById } from '../store/agenda-store.ts'
import { getAttendanceById, type RollLine } from '../store/attendance-store.ts'
import type { ReadDb } from '../store/database.ts'
import { getMeetingById, type MeetingRow } from '../store/meeting-store.ts'

/** A meeting that may be written to. Refuses with `not-found`, or `minutes-locked` once its minutes are confirmed. */
export function getOpenMeeting(db: ReadDb, meetingId: MeetingId): MeetingRow {
  const meeting = getMeetingById(db, meetingId)
  if (!meeting) throw new Refusal('not-found')
  if (meeting.locked) throw new Refusal('minutes-locked')
  return meeting
}

export function openMeetingOfItem(db: ReadDb, agendaItemId: AgendaItemId): MeetingRow {
  const item = getAgendaItemById(db, agendaItemId)
  if (!item) throw new Refusal('not-found')
  return getOpenMeeting(db, item.meetingId)
}

/** The line with its meeting known to be open. */
export function openRollLine(db: ReadDb, attendanceId: AttendanceId): RollLine {
  const line = getAttendanceById(db, attendanceId)
  if (!line) throw new Refusal('not-found')
  getOpenMeeting(db, line.meetingId)
  return line
}
