import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, fiscalYearOf, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { erasableFrom, keptUntil } from '#shared/domain/retention.ts'

const day = fc
  .record({
    year: fc.integer({ min: 1950, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, date }) => makeCalendarDate(year, month, date))
  .filter((date) => date !== null)

describe('how long somebody is kept', () => {
  it.each([
    ['2026-09-30', 5, '2032-03-31'],
    ['2026-03-31', 5, '2031-03-31'],
    ['2026-04-01', 1, '2028-03-31'],
  ])('who left on %s is kept %i years, until %s', (lastDay, years, until) => {
    const [year = 0, month = 0, date = 0] = lastDay.split('-').map(Number)
    const made = makeCalendarDate(year, month, date)
    if (made === null) throw new Error('no day')
    expect(keptUntil(made, { years, papers: 'name' })).toBe(until)
  })

  it('is whole 年度, never less than the years, and for ever without a rule', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 50 }), (lastDay, years) => {
        const from = erasableFrom(lastDay, { years, papers: 'role' })
        if (from === null) throw new Error('no day')
        expect(from.slice(5)).toBe('04-01')
        expect(fiscalYearOf(addDays(from, -1)) - fiscalYearOf(lastDay)).toBe(years)
        expect(erasableFrom(lastDay, { years: null, papers: 'name' })).toBeNull()
      }),
    )
  })
})
