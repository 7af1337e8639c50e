import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTaxRate, parseTaxRate, withheldYen } from '#shared/domain/withholding.ts'
import { formatYen } from '#shared/domain/yen.ts'

describe('tax withheld', () => {
  it.each([
    [10_315, 3063, 315],
    [33_132, 10_210, 3382],
    [11_137, 10_210, 1137],
    [5000, 3063, 153],
    [1_000_000, 20_420, 204_200],
    // 0.29 × 100 is 28.999… in floats.
    [100, 29_000, 29],
    [0, 10_210, 0],
    [7000, 0, 0],
  ])('of %i yen at the rate %i is %i, fractions dropped', (amount, rate, tax) => {
    expect(withheldYen(amount, rate)).toBe(tax)
  })

  it('is never more than the share, and less than a yen below it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        (yen, rate) => {
          const short = BigInt(yen) * BigInt(rate) - BigInt(withheldYen(yen, rate)) * 100_000n
          expect(short >= 0n && short < 100_000n).toBe(true)
        },
      ),
    )
  })

  it('has a rate that is read and shown alike', () => {
    expect(['3.063', '10.21%', '１０．２１％', '0', '100'].map(parseTaxRate)).toEqual([
      3063, 10_210, 10_210, 0, 100_000,
    ])
    expect(['', '3.0631', '100.001', '-1', '三'].map(parseTaxRate)).toEqual([null, null, null, null, null])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (rate) => {
        expect(parseTaxRate(formatTaxRate(rate))).toBe(rate)
      }),
    )
    expect(formatTaxRate(10_210)).toBe('10.21％')
  })
})

describe('yen on paper', () => {
  it('have commas, and △ for minus', () => {
    expect([0, 1234, -33_132, 1_000_000].map(formatYen)).toEqual(['0', '1,234', '△33,132', '1,000,000'])
  })
})
