import type { InputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type {
  PostMove,
  SeatOverview,
  SeatRules,
  TermOutcome,
  TermPlan,
  TermRow,
  termOperations,
} from '#shared/contract/term-operations.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import { addDays, formatWareki, type CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId, MembershipId } from '#shared/domain/ids.ts'
import {
  lastDayBefore,
  proposedWish,
  restOfCouncilTerm,
  restOfTerm,
  seatState,
  termNumber,
  type TermWish,
  vacanciesOf,
  wholeTerm,
} from '#shared/domain/membership-terms.ts'
import type { Handlers, OperationsOf, ReadContext, WriteContext } from '../context.ts'
import { createMembership } from '../records/write-person.ts'
import { getCouncilById } from '../store/council-store.ts'
import {
  findMembership,
  getMembershipById,
  listOpenSeats,
  listSeatsInOffice,
  type SeatWithCouncil,
} from '../store/membership-store.ts'
import { getPersonById, listAffiliations } from '../store/person-store.ts'
import {
  followPresentPost,
  listPostHolders,
  listSeatsOutOfPost,
  listSeatsToSucceed,
} from '../store/post-moves-store.ts'
import { getMakeUp } from '../store/stage-store.ts'
import { endSeat, getSeatRules, noteSeatOrigin, saveSeatRules } from '../store/seat-rules-store.ts'

function rulesOf({ db }: Pick<ReadContext, 'db'>, councilId: CouncilId): SeatRules {
  const rules = getSeatRules(db, councilId)
  if (!rules) throw new Refusal('not-found')
  return rules
}

function limitOf({ db }: Pick<ReadContext, 'db'>, councilId: CouncilId): number | null {
  return getCouncilById(db, councilId)?.rules.seatLimit ?? null
}

function overview(
  context: ReadContext,
  { councilId, on, withinMonths }: InputOf<'terms.overview'>,
): SeatOverview {
  const rules = rulesOf(context, councilId)
  const seatLimit = limitOf(context, councilId)
  const seats = listSeatsInOffice(context.db, councilId, on).filter((seat) => isMemberRole(seat.role))
  const categories = vacanciesOf(rules.categories, seats)
  const hasMembers = getMakeUp(context.db, councilId)?.hasMembers ?? true
  const byCategory = categories.reduce((sum, each) => sum + each.vacant, 0)
  return {
    rules,
    seatLimit,
    termNumber: termNumber(rules, on),
    seats: seats.map((seat) => ({ ...seat, state: seatState(seat, on, withinMonths) })),
    categories,
    hasMembers,
    vacant: !hasMembers
      ? 0
      : byCategory > 0 || seatLimit === null
        ? byCategory
        : Math.max(0, seatLimit - seats.length),
  }
}

function reasonOf(seat: SeatWithCouncil, wish: TermWish, from: CalendarDate): string {
  if (seat.termTo === null) {
    return seat.exOfficio
      ? '充て職なので、役職についている間は続きます。'
      : '任期の終わりが入っていないので、そのままにします。'
  }
  const end = formatWareki(seat.termTo)
  if (wish === 'keep') return `任期は${end}までで、まだ続きます。`
  return seat.termTo < addDays(from, -1)
    ? `任期は${end}に終わり、そのあとも続けている方です。`
    : `任期が${end}に終わります。`
}

function planTerms(context: ReadContext, { councilId, from, to }: InputOf<'terms.plan'>): TermPlan {
  const rules = rulesOf(context, councilId)
  const newTerm = { from, to: to ?? wholeTerm(from, rules.termYears).to }
  if (newTerm.to < from) throw new Refusal('end-before-start')
  const rows = listOpenSeats(context.db, councilId)
    .filter((seat) => isMemberRole(seat.role))
    // Appointed only for the term to come: it was renewed already.
    .filter((seat) => (seat.appointedOn ?? seat.termFrom ?? '') < from)
    .sort((first, second) => first.seatNumber - second.seatNumber)
    .map((seat): TermRow => {
      const wish = proposedWish(seat, from)
      const term = { from: seat.termFrom, to: seat.termTo }
      return {
        seat,
        wish,
        reason: reasonOf(seat, wish, from),
        newTerm,
        runsOn: lastDayBefore(term, from).runsOn,
      }
    })
  return { ...newTerm, termNumber: termNumber(rules, from), rows, seatLimit: limitOf(context, councilId) }
}

function postMoves({ db }: ReadContext, { councilId }: InputOf<'terms.postMoves'>): readonly PostMove[] {
  const open = new Map(listOpenSeats(db, councilId).map((seat) => [seat.membershipId, seat]))
  const seated = new Set([...open.values()].map((seat) => seat.personId))
  return listSeatsOutOfPost(db, councilId).flatMap((left): PostMove[] => {
    const seat = open.get(left.membershipId)
    if (seat === undefined) return []
    const { organizationName, post, endedOn } = left
    const successors = listPostHolders(db, left).map((holder) => ({
      ...holder,
      seatedHere: seated.has(holder.personId),
    }))
    return [{ seat, organizationName, post, endedOn, successors }]
  })
}

/** Ends a seat for a successor and gives her the rest of its term. */
function succeed(context: WriteContext, input: InputOf<'terms.succeed'>): { membershipId: MembershipId } {
  const { db } = context
  const { membershipId: oldId, personId, on } = input
  const old = getMembershipById(db, oldId)
  if (!old || !getPersonById(db, personId)) throw new Refusal('not-found')
  if (findMembership(db, old.councilId, personId)) throw new Refusal('already-member')
  const since = old.appointedOn ?? old.termFrom
  if (since !== null && on <= since) throw new Refusal('end-before-start')
  if (old.releasedOn === null) endSeat(db, oldId, addDays(on, -1), '交代')
  const rules = rulesOf(context, old.councilId)
  const term = restOfTerm({ from: old.termFrom, to: old.termTo }, on) ?? restOfCouncilTerm(rules, on)
  const membershipId = createMembership(context, old.councilId, personId, {
    role: old.role,
    category: old.category,
    termFrom: term?.from ?? null,
    termTo: term?.to ?? null,
    termNote: old.termTo === null ? old.termNote : '',
    appointedOn: on,
    exOfficio: old.exOfficio,
    reappointment: term === null ? 'new' : 'rest',
  })
  noteSeatOrigin(db, membershipId, { followsId: oldId, seatNumber: old.seatNumber, despite: '' })
  return { membershipId }
}

function keepSeat({ db }: WriteContext, { membershipId }: InputOf<'terms.keepSeat'>): null {
  const seat = getMembershipById(db, membershipId)
  if (!seat) throw new Refusal('not-found')
  const present = listAffiliations(db, seat.personId).find((each) => each.toOn === null)
  followPresentPost(db, membershipId, present?.id ?? null)
  return null
}

/** The seat's next one, of the same person: 再任. */
function renew(
  context: WriteContext,
  seat: SeatWithCouncil,
  term: { readonly from: CalendarDate; readonly to: CalendarDate },
  despite: string,
): void {
  const { on } = lastDayBefore({ from: seat.termFrom, to: seat.termTo }, term.from)
  endSeat(context.db, seat.membershipId, on, '再任')
  const membershipId = createMembership(context, seat.councilId, seat.personId, {
    role: seat.role,
    category: seat.category,
    termFrom: term.from,
    termTo: term.to,
    termNote: '',
    appointedOn: term.from,
    exOfficio: seat.exOfficio,
    reappointment: 'again',
  })
  noteSeatOrigin(context.db, membershipId, {
    followsId: seat.membershipId,
    seatNumber: seat.seatNumber,
    despite,
  })
}

function applyTerms(context: WriteContext, input: InputOf<'terms.apply'>): TermOutcome {
  const { councilId, from, to, choices, despite } = input
  rulesOf(context, councilId)
  if (to < from) throw new Refusal('end-before-start')
  const open = new Map(listOpenSeats(context.db, councilId).map((seat) => [seat.membershipId, seat]))
  const members = [...open.values()].filter((seat) => isMemberRole(seat.role)).length
  const ending = choices.filter((choice) => choice.wish === 'end').length
  const limit = limitOf(context, councilId)
  const renewing = choices.some((choice) => choice.wish === 'renew')
  if (limit !== null && renewing && members - ending > limit && despite.trim() === '') {
    throw new Refusal('seat-limit', { limit, members: members - ending })
  }
  const outcome = { renewed: 0, ended: 0, kept: 0 }
  for (const { membershipId, wish, because } of choices) {
    const seat = open.get(membershipId)
    // Each seat once, and only one that is open and was held before the new term.
    if (!seat || !open.delete(membershipId)) throw new Refusal('conflict')
    const since = seat.appointedOn ?? seat.termFrom
    if (wish === 'keep') {
      outcome.kept += 1
      continue
    }
    if (since !== null && since >= from) throw new Refusal('end-before-start')
    if (wish === 'renew') {
      renew(context, seat, { from, to }, despite)
      outcome.renewed += 1
    } else {
      endSeat(context.db, membershipId, addDays(from, -1), because.trim() === '' ? '任期満了' : because)
      outcome.ended += 1
    }
  }
  return outcome
}

export const termHandlers: Handlers<OperationsOf<typeof termOperations>> = {
  'terms.overview': overview,
  'terms.saveRules': (context, { councilId, rules }) => {
    rulesOf(context, councilId)
    const { db, ids, today, now } = context
    saveSeatRules(db, councilId, rules, {
      removedAt: `${today}T${now}`,
      nextId: () => ids.next<'council-category'>(),
    })
    return null
  },
  'terms.postMoves': postMoves,
  'terms.toSucceed': ({ db }, { councilId, on }) => listSeatsToSucceed(db, councilId, on),
  'terms.succeed': succeed,
  'terms.keepSeat': keepSeat,
  'terms.plan': planTerms,
  'terms.apply': applyTerms,
}
