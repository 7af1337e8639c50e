import holidayJp from '@holiday-jp/holiday_jp'
import { addDays, type CalendarDate, compareDates, isCalendarDate } from '#shared/domain/calendar-date.ts'
import { isYearEnd } from '#shared/domain/year-plan.ts'

/** National holidays by day; the data hold those that the law has set, to 2050. */
const holidays: Readonly<Record<string, { readonly name: string }>> = holidayJp.holidays

/** 敬老の日, 年末年始; '' on a day that is none. Saturdays and Sundays are left to the eye: volunteers meet on them. */
export function holidayName(day: CalendarDate): string {
  const known = Object.hasOwn(holidays, day) ? holidays[day] : undefined
  if (known !== undefined) return known.name
  return isYearEnd(day) ? '年末年始' : ''
}

/** All of them between two days, in order. */
export function listHolidays(
  from: CalendarDate,
  to: CalendarDate,
): readonly { readonly on: CalendarDate; readonly name: string }[] {
  const found = new Set<CalendarDate>(
    Object.keys(holidays)
      .filter(isCalendarDate)
      .filter((day) => day >= from && day <= to),
  )
  for (let day = from; day <= to; day = addDays(day, 1)) if (isYearEnd(day)) found.add(day)
  return [...found].sort(compareDates).map((on) => ({ on, name: holidayName(on) }))
}
