import {
  fromEra,
  fromExcelSerial,
  makeCalendarDate,
  parseCalendarDate,
  weekdayOf,
} from '#shared/domain/calendar-date.ts'
import { makeClockTime, parseClockTime } from '#shared/domain/clock-time.ts'
import { parseKanjiNumber } from '#shared/domain/kanji-number.ts'
import type { ValueFormat } from '#shared/domain/value-formats.ts'
import type { FieldValue } from '../form-values.ts'

/** What a cell shows, before it is taken for the value of a field. */
export interface FoundContent {
  readonly value: number | string | boolean | undefined
  /** Whether the cell's own format shows numbers as dates or times. */
  readonly showsDates: boolean
  readonly date1904: boolean
}

export type FieldKind = FieldValue['kind']

/** Why something that stands in a form is not taken over. */
export type UnreadReason =
  | 'not-a-number'
  | 'not-a-date'
  | 'not-a-time'
  | 'not-yes-or-no'
  /** A formula that shows an error, or nothing because nobody has calculated it. */
  | 'formula'
  /** Other words than the sentence of the form. */
  | 'other-words'
  /** Several boxes are marked where one answer is asked for. */
  | 'several-marked'
  /** Some parts of a date or time are filled in, others are not. */
  | 'incomplete'
  /** The weekday is not that of the date. */
  | 'weekday'
  /** Text put together from several fields, which cannot be taken apart. */
  | 'composed'
  | 'sheet-missing'

export type ReadValue = { readonly value: FieldValue | null } | { readonly why: UnreadReason }

const nothing: ReadValue = { value: null }

/** What people write into a box that has no answer. */
const isNothing = (text: string): boolean => /^[-‐‑–—―−ーｰ－/／*＊・…\s\u3000]*$/.test(text)

/** A number as people type it: １２, 1,200, △500, ▲500, (500), 12人, 十二; null when it is none. */
export function parseTypedNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/[¥\\]/g, '')
  const match = /^([△▲−-]|\()?([\d.]+|[〇一二三四五六七八九十百千万億]+)\)?(千円|百万円|[^\d.()]{0,3})$/.exec(
    plain,
  )
  const digits = match?.[2]
  if (match === null || digits === undefined) return null
  const amount = /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : parseKanjiNumber(digits)
  if (amount === null) return null
  const unit = match[3] === '千円' ? 1000 : match[3] === '百万円' ? 1_000_000 : 1
  return (match[1] === undefined ? 1 : -1) * amount * unit
}

function readNumber({ value }: FoundContent, format: ValueFormat | undefined): ReadValue {
  if (typeof value === 'number') return { value: { kind: 'number', value } }
  const text = String(value ?? '')
  if (format === '年度') {
    const found = /^(令和|平成|昭和|[RHS])?(\d{1,4}|元)年?度?$/i.exec(
      text.normalize('NFKC').replace(/\s/g, ''),
    )
    const year = found?.[2] === '元' ? 1 : Number(found?.[2])
    const date = found === null ? null : fromEra(found[1] ?? '令和', year, 7, 1)
    if (date !== null) return { value: { kind: 'number', value: Number(date.slice(0, 4)) } }
    return year > 1900 ? { value: { kind: 'number', value: year } } : { why: 'not-a-number' }
  }
  const number = parseTypedNumber(text)
  return number === null ? { why: 'not-a-number' } : { value: { kind: 'number', value: number } }
}

function readDate({ value, showsDates, date1904 }: FoundContent): ReadValue {
  if (typeof value === 'number') {
    const date = showsDates ? fromExcelSerial(Math.floor(value), date1904) : null
    return date === null ? { why: 'not-a-date' } : { value: { kind: 'date', date } }
  }
  const reading = parseCalendarDate(String(value ?? ''))
  return reading.ok ? { value: { kind: 'date', date: reading.date } } : { why: 'not-a-date' }
}

function readTime({ value }: FoundContent): ReadValue {
  if (typeof value === 'number') {
    const minutes = Math.round((value % 1) * 1440)
    const time = value < 0 || value >= 2 ? null : makeClockTime(Math.floor(minutes / 60), minutes % 60)
    return time === null ? { why: 'not-a-time' } : { value: { kind: 'time', time } }
  }
  const reading = parseClockTime(String(value ?? ''))
  return reading.ok ? { value: { kind: 'time', time: reading.time } } : { why: 'not-a-time' }
}

