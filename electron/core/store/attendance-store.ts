import type { AttendancePatch } from '#shared/contract/attendance-patch.ts'
import type { Attendance } from '#shared/contract/meeting-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AgendaItemId, AttendanceId, Id, MeetingId, MembershipId, PersonId } from '#shared/domain/ids.ts'
import type { InvitationWay, Reached } from '#shared/domain/invitation.ts'
import type { CouncilRole } from '#shared/domain/roles.ts'
import type { ReadDb, SqlValue, WriteDb } from './database.ts'

type RawAttendance = Omit<Attendance, 'late' | 'leftEarly' | 'written' | 'mandate' | 'awayFor'> & {
  readonly late: number
  readonly leftEarly: number
  readonly written: number
  readonly mandate: number
  readonly meetingId: MeetingId
}

const rollQuery = `
  SELECT id, meeting_id AS meetingId, person_id AS personId, membership_id AS membershipId, seat_number AS seatNumber, role, name, kana, post,
         organization_name AS organizationName, reply, reply_channel AS replyChannel, replied_on AS repliedOn, invited_by AS invitedBy, invited_on AS invitedOn, presence,
         late, arrived_at AS arrivedAt, left_early AS leftEarly, left_at AS leftAt, written,
         proxy_name AS proxyName, proxy_post AS proxyPost, note, mandate, mandate_to AS mandateTo, opinion, care,
         arrived_item_id AS arrivedItemId, left_item_id AS leftItemId
  FROM attendances WHERE removed_at IS NULL`

export type RollLine = Attendance & { readonly meetingId: MeetingId }

function toLine(row: RawAttendance, awayFor: Attendance['awayFor']): RollLine {
  const { late, leftEarly, written, mandate } = row
  return {
    ...row,
    late: late === 1,
    leftEarly: leftEarly === 1,
    written: written === 1,
    mandate: mandate === 1,
    awayFor,
  }
}

type AwayRow = Attendance['awayFor'][number] & { readonly attendanceId: AttendanceId }

const awayQuery = `SELECT x.attendance_id AS attendanceId, x.agenda_item_id AS agendaItemId, x.because
  FROM item_absences x JOIN agenda_items i ON i.id = x.agenda_item_id
  WHERE x.removed_at IS NULL AND i.removed_at IS NULL`

/** The roll by seat. */
export function listRoll(db: ReadDb, meetingId: MeetingId): readonly RollLine[] {
  const away = Map.groupBy(
    db.all<AwayRow>(`${awayQuery} AND i.meeting_id = ? ORDER BY i.position, x.id`, [meetingId]),
    (row) => row.attendanceId,
  )
  return db
    .all<RawAttendance>(`${rollQuery} AND meeting_id = ? ORDER BY seat_number, id`, [meetingId])
    .map((row) => toLine(row, (away.get(row.id) ?? []).map(withoutLine)))
}

export function getAttendanceById(db: ReadDb, attendanceId: AttendanceId): RollLine | undefined {
  const row = db.get<RawAttendance>(`${rollQuery} AND id = ?`, [attendanceId])
  if (row === undefined) return undefined
  const away = db.all<AwayRow>(`${awayQuery} AND x.attendance_id = ? ORDER BY i.position, x.id`, [
    attendanceId,
  ])
  return toLine(row, away.map(withoutLine))
}

function withoutLine({ agendaItemId, because }: AwayRow): Attendance['awayFor'][number] {
  return { agendaItemId, because }
}

export function setItemAbsence(
  db: WriteDb,
  absence: {
    readonly id: Id<'item-absence'>
    readonly attendanceId: AttendanceId
    readonly agendaItemId: AgendaItemId
    readonly because: string
  },
): void {
  const standing = db.run(
    'UPDATE item_absences SET because = ? WHERE attendance_id = ? AND agenda_item_id = ? AND removed_at IS NULL',
    [absence.because, absence.attendanceId, absence.agendaItemId],
  )
  if (standing > 0) return
  db.run('INSERT INTO item_absences (id, attendance_id, agenda_item_id, because) VALUES (?, ?, ?, ?)', [
    absence.id,
    absence.attendanceId,
    absence.agendaItemId,
    absence.because,
  ])
}

export function endItemAbsence(
  db: WriteDb,
  attendanceId: AttendanceId,
  agendaItemId: AgendaItemId,
  removedAt: string,
): void {
  db.run(
    'UPDATE item_absences SET removed_at = ? WHERE attendance_id = ? AND agenda_item_id = ? AND removed_at IS NULL',
    [removedAt, attendanceId, agendaItemId],
  )
}

/** Others of the roster who belong to a group, by name, on a day. */
export function listPeopleOfGroup(
  db: ReadDb,
  organizationName: string,
  except: PersonId | null,
  on: CalendarDate,
): readonly { readonly name: string; readonly post: string }[] {
  return db.all(
    `SELECT DISTINCT p.name, a.post FROM organizations o
     JOIN affiliations a ON a.organization_id = o.id AND a.removed_at IS NULL
     JOIN people p ON p.id = a.person_id AND p.removed_at IS NULL
     WHERE o.name = ? AND o.removed_at IS NULL AND p.id IS NOT ?
       AND (a.from_on IS NULL OR a.from_on <= ?) AND (a.to_on IS NULL OR a.to_on >= ?)
     ORDER BY p.kana_key, p.id`,
    [organizationName, except, on, on],
  )
}

