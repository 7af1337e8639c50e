import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, daysBetween, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import {
  endsBeforeItBegins,
  lastDayBefore,
  proposedWish,
  restOfCouncilTerm,
  restOfTerm,
  seatState,
  type Term,
  termNumber,
  termOfNumber,
  termsOverlap,
  vacanciesOf,
  wholeTerm,
} from '#shared/domain/membership-terms.ts'

function day(text: string): CalendarDate {
  const [year, month, date] = text.split('-').map(Number)
  const made = makeCalendarDate(year ?? 0, month ?? 0, date ?? 0)
  if (made === null) throw new Error(text)
  return made
}

const start = day('2000-01-01')
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(start, days))
const end = fc.option(anyDay, { nil: null })
const anyTerm: fc.Arbitrary<Term> = fc
  .record({ from: end, to: end })
  .filter((term) => !endsBeforeItBegins(term))
const contains = (term: Term, on: CalendarDate): boolean =>
  (term.from === null || term.from <= on) && (term.to === null || on <= term.to)

describe('terms', () => {
  it.each([
    ['2026-04-01', 2, '2028-03-31'],
    ['2026-12-15', 2, '2028-12-14'],
    ['2024-02-29', 1, '2025-02-27'],
    ['2025-04-01', 3, '2028-03-31'],
  ])('from %s for %i years ends on %s', (from, years, to) => {
    expect(wholeTerm(day(from), years)).toEqual({ from, to })
  })

  it('follow one another without a gap and without a day in two', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 8 }),
        (first, years, n) => {
          const rule = { firstTermOn: first, termYears: years }
          const one = termOfNumber(rule, n)
          const next = termOfNumber(rule, n + 1)
          expect(addDays(one.to, 1)).toBe(next.from)
          expect(termsOverlap(one, next)).toBe(false)
          expect(termNumber(rule, one.from)).toBe(n)
          expect(termNumber(rule, one.to)).toBe(n)
          expect(daysBetween(one.from, one.to) + 1).toBeGreaterThanOrEqual(365 * years)
        },
      ),
    )
  })

  it.each([
    ['2026-03-31', null],
    ['2026-04-01', 1],
    ['2028-03-31', 1],
    ['2028-04-01', 2],
    ['2031-05-20', 3],
  ])('%s lies in term %s of a council begun in 2026', (on, number) => {
    expect(termNumber({ firstTermOn: day('2026-04-01'), termYears: 2 }, day(on))).toBe(number)
  })

  it('overlap just where a day lies in both', () => {
    fc.assert(
      fc.property(anyTerm, anyTerm, (first, second) => {
        // If they share any day they share one of their ends, or are both endless.
        const ends = [first.from, first.to, second.from, second.to].filter((each) => each !== null)
        const shared = ends.some((on) => contains(first, on) && contains(second, on)) || ends.length === 0
        expect(termsOverlap(first, second)).toBe(shared)
        expect(termsOverlap(second, first)).toBe(shared)
      }),
    )
  })

  it('give who joins within 第n期 the rest of it', () => {
    const rule = { firstTermOn: day('2024-04-01'), termYears: 2 }
    expect(restOfCouncilTerm(rule, day('2026-12-15'))).toEqual({ from: '2026-12-15', to: '2028-03-31' })
    expect(restOfCouncilTerm(rule, day('2024-03-31'))).toBeNull()
    expect(restOfCouncilTerm({ ...rule, firstTermOn: null }, day('2026-12-15'))).toBeNull()
  })

  it('give a successor the rest of the term, never more, and nothing of one that is over', () => {
    fc.assert(
      fc.property(anyTerm, anyDay, (predecessor, from) => {
        const rest = restOfTerm(predecessor, from)
        if (rest === null) expect(predecessor.to === null || predecessor.to < from).toBe(true)
        else {
          expect(rest).toEqual({ from, to: predecessor.to })
          expect(endsBeforeItBegins(rest)).toBe(false)
        }
      }),
    )
  })
})