const YES = /^(?:[○◯〇●■☑☒✓✔レ✕Ｖv有]|有り|あり|はい|true|済)$/i
const NO = /^(?:[×□☐無]|無し|なし|いいえ|false|未)$/i

function readYesNo({ value }: FoundContent): ReadValue {
  if (typeof value === 'boolean') return { value: { kind: 'yes-no', value } }
  const text = String(value ?? '').replace(/[\s\u3000]/g, '')
  if (YES.test(text)) return { value: { kind: 'yes-no', value: true } }
  return NO.test(text) ? { value: { kind: 'yes-no', value: false } } : { why: 'not-yes-or-no' }
}

const ENDINGS: Readonly<Partial<Record<ValueFormat, RegExp>>> = {
  様: /[\s\u3000]*様$/,
  御中: /[\s\u3000]*御中$/,
  各位: /[\s\u3000]*各位$/,
}

/**
 * What stands in a cell as the value of a field of that kind. Blank cells, and the dashes that people put
 * where nothing is to be said, are nothing.
 *
 * @param format how the mapping writes the field there
 */
export function readValue(found: FoundContent, kind: FieldKind, format: ValueFormat | undefined): ReadValue {
  const { value } = found
  if (value === undefined || (typeof value === 'string' && isNothing(value))) return nothing
  switch (kind) {
    case 'number':
      return typeof value === 'boolean' ? { why: 'not-a-number' } : readNumber(found, format)
    case 'date':
      return typeof value === 'boolean' ? { why: 'not-a-date' } : readDate(found)
    case 'time':
      return typeof value === 'boolean' ? { why: 'not-a-time' } : readTime(found)
    case 'yes-no':
      return readYesNo(found)
    case 'text': {
      const ending = format === undefined ? undefined : ENDINGS[format]
      const text = String(value).trim()
      return { value: { kind: 'text', text: ending === undefined ? text : text.replace(ending, '') } }
    }
  }
}

/** Parts of dates and times that stand in cells or blanks of their own. */
export const PARTS = ['和暦.元号', '和暦.年', '和暦.月', '和暦.日', '曜日', '時', '分'] as const
export type DatePart = (typeof PARTS)[number]

export const isPart = (format: ValueFormat | undefined): format is DatePart =>
  PARTS.some((part) => part === format)

/** What stands in the parts of one date or time; '' where nothing does. */
export type FoundParts = Readonly<Partial<Record<DatePart, string>>>

const partNumber = (text: string): number | null =>
  text === '元' ? 1 : parseTypedNumber(text.replace(/[年月日時分]$/, ''))

/**
 * Puts a date or time together again from its parts. Without a part for the era it is 令和, as printed on
 * the forms of today.
 */
export function joinParts(parts: FoundParts, kind: FieldKind): ReadValue {
  const texts = Object.entries(parts).map(([name, text]) => [name, text.trim()] as const)
  const counted = texts.filter(([name]) => name !== '和暦.元号')
  if (counted.every(([, text]) => isNothing(text))) return nothing
  if (kind === 'time') {
    const hour = partNumber(parts['時'] ?? '')
    const minute = isNothing(parts['分'] ?? '') ? 0 : partNumber(parts['分'] ?? '')
    if (hour === null || minute === null) return { why: 'incomplete' }
    const time = makeClockTime(hour, minute)
    return time === null ? { why: 'not-a-time' } : { value: { kind: 'time', time } }
  }
  const written = (parts['和暦.年'] ?? '').normalize('NFKC').replace(/[\s年]/g, '')
  const withEra = /^(令和|平成|昭和|[RHS])?(.*)$/i.exec(written)
  const era =
    withEra?.[1] ?? (isNothing(parts['和暦.元号'] ?? '') ? '令和' : (parts['和暦.元号'] ?? '').trim())
  const [year, month, day] = [withEra?.[2] ?? '', parts['和暦.月'] ?? '', parts['和暦.日'] ?? ''].map(
    partNumber,
  )
  if (year == null || month == null || day == null) return { why: 'incomplete' }
  const date = year > 1900 ? makeCalendarDate(year, month, day) : fromEra(era, year, month, day)
  if (date === null) return { why: 'not-a-date' }
  const weekday = (parts['曜日'] ?? '').replace(/曜日?$/, '').trim()
  if (/^[日月火水木金土]$/.test(weekday) && weekday !== weekdayOf(date)) return { why: 'weekday' }
  return { value: { kind: 'date', date } }
}
