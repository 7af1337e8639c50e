import {
  type CalendarDate,
  type DateReading,
  type DateReadingOptions,
  daysInMonth,
  dateParts,
  makeCalendarDate,
  parseCalendarDate,
} from './calendar-date.ts'
import type { ReadingRemark } from './text-reading.ts'

export interface TermReading {
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  /** What of the term is no date and must be kept: 在職期間, R9.5総会まで. '' when the dates say it all. */
  readonly note: string
  readonly remarks: readonly ReadingRemark[]
}

export interface DayReading {
  readonly date: CalendarDate | null
  readonly note: string
  readonly remarks: readonly ReadingRemark[]
}

const nothing: TermReading = { from: null, to: null, note: '', remarks: [] }
const range = /[\s]*(?:[～〜~]|から|より|→)[\s]*/
const hyphenBetweenDates = /(?<=\d日?)[\s]*[-－−‐–—―ー][\s]*(?=[RHS令平昭\d]{1,4}[年.\d])/i
const noDate =
  /^(?:在職(?:期間)?中?|在任(?:期間)?中?|職にある(?:期間|間)|その職にある期間|任期なし|なし|定めなし)$/
const trailingBrackets = /^(.*?)[\s]*[（(]([^（）()]*)[）)]$/s

/** R10.3: a month alone. Its first day begins a term, its last day ends one. */
function readMonth(text: string, end: 'first' | 'last', options: DateReadingOptions): CalendarDate | null {
  if (!/\d[\s]*月?$/.test(text.normalize('NFKC'))) return null
  const separator = /月$/.test(text) ? '' : /年/.test(text) ? '月' : '.'
  const first = parseCalendarDate(`${text}${separator}1`, options)
  if (!first.ok || parseCalendarDate(text, options).ok) return null
  const { year, month } = dateParts(first.date)
  return makeCalendarDate(year, month, end === 'first' ? 1 : daysInMonth(year, month))
}

function sayUnread(text: string, reading: DateReading): ReadingRemark {
  const missing = !reading.ok && reading.reason === 'no-such-day'
  return {
    severity: 'ask',
    message: missing
      ? `「${text}」は暦にない日です。書かれたとおりに残すので、正しい日を確かめてください。`
      : `「${text}」は日付として読めません。書かれたとおりに残します。`,
  }
}

interface End {
  readonly date: CalendarDate | null
  readonly note: string
  readonly remarks: readonly ReadingRemark[]
}

function readEnd(written: string, end: 'first' | 'last', options: DateReadingOptions): End {
  const text = written
    .trim()
    .replace(/(?:まで|迄)$/, '')
    .trim()
  if (text === '') return { date: null, note: '', remarks: [] }
  const reading = parseCalendarDate(text, options)
  if (reading.ok) return { date: reading.date, note: '', remarks: [] }
  const month = readMonth(text, end, options)
  if (month !== null) {
    const day = end === 'first' ? '1日' : '末日'
    return {
      date: month,
      note: '',
      remarks: [{ severity: 'note', message: `「${text}」は日がないので、その月の${day}とします。` }],
    }
  }
  if (reading.reason === 'no-such-day')
    return { date: null, note: written.trim(), remarks: [sayUnread(text, reading)] }
  const message = `「${written.trim()}」は日付ではないので、任期のメモとして残します。`
  return { date: null, note: written.trim(), remarks: [{ severity: 'note', message }] }
}

/**
 * Reads a 任期: R8.4.1～R10.3.31, 令和8年4月1日から令和10年3月31日, R8.5.20～R9.5総会まで (no last day: the words become the note),
 * 在職期間 (all note). The second date may leave out its era: it takes the first one's.
 */
export function readTerm(text: string, options: DateReadingOptions = {}): TermReading {
  const written = text.trim()
  if (written === '') return nothing
  if (noDate.test(written.normalize('NFKC'))) return { ...nothing, note: written }
  const ends = written.split(range.test(written) ? range : hyphenBetweenDates)
  const [first = '', second = '', ...more] = ends
  if (ends.length === 1 || more.length > 0) {
    const only = more.length > 0 ? null : readOnlyDay(written, options)
    if (only !== null) return only
    return {
      ...nothing,
      note: written,
      remarks: [{ severity: 'ask', message: '任期として読めません。書かれたとおりに残します。' }],
    }
  }
  const from = readEnd(first, 'first', options)
  const to = readEnd(second, 'last', from.date === null ? options : { near: from.date })
  const remarks = [...from.remarks, ...to.remarks]
  if (from.date !== null && to.date !== null && to.date < from.date) {
    remarks.push({ severity: 'ask', message: '任期の終わりが始めより前になっています。' })
  }
  return {
    from: from.date,
    to: to.date,
    note: [from.note, to.note].filter((each) => each !== '').join(' '),
    remarks,
  }
}

/** R10.3.31まで: a last day alone. A day without まで does not say which end it is. */
function readOnlyDay(written: string, options: DateReadingOptions): TermReading | null {
  if (!/(?:まで|迄)$/.test(written)) return null
  const end = readEnd(written, 'last', options)
  return end.date === null
    ? { ...nothing, note: written, remarks: end.remarks }
    : { ...nothing, to: end.date, remarks: end.remarks }
}

/** Reads a single day with what may stand behind it: R8.4.1（任命）. What is no day is kept as note. */
export function readDay(text: string, options: DateReadingOptions = {}): DayReading {
  const written = text.trim()
  const whole = parseCalendarDate(written, options)
  if (whole.ok) return { date: whole.date, note: '', remarks: [] }
  if (whole.reason === 'empty') return { date: null, note: '', remarks: [] }
  const brackets = trailingBrackets.exec(written)
  if (brackets !== null) {
    const inner = parseCalendarDate(brackets[1] ?? '', options)
    if (inner.ok) return { date: inner.date, note: brackets[2]?.trim() ?? '', remarks: [] }
  }
  return { date: null, note: written, remarks: [sayUnread(written, whole)] }
}
