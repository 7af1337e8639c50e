import type { MeetingFields, MeetingPatch, MeetingSummary } from '#shared/contract/meeting-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId, MeetingId } from '#shared/domain/ids.ts'
import type { MeetingMethod } from '#shared/domain/meeting.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type { ReadDb, SqlValue, WriteDb } from './database.ts'

export interface MeetingRow extends MeetingFields {
  readonly id: MeetingId
  readonly councilId: CouncilId
  readonly fiscalYear: number
  readonly number: number
  readonly locked: boolean
}

type RawMeetingRow = Omit<MeetingRow, 'locked'> & { readonly locked: number }

export function getMeetingById(db: ReadDb, meetingId: MeetingId): MeetingRow | undefined {
  const row = db.get<RawMeetingRow>(
    `SELECT id, council_id AS councilId, fiscal_year AS fiscalYear, number, held_on AS heldOn, starts_at AS startsAt,
            ends_at AS endsAt, place, method, audience, next_on AS nextOn, next_starts_at AS nextStartsAt,
            next_place AS nextPlace, note, notice_sent_on AS noticeSentOn, summary_sent_on AS summarySentOn, locked
     FROM meetings WHERE id = ? AND removed_at IS NULL`,
    [meetingId],
  )
  return row && { ...row, locked: row.locked === 1 }
}

type RawSummary = Omit<MeetingSummary, 'confirmed' | 'submitted'> & {
  readonly confirmed: number
  readonly submitted: number
}

const summaryQuery = `
  SELECT m.id, m.council_id AS councilId, c.name AS councilName, m.fiscal_year AS fiscalYear, m.number, m.held_on AS heldOn,
         m.starts_at AS startsAt, m.place, m.locked AS confirmed,
         EXISTS (SELECT 1 FROM submissions s WHERE s.meeting_id = m.id) AS submitted
  FROM meetings m JOIN councils c ON c.id = m.council_id
  WHERE m.removed_at IS NULL`

function toSummary(row: RawSummary): MeetingSummary {
  return { ...row, confirmed: row.confirmed === 1, submitted: row.submitted === 1 }
}

/** Newest first. `councilId` or `fiscalYear` null: all. */
export function listMeetings(
  db: ReadDb,
  councilId: CouncilId | null,
  fiscalYear: number | null,
): readonly MeetingSummary[] {
  const conditions = [
    councilId === null ? '' : 'AND m.council_id = ?',
    fiscalYear === null ? '' : 'AND m.fiscal_year = ?',
  ]
  const parameters = [councilId, fiscalYear].filter((value) => value !== null)
  return db
    .all<RawSummary>(
      `${summaryQuery} ${conditions.join(' ')} ORDER BY m.held_on DESC, m.starts_at DESC, m.id DESC`,
      parameters,
    )
    .map(toSummary)
}

export function getMeetingSummary(db: ReadDb, meetingId: MeetingId): MeetingSummary | undefined {
  const row = db.get<RawSummary>(`${summaryQuery} AND m.id = ?`, [meetingId])
  return row && toSummary(row)
}

/** Meetings from a day on, soonest first. */
export function listMeetingsFrom(
  db: ReadDb,
  councilId: CouncilId | null,
  from: CalendarDate,
): readonly MeetingSummary[] {
  return db
    .all<RawSummary>(
      `${summaryQuery} AND m.held_on >= ? ${councilId === null ? '' : 'AND m.council_id = ?'} ORDER BY m.held_on, m.starts_at, m.id`,
      councilId === null ? [from] : [from, councilId],
    )
    .map(toSummary)
}

