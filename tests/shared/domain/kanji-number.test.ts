import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatKanjiNumber, parseKanjiNumber } from '#shared/domain/kanji-number.ts'

describe('漢数字', () => {
  it.each<[number, string]>([
    [0, '〇'],
    [1, '一'],
    [10, '十'],
    [23, '二十三'],
    [108, '百八'],
    [1111, '千百十一'],
    [2026, '二千二十六'],
    [10_000, '一万'],
    [12_000, '一万二千'],
    [1_200_000, '百二十万'],
    [100_000_000, '一億'],
    [-500, '△五百'],
    [1.5, '1.5'],
  ])('%s is written %s', (value, text) => {
    expect(formatKanjiNumber(value)).toBe(text)
  })

  it('are read back, with units or as digits in a row', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_999_999_999_999 }), (value) => {
        expect(parseKanjiNumber(formatKanjiNumber(value))).toBe(value)
      }),
    )
    expect(parseKanjiNumber('二〇二六')).toBe(2026)
    for (const text of ['', '十人', '一二十', '12']) expect(parseKanjiNumber(text), text).toBeNull()
  })
})
