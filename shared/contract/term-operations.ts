import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CategoryVacancy, SeatCategory, SeatState, TermWish } from '#shared/domain/membership-terms.ts'
import type { MembershipId, PersonId } from '#shared/domain/ids.ts'
import { calendarDate, id, lineText, requiredLine } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'
import type { Seat } from './roster-operations.ts'

export const seatRulesFields = z.strictObject({
  /** 選出区分 of the council's 要綱 in its order, with how many seats each has. */
  categories: z
    .array(z.strictObject({ name: requiredLine, seats: z.number().int().min(1).max(999).nullable() }))
    .max(50),
  /** First day of 第1期; null where terms are not counted. */
  firstTermOn: calendarDate.nullable(),
  termYears: z.number().int().min(1).max(9),
})
export type SeatRules = z.infer<typeof seatRulesFields>

export interface SeatWithState extends Seat {
  readonly state: SeatState
}

export interface SeatOverview {
  readonly rules: SeatRules & { readonly categories: readonly SeatCategory[] }
  readonly seatLimit: number | null
  /** False: by its 要綱 it only hears opinions, and no seat is ever vacant. */
  readonly hasMembers: boolean
  /** 第n期 of the day; null where terms are not counted. */
  readonly termNumber: number | null
  /** Members only: seats of observers and 事務局 are not limited. */
  readonly seats: readonly SeatWithState[]
  readonly categories: readonly CategoryVacancy[]
  /** Seats that nobody holds, by the categories or else by the limit. */
  readonly vacant: number
}

/** What would become of one seat when a new term begins. */
export interface TermRow {
  readonly seat: Seat
  readonly wish: TermWish
  /** Why it is proposed so, in Japanese. */
  readonly reason: string
  readonly newTerm: { readonly from: CalendarDate; readonly to: CalendarDate }
  /** Its term ends only after the new one begins: renewed, it would be cut short. */
  readonly runsOn: boolean
}

export interface TermPlan {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly termNumber: number | null
  readonly rows: readonly TermRow[]
  readonly seatLimit: number | null
}

/** A seat by post (充て職) whose post has changed hands. */
export interface PostMove {
  readonly seat: Seat
  readonly organizationName: string
  readonly post: string
  /** The holder's last day in the post. */
  readonly endedOn: CalendarDate
  /** Who has the post now, then others of the group. */
  readonly successors: readonly {
    readonly personId: PersonId
    readonly name: string
    readonly post: string
    readonly since: CalendarDate | null
    readonly samePost: boolean
    readonly seatedHere: boolean
  }[]
}

/** A seat that ended before its term did: a successor has the rest of it (残任期間). */
export interface SeatToSucceed {
  readonly membershipId: MembershipId
  readonly name: string
  readonly category: string
  readonly termFrom: CalendarDate | null
  readonly termTo: CalendarDate
  readonly releasedOn: CalendarDate
}

export interface TermOutcome {
  readonly renewed: number
  readonly ended: number
  readonly kept: number
}

export const termOperations = {
  'terms.overview': defineRead(
    z.strictObject({
      councilId: id<'council'>(),
      on: calendarDate,
      withinMonths: z.number().int().min(1).max(24),
    }),
  )<SeatOverview>(),
  'terms.saveRules': defineWrite(
    z.strictObject({ councilId: id<'council'>(), rules: seatRulesFields }),
  )<null>(),
  /** Seats by post that have to follow their post to somebody else. */
  'terms.postMoves': defineRead(z.strictObject({ councilId: id<'council'>() }))<readonly PostMove[]>(),
  'terms.toSucceed': defineRead(z.strictObject({ councilId: id<'council'>(), on: calendarDate }))<
    readonly SeatToSucceed[]
  >(),
  /**
   * A seat goes to a successor on a day: the old one ends on the day before, the new one has its category, its place in the
   * order and the rest of its term (残任期間). Refused with `already-member`, and with `end-before-start` for a day before the seat began.
   */
  'terms.succeed': defineWrite(
    z.strictObject({
      membershipId: id<'membership'>(),
      personId: id<'person'>(),
      on: calendarDate,
    }),
  )<{ readonly membershipId: MembershipId }>(),
  /** The seat stays with its holder, and follows the post that she has now; without one it is no seat by post any more. */
  'terms.keepSeat': defineWrite(z.strictObject({ membershipId: id<'membership'>() }))<null>(),
  /** The April screen: every seat with what is proposed for it. Writes nothing. */
  'terms.plan': defineRead(
    z.strictObject({
      councilId: id<'council'>(),
      from: calendarDate,
      /** Null: as long as the council's terms run. */
      to: calendarDate.nullable(),
    }),
  )<TermPlan>(),
  /**
   * Renews or ends seats in one transaction. A renewed seat ends on the day before and a new one follows it (再任), so
   * that its history stays. Refused with `end-before-start`, with `conflict` where a seat is no longer open, and with
   * `seat-limit` where more members would sit than the rules allow and `despite` says nothing.
   */
  'terms.apply': defineWrite(
    z.strictObject({
      councilId: id<'council'>(),
      from: calendarDate,
      to: calendarDate,
      choices: z
        .array(
          z.strictObject({
            membershipId: id<'membership'>(),
            wish: z.enum(['renew', 'end', 'keep']),
            /** Why a seat ends: 任期満了, 辞退. */
            because: lineText,
          }),
        )
        .max(999),
      despite: lineText.default(''),
    }),
  )<TermOutcome>(),
}