describe('a seat', () => {
  it.each([
    ['2026-12-31', false, 'filled'],
    ['2026-12-17', false, 'ending'],
    ['2026-09-17', false, 'ending'],
    ['2026-09-16', false, 'carried-over'],
    [null, true, 'by-post'],
    [null, false, 'filled'],
  ] as const)('whose term ends on %s is %s on 17 September, by post: %s', (termTo, exOfficio, state) => {
    const seat = { termTo: termTo === null ? null : day(termTo), exOfficio }
    expect(seatState(seat, day('2026-09-17'), 3)).toBe(state)
  })

  it('goes on after its last day, ends soon before it and is filled until then, and never goes back', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(1, 3, 12),
        (to, on, days, within) => {
          const order = ['filled', 'ending', 'carried-over']
          const at = (date: CalendarDate): number =>
            order.indexOf(seatState({ termTo: to, exOfficio: false }, date, within))
          expect(at(on) === 2).toBe(to < on)
          expect(at(addDays(on, days))).toBeGreaterThanOrEqual(at(on))
          // Who looks further ahead sees no fewer ends.
          const wider = order.indexOf(seatState({ termTo: to, exOfficio: false }, on, within + 1))
          expect(wider).toBeGreaterThanOrEqual(at(on))
        },
      ),
    )
  })

  it('that is renewed in April lies between terms that neither overlap nor leave a day out', () => {
    fc.assert(
      fc.property(anyTerm, anyDay, fc.integer({ min: 1, max: 4 }), (term, april, years) => {
        const { on, runsOn } = lastDayBefore(term, april)
        const next = wholeTerm(april, years)
        expect(addDays(on, 1)).toBe(next.from)
        expect(termsOverlap({ from: null, to: on }, next)).toBe(false)
        expect(runsOn).toBe(
          term.to !== null && termsOverlap({ from: april, to: null }, { from: null, to: term.to }),
        )
      }),
    )
  })

  it('is proposed to go on in April where its term has run out, and left alone where it has not', () => {
    const april = day('2028-04-01')
    expect(proposedWish({ termTo: day('2028-03-31') }, april)).toBe('renew')
    expect(proposedWish({ termTo: day('2027-03-31') }, april)).toBe('renew')
    expect(proposedWish({ termTo: day('2029-03-31') }, april)).toBe('keep')
    expect(proposedWish({ termTo: null }, april)).toBe('keep')
    expect(lastDayBefore({ from: null, to: day('2029-03-31') }, april)).toEqual({
      on: '2028-03-31',
      runsOn: true,
    })
  })
})

describe('vacancies', () => {
  const rules = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('第1号', '第2号', '第3号', '第4号'),
      seats: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    }),
    { selector: (rule) => rule.name },
  )
  const held = fc.array(fc.record({ category: fc.constantFrom('第1号', '第2号', '第3号', '公募', '') }), {
    maxLength: 20,
  })

  it('count each seat once, and never both lack and exceed', () => {
    fc.assert(
      fc.property(rules, held, (categories, seats) => {
        const all = vacanciesOf(categories, seats)
        expect(all.reduce((sum, each) => sum + each.filled, 0)).toBe(seats.length)
        for (const each of all) {
          expect(each.vacant === 0 || each.beyond === 0).toBe(true)
          if (each.seats !== null) expect(each.filled + each.vacant - each.beyond).toBe(each.seats)
        }
      }),
    )
  })

  it('stand in the order of the rules, with what only the seats know behind', () => {
    expect(
      vacanciesOf(
        [
          { name: '第1号', seats: 3 },
          { name: '第2号', seats: 1 },
        ],
        [{ category: '第2号' }, { category: '公募' }, { category: '第2号' }],
      ).map(({ name, vacant, beyond }) => [name, vacant, beyond]),
    ).toEqual([
      ['第1号', 3, 0],
      ['第2号', 0, 1],
      ['公募', 0, 0],
    ])
  })
})
