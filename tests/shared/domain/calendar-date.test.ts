import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  type CalendarDate,
  compareDates,
  daysBetween,
  eraParts,
  fiscalYearName,
  fiscalYearOf,
  formatMonthDay,
  formatWareki,
  fromExcelSerial,
  isCalendarDate,
  makeCalendarDate,
  parseCalendarDate,
  toExcelSerial,
} from '#shared/domain/calendar-date.ts'

function day(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(`no day: ${text}`)
  return text
}

const millisecondsOfDay = 86_400_000
/** Days of the years 1873–2999, since when Japan counts as the Gregorian calendar does. */
const someDay = fc
  .integer({ min: Date.UTC(1873, 0, 1) / millisecondsOfDay, max: Date.UTC(2999, 11, 31) / millisecondsOfDay })
  .map((days) => day(new Date(days * millisecondsOfDay).toISOString().slice(0, 10)))

describe('reading a date', () => {
  it.each([
    ['R8.11.23', '2026-11-23'],
    ['R08.04.01', '2026-04-01'],
    ['r8-4-1', '2026-04-01'],
    ['R8/4/1', '2026-04-01'],
    ['R080401', '2026-04-01'],
    ['Ｒ８．１１．２３', '2026-11-23'],
    ['令和8年11月23日', '2026-11-23'],
    ['令和８年１１月２３日（月）', '2026-11-23'],
    ['令和　8年　4月　1日', '2026-04-01'],
    ['令和 8 年 11 月 23 日 (月・祝)', '2026-11-23'],
    ['令和8年11月23日月曜日', '2026-11-23'],
    ['㋿8年4月1日', '2026-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和八年四月一日', '2026-04-01'],
    ['令和八年十一月二十三日', '2026-11-23'],
    ['昭和二十四年五月十日', '1949-05-10'],
    ['二〇二六年十月三十日', '2026-10-30'],
    ['2026/11/23', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['２０２６ー１１ー２３', '2026-11-23'],
    ['2026.4.1', '2026-04-01'],
    ['2026年4月1日', '2026-04-01'],
    ['20261123', '2026-11-23'],
    ['2026 4 1', '2026-04-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['H元年1月8日', '1989-01-08'],
    ['H30.4.1', '2018-04-01'],
    ['S24.5.11', '1949-05-11'],
    ['昭和64年1月7日', '1989-01-07'],
    ['S1.12.25', '1926-12-25'],
    ['大正15年12月25日', '1926-12-25'],
    ['T1.7.30', '1912-07-30'],
    ['明治45年7月30日', '1912-07-30'],
    ['M33.1.1', '1900-01-01'],
    ['R8.2.28', '2026-02-28'],
    ['R6.2.29', '2024-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(parseCalendarDate(text)).toEqual({ ok: true, date: expected })
  })

  it.each([
    ['８年１１月２３日', '2026-11-23'],
    ['8.11.23', '2026-11-23'],
    ['８年４月１日', '2026-04-01'],
    ['11/23', '2026-11-23'],
    ['9月30日', '2026-09-30'],
    ['9/17(木)', '2026-09-17'],
    ['3月31日', '2027-03-31'],
    ['１月６日（水）', '2027-01-06'],
  ])('%s in 令和8年度 is %s', (text, expected) => {
    expect(parseCalendarDate(text, { fiscalYear: 2026 })).toEqual({ ok: true, date: expected })
  })

  it.each([
    ['1/6', '2026-12-20', '2027-01-06'],
    ['12/26', '2027-01-10', '2026-12-26'],
    ['30年4月1日', '2015-01-01', '2018-04-01'],
    ['2/29', '2024-06-01', '2024-02-29'],
  ])('%s near %s is %s', (text, near, expected) => {
    expect(parseCalendarDate(text, { near: day(near) })).toEqual({ ok: true, date: expected })
  })

  it.each([
    '令和8年2月30日',
    'R8.4.31',
    '2026/13/1',
    'R8.0.1',
    '平成35年3月31日',
    '令和元年4月30日',
    'H31.5.1',
    'S64.1.8',
    'R0.4.1',
    '2025-02-29',
    '00000101',
  ])('%s is no day of the calendar', (text) => {
    expect(parseCalendarDate(text)).toEqual({ ok: false, reason: 'no-such-day' })
  })

  it.each([
    '在職期間',
    'R8.4',
    '令和8年',
    '11/23',
    '8年11月23日',
    '〃',
    'K8.4.1',
    '2026',
    '000-221-0101',
    '2026/11/23/1',
  ])('%s alone is not a date', (text) => {
    expect(parseCalendarDate(text)).toEqual({ ok: false, reason: 'not-a-date' })
  })

  it.each(['', ' ', '　', '\n'])('blank %j is empty', (text) => {
    expect(parseCalendarDate(text)).toEqual({ ok: false, reason: 'empty' })
  })

  it('reads every date back from each way of writing it', () => {
    const thisAge = someDay.filter((date) => date < '2100-01-01')
    fc.assert(
      fc.property(thisAge, fc.constantFrom('long', 'short', 'long-with-weekday', 'kanji'), (date, style) => {
        expect(parseCalendarDate(formatWareki(date, style))).toEqual({ ok: true, date })
      }),
    )
  })

  it('never throws, and never yields anything but a day that exists', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'令和平成元年月日RHS.-/0123456789十一二（）月 ') }),
        (text) => {
          const reading = parseCalendarDate(text, { fiscalYear: 2026 })
          if (reading.ok) expect(isCalendarDate(reading.date)).toBe(true)
        },
      ),
    )
  })
})

