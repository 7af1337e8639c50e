import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allowanceOf,
  type AllowanceRule,
  type AttendedLine,
  attendedMinutes,
  hasRefused,
  ruleOn,
  sumPayment,
} from '#shared/domain/allowance.ts'
import { makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { makeClockTime } from '#shared/domain/clock-time.ts'

function day(year: number, month: number, date: number) {
  const made = makeCalendarDate(year, month, date)
  if (made === null) throw new Error('no such day')
  return made
}
function time(hour: number, minute: number) {
  const made = makeClockTime(hour, minute)
  if (made === null) throw new Error('no such time')
  return made
}

const rule: AllowanceRule = {
  role: 'member',
  validFrom: day(2026, 4, 1),
  validTo: null,
  amount: 6000,
  halfAmount: 3000,
  halfMinutes: 60,
  travel: 500,
  paysOnline: true,
  paysProxy: false,
  paysWritten: false,
  taxName: '報酬',
  taxRate: 10_210,
  taxesTravel: false,
}
const meeting = { startsAt: time(13, 30), endsAt: time(15, 30) }
const there: AttendedLine = {
  presence: 'present',
  written: false,
  late: false,
  arrivedAt: null,
  leftEarly: false,
  leftAt: null,
}

describe('the rule of a day', () => {
  const later = { ...rule, validFrom: day(2026, 10, 1), amount: 7000 }
  const chair = { ...rule, role: 'chair' as const, amount: 9000 }

  it.each([
    [day(2026, 3, 31), null],
    [day(2026, 4, 1), 6000],
    [day(2026, 9, 30), 6000],
    [day(2026, 10, 1), 7000],
    [day(2027, 3, 31), 7000],
  ])('on %s pays %s: changed in mid-year it applies from its day', (on, amount) => {
    expect(ruleOn([later, chair, rule], 'member', on)?.amount ?? null).toBe(amount)
  })

  it('does not outlive its last day', () => {
    expect(ruleOn([{ ...rule, validTo: day(2026, 9, 30) }], 'member', day(2026, 10, 1))).toBeNull()
  })
})

describe('one attendance', () => {
  it.each<[string, Partial<AttendedLine>, unknown]>([
    ['present', {}, { paid: true, base: 6000, travel: 500, half: false }],
    [
      'half a day',
      { leftEarly: true, leftAt: time(14, 30) },
      { paid: true, base: 3000, travel: 500, half: true },
    ],
    [
      'late, half',
      { late: true, arrivedAt: time(14, 31) },
      { paid: true, base: 3000, travel: 500, half: true },
    ],
    [
      'left early at a time nobody wrote',
      { leftEarly: true },
      { paid: true, base: 6000, travel: 500, half: false },
    ],
    ['online', { presence: 'online' }, { paid: true, base: 6000, travel: 0, half: false }],
    ['proxied', { presence: 'proxy' }, { paid: false, reason: 'proxy' }],
    ['absent', { presence: 'absent' }, { paid: false, reason: 'absent' }],
    ['written', { presence: 'absent', written: true }, { paid: false, reason: 'written' }],
    ['unmarked', { presence: 'unmarked' }, { paid: false, reason: 'unmarked' }],
  ])('%s', (_what, line, expected) => {
    expect(allowanceOf(rule, meeting, { ...there, ...line })).toEqual(expected)
  })

  it('pays travel of a person of her own, and nothing without a rule', () => {
    expect(allowanceOf(rule, meeting, there, 1200)).toMatchObject({ travel: 1200 })
    expect(allowanceOf(null, meeting, there)).toEqual({ paid: false, reason: 'no-rule' })
    expect(
      allowanceOf({ ...rule, paysWritten: true }, meeting, { ...there, presence: 'absent', written: true }),
    ).toEqual({ paid: true, base: 6000, travel: 0, half: false })
  })

  it('counts the minutes within the meeting', () => {
    expect(attendedMinutes(meeting, there)).toBe(120)
    expect(attendedMinutes(meeting, { ...there, late: true, arrivedAt: time(13, 0) })).toBe(120)
    expect(attendedMinutes({ ...meeting, endsAt: null }, there)).toBeNull()
  })

  it('is refused from the day of refusal on', () => {
    expect(hasRefused({ refusedOn: day(2026, 9, 1) }, day(2026, 8, 31))).toBe(false)
    expect(hasRefused({ refusedOn: day(2026, 9, 1) }, day(2026, 9, 1))).toBe(true)
    expect(hasRefused({ refusedOn: null }, day(2026, 9, 1))).toBe(false)
  })
})

describe('one payment', () => {
  it('takes the tax once, of what is taxed of its lines together', () => {
    const line = { base: 16_566, travel: 500, taxRate: 10_210, taxesTravel: false }
    // Twice 16,566: of each alone 1,691, of both together 3,382.
    expect(sumPayment([line, line])).toEqual({
      base: 33_132,
      travel: 1000,
      gross: 34_132,
      taxable: 33_132,
      tax: 3382,
      net: 30_750,
    })
    expect(sumPayment([{ ...line, taxesTravel: true }]).taxable).toBe(17_066)
    expect(sumPayment([])).toMatchObject({ gross: 0, tax: 0, net: 0 })
  })

  it('always comes out even: net and tax are the whole', () => {
    const yen = fc.integer({ min: 0, max: 200_000 })
    const lines = fc
      .integer({ min: 0, max: 100_000 })
      .chain((taxRate) =>
        fc.array(
          fc.record({ base: yen, travel: yen, taxesTravel: fc.boolean(), taxRate: fc.constant(taxRate) }),
        ),
      )
    fc.assert(
      fc.property(lines, (some) => {
        const sum = sumPayment(some)
        expect(sum.net + sum.tax).toBe(sum.gross)
        expect(sum.tax).toBeLessThanOrEqual(sum.taxable)
        expect(sum.net).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
