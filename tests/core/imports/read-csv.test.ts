import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCsv, parseCsv, readCsv } from '#core/imports/read-csv.ts'
import { fixtureBytes } from './roster-fixtures.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the groups in CP932', () => {
  const sheet = readCsv(fixtureBytes('meibo-sjis.csv'), '団体').sheets[0]
  const row = (number: number): readonly string[] =>
    sheet?.rows.find((each) => each.row === number)?.cells.map((cell) => cell.text) ?? []

  it('holds a heading and 120 groups, the empty lines at the end left out', () => {
    expect(sheet?.rows).toHaveLength(121)
    expect(row(1).slice(0, 3)).toEqual(['団体コード', '団体名', '団体名カナ'])
    expect(row(1)).toHaveLength(20)
  })

  it('keeps leading zeros, line breaks and doubled quotes', () => {
    expect(row(2)[0]).toBe('00001')
    expect(row(3)).toContain('ゴミ出し・電球交換等の困りごと支援\n　1回200円\n※要予約')
    expect(row(6)).toContain('"ちょこっと"手伝い、草取り')
  })

  it('reads the characters of NEC and IBM and those that end in a backslash', () => {
    const all = sheet?.rows.flatMap((each) => each.cells.map((cell) => cell.text)).join('\n') ?? ''
    for (const word of ['㈱あおばケアサービス', '㈲ソレイユ表具店', '①小学生②中学生', '髙橋', '山﨑', '字表'])
      expect(all).toContain(word)
    expect(all).not.toContain('\ufffd')
  })

  it('goes on after the line that is too short', () => {
    const short = sheet?.rows.filter((each) => each.cells.every((cell) => cell.column <= 16)) ?? []
    expect(short.map((each) => each.cells[0]?.text)).toContain('00044')
  })
})

describe('any CSV', () => {
  it('is read in the encoding it has', () => {
    expect(decodeCsv(utf8('\ufeff氏名'))).toBe('氏名')
    expect(decodeCsv(new Uint8Array([0xff, 0xfe, 0x0f, 0x6c]))).toBe('氏')
    expect(decodeCsv(new Uint8Array([0xfa, 0xb1, 0x87, 0x8a]))).toMatch(/㈱$/)
    expect(() => decodeCsv(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xff]))).toThrow(
      expect.objectContaining({ code: 'not-a-workbook' }),
    )
  })

  it('is parted by what parts it', () => {
    for (const separator of [',', '\t', ';']) {
      const rows = readCsv(utf8(`氏名${separator}団体名\n"青羽${separator}町"${separator}乙`), '名簿')
        .sheets[0]?.rows
      expect(rows?.[1]?.cells.map((cell) => cell.text)).toEqual([`青羽${separator}町`, '乙'])
    }
  })

  it('gives back what was written, whatever it holds', () => {
    const field = fc.string({ unit: fc.constantFrom(...'あ",\n\r;\t =１') })
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (lines) => {
          const written = lines
            .map((line) => line.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
            .join('\r\n')
          expect(parseCsv(written, ',')).toEqual(lines)
        },
      ),
    )
  })

  it('never fails on quotes that do not close', () => {
    expect(parseCsv('a,"b\nc', ',')).toEqual([['a', 'b\nc']])
    expect(parseCsv('a,"b"x,c', ',')).toEqual([['a', 'bx', 'c']])
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'",\r\na') }),
        (text) => parseCsv(text, ',').length > 0,
      ),
    )
  })
})
