/**
 * Days of the calendar as text, `YYYY-MM-DD`, and the arithmetic on them. Public by way of
 * `calendar-date.ts`.
 *
 * No `Date` appears here: a local-midnight `Date` in Japan is the day before in UTC, and a term that
 * ends on 3月31日 must never end on the 30th.
 */
declare const calendarDateBrand: unique symbol
export type CalendarDate = string & { readonly [calendarDateBrand]: true }

export type Weekday = '日' | '月' | '火' | '水' | '木' | '金' | '土'

const weekdays: readonly Weekday[] = ['日', '月', '火', '水', '木', '金', '土']
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Number of days of a month (1–12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)
}

/** The day of that year, month (1–12) and day, or null where the calendar has no such day. */
export function makeCalendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return null
  if (day > daysInMonth(year, month)) return null
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  // The one place where a text becomes a CalendarDate: it has just been checked.
  return text as CalendarDate
}

/** Whether a text is exactly `YYYY-MM-DD` and names a day that exists. */
export function isCalendarDate(text: string): text is CalendarDate {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return found !== null && makeCalendarDate(Number(found[1]), Number(found[2]), Number(found[3])) !== null
}

/** Year, month and day of a date as numbers. */
export function dateParts(date: CalendarDate): {
  readonly year: number
  readonly month: number
  readonly day: number
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar, by whole 400-year cycles. */
function dayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date)
  const y = month <= 2 ? year - 1 : year
  const cycle = Math.floor(y / 400)
  const yearOfCycle = y - cycle * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear
  return cycle * 146097 + dayOfCycle - 719468
}

function fromDayNumber(days: number): CalendarDate | null {
  const shifted = days + 719468
  const cycle = Math.floor(shifted / 146097)
  const dayOfCycle = shifted - cycle * 146097
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36524) -
      Math.floor(dayOfCycle / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return makeCalendarDate(yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** The date so many days later (earlier when negative). Throws RangeError outside the years 1–9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = fromDayNumber(dayNumber(date) + days)
  if (moved === null) throw new RangeError(`no calendar day ${days} days from ${date}`)
  return moved
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Order of two dates, for sort(). */
export function compareDates(first: CalendarDate, second: CalendarDate): number {
  return first < second ? -1 : first > second ? 1 : 0
}

/** Day of the week as the one character that stands in （月）. */
export function weekdayOf(date: CalendarDate): Weekday {
  // 1970-01-01 was a Thursday.
  return weekdays[(((dayNumber(date) + 4) % 7) + 7) % 7] ?? '日'
}

const excelEpoch1900 = -25569
const excelEpoch1904 = -24107

/**
 * The day of an Excel serial number; a time of day (the fraction) is dropped. Null for numbers that are no
 * day: below the calendar's first, above 9999-12-31, and 60, Excel's 29 February 1900 that never was.
 */
export function fromExcelSerial(serial: number, date1904: boolean): CalendarDate | null {
  const whole = Math.floor(serial)
  if (!Number.isFinite(serial) || whole < (date1904 ? 0 : 1) || whole > 2958465) return null
  if (date1904) return fromDayNumber(whole + excelEpoch1904)
  if (whole === 60) return null
  return fromDayNumber(whole + excelEpoch1900 + (whole < 60 ? 1 : 0))
}

/** The Excel serial number of a day, or null for days that Excel cannot hold (before 1900, or 1904). */
export function toExcelSerial(date: CalendarDate, date1904: boolean): number | null {
  if (date1904) {
    const serial = dayNumber(date) - excelEpoch1904
    return serial < 0 ? null : serial
  }
  const serial = dayNumber(date) - excelEpoch1900
  if (serial > 60) return serial
  return serial - 1 < 1 ? null : serial - 1
}
