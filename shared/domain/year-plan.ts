import {
  addDays,
  type CalendarDate,
  dateParts,
  daysInMonth,
  makeCalendarDate,
  type Weekday,
  weekdayOf,
} from './calendar-date.ts'

/** 毎月第3木曜, 毎月25日: when a council meets. */
export type MeetingRule =
  | { readonly by: 'weekday'; readonly weekday: Weekday; readonly nth: 1 | 2 | 3 | 4 | 5 | 'last' }
  | { readonly by: 'day'; readonly day: number }

export const weekdays: readonly Weekday[] = ['月', '火', '水', '木', '金', '土', '日']
/** The months of a 年度 in their order. */
export const fiscalMonths = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3] as const

/** The day of a rule in a month; null where the month has no such day (第5木曜, 31日). */
export function dayOfRule(rule: MeetingRule, year: number, month: number): CalendarDate | null {
  if (rule.by === 'day') return makeCalendarDate(year, month, rule.day)
  const days = Array.from({ length: daysInMonth(year, month) }, (_each, index) =>
    makeCalendarDate(year, month, index + 1),
  ).filter((day) => day !== null && weekdayOf(day) === rule.weekday)
  return (rule.nth === 'last' ? days.at(-1) : days[rule.nth - 1]) ?? null
}

/** The days of a rule within a 年度, in the months chosen (1–12), first to last. */
export function daysOfYear(
  rule: MeetingRule,
  fiscalYear: number,
  months: readonly number[],
): readonly CalendarDate[] {
  return fiscalMonths
    .filter((month) => months.includes(month))
    .map((month) => dayOfRule(rule, month >= 4 ? fiscalYear : fiscalYear + 1, month))
    .filter((day) => day !== null)
}

/** 年末年始: offices are shut from 29 December to 3 January (地方公務員の休日条例の例による). */
export function isYearEnd(day: CalendarDate): boolean {
  const { month, day: date } = dateParts(day)
  return (month === 12 && date >= 29) || (month === 1 && date <= 3)
}

export interface Span {
  readonly startsAt: string
  readonly endsAt: string | null
}

/** Two hours are taken for a meeting whose end nobody has set. */
const usualMinutes = 120

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** Whether two meetings of one day lie upon each other. One that begins when the other ends does not. */
export function spansOverlap(first: Span, second: Span): boolean {
  const end = (span: Span): number =>
    span.endsAt === null ? minutesOf(span.startsAt) + usualMinutes : minutesOf(span.endsAt)
  return minutesOf(first.startsAt) < end(second) && minutesOf(second.startsAt) < end(first)
}

/** The days of a month's calendar sheet, weeks from Sunday, with those of the months beside it. */
export function monthSheet(year: number, month: number): readonly (readonly CalendarDate[])[] {
  const first = makeCalendarDate(year, month, 1)
  if (first === null) return []
  const order: readonly Weekday[] = ['日', '月', '火', '水', '木', '金', '土']
  const from = addDays(first, -order.indexOf(weekdayOf(first)))
  const weeks = Math.ceil((order.indexOf(weekdayOf(first)) + daysInMonth(year, month)) / 7)
  return Array.from({ length: weeks }, (_week, week) =>
    Array.from({ length: 7 }, (_day, day) => addDays(from, week * 7 + day)),
  )
}
