import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, csvText } from '#shared/domain/csv-text.ts'

describe('CSV for Excel', () => {
  it('begins with its mark, and ends each row as on Windows', () => {
    expect(
      csvText([
        ['氏名', '電話'],
        ['髙橋', ''],
      ]),
    ).toBe('\ufeff氏名,電話\r\n髙橋,\r\n')
  })

  it.each([
    ['=1+1', "'=1+1"],
    [' =1', "' =1"],
    ['　＝1', "'　＝1"],
    ['-5', "'-5"],
    ['@x', "'@x"],
    ['\t=x', "'\t=x"],
    ['a"b', '"a""b"'],
    ['一\n二', '"一\n二"'],
    ['令和8年', '令和8年'],
  ])('writes %j as %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell)
  })

  it('never begins a cell with what Excel computes, and keeps every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const cell = csvCell(text)
        const plain = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
        expect(plain).not.toMatch(/^[\s　]*[=+\-@]/)
        expect(plain.endsWith(text)).toBe(true)
      }),
    )
  })
})