/** The last meeting of a council before another (by day, then time), or simply the last. */
export function getMeetingBefore(
  db: ReadDb,
  councilId: CouncilId,
  before: Pick<MeetingRow, 'id' | 'heldOn' | 'startsAt'> | null,
): MeetingRow | undefined {
  const found = db.get<{ id: MeetingId }>(
    before === null
      ? `SELECT id FROM meetings WHERE council_id = ? AND removed_at IS NULL ORDER BY held_on DESC, starts_at DESC, id DESC LIMIT 1`
      : `SELECT id FROM meetings WHERE council_id = ? AND removed_at IS NULL AND (held_on, starts_at, id) < (?, ?, ?) ORDER BY held_on DESC, starts_at DESC, id DESC LIMIT 1`,
    before === null ? [councilId] : [councilId, before.heldOn, before.startsAt, before.id],
  )
  return found && getMeetingById(db, found.id)
}

/** Highest 第n回 so far; `fiscalYear` null counts through. 0 where there is none. */
export function lastMeetingNumber(db: ReadDb, councilId: CouncilId, fiscalYear: number | null): number {
  return (
    db.get<{ n: number }>(
      `SELECT COALESCE(MAX(number), 0) AS n FROM meetings WHERE council_id = ? AND removed_at IS NULL ${fiscalYear === null ? '' : 'AND fiscal_year = ?'}`,
      fiscalYear === null ? [councilId] : [councilId, fiscalYear],
    )?.n ?? 0
  )
}

export function meetingNumberTaken(
  db: ReadDb,
  councilId: CouncilId,
  fiscalYear: number | null,
  number: number,
): boolean {
  return (
    db.get(
      `SELECT 1 FROM meetings WHERE council_id = ? AND number = ? AND removed_at IS NULL ${fiscalYear === null ? '' : 'AND fiscal_year = ?'}`,
      fiscalYear === null ? [councilId, number] : [councilId, number, fiscalYear],
    ) !== undefined
  )
}

export interface NewMeeting {
  readonly id: MeetingId
  readonly councilId: CouncilId
  readonly fiscalYear: number
  readonly number: number
  readonly heldOn: CalendarDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime | null
  readonly place: string
  readonly method: MeetingMethod
}

export function addMeeting(db: WriteDb, meeting: NewMeeting): void {
  db.run(
    `INSERT INTO meetings (id, council_id, fiscal_year, number, held_on, starts_at, ends_at, place, method)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      meeting.id,
      meeting.councilId,
      meeting.fiscalYear,
      meeting.number,
      meeting.heldOn,
      meeting.startsAt,
      meeting.endsAt,
      meeting.place,
      meeting.method,
    ],
  )
}

/** Column of each field that can be patched; the only names that reach the SQL below. */
const patchColumns: Readonly<Record<keyof MeetingPatch, string>> = {
  heldOn: 'held_on',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  place: 'place',
  method: 'method',
  audience: 'audience',
  nextOn: 'next_on',
  nextStartsAt: 'next_starts_at',
  nextPlace: 'next_place',
  note: 'note',
  noticeSentOn: 'notice_sent_on',
  summarySentOn: 'summary_sent_on',
}

export function patchMeeting(db: WriteDb, meetingId: MeetingId, patch: MeetingPatch): void {
  const parts: string[] = []
  const values: SqlValue[] = []
  for (const [field, column] of Object.entries(patchColumns)) {
    // Object.entries forgets that the keys are those of `patchColumns`.
    const value = patch[field as keyof MeetingPatch]
    if (value === undefined) continue
    parts.push(`${column} = ?`)
    values.push(value)
  }
  if (parts.length === 0) return
  db.run(`UPDATE meetings SET ${parts.join(', ')} WHERE id = ?`, [...values, meetingId])
}

export function renumberMeeting(db: WriteDb, meetingId: MeetingId, fiscalYear: number, number: number): void {
  db.run('UPDATE meetings SET fiscal_year = ?, number = ? WHERE id = ?', [fiscalYear, number, meetingId])
}

export function setMeetingLocked(db: WriteDb, meetingId: MeetingId, locked: boolean): void {
  db.run('UPDATE meetings SET locked = ? WHERE id = ?', [Number(locked), meetingId])
}

export function setMeetingRemoved(db: WriteDb, meetingId: MeetingId, removedAt: string): void {
  db.run('UPDATE meetings SET removed_at = ? WHERE id = ?', [removedAt, meetingId])
}
