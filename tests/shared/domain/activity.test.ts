import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ActivityEntry,
  endsNextDay,
  halfDaysOf,
  mayBeSameOccasion,
  minutesOfActivity,
  occasionsOf,
  workedTime,
} from '#shared/domain/activity.ts'
import { monthPlace, quarterPlaces, sumOf, upTo, yearFigures } from '#shared/domain/activity-figures.ts'
import { makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { makeClockTime } from '#shared/domain/clock-time.ts'
import { fiscalYearSpan } from '#shared/domain/fiscal-year-span.ts'

function day(text: string) {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
  const made = makeCalendarDate(year, month, date)
  if (made === null) throw new Error(text)
  return made
}
function time(text: string) {
  const [hour = -1, minute = -1] = text.split(':').map(Number)
  const made = makeClockTime(hour, minute)
  if (made === null) throw new Error(text)
  return made
}

let count = 0
function entry(more: Partial<ActivityEntry> = {}): ActivityEntry {
  count += 1
  return {
    id: String(count),
    actedOn: day('2026-09-17'),
    startsAt: time('13:30'),
    endsAt: time('15:00'),
    kindId: 'visit',
    method: 'visit',
    areaName: '東部圏域',
    meetingId: null,
    coordinatorIds: ['a'],
    ...more,
  }
}

describe('time of an entry', () => {
  it.each([
    ['13:30', '15:00', 90, false],
    ['22:00', '01:30', 210, true],
    ['23:59', '00:00', 1, true],
    ['09:00', '09:00', 0, false],
  ])('from %s to %s is %i minutes, over midnight: %s', (from, to, minutes, next) => {
    expect(minutesOfActivity(time(from), time(to))).toBe(minutes)
    expect(endsNextDay(time(from), time(to))).toBe(next)
  })

  it('is not known without both times', () => {
    expect(minutesOfActivity(time('09:00'), null)).toBeNull()
    expect(minutesOfActivity(null, null)).toBeNull()
  })

  it.each([
    ['09:00', '11:30', ['morning']],
    ['09:00', '12:00', ['morning']],
    ['09:00', '12:01', ['morning', 'afternoon']],
    ['12:00', '13:00', ['afternoon']],
    ['22:00', '01:30', ['afternoon']],
    ['11:00', '01:00', ['morning', 'afternoon']],
    ['09:00', null, ['morning']],
    [null, null, [null]],
  ])('from %s to %s touches %j of its own day', (from, to, halves) => {
    expect(halfDaysOf(from === null ? null : time(from), to === null ? null : time(to))).toEqual(halves)
  })

  it('is never negative nor longer than a day', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => time(`${String(hour)}:${String(minute)}`))
    fc.assert(
      fc.property(clock, clock, (from, to) => {
        const minutes = minutesOfActivity(from, to) ?? -1
        return minutes >= 0 && minutes < 24 * 60
      }),
    )
  })
})

describe('two coordinators at one meeting', () => {
  const shared = { meetingId: 'm', kindId: 'council' }

  it('were at one meeting, whether they share an entry or each wrote one', () => {
    expect(occasionsOf([entry({ ...shared, coordinatorIds: ['a', 'b'] })])).toHaveLength(1)
    const first = entry({ ...shared, coordinatorIds: ['a'] })
    const each = [first, entry({ ...shared, coordinatorIds: ['b'] })]
    expect(occasionsOf(each)).toEqual([first])
    // Work for the meeting of another kind is another occasion.
    expect(occasionsOf([...each, entry({ ...shared, kindId: 'paperwork' })])).toHaveLength(2)
    expect(occasionsOf([entry(), entry()])).toHaveLength(2)
  })

  it('each worked their time', () => {
    const each = [entry({ ...shared, coordinatorIds: ['a'] }), entry({ ...shared, coordinatorIds: ['b'] })]
    const joint = [entry({ ...shared, coordinatorIds: ['a', 'b'] })]
    const expected = { days: 2, halfDays: 2, minutes: 180 }
    expect(workedTime(each)).toEqual(expected)
    expect(workedTime(joint)).toEqual(expected)
  })

  it('are asked whether it was the same one where times run into each other', () => {
    const one = entry({ coordinatorIds: ['a'] })
    expect(mayBeSameOccasion(one, entry({ startsAt: time('14:00'), endsAt: time('16:00') }))).toBe(true)
    expect(mayBeSameOccasion(one, entry({ startsAt: time('15:01'), endsAt: null }))).toBe(false)
    expect(mayBeSameOccasion(one, entry({ kindId: 'other' }))).toBe(false)
    expect(mayBeSameOccasion(one, entry({ actedOn: day('2026-09-18') }))).toBe(false)
    const late = entry({ startsAt: time('22:00'), endsAt: time('01:00') })
    expect(mayBeSameOccasion(late, entry({ startsAt: time('23:30'), endsAt: time('00:30') }))).toBe(true)
    expect(mayBeSameOccasion(one, one)).toBe(false)
  })
})

