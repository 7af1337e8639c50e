import { describe, expect, it } from 'vitest'
import { makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { dayAndTimeWords, savedWords } from '#renderer/app/state-words.ts'

const minutes = (count: number): number => count * 60_000

describe('the state lines', () => {
  it('say in words when it was saved', () => {
    const saved = (ago: number): string => savedWords(0, minutes(ago))
    expect(saved(0.9)).toBe('いま保存しました')
    expect(saved(3)).toBe('3分前に保存しました')
    expect(saved(59)).toBe('59分前に保存しました')
    expect(saved(60)).toBe('1時間前に保存しました')
    expect(saved(60 * 49)).toBe('2日前に保存しました')
  })

  it('say in words when the last backup was made', () => {
    const today = makeCalendarDate(2026, 11, 24)
    if (today === null) throw new Error('no such day')
    expect(dayAndTimeWords('2026-11-24T12:00', today)).toBe('きょう 12:00')
    expect(dayAndTimeWords('2026-11-23T09:05', today)).toBe('きのう 9:05')
    expect(dayAndTimeWords('2026-11-12T17:30', today)).toBe('11月12日（木） 17:30')
  })
})
