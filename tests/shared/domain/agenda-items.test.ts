import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isHeading, type OutlinedItem, placeForCarried, undecidedItems } from '#shared/domain/agenda-items.ts'
import { agendaKinds, agendaOutcomes } from '#shared/domain/meeting.ts'

const at = (
  level: 1 | 2 | 3,
  kind: OutlinedItem['kind'] = 'discussion',
  outcome: OutlinedItem['outcome'] = 'open',
): OutlinedItem => ({ level, kind, outcome })

const anyAgenda = fc.array(
  fc.record({
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    kind: fc.constantFrom(...agendaKinds),
    outcome: fc.constantFrom(...agendaOutcomes),
  }),
  { maxLength: 15 },
)

const usual = [
  at(1, 'opening'),
  at(1, 'report'),
  at(2, 'report'),
  at(1),
  at(2),
  at(2),
  at(3),
  at(1, 'closing'),
]

describe('a heading', () => {
  it('is what has something below it', () => {
    expect(usual.map((_item, position) => isHeading(usual, position))).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
      false,
      false,
    ])
    expect(isHeading([], 0)).toBe(false)
  })
})

describe('undecided items', () => {
  it('are open ones of 協議 that are no heading, in a flat agenda too', () => {
    expect(undecidedItems(usual)).toEqual([usual[4], usual[6]])
    const flat = [at(1, 'report'), at(1), at(1, 'discussion', 'decided'), at(1, 'other')]
    expect(undecidedItems(flat)).toEqual([flat[1]])
  })

  it('are none once each is decided, done or 継続', () => {
    for (const outcome of ['decided', 'done', 'continued'] as const)
      expect(undecidedItems(usual.map((item) => ({ ...item, outcome })))).toEqual([])
  })
})

describe('the place of a carried item', () => {
  it('is the end of the section of its kind', () => {
    expect(placeForCarried(usual, { kind: 'discussion', level: 2 })).toEqual({ behind: 6, level: 2 })
    expect(placeForCarried(usual, { kind: 'discussion', level: 3 })).toEqual({ behind: 6, level: 2 })
    expect(placeForCarried(usual, { kind: 'report', level: 2 })).toEqual({ behind: 2, level: 2 })
  })

  it('is behind the last of its kind where it was a section itself', () => {
    const flat = [at(1, 'opening'), at(1), at(1), at(1, 'other'), at(1, 'closing')]
    expect(placeForCarried(flat, { kind: 'discussion', level: 1 })).toEqual({ behind: 2, level: 1 })
  })

  it('is a section of its own before 閉会 where there is none of its kind', () => {
    expect(placeForCarried(usual, { kind: 'exchange', level: 2 })).toEqual({ behind: 6, level: 1 })
    expect(placeForCarried([at(1, 'report')], { kind: 'exchange', level: 2 })).toEqual({
      behind: 0,
      level: 1,
    })
    expect(placeForCarried([], { kind: 'discussion', level: 2 })).toEqual({ behind: -1, level: 1 })
    expect(placeForCarried([at(1, 'closing')], { kind: 'discussion', level: 2 })).toEqual({
      behind: -1,
      level: 1,
    })
  })

  it('never stands behind 閉会 unless it is of it, nor takes the items of another section', () => {
    fc.assert(
      fc.property(
        anyAgenda,
        fc.constantFrom(...agendaKinds),
        fc.constantFrom(1 as const, 2 as const, 3 as const),
        (agenda, kind, level) => {
          const place = placeForCarried(agenda, { kind, level })
          expect(place.behind).toBeGreaterThanOrEqual(-1)
          expect(place.behind).toBeLessThan(Math.max(agenda.length, 1))
          if (place.level === 2) {
            const section = agenda.slice(0, place.behind + 1).findLast((item) => item.level === 1)
            expect(section?.kind).toBe(kind)
            // Whatever comes next begins a section, so nothing slips below the carried item.
            expect(agenda[place.behind + 1]?.level ?? 1).toBe(1)
          }
        },
      ),
      { seed: 4, numRuns: 300 },
    )
  })
})
