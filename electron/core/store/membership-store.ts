import type { MembershipFields, Seat } from '#shared/contract/roster-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId, MembershipId, PersonId } from '#shared/domain/ids.ts'
import type { Sector } from '#shared/domain/sectors.ts'
import type { ReadDb, SqlValue, WriteDb } from './database.ts'

type SeatRow = Omit<Seat, 'exOfficio'> & {
  readonly exOfficio: number
  readonly councilId: CouncilId
  readonly councilName: string
}

const seatQuery = `
  SELECT m.id AS membershipId, m.person_id AS personId, m.council_id AS councilId, c.name AS councilName, m.seat_number AS seatNumber,
         p.name, p.kana, COALESCE(o.name, '') AS organizationName, COALESCE(f.post, '') AS post,
         m.role, m.category, m.term_from AS termFrom, m.term_to AS termTo, m.term_note AS termNote,
         m.appointed_on AS appointedOn, m.released_on AS releasedOn, m.ex_officio AS exOfficio, m.reappointment, m.despite
  FROM memberships m
  JOIN councils c ON c.id = m.council_id
  JOIN people p ON p.id = m.person_id
  LEFT JOIN affiliations f ON f.id = (
    SELECT x.id FROM affiliations x
    WHERE x.person_id = p.id AND x.removed_at IS NULL AND x.to_on IS NULL ORDER BY x.id DESC LIMIT 1)
  LEFT JOIN organizations o ON o.id = f.organization_id
  WHERE m.removed_at IS NULL AND p.removed_at IS NULL`

/**
 * In office on a day: appointed by then and not released before: 3月31日付けの解嘱 leaves the 31st. A term that has run out does not empty the seat:
 * most 要綱 let a member go on until the successor is appointed (任期満了後の継続), so only a release ends it.
 */
const inOffice = `
  AND COALESCE(m.appointed_on, m.term_from, ?) <= ?
  AND (m.released_on IS NULL OR m.released_on >= ?)`

export type SeatWithCouncil = Seat & { readonly councilId: CouncilId; readonly councilName: string }

function toSeat(row: SeatRow): SeatWithCouncil {
  return { ...row, exOfficio: row.exOfficio === 1 }
}

/** Seats of a council filled on a day, by 席次. */
export function listSeatsInOffice(
  db: ReadDb,
  councilId: CouncilId,
  on: CalendarDate,
): readonly SeatWithCouncil[] {
  return db
    .all<SeatRow>(`${seatQuery} AND m.council_id = ? ${inOffice} ORDER BY m.seat_number, m.id`, [
      councilId,
      on,
      on,
      on,
    ])
    .map(toSeat)
}

export interface SeatAtTable {
  readonly personId: PersonId
  readonly name: string
  readonly termTo: CalendarDate | null
  readonly sectors: readonly Sector[]
}

/** Seats of members (会長, 副会長, 委員) filled on a day, with the sectors of who sits there; of one council or all. */
export function listSeatsAtTable(
  db: ReadDb,
  councilId: CouncilId | null,
  on: CalendarDate,
): readonly SeatAtTable[] {
  return db
    .all<Omit<SeatAtTable, 'sectors'> & { readonly sectorList: string | null }>(
      `SELECT m.person_id AS personId, p.name, m.term_to AS termTo,
              (SELECT group_concat(s.sector, ',') FROM person_sectors s WHERE s.person_id = p.id) AS sectorList
       FROM memberships m JOIN people p ON p.id = m.person_id
       WHERE m.removed_at IS NULL AND p.removed_at IS NULL AND m.role IN ('chair', 'vice-chair', 'member')
         ${councilId === null ? '' : 'AND m.council_id = ?'} ${inOffice}
       ORDER BY m.council_id, m.seat_number, m.id`,
      [...(councilId === null ? [] : [councilId]), on, on, on],
    )
    .map(({ sectorList, ...seat }) => ({
      ...seat,
      // The schema's CHECK lets only sectors into the column.
      sectors: sectorList === null ? [] : (sectorList.split(',') as Sector[]),
    }))
}

/** Seats that nobody was released from, whatever their terms. */
export function listOpenSeats(db: ReadDb, councilId: CouncilId): readonly SeatWithCouncil[] {
  return db
    .all<SeatRow>(`${seatQuery} AND m.council_id = ? AND m.released_on IS NULL ORDER BY m.id`, [councilId])
    .map(toSeat)
}

export function listMembershipsOfPerson(db: ReadDb, personId: PersonId): readonly SeatWithCouncil[] {
  return db.all<SeatRow>(`${seatQuery} AND m.person_id = ? ORDER BY m.id DESC`, [personId]).map(toSeat)
}

export function getMembershipById(db: ReadDb, membershipId: MembershipId): SeatWithCouncil | undefined {
  const row = db.get<SeatRow>(`${seatQuery} AND m.id = ?`, [membershipId])
  return row && toSeat(row)
}

/** The seat that a person holds in a council, not released. */
export function findMembership(
  db: ReadDb,
  councilId: CouncilId,
  personId: PersonId,
): SeatWithCouncil | undefined {
  const row = db.get<SeatRow>(
    `${seatQuery} AND m.council_id = ? AND m.person_id = ? AND m.released_on IS NULL ORDER BY m.id DESC`,
    [councilId, personId],
  )
  return row && toSeat(row)
}

export function nextSeatNumber(db: ReadDb, councilId: CouncilId): number {
  return (
    db.get<{ n: number }>(
      'SELECT COALESCE(MAX(seat_number), 0) + 1 AS n FROM memberships WHERE council_id = ? AND removed_at IS NULL AND released_on IS NULL',
      [councilId],
    )?.n ?? 1
  )
}

function fieldValues(fields: MembershipFields): readonly SqlValue[] {
  return [
    fields.role,
    fields.category,
    fields.termFrom,
    fields.termTo,
    fields.termNote,
    fields.appointedOn,
    Number(fields.exOfficio),
    fields.reappointment,
  ]
}

export interface NewMembership {
  readonly membershipId: MembershipId
  readonly councilId: CouncilId
  readonly personId: PersonId
  readonly seatNumber: number
  readonly fields: MembershipFields
  /** Why it is right although a limit or a term says otherwise. */
  readonly despite?: string
}

export function addMembership(
  db: WriteDb,
  { membershipId, councilId, personId, seatNumber, fields, despite = '' }: NewMembership,
): void {
  db.run(
    `INSERT INTO memberships (id, council_id, person_id, seat_number, role, category, term_from, term_to, term_note, appointed_on, ex_officio, reappointment, despite)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [membershipId, councilId, personId, seatNumber, ...fieldValues(fields), despite],
  )
}

export function saveMembership(db: WriteDb, membershipId: MembershipId, fields: MembershipFields): void {
  db.run(
    `UPDATE memberships SET role = ?, category = ?, term_from = ?, term_to = ?, term_note = ?, appointed_on = ?, ex_officio = ?, reappointment = ? WHERE id = ?`,
    [...fieldValues(fields), membershipId],
  )
}

/** `on` is the last day in office. */
export function releaseMembership(db: WriteDb, membershipId: MembershipId, on: CalendarDate): void {
  db.run('UPDATE memberships SET released_on = ? WHERE id = ?', [on, membershipId])
}
