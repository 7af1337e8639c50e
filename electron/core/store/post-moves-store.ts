import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AffiliationId, CouncilId, MembershipId, OrganizationId, PersonId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from './database.ts'

export interface PostSeat {
  readonly membershipId: MembershipId
  readonly personId: PersonId
  readonly organizationId: OrganizationId | null
  readonly organizationName: string
  readonly post: string
  /** The last day on which the holder of the seat had the post. */
  readonly endedOn: CalendarDate
}

/** The affiliation that a seat follows: the one said, else that of the day on which the seat began, else the oldest. */
const postOfSeat = `COALESCE(
  m.post_affiliation_id,
  (SELECT x.id FROM affiliations x WHERE x.person_id = m.person_id AND x.removed_at IS NULL
     AND (x.from_on IS NULL OR x.from_on <= COALESCE(m.appointed_on, m.term_from, x.from_on))
     AND (x.to_on IS NULL OR x.to_on >= COALESCE(m.appointed_on, m.term_from, x.to_on))
   ORDER BY x.id DESC LIMIT 1),
  (SELECT x.id FROM affiliations x WHERE x.person_id = m.person_id AND x.removed_at IS NULL ORDER BY x.id LIMIT 1))`

/** Open seats by post (充て職) whose holders do not have the post any more. */
export function listSeatsOutOfPost(db: ReadDb, councilId: CouncilId): readonly PostSeat[] {
  return db.all<PostSeat>(
    `SELECT m.id AS membershipId, m.person_id AS personId, f.organization_id AS organizationId,
            COALESCE(o.name, '') AS organizationName, f.post, f.to_on AS endedOn
     FROM memberships m JOIN people p ON p.id = m.person_id
     JOIN affiliations f ON f.id = ${postOfSeat}
     LEFT JOIN organizations o ON o.id = f.organization_id
     WHERE m.council_id = ? AND m.ex_officio = 1 AND m.removed_at IS NULL AND m.released_on IS NULL
       AND p.removed_at IS NULL AND f.to_on IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM affiliations n WHERE n.person_id = m.person_id AND n.removed_at IS NULL
         AND n.to_on IS NULL AND n.organization_id IS f.organization_id AND n.post = f.post)
     ORDER BY m.seat_number, m.id`,
    [councilId],
  )
}

export interface PostHolder {
  readonly personId: PersonId
  readonly name: string
  readonly post: string
  readonly since: CalendarDate | null
  /** Has the very post; else another one of the group. */
  readonly samePost: boolean
}

/** Who may come after: those who have the post now, then the others of the group. */
export function listPostHolders(db: ReadDb, seat: PostSeat): readonly PostHolder[] {
  return db
    .all<Omit<PostHolder, 'samePost'> & { readonly samePost: number }>(
      `SELECT p.id AS personId, p.name, f.post, f.from_on AS since, f.post = ? AS samePost
       FROM affiliations f JOIN people p ON p.id = f.person_id
       WHERE f.to_on IS NULL AND f.removed_at IS NULL AND p.removed_at IS NULL AND p.id <> ?
         AND f.organization_id IS ? AND (f.organization_id IS NOT NULL OR f.post = ?)
       ORDER BY f.post = ? DESC, f.id DESC LIMIT 20`,
      [seat.post, seat.personId, seat.organizationId, seat.post, seat.post],
    )
    .map((row) => ({ ...row, samePost: row.samePost === 1 }))
}

/** From now on the seat follows the post that its holder has now; without one it is no seat by post. */
export function followPresentPost(
  db: WriteDb,
  membershipId: MembershipId,
  affiliationId: AffiliationId | null,
): void {
  if (affiliationId === null) db.run('UPDATE memberships SET ex_officio = 0 WHERE id = ?', [membershipId])
  else db.run('UPDATE memberships SET post_affiliation_id = ? WHERE id = ?', [affiliationId, membershipId])
}

export interface EndedSeat {
  readonly membershipId: MembershipId
  readonly personId: PersonId
  readonly name: string
  readonly category: string
  readonly termFrom: CalendarDate | null
  readonly termTo: CalendarDate
  readonly releasedOn: CalendarDate
}

/** Seats that ended before their terms did, and that nobody has taken since: what a successor's 残任期間 comes from. */
export function listSeatsToSucceed(db: ReadDb, councilId: CouncilId, on: CalendarDate): readonly EndedSeat[] {
  return db.all<EndedSeat>(
    `SELECT m.id AS membershipId, m.person_id AS personId, p.name, m.category,
            m.term_from AS termFrom, m.term_to AS termTo, m.released_on AS releasedOn
     FROM memberships m JOIN people p ON p.id = m.person_id
     WHERE m.council_id = ? AND m.removed_at IS NULL AND m.released_on IS NOT NULL
       AND m.term_to >= ? AND m.role IN ('chair', 'vice-chair', 'member')
       AND NOT EXISTS (SELECT 1 FROM memberships n WHERE n.follows_id = m.id AND n.removed_at IS NULL)
     ORDER BY m.released_on DESC, m.id`,
    [councilId, on],
  )
}
