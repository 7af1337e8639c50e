import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calendarDate,
  clockTime,
  fiscalYear,
  id,
  lineText,
  longText,
  requiredLine,
  requiredLongText,
} from '#shared/contract/fields.ts'
import { fiscalYearOf, isCalendarDate } from '#shared/domain/calendar-date.ts'

const takes = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success

describe('texts', () => {
  it('are kept to the character: nothing is trimmed, composed or widened', () => {
    for (const text of [
      '　髙﨑　',
      '葛\u{E0100}城',
      '神',
      'か\u3099',
      'ﾊﾝｶｸ',
      '=1+1',
      '<b>',
      '\t',
      '😀',
      '',
    ]) {
      expect(lineText.parse(text)).toBe(text)
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (text) => {
        const result = longText.safeParse(text)
        if (result.success) expect(result.data).toBe(text)
      }),
      { seed: 1 },
    )
  })

  it.each([
    '\u0000',
    '\u0007',
    '\u001b',
    '\u007f',
    '\u0085',
    '\ufffe',
    '\uffff',
    '\ud800',
    '\udc00あ',
    '\u{1fffe}',
  ])('are refused with %j, which neither paper nor XML can carry', (character) => {
    for (const schema of [lineText, longText, requiredLine, requiredLongText])
      expect(takes(schema, `あ${character}い`)).toBe(false)
  })

  it('of one line have no line break; of several they may', () => {
    for (const text of ['a\nb', 'a\r\nb', 'a\rb']) {
      expect([takes(lineText, text), takes(longText, text)]).toEqual([false, true])
    }
  })

  it('that must be there are more than blanks', () => {
    for (const blank of ['', ' ', '　', '\t 　'])
      expect([takes(requiredLine, blank), takes(requiredLongText, blank), takes(lineText, blank)]).toEqual([
        false,
        false,
        true,
      ])
  })

  it('have an end', () => {
    expect([takes(lineText, 'あ'.repeat(300)), takes(lineText, 'あ'.repeat(301))]).toEqual([true, false])
    expect([takes(longText, 'あ'.repeat(20_000)), takes(longText, 'あ'.repeat(20_001))]).toEqual([
      true,
      false,
    ])
  })
})

describe('days, times and ids', () => {
  it('are days that there are, within the years that an office can mean', () => {
    for (const good of ['1900-04-01', '2024-02-29', '2026-12-31', '2201-03-31'])
      expect(takes(calendarDate, good)).toBe(true)
    for (const wrong of [
      '2026-02-29',
      '2026-02-30',
      '2026-13-01',
      '2026-1-1',
      '令和8年2月30日',
      '1900-03-31',
      '2201-04-01',
      20260917,
      null,
    ])
      expect(takes(calendarDate, wrong)).toBe(false)
  })

  it('let in no day whose 年度 the data cannot hold', () => {
    const anyDay = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(anyDay, (text) => {
        if (takes(calendarDate, text))
          expect(isCalendarDate(text) && takes(fiscalYear, fiscalYearOf(text))).toBe(true)
      }),
      { seed: 2, numRuns: 500 },
    )
  })

  it('are times of one day, and ids of 26 signs without i, l, o, u', () => {
    expect([takes(clockTime, '00:00'), takes(clockTime, '23:59')]).toEqual([true, true])
    for (const wrong of ['24:00', '9:30', '09:60', '0930', 930]) expect(takes(clockTime, wrong)).toBe(false)
    expect(takes(id(), '01m2pt1va08szdze3hxgfd3777')).toBe(true)
    for (const wrong of [
      '',
      '01M2PT1VA08SZDZE3HXGFD3777',
      '01m2pt1va08szdze3hxgfd377',
      '01m2pt1va08szdze3hxgfd377u',
      "' OR 1=1 --",
      1,
    ])
      expect(takes(id(), wrong)).toBe(false)
  })
})