describe('time worked', () => {
  it('counts a half-day once however many entries touch it', () => {
    expect(
      workedTime([
        entry({ startsAt: time('9:00'), endsAt: time('10:00') }),
        entry({ startsAt: time('10:30'), endsAt: time('11:00') }),
        entry({ startsAt: time('13:00'), endsAt: time('14:00') }),
      ]),
    ).toEqual({ days: 1, halfDays: 2, minutes: 150 })
  })

  it('lets entries without a time add a half-day only to a day that has no other', () => {
    const untimed = entry({ startsAt: null, endsAt: null })
    expect(workedTime([untimed, untimed])).toEqual({ days: 1, halfDays: 1, minutes: 0 })
    expect(workedTime([untimed, entry()])).toEqual({ days: 1, halfDays: 1, minutes: 90 })
  })

  it('lets an entry over midnight belong to the day on which it began', () => {
    expect(workedTime([entry({ startsAt: time('22:00'), endsAt: time('01:00') })])).toEqual({
      days: 1,
      halfDays: 1,
      minutes: 180,
    })
  })
})

describe('the figures of a 年度', () => {
  const kinds = [
    { id: 'visit', heading: 'network', name: '訪問', unit: '件' },
    { id: 'found', heading: 'development', name: '把握', unit: '件' },
  ] as const

  it('go from April to March, under the three headings of the law in their order', () => {
    const figures = yearFigures(
      [
        entry({ actedOn: day('2026-03-31') }),
        entry({ actedOn: day('2026-04-01') }),
        entry({ actedOn: day('2026-12-31'), kindId: 'found', method: 'phone', areaName: '' }),
        // Over midnight of the last day: still this year's.
        entry({ actedOn: day('2027-03-31'), startsAt: time('23:00'), endsAt: time('01:00') }),
        entry({ actedOn: day('2027-04-01') }),
      ],
      kinds,
      2026,
    )
    expect(figures.total).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1])
    expect(figures.byKind.map(({ key, months }) => [key.name, upTo(months, 11)])).toEqual([
      ['把握', 1],
      ['訪問', 2],
    ])
    expect(figures.byHeading.map(({ key, months }) => [key, upTo(months, 11)])).toEqual([
      ['development', 1],
      ['network', 2],
      ['matching', 0],
      ['other', 0],
    ])
    expect(figures.byArea.map(({ key }) => key)).toEqual(['', '東部圏域'])
    expect(figures.byMethod.find(({ key }) => key === 'phone')?.months[8]).toBe(1)
    expect(figures.worked[11]).toEqual({ days: 1, halfDays: 1, minutes: 120 })
  })

  it('knows months and quarters by their place in the year', () => {
    expect(monthPlace(day('2026-04-30'))).toBe(0)
    expect(monthPlace(day('2027-03-01'))).toBe(11)
    expect(quarterPlaces(4)).toEqual([9, 10, 11])
    expect(sumOf([1, 2, 3, 4], [1, 2])).toBe(5)
    expect(fiscalYearSpan(2026)).toEqual({ from: '2026-04-01', to: '2027-03-31' })
  })

  it('add up the same by kind, heading, area, method and month, whatever is written', () => {
    const anyEntry = fc
      .record({
        month: fc.integer({ min: 0, max: 11 }),
        kind: fc.constantFrom('visit', 'found'),
        meeting: fc.constantFrom(null, 'm1', 'm2'),
        area: fc.constantFrom('', '東', '西'),
      })
      .map(({ month, kind, meeting, area }) =>
        entry({
          actedOn: day(month < 9 ? `2026-${String(month + 4)}-1` : `2027-${String(month - 8)}-1`),
          kindId: kind,
          meetingId: meeting,
          areaName: area,
        }),
      )
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 40 }), (entries) => {
        const figures = yearFigures(entries, kinds, 2026)
        const all = upTo(figures.total, 11)
        for (const rows of [figures.byKind, figures.byHeading, figures.byArea, figures.byMethod]) {
          expect(rows.reduce((sum, row) => sum + upTo(row.months, 11), 0)).toBe(all)
        }
      }),
    )
  })
})
