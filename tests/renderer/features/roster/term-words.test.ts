import { describe, expect, it } from 'vitest'
import { type CalendarDate, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { termState, termWords } from '#renderer/features/roster/term-words.ts'

function day(year: number, month: number, date: number): CalendarDate {
  const made = makeCalendarDate(year, month, date)
  if (made === null) throw new Error('no such day')
  return made
}
const today = day(2026, 11, 24)

describe('a term in a narrow column', () => {
  it('leaves out the days that go without saying', () => {
    expect(termWords(day(2026, 4, 1), day(2028, 3, 31), '').join('')).toBe('R8.4–R10.3')
    expect(termWords(day(2026, 5, 7), day(2028, 2, 29), '').join('')).toBe('R8.5.7–R10.2')
    expect(termWords(day(2026, 4, 1), day(2028, 3, 30), '').join('')).toBe('R8.4–R10.3.30')
  })

  it('says in words what is no date', () => {
    expect(termWords(null, null, '在職期間')).toEqual(['在職期間'])
    expect(termWords(null, null, '')).toEqual([])
  })

  it('warns in time, and tells of a member who stays on after the term', () => {
    expect(termState(day(2026, 12, 31), today)).toEqual({ mark: 'soon', words: 'あと37日' })
    expect(termState(day(2027, 3, 31), today)).toEqual({ mark: 'soon', words: '3月まで' })
    expect(termState(today, today)?.words).toBe('きょうまで')
    expect(termState(day(2026, 11, 23), today)).toEqual({ mark: 'lacking', words: '任期満了後' })
    expect(termState(day(2028, 3, 31), today)).toBeNull()
    expect(termState(null, today)).toBeNull()
  })
})
