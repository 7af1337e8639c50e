import { type CalendarDate, makeCalendarDate } from './calendar-date.ts'

export interface DaySpan {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** From 1 April to 31 March of the next year. Throws for a year that the calendar does not have. */
export function fiscalYearSpan(fiscalYear: number): DaySpan {
  const from = makeCalendarDate(fiscalYear, 4, 1)
  const to = makeCalendarDate(fiscalYear + 1, 3, 31)
  if (from === null || to === null) throw new RangeError(`no 年度 ${String(fiscalYear)}`)
  return { from, to }
}
