import { type CalendarDate, dateParts, daysBetween, makeCalendarDate } from './calendar-days.ts'
import { eraParts, fromEra } from './wareki.ts'

export {
  addDays,
  type CalendarDate,
  compareDates,
  dateParts,
  daysBetween,
  daysInMonth,
  fromExcelSerial,
  isCalendarDate,
  makeCalendarDate,
  toExcelSerial,
  type Weekday,
  weekdayOf,
} from './calendar-days.ts'
export {
  type EraName,
  type EraParts,
  eraParts,
  fiscalYearName,
  fiscalYearOf,
  formatMonthDay,
  formatWareki,
  fromEra,
  toKanjiNumber,
  type WarekiStyle,
} from './wareki.ts'

export type DateReading =
  | { readonly ok: true; readonly date: CalendarDate }
  | { readonly ok: false; readonly reason: 'empty' | 'not-a-date' | 'no-such-day' }

/** What helps where the text leaves out its year or its era. `fiscalYear` wins over `near` for the year. */
export interface DateReadingOptions {
  /** 年度 in which a date without a year lies, e.g. 2026 for 令和8年度. */
  readonly fiscalYear?: number
  /** A date without a year is taken to be the one nearest to this. */
  readonly near?: CalendarDate
}

const kanjiNumerals: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 二十三 → 23, 二〇二六 → 2026, 十 → 10. */
function fromKanjiNumber(text: string): number {
  const ten = text.indexOf('十')
  if (ten < 0) return Number([...text].map((each) => kanjiNumerals[each] ?? 0).join(''))
  const tens = ten === 0 ? 1 : fromKanjiNumber(text.slice(0, ten))
  const ones = ten === text.length - 1 ? 0 : fromKanjiNumber(text.slice(ten + 1))
  return tens * 10 + ones
}

const trailingWeekday = /(?:\([日月火水木金土](?:曜日?)?(?:[・,]?[祝休])?\)|[日月火水木金土]曜日?)$/

/** One spelling for everything: half width, 12 for 十二, `/` for every separator, 1 for 元, no blanks. */
function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/(\d)[\s]+(?=\d)/g, '$1/')
    .replace(/\s+/g, '')
    .replace(trailingWeekday, '')
    .replace(/[〇○零一二三四五六七八九十]+/g, (found) => String(fromKanjiNumber(found)))
    .replace(/元(?=年)/, '1')
    .replace(/[./\-‐‑‒–—―−ー・]/g, '/')
    .replace(/\/$/, '')
}

const eraPattern = '(令和|平成|昭和|大正|明治|令|平|昭|大|明|[RHSTM])'
const withEra = new RegExp(`^${eraPattern}/?(\\d{1,2})[年/](\\d{1,2})[月/](\\d{1,2})日?$`, 'i')
const withEraCompact = new RegExp(`^${eraPattern}(\\d{2})(\\d{2})(\\d{2})$`, 'i')
const withYear = /^(?:西暦)?(\d{4})[年/](\d{1,2})[月/](\d{1,2})日?$/
const withYearCompact = /^(\d{4})(\d{2})(\d{2})$/
const withBareEraYear = /^(\d{1,2})[年/](\d{1,2})[月/](\d{1,2})日?$/
const monthAndDay = /^(\d{1,2})[月/](\d{1,2})日?$/

const eraLetters: Readonly<Record<string, string>> = { 令: 'R', 平: 'H', 昭: 'S', 大: 'T', 明: 'M' }

function eraKey(written: string): string {
  return eraLetters[written.charAt(0)] ?? written.toUpperCase()
}

function numbersOf(found: RegExpExecArray, from: number): readonly [number, number, number] {
  return [Number(found[from]), Number(found[from + 1]), Number(found[from + 2])]
}

function referenceDate(options: DateReadingOptions): CalendarDate | null {
  if (options.near !== undefined) return options.near
  return options.fiscalYear === undefined ? null : makeCalendarDate(options.fiscalYear, 7, 1)
}

function answer(date: CalendarDate | null): DateReading {
  return date === null ? { ok: false, reason: 'no-such-day' } : { ok: true, date }
}

/** 11/23: by the 年度 where one is known, else whichever year brings it nearest to `near`. */
function readMonthAndDay(month: number, day: number, options: DateReadingOptions): DateReading {
  if (options.fiscalYear !== undefined) {
    return answer(makeCalendarDate(month >= 4 ? options.fiscalYear : options.fiscalYear + 1, month, day))
  }
  const { near } = options
  if (near === undefined) return { ok: false, reason: 'not-a-date' }
  const { year } = dateParts(near)
  const candidates = [year - 1, year, year + 1]
    .map((each) => makeCalendarDate(each, month, day))
    .filter((each) => each !== null)
    .sort((first, second) => Math.abs(daysBetween(near, first)) - Math.abs(daysBetween(near, second)))
  return answer(candidates[0] ?? null)
}

/**
 * Reads a date as people type it: 令和8年11月23日, R8.11.23, R08.04.01, 令和八年四月一日, 令和元年…, 2026/11/23,
 * 20261123, in full or half width, with a weekday behind it or not. `8年11月23日` takes the era of the
 * options, `11/23` its year; without options these two are not dates. An era's year beyond its end
 * (平成35年) is no such day, since a wrong guess here would move the end of somebody's term.
 */
export function parseCalendarDate(text: string, options: DateReadingOptions = {}): DateReading {
  const plain = normalize(text)
  if (plain === '') return { ok: false, reason: 'empty' }
  const era = withEra.exec(plain) ?? withEraCompact.exec(plain)
  if (era !== null) return answer(fromEra(eraKey(era[1] ?? ''), ...numbersOf(era, 2)))
  const year = withYear.exec(plain) ?? withYearCompact.exec(plain)
  if (year !== null) return answer(makeCalendarDate(...numbersOf(year, 1)))
  const bare = withBareEraYear.exec(plain)
  if (bare !== null) {
    const reference = referenceDate(options)
    if (reference === null) return { ok: false, reason: 'not-a-date' }
    return answer(fromEra(eraParts(reference).era, ...numbersOf(bare, 1)))
  }
  const short = monthAndDay.exec(plain)
  if (short !== null) return readMonthAndDay(Number(short[1]), Number(short[2]), options)
  return { ok: false, reason: 'not-a-date' }
}
