import { type CalendarDate, dateParts, makeCalendarDate, type Weekday, weekdayOf } from './calendar-days.ts'

/**
 * Dates and 年度 in Japanese eras. Public by way of `calendar-date.ts`. The table is our own instead of
 * Intl's, since reading needs it from era to year, which Intl does not offer; a test holds the two
 * against each other.
 */
export type EraName = '令和' | '平成' | '昭和' | '大正' | '明治' | '西暦'

export interface EraParts {
  readonly era: EraName
  /** Year within the era; year one is 1 here, and 元 only on paper. */
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: Weekday
}

export type WarekiStyle = 'long' | 'short' | 'long-with-weekday' | 'kanji'

interface Era {
  readonly name: EraName
  readonly letter: string
  readonly first: string
  /** The last day that may be written in this era; the days of 1912 and 1926 belong to both eras. */
  readonly last: string
}

/** 元号 with their days, newest first: 元号を改める政令 (2019, 1989) and the 改元ノ詔書 (1926, 1912, 1868). */
const eras: readonly Era[] = [
  { name: '令和', letter: 'R', first: '2019-05-01', last: '9999-12-31' },
  { name: '平成', letter: 'H', first: '1989-01-08', last: '2019-04-30' },
  { name: '昭和', letter: 'S', first: '1926-12-25', last: '1989-01-07' },
  { name: '大正', letter: 'T', first: '1912-07-30', last: '1926-12-25' },
  { name: '明治', letter: 'M', first: '1868-10-23', last: '1912-07-30' },
]

/** The date in its era. Days before 明治 are given in 西暦. */
export function eraParts(date: CalendarDate): EraParts {
  const { year, month, day } = dateParts(date)
  const era = eras.find((each) => date >= each.first)
  const weekday = weekdayOf(date)
  if (era === undefined) return { era: '西暦', year, month, day, weekday }
  return { era: era.name, year: year - Number(era.first.slice(0, 4)) + 1, month, day, weekday }
}

/** The day of an era's year, or null when that day does not exist or lies outside the era. */
export function fromEra(
  eraNameOrLetter: string,
  year: number,
  month: number,
  day: number,
): CalendarDate | null {
  const era = eras.find((each) => each.name === eraNameOrLetter || each.letter === eraNameOrLetter)
  if (era === undefined || year < 1) return null
  const date = makeCalendarDate(Number(era.first.slice(0, 4)) + year - 1, month, day)
  return date !== null && date >= era.first && date <= era.last ? date : null
}

const kanjiDigits = '〇一二三四五六七八九'

/** A number of 0–99 in 漢数字 as dates use them: 二十三, 十, 〇. */
export function toKanjiNumber(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  if (tens === 0) return kanjiDigits.charAt(ones)
  return (tens === 1 ? '' : kanjiDigits.charAt(tens)) + '十' + (ones === 0 ? '' : kanjiDigits.charAt(ones))
}

function eraYearText(parts: EraParts, numeral: (value: number) => string): string {
  if (parts.era === '西暦') return `${parts.year}年`
  return `${parts.era}${parts.year === 1 ? '元' : numeral(parts.year)}年`
}

/**
 * A date as it stands on paper: 令和8年11月23日, R8.11.23, 令和8年11月23日（月） or 令和八年十一月二十三日.
 * Year one is 元年, but R1 in the short style, as offices write it.
 */
export function formatWareki(date: CalendarDate, style: WarekiStyle = 'long'): string {
  const parts = eraParts(date)
  if (style === 'kanji') {
    return `${eraYearText(parts, toKanjiNumber)}${toKanjiNumber(parts.month)}月${toKanjiNumber(parts.day)}日`
  }
  if (style === 'short') {
    const letter = eras.find((each) => each.name === parts.era)?.letter ?? ''
    return `${letter}${parts.year}.${parts.month}.${parts.day}`
  }
  const long = `${eraYearText(parts, String)}${parts.month}月${parts.day}日`
  return style === 'long' ? long : `${long}（${parts.weekday}）`
}

/** 11月23日（月） */
export function formatMonthDay(date: CalendarDate): string {
  const { month, day, weekday } = eraParts(date)
  return `${month}月${day}日（${weekday}）`
}

/** 年度 of a date: the year in which its 1 April lies. */
export function fiscalYearOf(date: CalendarDate): number {
  const { year, month } = dateParts(date)
  return month >= 4 ? year : year - 1
}

/**
 * 令和8年度 for 2026. The era is the one of 1 July of that year: so 2019 is 令和元年度, as the government's
 * notice of 2019 asks, and 1988 (whose last weeks were 平成) is 昭和63年度.
 */
export function fiscalYearName(fiscalYear: number): string {
  const july = makeCalendarDate(fiscalYear, 7, 1)
  return july === null ? `${fiscalYear}年度` : `${eraYearText(eraParts(july), String)}度`
}
