import { addDays, type CalendarDate, dateParts, daysInMonth, makeCalendarDate } from './calendar-date.ts'

/**
 * 任期: from a first day to a last one, both in office. Most 要綱 run terms of two years from 1 April, let a member go on
 * after it until the successor is appointed (任期満了後の継続), and give a successor the rest of the predecessor's term
 * (残任期間).
 */
export interface Term {
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

/** An end that is not known goes on for ever on that side. */
export function termsOverlap(first: Term, second: Term): boolean {
  const beginsBeforeEnd = (one: Term, other: Term): boolean =>
    one.from === null || other.to === null || one.from <= other.to
  return beginsBeforeEnd(first, second) && beginsBeforeEnd(second, first)
}

export function endsBeforeItBegins({ from, to }: Term): boolean {
  return from !== null && to !== null && to < from
}

/** The same day so many years later, 29 February becoming the 28th where there is none. */
export function yearsLater(date: CalendarDate, years: number): CalendarDate {
  const { year, month, day } = dateParts(date)
  const made = makeCalendarDate(year + years, month, Math.min(day, daysInMonth(year + years, month)))
  if (made === null) throw new RangeError(`no day ${years} years after ${date}`)
  return made
}

/** A whole term of so many years: 1 April 2026 → 31 March 2028. */
export function wholeTerm(
  from: CalendarDate,
  years: number,
): { readonly from: CalendarDate; readonly to: CalendarDate } {
  return { from, to: addDays(yearsLater(from, years), -1) }
}

/** 第n期: which of the council's terms a day lies in, counted from the first; null before it. */
export function termNumber(
  rule: { readonly firstTermOn: CalendarDate | null; readonly termYears: number },
  on: CalendarDate,
): number | null {
  const { firstTermOn, termYears } = rule
  if (firstTermOn === null || on < firstTermOn) return null
  // At most one too many by the calendar's years alone; the day decides.
  const passed = Math.floor((dateParts(on).year - dateParts(firstTermOn).year) / termYears)
  return on < yearsLater(firstTermOn, passed * termYears) ? passed : passed + 1
}

/** The council's n-th term. */
export function termOfNumber(
  rule: { readonly firstTermOn: CalendarDate; readonly termYears: number },
  number: number,
): { readonly from: CalendarDate; readonly to: CalendarDate } {
  return wholeTerm(yearsLater(rule.firstTermOn, (number - 1) * rule.termYears), rule.termYears)
}

/** 残任期間: a successor's term, from the day she is appointed to the last day of the predecessor's. Null where that is over. */
export function restOfTerm(predecessor: Term, from: CalendarDate): Term | null {
  if (predecessor.to === null || predecessor.to < from) return null
  return { from, to: predecessor.to }
}

/** The rest of the council's own term (第n期) for somebody who joins within it; null where terms are not counted. */
export function restOfCouncilTerm(
  rule: { readonly firstTermOn: CalendarDate | null; readonly termYears: number },
  from: CalendarDate,
): Term | null {
  const { firstTermOn, termYears } = rule
  const number = termNumber(rule, from)
  if (number === null || firstTermOn === null) return null
  return restOfTerm(termOfNumber({ firstTermOn, termYears }, number), from)
}

export type SeatState = 'filled' | 'ending' | 'carried-over' | 'by-post'

/**
 * How a filled seat stands on a day: its term ends within so many months, it goes on after its term, or it has no term
 * because it follows a post (充て職).
 */
export function seatState(
  seat: { readonly termTo: CalendarDate | null; readonly exOfficio: boolean },
  on: CalendarDate,
  withinMonths: number,
): SeatState {
  if (seat.termTo === null) return seat.exOfficio ? 'by-post' : 'filled'
  if (seat.termTo < on) return 'carried-over'
  return seat.termTo <= monthsLater(on, withinMonths) ? 'ending' : 'filled'
}

function monthsLater(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateParts(date)
  const at = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(at / 12), (at % 12) + 1]
  const made = makeCalendarDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
  if (made === null) throw new RangeError(`no day ${months} months after ${date}`)
  return made
}

/** 選出区分 by the council's own rules: 第3号, three seats; null seats: as many as there are. */
export interface SeatCategory {
  readonly name: string
  readonly seats: number | null
}

export interface CategoryVacancy {
  readonly name: string
  readonly seats: number | null
  readonly filled: number
  /** Seats that nobody holds; 0 where the rules set no number. */
  readonly vacant: number
  /** More hold a seat than the rules give. */
  readonly beyond: number
}

/** Vacancies by 選出区分, in the order of the rules; categories that only the seats know stand at the end, without a number. */
export function vacanciesOf(
  rules: readonly SeatCategory[],
  held: readonly { readonly category: string }[],
): readonly CategoryVacancy[] {
  const others = [...new Set(held.map((seat) => seat.category))].filter(
    (name) => !rules.some((rule) => rule.name === name),
  )
  return [...rules, ...others.map((name) => ({ name, seats: null }))].map(({ name, seats }) => {
    const filled = held.filter((seat) => seat.category === name).length
    return {
      name,
      seats,
      filled,
      vacant: seats === null ? 0 : Math.max(0, seats - filled),
      beyond: seats === null ? 0 : Math.max(0, filled - seats),
    }
  })
}

/** What is to become of a seat in April. */
export type TermWish = 'renew' | 'end' | 'keep'

/** Proposed for a seat whose term has run out by the day: again; a seat by post and one still running are kept. */
export function proposedWish(
  seat: { readonly termTo: CalendarDate | null },
  newTermFrom: CalendarDate,
): TermWish {
  return seat.termTo !== null && seat.termTo < newTermFrom ? 'renew' : 'keep'
}

/**
 * The last day of the old seat when a new term begins: the day before it. A member who went on after the term was in
 * office until then; one whose term ends later is cut short, which `runsOn` tells.
 */
export function lastDayBefore(
  seat: Term,
  newTermFrom: CalendarDate,
): { readonly on: CalendarDate; readonly runsOn: boolean } {
  return { on: addDays(newTermFrom, -1), runsOn: seat.to !== null && seat.to >= newTermFrom }
}
