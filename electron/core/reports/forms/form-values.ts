import {
  type CalendarDate,
  eraParts,
  fiscalYearName,
  fiscalYearOf,
  formatMonthDay,
  formatWareki,
} from '#shared/domain/calendar-date.ts'
import { type ClockTime, formatClockTime } from '#shared/domain/clock-time.ts'
import { withHonorific } from '#shared/domain/honorifics.ts'
import { formatKanjiNumber } from '#shared/domain/kanji-number.ts'
import type { ValueFormat } from '#shared/domain/value-formats.ts'
import type { WriteValue } from './form-writes.ts'

export { valueFormats, type ValueFormat } from '#shared/domain/value-formats.ts'

/** What one field of the program holds. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'time'; readonly time: ClockTime }
  | { readonly kind: 'yes-no'; readonly value: boolean }

/** Fields by their path: `会議.開催日` of the whole, `氏名` within a list. null and absent are both "nothing entered". */
export type FieldRecord = Readonly<Record<string, FieldValue | null>>

/** All that a form may be filled with. Lists are named without brackets: `出席者`. */
export interface FormValues {
  readonly fields: FieldRecord
  readonly lists: Readonly<Record<string, readonly FieldRecord[]>>
  /** PNG or JPEG files by their path. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>
}

const text = (content: string): WriteValue => ({ kind: 'text', text: content })
const number = (value: number): WriteValue => ({ kind: 'number', value })

type Formatters<Value> = Readonly<Partial<Record<ValueFormat, (value: Value) => WriteValue>>>

/** Full-width letters, digits and signs for half-width ones; kana as they are. */
const toFullWidth = (content: string): string =>
  content
    .replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000')

const toHalfWidth = (content: string): string =>
  content
    .replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')

const dateFormats: Formatters<CalendarDate> = {
  和暦: (date) => text(formatWareki(date, 'long')),
  '和暦（曜日）': (date) => text(formatWareki(date, 'long-with-weekday')),
  和暦短: (date) => text(formatWareki(date, 'short')),
  '和暦.元号': (date) => text(eraParts(date).era),
  // Before 年 the first year is 元, not 1.
  '和暦.年': (date) => (eraParts(date).year === 1 ? text('元') : number(eraParts(date).year)),
  '和暦.月': (date) => number(eraParts(date).month),
  '和暦.日': (date) => number(eraParts(date).day),
  曜日: (date) => text(eraParts(date).weekday),
  西暦: (date) => text(date.replaceAll('-', '/').replace(/\/0/g, '/')),
  '和暦（月日）': (date) => text(formatMonthDay(date)),
  漢数字: (date) => text(formatWareki(date, 'kanji')),
  全角: (date) => text(toFullWidth(formatWareki(date, 'long'))),
  年度: (date) => text(fiscalYearName(fiscalYearOf(date))),
}

const timeFormats: Formatters<ClockTime> = {
  時: (time) => number(Number(time.slice(0, 2))),
  分: (time) => number(Number(time.slice(3, 5))),
  時分: (time) => text(formatClockTime(time, 'kanji-24')),
  午後: (time) => text(formatClockTime(time, 'kanji')),
  全角: (time) => text(toFullWidth(formatClockTime(time))),
}

/** 12,300; negative as offices write it, △500. */
function amount(value: number): string {
  const [whole = '', ...decimals] = String(Math.abs(value)).split('.')
  const digits = [whole.replace(/\B(?=(\d{3})+(?!\d))/g, ','), ...decimals].join('.')
  return value < 0 ? `△${digits}` : digits
}

const numberFormats: Formatters<number> = {
  人: (value) => text(`${amount(value)}人`),
  件: (value) => text(`${amount(value)}件`),
  円: (value) => text(`${amount(value)}円`),
  名: (value) => text(`${amount(value)}名`),
  // Fractions of 1,000 yen are dropped, as budgets do.
  千円: (value) => text(`${amount(Math.trunc(value / 1000))}千円`),
  '△': (value) => text(amount(value)),
  年度: (value) => text(fiscalYearName(value)),
  漢数字: (value) => text(formatKanjiNumber(value)),
  全角: (value) => text(toFullWidth(String(value))),
}

const textFormats: Formatters<string> = {
  全角: (content) => text(toFullWidth(content)),
  半角: (content) => text(toHalfWidth(content)),
  // Never twice: 青羽市長　様 stays as it is.
  様: (content) => text(withHonorific(content, 'person')),
  御中: (content) => text(withHonorific(content, 'organization')),
  各位: (content) => text(withHonorific(content, 'many')),
  漢数字: (content) =>
    text(content.replace(/[0-9０-９]+/g, (digits) => formatKanjiNumber(Number(toHalfWidth(digits))))),
}

const yesNoFormats: Formatters<boolean> = {
  有無: (value) => text(value ? '有' : '無'),
  '○×': (value) => text(value ? '○' : '×'),
}

function formatted<Value>(
  formatters: Formatters<Value>,
  format: ValueFormat | undefined,
  value: Value,
): WriteValue | undefined {
  return format === undefined ? undefined : formatters[format]?.(value)
}

/** A value as it is to be written; without a format as itself: a date as a date, a number as a number. */
export function formatValue(value: FieldValue, format?: ValueFormat): WriteValue {
  switch (value.kind) {
    case 'date':
      return formatted(dateFormats, format, value.date) ?? { kind: 'date', date: value.date }
    case 'time':
      return formatted(timeFormats, format, value.time) ?? { kind: 'time', time: value.time }
    case 'number':
      return formatted(numberFormats, format, value.value) ?? number(value.value)
    case 'yes-no':
      return formatted(yesNoFormats, format, value.value) ?? text(value.value ? '○' : '')
    case 'text':
      return formatted(textFormats, format, value.text) ?? text(value.text)
  }
}

/** A value as it reads within a sentence; dates 令和8年11月23日, times 13:30. */
export function valueText(value: FieldValue, format?: ValueFormat): string {
  const written = formatValue(value, format)
  if (written.kind === 'text') return written.text
  if (written.kind === 'number') return String(written.value)
  if (value.kind === 'date') return formatWareki(value.date, 'long')
  return value.kind === 'time' ? formatClockTime(value.time) : ''
}

/** True for what counts as nothing: absent, blank text. A `no` and a 0 are answers. */
export const isEmptyValue = (value: FieldValue | null | undefined): value is null | undefined =>
  value == null || (value.kind === 'text' && value.text.trim() === '')
