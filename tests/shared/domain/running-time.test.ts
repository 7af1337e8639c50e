import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClockTime, makeClockTime } from '#shared/domain/clock-time.ts'
import { runAgenda } from '#shared/domain/running-time.ts'

function at(hour: number, minute: number): ClockTime {
  const made = makeClockTime(hour, minute)
  if (made === null) throw new Error('no such time')
  return made
}

describe('the running clock of an agenda', () => {
  it('lets each item begin where the one before it ends', () => {
    const run = runAgenda(
      [5, null, 10, 30].map((plannedMinutes) => ({ plannedMinutes })),
      at(13, 30),
      at(15, 30),
    )
    expect(run.items.map(({ from, to }) => [from, to])).toEqual([
      ['13:30', '13:35'],
      ['13:35', null],
      ['13:35', '13:45'],
      ['13:45', '14:15'],
    ])
    expect(run).toMatchObject({ total: 45, endsAt: '14:15', spare: 75, untimed: 1 })
  })

  it('marks the items that would run past the end, and says by how much', () => {
    const run = runAgenda(
      [60, 45, 30].map((plannedMinutes) => ({ plannedMinutes })),
      at(13, 30),
      at(15, 15),
    )
    expect(run.items.map((item) => item.over)).toEqual([false, false, true])
    expect(run.spare).toBe(-30)
  })

  it('is over even where the clock has gone round midnight', () => {
    const run = runAgenda([{ plannedMinutes: 600 }], at(18, 0), at(20, 0))
    expect(run.endsAt).toBe('04:00')
    expect(run.items[0]?.over).toBe(true)
  })

  it('knows no spare time where no end is planned', () => {
    const run = runAgenda([{ plannedMinutes: 600 }], at(13, 30), null)
    expect(run.spare).toBeNull()
    expect(run.items[0]?.over).toBe(false)
  })

  it('adds up to the total whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 600 }))), (minutes) => {
        const timed = minutes.map((plannedMinutes) => ({ plannedMinutes }))
        const sum = minutes.reduce<number>((before, each) => before + (each ?? 0), 0)
        expect(runAgenda(timed, at(9, 0), null).total).toBe(sum)
        expect(runAgenda(timed.toReversed(), at(9, 0), null).total).toBe(sum)
      }),
    )
  })
})
