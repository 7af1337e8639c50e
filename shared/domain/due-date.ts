import {
  type CalendarDate,
  dateParts,
  daysInMonth,
  fiscalYearOf,
  makeCalendarDate,
  parseCalendarDate,
} from './calendar-date.ts'

/** By when a 宿題 is promised: the day, where there is one, and the words in which it was said. */
export interface DueReading {
  readonly dueOn: CalendarDate | null
  /** 次回まで, 10月末; empty where the day says it all. */
  readonly dueText: string
}

export interface DueCircumstances {
  /** The day on which it was promised: a date without a year is the first one from here on. */
  readonly promisedOn: CalendarDate
  /** 次回, where it is known already. */
  readonly nextOn: CalendarDate | null
}

/** The first day from `from` on that falls on this month and day. */
function firstFrom(from: CalendarDate, month: number, day: (year: number) => number): CalendarDate | null {
  const { year } = dateParts(from)
  const dates = [year, year + 1].map((each) => makeCalendarDate(each, month, day(each)))
  return dates.find((each) => each !== null && each >= from) ?? null
}

/** 10月末, 年度末, 年末, 月末, 来月末: ends of months and years. */
function readEnd(plain: string, from: CalendarDate): CalendarDate | null {
  const { year, month } = dateParts(from)
  if (/^(?:今)?年度末/.test(plain)) return makeCalendarDate(fiscalYearOf(from) + 1, 3, 31)
  if (/^(?:今)?年末/.test(plain)) return makeCalendarDate(year, 12, 31)
  if (/^(?:今)?月末/.test(plain)) return makeCalendarDate(year, month, daysInMonth(year, month))
  if (/^来月末/.test(plain)) {
    const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
    return makeCalendarDate(next.year, next.month, daysInMonth(next.year, next.month))
  }
  const found = /^(\d{1,2})月末/.exec(plain)
  if (found === null) return null
  const wanted = Number(found[1])
  return wanted < 1 || wanted > 12 ? null : firstFrom(from, wanted, (each) => daysInMonth(each, wanted))
}

/** 9月30日, 11/30: a day without its year is the next one, since nobody promises for the past. */
function readDay(plain: string, from: CalendarDate): CalendarDate | null {
  const whole = parseCalendarDate(plain)
  if (whole.ok) return whole.date
  const near = parseCalendarDate(plain, { near: from })
  if (!near.ok) return null
  const { month, day } = dateParts(near.date)
  return near.date < from && !/年/.test(plain) ? firstFrom(from, month, () => day) : near.date
}

/**
 * Reads by when something is to be done as people say it: a date in either calendar, 次回まで (the day of the next
 * meeting), 10月末, 年度末. Words that name no day are kept as they are, without one.
 */
export function readDueDate(text: string, circumstances: DueCircumstances): DueReading {
  const said = text.trim()
  const plain = said
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?:まで|迄)(?:に)?$/, '')
  if (plain === '') return { dueOn: null, dueText: '' }
  if (isDueNextTime(plain)) return { dueOn: circumstances.nextOn, dueText: said }
  const end = readEnd(plain, circumstances.promisedOn)
  if (end !== null) return { dueOn: end, dueText: said }
  const day = readDay(plain, circumstances.promisedOn)
  return day === null ? { dueOn: null, dueText: said } : { dueOn: day, dueText: '' }
}

/** Whether it was promised for the next meeting, whose day may become known later. 次年度 and 次の世代 are not meant. */
export function isDueNextTime(dueText: string): boolean {
  return /^(?:次回|次の会|次の集まり)/.test(dueText.trim())
}