export interface NewAttendance {
  readonly id: AttendanceId
  readonly meetingId: MeetingId
  readonly personId: PersonId | null
  readonly membershipId: MembershipId | null
  readonly seatNumber: number
  readonly role: CouncilRole
  readonly name: string
  readonly kana: string
  readonly post: string
  readonly organizationName: string
  readonly category: string
}

export function addAttendance(db: WriteDb, line: NewAttendance): void {
  db.run(
    `INSERT INTO attendances (id, meeting_id, person_id, membership_id, seat_number, role, name, kana, post, organization_name, category)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      line.id,
      line.meetingId,
      line.personId,
      line.membershipId,
      line.seatNumber,
      line.role,
      line.name,
      line.kana,
      line.post,
      line.organizationName,
      line.category,
    ],
  )
}

/** Column of each field that can be patched; the only names that reach the SQL below. */
const columns: Readonly<Record<keyof AttendancePatch, string>> = {
  seatNumber: 'seat_number',
  reply: 'reply',
  replyChannel: 'reply_channel',
  repliedOn: 'replied_on',
  presence: 'presence',
  late: 'late',
  arrivedAt: 'arrived_at',
  leftEarly: 'left_early',
  leftAt: 'left_at',
  written: 'written',
  proxyName: 'proxy_name',
  proxyPost: 'proxy_post',
  note: 'note',
  mandate: 'mandate',
  mandateTo: 'mandate_to',
  opinion: 'opinion',
  care: 'care',
  arrivedItemId: 'arrived_item_id',
  leftItemId: 'left_item_id',
}

export function patchAttendance(db: WriteDb, attendanceId: AttendanceId, patch: AttendancePatch): void {
  const parts: string[] = []
  const values: SqlValue[] = []
  for (const [field, column] of Object.entries(columns)) {
    // Object.entries forgets that the keys are those of `columns`.
    const value = patch[field as keyof AttendancePatch]
    if (value === undefined) continue
    parts.push(`${column} = ?`)
    values.push(typeof value === 'boolean' ? Number(value) : value)
  }
  if (parts.length === 0) return
  db.run(`UPDATE attendances SET ${parts.join(', ')} WHERE id = ?`, [...values, attendanceId])
}

export function setInvitation(
  db: WriteDb,
  attendanceId: AttendanceId,
  invited: { readonly by: InvitationWay; readonly on: CalendarDate } | null,
): void {
  db.run('UPDATE attendances SET invited_by = ?, invited_on = ? WHERE id = ?', [
    invited?.by ?? null,
    invited?.on ?? null,
    attendanceId,
  ])
}

/** Where each of a roll is reached by the roster of today, and the way by which they were told of a meeting last. */
export function listInvitees(
  db: ReadDb,
  meetingId: MeetingId,
): readonly (Reached & { readonly attendanceId: AttendanceId; readonly last: InvitationWay | null })[] {
  return db.all(
    `SELECT a.id AS attendanceId, COALESCE(p.address, '') AS address, COALESCE(p.phone, '') AS phone,
            COALESCE(p.fax, '') AS fax, COALESCE(p.email, '') AS email,
            (SELECT b.invited_by FROM attendances b JOIN meetings m ON m.id = b.meeting_id
             WHERE b.person_id = a.person_id AND b.meeting_id <> a.meeting_id AND b.invited_by IS NOT NULL
               AND b.removed_at IS NULL AND m.removed_at IS NULL
             ORDER BY b.invited_on DESC, m.held_on DESC LIMIT 1) AS last
     FROM attendances a LEFT JOIN people p ON p.id = a.person_id AND p.removed_at IS NULL
     WHERE a.meeting_id = ? AND a.removed_at IS NULL ORDER BY a.seat_number, a.id`,
    [meetingId],
  )
}

export function setAttendanceRemoved(db: WriteDb, attendanceId: AttendanceId, removedAt: string): void {
  db.run('UPDATE attendances SET removed_at = ? WHERE id = ?', [removedAt, attendanceId])
}

/** Of how many confirmed or held meetings a person was on the roll, and at how many she was there or proxied. */
export function countAttended(
  db: ReadDb,
  personId: PersonId,
): { readonly held: number; readonly counted: number } {
  return (
    db.get<{ held: number; counted: number }>(
      `SELECT COUNT(*) AS held, COALESCE(SUM(presence IN ('present', 'online', 'proxy')), 0) AS counted
       FROM attendances a JOIN meetings m ON m.id = a.meeting_id
       WHERE a.person_id = ? AND a.removed_at IS NULL AND m.removed_at IS NULL AND presence <> 'unmarked'`,
      [personId],
    ) ?? { held: 0, counted: 0 }
  )
}
