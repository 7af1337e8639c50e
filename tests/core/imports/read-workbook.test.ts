import { describe, expect, it } from 'vitest'
import type { ReadCell } from '#core/imports/read-table.ts'
import { readWorkbook } from '#core/imports/read-workbook.ts'
import { readFormatCode } from '#core/imports/style-reader.ts'
import { fixtureBytes, makeWorkbook } from './roster-fixtures.ts'

function cellsOf(inner: string, more: Parameters<typeof makeWorkbook>[1] = {}): readonly ReadCell[] {
  return (
    readWorkbook(makeWorkbook([{ name: '表', inner }], more)).sheets[0]?.rows.flatMap((row) => row.cells) ??
    []
  )
}

describe('the messy roster as read', () => {
  const [roster, last, labels] = readWorkbook(fixtureBytes('meibo-messy.xlsx')).sheets
  const cell = (row: number, column: number): ReadCell | undefined =>
    roster?.rows.find((each) => each.row === row)?.cells.find((each) => each.column === column)

  it('has its sheets, hidden ones told', () => {
    expect([roster, last, labels].map((sheet) => `${sheet?.name} ${sheet?.visibility}`)).toEqual([
      'R8名簿 visible',
      'R7（旧） visible',
      '宛名差込 hidden',
    ])
    expect([...(roster?.hiddenColumns ?? [])]).toEqual([7])
  })

  it('gives dates as days of the calendar, whatever their format', () => {
    expect(cell(7, 12)).toMatchObject({ date: '2026-04-01', text: '2026/4/1', number: null })
    expect(cell(59, 12)).toMatchObject({ date: '2026-04-01', text: '令和8年4月1日' })
    expect(cell(61, 12)).toMatchObject({ date: '2026-04-01' })
  })

  it('shows numbers as their format does, and keeps the value', () => {
    expect(cell(59, 8)).toMatchObject({ number: 9830081, text: '983-0081' })
    expect(cell(40, 10)).toMatchObject({ number: 2240461, text: '2240461' })
  })

  it('gives formulas with the value they had', () => {
    expect(cell(16, 5)?.text).toBe('11名')
  })

  it('keeps furigana apart from the text', () => {
    expect(cell(4, 3)).toMatchObject({ text: '団体名', reading: 'ダンタイメイ' })
    expect(cell(5, 5)).toMatchObject({ text: '森下　正一', reading: null })
  })

  it('knows merges, comments, what is crossed out and what is red', () => {
    expect(roster?.merges).toContainEqual({ top: 5, left: 2, bottom: 15, right: 2 })
    expect(roster?.comments).toEqual([
      { row: 8, column: 5, text: '戸田: 渡辺 or 渡邊？　本人は「邉」（電話確認 3/28）' },
      { row: 12, column: 10, text: '戸田: 夜は出ない。昼間に携帯へ' },
    ])
    expect(cell(57, 5)).toMatchObject({ struck: true, red: false })
    expect(cell(34, 5)).toMatchObject({ struck: false, red: true })
    expect(cell(5, 5)).toMatchObject({ struck: false, red: false })
  })
})

