import { Refusal } from '#shared/contract/errors.ts'
import type { MembershipFields } from '#shared/contract/roster-operations.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import type { CouncilId, MembershipId, PersonId } from '#shared/domain/ids.ts'
import { termsOverlap } from '#shared/domain/membership-terms.ts'
import type { WriteContext } from '../context.ts'
import type { ReadDb } from '../store/database.ts'
import { getCouncilById } from '../store/council-store.ts'
import { getMakeUp } from '../store/stage-store.ts'
import { getMembershipById, listMembershipsOfPerson, listOpenSeats } from '../store/membership-store.ts'

/**
 * Warns of a member of a council that has none by its 要綱 (`council-without-members`), of a seat beyond the limit (`seat-limit`) and of a term that overlaps one the person held there before
 * (`terms-overlap`). Both may be right all the same: a reason in `despite` lets them pass.
 */
export function checkSeat(
  { db }: Pick<WriteContext, 'db'>,
  seat: {
    readonly councilId: CouncilId
    readonly personId: PersonId | null
    readonly fields: MembershipFields
    readonly despite: string
    /** The seat itself, where one is put right. */
    readonly membershipId?: MembershipId
  },
): void {
  const { councilId, personId, fields, despite } = seat
  if (despite.trim() !== '') return
  const limit = getCouncilById(db, councilId)?.rules.seatLimit ?? null
  const known = seat.membershipId === undefined ? undefined : getMembershipById(db, seat.membershipId)
  // A seat that is counted already takes no other place.
  const isCounted = known !== undefined && isMemberRole(known.role)
  if (isMemberRole(fields.role) && !isCounted && getMakeUp(db, councilId)?.hasMembers === false)
    throw new Refusal('council-without-members')
  if (limit !== null && isMemberRole(fields.role) && !isCounted) {
    const members = listOpenSeats(db, councilId).filter((each) => isMemberRole(each.role)).length
    if (members >= limit) throw new Refusal('seat-limit', { limit, members: members + 1 })
  }
  if (personId === null) return
  const { membershipId } = seat
  const held = { councilId, personId, fields, ...(membershipId === undefined ? {} : { membershipId }) }
  if (overlapsEarlierTerm(db, held)) throw new Refusal('terms-overlap')
}

/** Whether she held a seat of the council within that term, and was released from it. */
export function overlapsEarlierTerm(
  db: ReadDb,
  seat: {
    readonly councilId: CouncilId
    readonly personId: PersonId
    readonly fields: MembershipFields
    /** The seat itself, where one is put right. */
    readonly membershipId?: MembershipId
  },
): boolean {
  const { fields } = seat
  const term = { from: fields.appointedOn ?? fields.termFrom, to: fields.termTo }
  return listMembershipsOfPerson(db, seat.personId).some(
    (held) =>
      held.councilId === seat.councilId &&
      held.membershipId !== seat.membershipId &&
      held.releasedOn !== null &&
      termsOverlap({ from: held.appointedOn ?? held.termFrom, to: held.releasedOn }, term),
  )
}
