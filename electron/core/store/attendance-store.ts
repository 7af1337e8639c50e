import type { Attendance, AttendancePatch } from '#shared/contract/meeting-operations.ts'
import type { AttendanceId, MeetingId, MembershipId, PersonId } from '#shared/domain/ids.ts'
import type { CouncilRole } from '#shared/domain/roles.ts'
import type { ReadDb, SqlValue, WriteDb } from './database.ts'

type RawAttendance = Omit<Attendance, 'late' | 'leftEarly' | 'written'> & {
  readonly late: number
  readonly leftEarly: number
  readonly written: number
  readonly meetingId: MeetingId
}

const rollQuery = `
  SELECT id, meeting_id AS meetingId, person_id AS personId, membership_id AS membershipId, seat_number AS seatNumber, role, name, kana, post,
         organization_name AS organizationName, reply, reply_channel AS replyChannel, replied_on AS repliedOn, presence,
         late, arrived_at AS arrivedAt, left_early AS leftEarly, left_at AS leftAt, written,
         proxy_name AS proxyName, proxy_post AS proxyPost, note
  FROM attendances WHERE removed_at IS NULL`

export type RollLine = Attendance & { readonly meetingId: MeetingId }

function toLine(row: RawAttendance): RollLine {
  return { ...row, late: row.late === 1, leftEarly: row.leftEarly === 1, written: row.written === 1 }
}

/** The roll by seat. */
export function listRoll(db: ReadDb, meetingId: MeetingId): readonly RollLine[] {
  return db
    .all<RawAttendance>(`${rollQuery} AND meeting_id = ? ORDER BY seat_number, id`, [meetingId])
    .map(toLine)
}

export function getAttendanceById(db: ReadDb, attendanceId: AttendanceId): RollLine | undefined {
  const row = db.get<RawAttendance>(`${rollQuery} AND id = ?`, [attendanceId])
  return row && toLine(row)
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
