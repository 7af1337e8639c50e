import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type { AttendanceId, CouncilId, MeetingId, PersonId } from '#shared/domain/ids.ts'
import type { Presence } from '#shared/domain/meeting.ts'
import type { CouncilRole } from '#shared/domain/roles.ts'
import type { ReadDb } from './database.ts'

export interface MeetingOnDay {
  readonly id: MeetingId
  readonly councilId: CouncilId
  readonly councilName: string
  readonly number: number
  readonly heldOn: CalendarDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime | null
  readonly place: string
}

/** All meetings, of whatever council, between two days. */
export function listMeetingsBetween(
  db: ReadDb,
  from: CalendarDate,
  to: CalendarDate,
): readonly MeetingOnDay[] {
  return db.all<MeetingOnDay>(
    `SELECT m.id, m.council_id AS councilId, c.name AS councilName, m.number, m.held_on AS heldOn, m.starts_at AS startsAt,
            m.ends_at AS endsAt, m.place
     FROM meetings m JOIN councils c ON c.id = m.council_id
     WHERE m.removed_at IS NULL AND m.held_on BETWEEN ? AND ? ORDER BY m.held_on, m.starts_at, m.id`,
    [from, to],
  )
}

/** Who is on the roll of a meeting, as far as the roster knows them, and is not known to stay away. */
export function listPeopleOfMeeting(
  db: ReadDb,
  meetingId: MeetingId,
): readonly { readonly personId: PersonId; readonly name: string }[] {
  return db.all(
    `SELECT person_id AS personId, name FROM attendances
     WHERE meeting_id = ? AND person_id IS NOT NULL AND removed_at IS NULL AND reply NOT IN ('absent', 'written')
     ORDER BY seat_number, id`,
    [meetingId],
  )
}

export interface MarkRow {
  readonly attendanceId: AttendanceId
  readonly meetingId: MeetingId
  readonly personId: PersonId | null
  readonly seatNumber: number
  readonly role: CouncilRole
  readonly name: string
  readonly post: string
  readonly organizationName: string
  readonly presence: Presence
  readonly late: number
  readonly leftEarly: number
  readonly written: number
}

/** The rolls of a council's meetings between two days, in the order of the meetings, then by seat. */
export function listMarksBetween(
  db: ReadDb,
  councilId: CouncilId,
  from: CalendarDate,
  to: CalendarDate,
): readonly MarkRow[] {
  return db.all<MarkRow>(
    `SELECT a.id AS attendanceId, a.meeting_id AS meetingId, a.person_id AS personId, a.seat_number AS seatNumber, a.role,
            a.name, a.post, a.organization_name AS organizationName, a.presence, a.late, a.left_early AS leftEarly, a.written
     FROM meetings m JOIN attendances a ON a.meeting_id = m.id
     WHERE m.council_id = ? AND m.removed_at IS NULL AND a.removed_at IS NULL AND m.held_on BETWEEN ? AND ?
       AND a.role IN ('chair', 'vice-chair', 'member')
     ORDER BY m.held_on, m.starts_at, m.id, a.seat_number, a.id`,
    [councilId, from, to],
  )
}

/** When the council's first term began (null where its rules do not say) and how many years each takes. */
export function termRuleOf(
  db: ReadDb,
  councilId: CouncilId,
): { readonly firstTermOn: CalendarDate | null; readonly termYears: number } | undefined {
  return db.get('SELECT first_term_on AS firstTermOn, term_years AS termYears FROM councils WHERE id = ?', [
    councilId,
  ])
}
