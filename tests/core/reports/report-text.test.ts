import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutByLines, lineCount, printableText, widthEm } from '#core/reports/report-text.ts'

describe('printableText', () => {
  it('leaves out what no paper shows and keeps every character of a name', () => {
    expect(printableText('a\u0000b\u0008c\u001bd\u0085e\ud800f\ufffeg')).toBe('abcdefg')
    expect(printableText('１行目\r\n２行目\rつぎ\tタブ')).toBe('１行目\n２行目\nつぎ\tタブ')
    expect(printableText('葛󠄀城 𠮷田 髙﨑 👨‍👩‍👧 שלום')).toBe('葛󠄀城 𠮷田 髙﨑 👨‍👩‍👧 שלום')
  })
})

describe('widthEm', () => {
  it('counts as the fixed-width fonts set: half width a half, marks that add nothing nothing', () => {
    expect(widthEm('会議A1')).toBe(3)
    expect(widthEm('ｶﾞ')).toBe(1)
    expect(widthEm('葛󠄀城')).toBe(2)
    expect(widthEm('𠮷')).toBe(1)
    expect(widthEm('①～（')).toBe(3)
  })
})

describe('cutByLines', () => {
  it('loses no character and makes no piece taller than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('会', 'a', '\n', '𠮷', '。', '\u{e0100}'), maxLength: 300 }),
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 10 }),
        (text, columnEm, mostLines) => {
          const pieces = cutByLines(text, columnEm, mostLines)
          expect(pieces.join('')).toBe(text)
          for (const piece of pieces) expect(lineCount(piece, columnEm)).toBeLessThanOrEqual(mostLines + 1)
        },
      ),
    )
  })
})
