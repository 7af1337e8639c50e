import { type ErrorCode, Refusal } from '#shared/contract/errors.ts'
import type { MembershipFields } from '#shared/contract/roster-operations.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import type { CouncilId, PersonId } from '#shared/domain/ids.ts'
import type { CouncilRole } from '#shared/domain/roles.ts'
import type { ReadContext } from '../context.ts'
import { getCouncilById } from '../store/council-store.ts'
import { listOpenSeats } from '../store/membership-store.ts'
import { getMakeUp } from '../store/stage-store.ts'
import { overlapsEarlierTerm } from './check-seat.ts'

/** What is asked of one seat that many are given at once; `checkSeat` asks the same of one. */
export interface SeatWatch {
  /**
   * Counts a seat in, before it is written, and returns the reason to keep with it: '' where nothing speaks against it.
   * `heldAs`: the role it had until now; null for a new seat of somebody recorded before, undefined for one of somebody new.
   */
  weigh(personId: PersonId, fields: MembershipFields, heldAs: CouncilRole | null | undefined): string
  /** Refuses where any of them asks for a reason and none was given. Afterwards, so that it can say how many there would be. */
  conclude(): void
}

export function watchImportSeats(
  { db }: Pick<ReadContext, 'db'>,
  councilId: CouncilId,
  despite: string,
): SeatWatch {
  const limit = getCouncilById(db, councilId)?.rules.seatLimit ?? null
  const hasMembers = getMakeUp(db, councilId)?.hasMembers !== false
  let members = listOpenSeats(db, councilId).filter((seat) => isMemberRole(seat.role)).length
  const doubts = new Set<ErrorCode>()
  const doubtOf = (
    personId: PersonId,
    fields: MembershipFields,
    heldAs: CouncilRole | null | undefined,
  ): ErrorCode | null => {
    const isCounted = typeof heldAs === 'string' && isMemberRole(heldAs)
    if (isMemberRole(fields.role) && !isCounted) {
      members += 1
      if (!hasMembers) return 'council-without-members'
      if (limit !== null && members > limit) return 'seat-limit'
    }
    const overlaps = heldAs === null && overlapsEarlierTerm(db, { councilId, personId, fields })
    return overlaps ? 'terms-overlap' : null
  }
  return {
    weigh: (personId, fields, heldAs) => {
      const doubt = doubtOf(personId, fields, heldAs)
      if (doubt === null) return ''
      doubts.add(doubt)
      return despite
    },
    conclude: () => {
      if (despite.trim() !== '') return
      if (doubts.has('council-without-members')) throw new Refusal('council-without-members')
      if (doubts.has('seat-limit')) throw new Refusal('seat-limit', { limit: limit ?? 0, members })
      if (doubts.has('terms-overlap')) throw new Refusal('terms-overlap')
    },
  }
}
