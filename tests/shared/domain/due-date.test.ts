import { describe, expect, it } from 'vitest'
import { type CalendarDate, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { isDueNextTime, readDueDate } from '#shared/domain/due-date.ts'

function day(year: number, month: number, date: number): CalendarDate {
  const made = makeCalendarDate(year, month, date)
  if (made === null) throw new Error('no such day')
  return made
}
const promisedOn = day(2026, 9, 17)
const nextOn = day(2026, 12, 10)
const read = (text: string) => readDueDate(text, { promisedOn, nextOn })

describe('by when something was promised', () => {
  it.each([
    ['令和8年10月31日', '2026-10-31'],
    ['R8.9.30', '2026-09-30'],
    ['９月30日', '2026-09-30'],
    ['11/30', '2026-11-30'],
    ['10月5日まで', '2026-10-05'],
    ['3/15', '2027-03-15'],
  ])('%s is a day, and needs no words beside it', (text, dueOn) => {
    expect(read(text)).toEqual({ dueOn, dueText: '' })
  })

  it.each([
    ['10月末', '2026-10-31'],
    ['２月末', '2027-02-28'],
    ['年度末', '2027-03-31'],
    ['年末まで', '2026-12-31'],
    ['月末', '2026-09-30'],
    ['来月末', '2026-10-31'],
    ['次回まで', '2026-12-10'],
    ['次回', '2026-12-10'],
  ])('%s is a day, and keeps the words in which it was said', (text, dueOn) => {
    expect(read(text)).toEqual({ dueOn, dueText: text })
  })

  it('keeps 次回 without a day while the next meeting has none', () => {
    expect(readDueDate('次回', { promisedOn, nextOn: null })).toEqual({ dueOn: null, dueText: '次回' })
  })

  it.each(['次年度', '次の世代へ', '次期の委員'])('does not take %s for the next meeting', (text) => {
    expect(isDueNextTime(text)).toBe(false)
    expect(read(text)).toEqual({ dueOn: null, dueText: text })
  })

  it('keeps words that name no day', () => {
    expect(read('雪がとけたら')).toEqual({ dueOn: null, dueText: '雪がとけたら' })
    expect(read('9月31日')).toEqual({ dueOn: null, dueText: '9月31日' })
    expect(read(' ')).toEqual({ dueOn: null, dueText: '' })
  })
})
