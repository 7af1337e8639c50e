import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ledgerSides, ledgerTotals } from '#shared/domain/ledger.ts'
import { proposalState } from '#shared/domain/proposal.ts'
import { makeCalendarDate } from '#shared/domain/calendar-date.ts'

describe('the sums of a year', () => {
  it('are those of a table made by hand', () => {
    expect(
      ledgerTotals([
        { side: 'income', budget: 500_000, actual: 500_000 },
        { side: 'income', budget: 20_000, actual: 15_300 },
        { side: 'expense', budget: 400_000, actual: 385_200 },
        { side: 'expense', budget: 120_000, actual: 98_765 },
      ]),
    ).toEqual({
      income: { budget: 520_000, actual: 515_300, difference: -4700 },
      expense: { budget: 520_000, actual: 483_965, difference: -36_035 },
      balance: { budget: 0, actual: 31_335, difference: 31_335 },
    })
  })

  it('foot across: the differences of the rows are the difference of the sums', () => {
    const item = fc.record({
      side: fc.constantFrom(...ledgerSides),
      budget: fc.integer({ min: -1_000_000, max: 100_000_000 }),
      actual: fc.integer({ min: -1_000_000, max: 100_000_000 }),
    })
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const { income, expense, balance } = ledgerTotals(items)
        const rows = items.reduce(
          (sum, { side, budget, actual }) => sum + (side === 'income' ? 1 : -1) * (actual - budget),
          0,
        )
        expect(balance.difference).toBe(rows)
        expect(balance.actual - balance.budget).toBe(balance.difference)
        expect(income.difference - expense.difference).toBe(balance.difference)
      }),
    )
  })
})

describe('how far a proposal has come', () => {
  const on = makeCalendarDate(2026, 9, 1)
  it.each([
    [null, null, null, 'draft'],
    [on, null, null, 'waiting'],
    [on, on, null, 'following'],
    [on, on, on, 'closed'],
    [null, null, on, 'closed'],
  ] as const)('follows from its days', (handedOn, answeredOn, closedOn, state) => {
    expect(proposalState({ handedOn, answeredOn, closedOn })).toBe(state)
  })
})
