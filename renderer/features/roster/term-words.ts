import {
  type CalendarDate,
  daysBetween,
  daysInMonth,
  eraParts,
  formatWareki,
} from '#shared/domain/calendar-date.ts'
import type { MarkKind } from '#renderer/ui/mark.tsx'

/** R8.4 where the day goes without saying (the first, the last of a month), else R8.12.15. */
function shortDay(date: CalendarDate, edge: 'first' | 'last'): string {
  const day = Number(date.slice(8))
  const plain = edge === 'first' ? 1 : daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
  const short = formatWareki(date, 'short')
  return day === plain ? short.slice(0, short.lastIndexOf('.')) : short
}

/** A term as a narrow column shows it, R8.4–R10.3, in the parts between which a line may break. */
export function termWords(
  from: CalendarDate | null,
  to: CalendarDate | null,
  note: string,
): readonly string[] {
  if (from === null && to === null) return note === '' ? [] : [note]
  const begins = from === null ? '' : shortDay(from, 'first')
  return [`${begins}–`, to === null ? '' : shortDay(to, 'last')]
}

export interface TermState {
  readonly mark: MarkKind
  readonly words: string
}

/** What a term's end asks of the office: nothing (null), soon, or that a member goes on after it (任期満了後). */
export function termState(termTo: CalendarDate | null, today: CalendarDate): TermState | null {
  if (termTo === null) return null
  const left = daysBetween(today, termTo)
  if (left < 0) return { mark: 'lacking', words: '任期満了後' }
  if (left === 0) return { mark: 'soon', words: 'きょうまで' }
  if (left <= 90) return { mark: 'soon', words: `あと${left}日` }
  if (left <= 180) return { mark: 'soon', words: `${eraParts(termTo).month}月まで` }
  return null
}
