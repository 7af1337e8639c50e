import { type CalendarDate, eraParts, fiscalYearOf, makeCalendarDate } from './calendar-date.ts'

/** 文書番号 as offices write it: 青社協第12号, ８青社協第12号. `{年度}` and `{番号}` are filled, all else stands as it is. */
export const defaultNumberFormat = '第{番号}号'

/** The 年度's year within its era: 8 for 令和8年度. */
function yearInEra(fiscalYear: number): string {
  const begins = makeCalendarDate(fiscalYear, 4, 1)
  if (begins === null) return String(fiscalYear)
  const { year } = eraParts(begins)
  return year === 1 ? '元' : String(year)
}

export function formatDocumentNumber(format: string, fiscalYear: number, number: number): string {
  return format.replaceAll('{年度}', yearInEra(fiscalYear)).replaceAll('{番号}', String(number))
}

/** A format without {番号} would give every letter the same number. */
export function isNumberFormat(format: string): boolean {
  return format.includes('{番号}')
}

/** Counted from 1 in each 年度, that of the day of issue. */
export function numberingYear(issuedOn: CalendarDate): number {
  return fiscalYearOf(issuedOn)
}