describe('writing a date', () => {
  it.each([
    ['2026-11-23', 'long', '令和8年11月23日'],
    ['2026-11-23', 'short', 'R8.11.23'],
    ['2026-11-23', 'long-with-weekday', '令和8年11月23日（月）'],
    ['2026-11-23', 'kanji', '令和八年十一月二十三日'],
    ['2019-05-01', 'long', '令和元年5月1日'],
    ['2019-05-01', 'short', 'R1.5.1'],
    ['2019-05-01', 'kanji', '令和元年五月一日'],
    ['2019-04-30', 'long', '平成31年4月30日'],
    ['1989-01-07', 'long', '昭和64年1月7日'],
    ['1950-10-20', 'kanji', '昭和二十五年十月二十日'],
    ['1850-01-02', 'long', '1850年1月2日'],
  ] as const)('%s, %s: %s', (date, style, expected) => {
    expect(formatWareki(day(date), style)).toBe(expected)
  })

  it('writes the day of the week beside month and day', () => {
    expect(formatMonthDay(day('2026-11-23'))).toBe('11月23日（月）')
  })

  it('agrees with the Japanese calendar of Intl on era, year and weekday', () => {
    const intl = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
      era: 'long',
      year: 'numeric',
      weekday: 'short',
      timeZone: 'UTC',
    })
    fc.assert(
      fc.property(someDay, (date) => {
        const parts = intl.formatToParts(new Date(`${date}T00:00:00Z`))
        const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? ''
        const ours = eraParts(date)
        expect([ours.era, String(ours.year), ours.weekday]).toEqual([
          part('era'),
          part('year').replace('元', '1'),
          part('weekday'),
        ])
      }),
      { numRuns: 500 },
    )
  })
})

describe('年度', () => {
  it.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2027-03-31', 2026],
  ])('%s lies in %i', (date, expected) => {
    expect(fiscalYearOf(day(date))).toBe(expected)
  })

  it.each([
    [2026, '令和8年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
    [1989, '平成元年度'],
    [1988, '昭和63年度'],
  ])('%i is %s', (year, expected) => {
    expect(fiscalYearName(year)).toBe(expected)
  })
})

describe('arithmetic', () => {
  it('moves by days as UTC does', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const expected = new Date(Date.parse(`${date}T00:00:00Z`) + days * millisecondsOfDay)
        expect(addDays(date, days)).toBe(expected.toISOString().slice(0, 10))
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  it('orders dates', () => {
    const dates = [day('2026-04-01'), day('2025-12-31'), day('2026-03-31')].sort(compareDates)
    expect(dates).toEqual(['2025-12-31', '2026-03-31', '2026-04-01'])
  })

  it('makes no day that does not exist', () => {
    expect(makeCalendarDate(2026, 2, 29)).toBeNull()
    expect(makeCalendarDate(2024, 2, 29)).toBe('2024-02-29')
    expect(makeCalendarDate(2026, 4, 1.5)).toBeNull()
    expect(isCalendarDate('2026-4-1')).toBe(false)
  })
})

describe('serial numbers of Excel', () => {
  it.each([
    [46113, false, '2026-04-01'],
    [46113.75, false, '2026-04-01'],
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [0, false, null],
    [0, true, '1904-01-01'],
    [44651, true, '2026-04-01'],
    [2958465, false, '9999-12-31'],
    [2958466, false, null],
    [Number.NaN, false, null],
  ])('%d (1904: %s) is %s', (serial, date1904, expected) => {
    expect(fromExcelSerial(serial, date1904)).toBe(expected)
  })

  it('go there and back', () => {
    fc.assert(
      fc.property(someDay, fc.boolean(), (date, date1904) => {
        const serial = toExcelSerial(date, date1904)
        if (serial !== null) expect(fromExcelSerial(serial, date1904)).toBe(date)
        else expect(date < '1904-01-01').toBe(true)
      }),
    )
  })
})