describe('spellings of XML that other programs write', () => {
  it('reads inline strings, runs, furigana, codes and entities', () => {
    const inline =
      '<is><r><t>髙橋</t></r><r><t xml:space="preserve">　敏夫</t></r><rPh sb="0" eb="2"><t>タカハシ</t></rPh><rPh sb="3" eb="5"><t>トシオ</t></rPh></is>'
    const cells = cellsOf(
      `<sheetData><row><c t="inlineStr">${inline}</c><c t="str"><v>A&amp;B_x000A_C</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>2026-04-01T00:00:00</v></c></row></sheetData>`,
    )
    expect(cells.map(({ column, text }) => `${column}:${text}`)).toEqual([
      '1:髙橋　敏夫',
      '2:A&B\nC',
      '3:TRUE',
      '5:2026/4/1',
    ])
    expect(cells[0]?.reading).toBe('タカハシ　トシオ')
    expect(cells[3]?.date).toBe('2026-04-01')
  })

  it('reads prefixed elements, single quotes, CDATA and comments', () => {
    const cells = cellsOf(
      "<x:sheetData xmlns:x='y'><!-- <x:c> --><x:row r='3'><x:c r='B3' t='str'><x:v><![CDATA[a<b>&amp;]]></x:v></x:c><x:c r='D3'><x:v>7</x:v></x:c></x:row></x:sheetData>",
    )
    expect(cells.map(({ column, text }) => `${column}:${text}`)).toEqual(['2:a<b>&amp;', '4:7'])
  })

  it('counts days from 1904 where the workbook does', () => {
    const styles = '<fonts><font/></fonts><cellXfs><xf numFmtId="14" fontId="0"/></cellXfs>'
    const inner = '<sheetData><row r="1"><c r="A1" s="0"><v>44651</v></c></row></sheetData>'
    expect(cellsOf(inner, { styles, date1904: true })[0]?.date).toBe('2026-04-01')
    expect(cellsOf(inner, { styles })[0]?.date).toBe('2022-03-31')
  })

  it('takes strings from the list, crossed-out runs as crossed out, blanks as nothing', () => {
    const strings =
      '<si><t>普通</t></si><si><r><rPr><strike/></rPr><t>辞退</t></r></si><si><t xml:space="preserve"> 　</t></si><si><r><rPr><strike/></rPr><t>前</t></r><r><t>後</t></r></si>'
    const row = [0, 1, 2, 3, 99].map((at) => `<c t="s"><v>${at}</v></c>`).join('')
    const cells = cellsOf(`<sheetData><row>${row}</row></sheetData>`, { strings })
    expect(cells.map(({ column, text, struck }) => `${column}:${text}:${struck}`)).toEqual([
      '1:普通:false',
      '2:辞退:true',
      '4:前後:false',
    ])
  })

  it.each([
    ['yyyy/m/d', { kind: 'date', wareki: false }],
    ['[$-411]ggge"年"m"月"d"日";@', { kind: 'date', wareki: true }],
    ['[$-411]ge\\.m\\.d;@', { kind: 'date', wareki: true }],
    ['000\\-0000', { kind: 'pattern', pattern: '000-0000' }],
    ['General', { kind: 'number' }],
    ['#,##0', { kind: 'number' }],
    ['0.00', { kind: 'number' }],
    ['h:mm', { kind: 'number' }],
    ['0"日"', { kind: 'number' }],
    ['@', { kind: 'number' }],
  ])('reads the format %s', (code, expected) => {
    expect(readFormatCode(code)).toEqual(expected)
  })
})

describe('files that mean harm or are torn', () => {
  const refused =
    (inner: string): (() => unknown) =>
    () =>
      readWorkbook(makeWorkbook([{ name: '表', inner }]))

  it('refuses tags that do not fit together', () => {
    expect(refused('<sheetData><row><c><v>1</v></row></sheetData>')).toThrow(
      expect.objectContaining({ code: 'workbook-truncated' }),
    )
    expect(refused('<sheetData><row r="1"')).toThrow(expect.objectContaining({ code: 'workbook-truncated' }))
  })

  it('refuses absurd depth and absurd length', () => {
    expect(refused('<a>'.repeat(500) + '</a>'.repeat(500))).toThrow(
      expect.objectContaining({ code: 'workbook-hostile' }),
    )
    const rows = '<row><c><v>1</v></c></row>'.repeat(100_001)
    expect(refused(`<sheetData>${rows}</sheetData>`)).toThrow(
      expect.objectContaining({ code: 'workbook-too-large' }),
    )
  })

  it('looks at no column beyond IV, and at no merge beyond the rows', () => {
    const inner =
      '<sheetData><row r="1"><c r="XFD1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    expect(cellsOf(inner).map((cell) => cell.text)).toEqual(['2'])
  })
})
