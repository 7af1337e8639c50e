import {
  addDays,
  type CalendarDate,
  dateParts,
  daysBetween,
  daysInMonth,
  makeCalendarDate,
  type Weekday,
  weekdayOf,
} from './calendar-date.ts'

/** 第1…第5, or the last of a month. */
export type NthOfMonth = 1 | 2 | 3 | 4 | 5 | 'last'

/** 毎月第2・第4水曜, 隔週 from a day on, 毎月25日: when a council meets. */
export type MeetingRule =
  | { readonly by: 'weekday'; readonly weekday: Weekday; readonly nths: readonly NthOfMonth[] }
  | { readonly by: 'weeks'; readonly every: number; readonly from: CalendarDate }
  | { readonly by: 'day'; readonly day: number }

export const weekdays: readonly Weekday[] = ['月', '火', '水', '木', '金', '土', '日']
/** The months of a 年度 in their order. */
export const fiscalMonths = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3] as const

/** The days of a weekday in a month that the rule names, first to last; none for a 第5木曜 that a month has not. */
function weekdaysOfMonth(
  weekday: Weekday,
  nths: readonly NthOfMonth[],
  year: number,
  month: number,
): readonly CalendarDate[] {
  const days = Array.from({ length: daysInMonth(year, month) }, (_each, index) =>
    makeCalendarDate(year, month, index + 1),
  ).filter((day) => day !== null && weekdayOf(day) === weekday)
  const named = nths.map((nth) => (nth === 'last' ? days.at(-1) : days[nth - 1]) ?? null)
  // The fourth may be the last: it is one day.
  return [...new Set(named.filter((day) => day !== null))].sort()
}

/** The days within a 年度 that lie so many weeks from one another, counted from a day on that may lie before it. */
function daysOfWeeks(every: number, from: CalendarDate, fiscalYear: number): readonly CalendarDate[] {
  const first = makeCalendarDate(fiscalYear, 4, 1)
  const last = makeCalendarDate(fiscalYear + 1, 3, 31)
  if (first === null || last === null || every < 1) return []
  const apart = every * 7
  const passed = Math.max(0, Math.ceil(daysBetween(from, first) / apart))
  const begin = addDays(from, passed * apart)
  const count = Math.max(0, Math.floor(daysBetween(begin, last) / apart) + 1)
  return Array.from({ length: count }, (_each, step) => addDays(begin, step * apart))
}

/** The days of a rule within a 年度, in the months chosen (1–12), first to last. */
export function daysOfYear(
  rule: MeetingRule,
  fiscalYear: number,
  months: readonly number[],
): readonly CalendarDate[] {
  if (rule.by === 'weeks')
    return daysOfWeeks(rule.every, rule.from, fiscalYear).filter((day) =>
      months.includes(dateParts(day).month),
    )
  return fiscalMonths
    .filter((month) => months.includes(month))
    .flatMap((month) => {
      const year = month >= 4 ? fiscalYear : fiscalYear + 1
      if (rule.by === 'weekday') return weekdaysOfMonth(rule.weekday, rule.nths, year, month)
      const day = makeCalendarDate(year, month, rule.day)
      return day === null ? [] : [day]
    })
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
