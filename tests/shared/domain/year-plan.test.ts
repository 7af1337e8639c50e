import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateParts, fiscalYearOf, weekdayOf } from '#shared/domain/calendar-date.ts'
import {
  daysOfYear,
  fiscalMonths,
  isYearEnd,
  monthSheet,
  spansOverlap,
  weekdays,
} from '#shared/domain/year-plan.ts'
import { isThereForItem, type PresenceLine } from '#shared/domain/item-presence.ts'
import type { AgendaItemId, AttendanceId } from '#shared/domain/ids.ts'
import { renumberPapers } from '#shared/domain/paper-numbering.ts'
import { makeCalendarDate } from '#shared/domain/calendar-date.ts'

describe('days of a rule', () => {
  it('are the third Thursdays of the months chosen, from April to March', () => {
    expect(daysOfYear({ by: 'weekday', weekday: '木', nths: [3] }, 2026, [4, 9, 1])).toEqual([
      '2026-04-16',
      '2026-09-17',
      '2027-01-21',
    ])
    expect(daysOfYear({ by: 'weekday', weekday: '金', nths: [5] }, 2026, [4, 5, 7])).toEqual([
      '2026-05-29',
      '2026-07-31',
    ])
    expect(daysOfYear({ by: 'weekday', weekday: '金', nths: ['last'] }, 2026, [4])).toEqual(['2026-04-24'])
    expect(daysOfYear({ by: 'day', day: 31 }, 2026, [4, 5])).toEqual(['2026-05-31'])
  })

  it('may come twice a month, the fourth being the last only once, or every other week', () => {
    expect(daysOfYear({ by: 'weekday', weekday: '水', nths: [2, 4] }, 2026, [4, 5])).toEqual([
      '2026-04-08',
      '2026-04-22',
      '2026-05-13',
      '2026-05-27',
    ])
    expect(daysOfYear({ by: 'weekday', weekday: '水', nths: ['last', 4] }, 2026, [5])).toEqual(['2026-05-27'])
    expect(daysOfYear({ by: 'weekday', weekday: '水', nths: [] }, 2026, [5])).toEqual([])
    const from = (year: number, month: number, date: number) => {
      const day = makeCalendarDate(year, month, date)
      if (day === null) throw new Error('no day')
      return day
    }
    expect(daysOfYear({ by: 'weeks', every: 2, from: from(2026, 6, 3) }, 2026, [6, 7])).toEqual([
      '2026-06-03',
      '2026-06-17',
      '2026-07-01',
      '2026-07-15',
      '2026-07-29',
    ])
    // A pattern that began in the year before goes on in step.
    expect(daysOfYear({ by: 'weeks', every: 2, from: from(2026, 3, 25) }, 2026, [4])).toEqual([
      '2026-04-08',
      '2026-04-22',
    ])
    expect(daysOfYear({ by: 'weeks', every: 2, from: from(2027, 4, 1) }, 2026, [...fiscalMonths])).toEqual([])
  })

  it('lie in their 年度, on their weekday, in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1950, max: 2150 }),
        fc.constantFrom(...weekdays),
        fc.constantFrom(1, 2, 3, 4, 5, 'last') as fc.Arbitrary<1 | 2 | 3 | 4 | 5 | 'last'>,
        (year, weekday, nth) => {
          const days = daysOfYear({ by: 'weekday', weekday, nths: [nth] }, year, [...fiscalMonths])
          expect(days.every((each) => fiscalYearOf(each) === year && weekdayOf(each) === weekday)).toBe(true)
          expect([...days].sort()).toEqual(days)
          if (nth !== 5) expect(days).toHaveLength(12)
        },
      ),
    )
  })

  it('knows 年末年始 and the sheet of a month', () => {
    const of = (month: number, date: number) => {
      const made = makeCalendarDate(2026, month, date)
      if (made === null) throw new Error('no day')
      return made
    }
    expect([of(12, 28), of(12, 29), of(12, 31), of(1, 3), of(1, 4)].map(isYearEnd)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    const sheet = monthSheet(2026, 9)
    expect(
      sheet.every((week) => week.length === 7 && week[0] !== undefined && weekdayOf(week[0]) === '日'),
    ).toBe(true)
    expect(sheet.flat().filter((each) => dateParts(each).month === 9)).toHaveLength(30)
  })

  it.each([
    ['13:30', '15:30', '15:30', '17:00', false],
    ['13:30', '15:30', '15:29', '17:00', true],
    ['13:30', null, '15:00', null, true],
    ['13:30', null, '15:30', null, false],
    ['10:00', '12:00', '09:00', '13:00', true],
  ])('%s–%s and %s–%s: %s', (a, b, c, d, overlap) => {
    expect(spansOverlap({ startsAt: a, endsAt: b }, { startsAt: c, endsAt: d })).toBe(overlap)
    expect(spansOverlap({ startsAt: c, endsAt: d }, { startsAt: a, endsAt: b })).toBe(overlap)
  })
})

describe('who was there for an item', () => {
  const ids = ['one', 'two', 'three', 'four'].map((each) => each as AgendaItemId)
  const agenda = ids.map((id) => ({ id }))
  const line = (more: Partial<PresenceLine>): PresenceLine => ({
    id: 'line' as AttendanceId,
    presence: 'present',
    late: false,
    leftEarly: false,
    arrivedItemId: null,
    leftItemId: null,
    awayFor: [],
    ...more,
  })
  const there = (more: Partial<PresenceLine>) => ids.map((id) => isThereForItem(line(more), id, agenda))
  it('follows 遅刻, 早退 and 一時退席', () => {
    const [one, two, three] = ids
    if (one === undefined || two === undefined || three === undefined) throw new Error('no items')
    expect(there({})).toEqual([true, true, true, true])
    expect(there({ late: true, arrivedItemId: two })).toEqual([false, true, true, true])
    expect(there({ leftEarly: true, leftItemId: three })).toEqual([true, true, true, false])
    expect(there({ awayFor: [{ agendaItemId: two }] })).toEqual([true, false, true, true])
    // A time alone says nothing of items; a mark that is not set counts for nothing.
    expect(there({ late: true })).toEqual([true, true, true, true])
    expect(there({ arrivedItemId: three })).toEqual([true, true, true, true])
    expect(there({ presence: 'absent', awayFor: [{ agendaItemId: one }] })).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

describe('numbers of papers', () => {
  it('run through the agenda, and leave the office’s own', () => {
    const paper = (paperNumber: string, paperTitle: string, files = 0) => ({ paperNumber, paperTitle, files })
    expect(
      renumberPapers([
        paper('資料9', 'あ'),
        paper('', ''),
        paper('', 'い'),
        paper('別紙', 'う'),
        paper('', '', 1),
      ]),
    ).toEqual(['資料１', '', '資料２', '別紙', '資料３'])
  })
})
