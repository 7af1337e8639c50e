import { describe, expect, it } from 'vitest'
import { canonicalNumber, fillForm } from '#core/reports/forms/fill-form.ts'
import type { CellWrite, FormOrder, RowBlockWrite, WriteValue } from '#core/reports/forms/form-writes.ts'
import { comparePackages, partText } from './compare-packages.ts'
import { findValidator, validationErrors } from './ooxml-validator.ts'
import { refusalOf } from './refusal-of.ts'
import { fixture, smallWorkbook, type SmallWorkbook } from './small-workbook.ts'

const validator = findValidator()
const SHEET = 'xl/worksheets/sheet1.xml'

const write = (cell: string, value: WriteValue, more: Partial<CellWrite> = {}): CellWrite => ({
  sheet: '表',
  cell,
  value,
  ...more,
})
const text = (content: string): WriteValue => ({ kind: 'text', text: content })
const order = (...cells: readonly CellWrite[]): FormOrder => ({ cells, rows: [] })

/** Fills a small workbook of one sheet 表 and gives its cells as they are written, by address. */
function fillSmall(
  workbook: SmallWorkbook,
  ...cells: readonly CellWrite[]
): { readonly cells: Readonly<Record<string, string>>; readonly sheet: string; readonly bytes: Uint8Array } {
  const { bytes } = fillForm(smallWorkbook(workbook), order(...cells))
  const sheet = partText(bytes, SHEET)
  const found = [...sheet.matchAll(/<(?:x:)?c r="(\w+)"[^>]*?(?:\/>|>.*?<\/(?:x:)?c>)/gs)]
  return { cells: Object.fromEntries(found.map((match) => [match[1] ?? '', match[0]])), sheet, bytes }
}

const data = (rows: string): SmallWorkbook => ({ sheets: { 表: `<sheetData>${rows}</sheetData>` } })

describe('what is written into a cell', () => {
  it('keeps the style, drops the old value and puts new strings at the end of the list', () => {
    const { cells, bytes } = fillSmall(
      { ...data('<row r="1"><c r="A1" s="2" t="s"><v>0</v></c></row>'), strings: '<si><t>古い</t></si>' },
      write('A1', text('新しい & <良い>')),
    )
    expect(cells['A1']).toBe('<c r="A1" s="2" t="s"><v>1</v></c>')
    expect(partText(bytes, 'xl/sharedStrings.xml')).toContain(
      'count="9" uniqueCount="2"><si><t>古い</t></si><si><t>新しい &amp; &lt;良い&gt;</t></si></sst>',
    )
  })

  it('uses strings in the cell where the workbook has no list of strings', () => {
    const { cells } = fillSmall(data(''), write('B2', text(' 端 ')))
    expect(cells['B2']).toBe('<c r="B2" t="inlineStr"><is><t xml:space="preserve"> 端 </t></is></c>')
  })

  it('escapes what XML cannot hold and what only looks like an escape', () => {
    const { cells } = fillSmall(data(''), write('A1', text('a\u0001b_x0041_\r\nc\ud800')))
    expect(cells['A1']).toContain('>a_x0001_b_x005F_x0041_\nc\ufffd</t>')
  })

  it.each([
    ['8', '<v>8</v>'],
    ['-12.5', '<v>-12.5</v>'],
    ['0012', 't="inlineStr"'],
    ['000-224-0401', 't="inlineStr"'],
    ['=1+1', '<t>=1+1</t>'],
    ['1e5', 't="inlineStr"'],
    ['1.50', 't="inlineStr"'],
    ['2026-11-23', 't="inlineStr"'],
  ])('takes %s as typed', (typed, expected) => {
    const { cells } = fillSmall(data(''), write('A1', { kind: 'typed', text: typed }))
    expect(cells['A1']).toContain(expected)
    expect(cells['A1']).not.toContain('<f>')
  })

  it('leaves numbers typed into a text cell as text', () => {
    const { cells } = fillSmall(
      data('<row r="1"><c r="A1" s="2"/></row>'),
      write('A1', { kind: 'typed', text: '8' }),
    )
    expect(cells['A1']).toContain('<t>8</t>')
  })

  it('takes only numbers that read back the same', () => {
    expect(canonicalNumber('0')).toBe(0)
    expect(canonicalNumber('123456789012345')).toBe(123456789012345)
    for (const other of ['', '-0', '1234567890123456', '０', ' 1', '+1', '.5', '1.', 'NaN']) {
      expect(canonicalNumber(other)).toBeUndefined()
    }
  })

  it('writes real dates where the cell shows dates, and words elsewhere', () => {
    const value: WriteValue = { kind: 'date', date: '2026-11-23' }
    const { cells } = fillSmall(
      data('<row r="1"><c r="A1" s="1"/><c r="B1" s="0"/></row>'),
      write('A1', value),
      write('B1', value),
    )
    expect(cells['A1']).toBe('<c r="A1" s="1"><v>46349</v></c>')
    expect(cells['B1']).toContain('令和8年11月23日')
  })

  it('counts days from 1904 where the workbook does', () => {
    const { cells } = fillSmall(
      { ...data('<row r="1"><c r="A1" s="1"/></row>'), beforeSheets: '<workbookPr date1904="1"/>' },
      write('A1', { kind: 'date', date: '2026-11-23' }),
    )
    expect(cells['A1']).toContain(`<v>${String(46349 - 1462)}</v>`)
  })

  it('writes times as parts of a day', () => {
    const { cells } = fillSmall(
      data('<row r="1"><c r="A1" s="3"/></row>'),
      write('A1', { kind: 'time', time: '18:00' }),
      write('B1', { kind: 'time', time: '18:00' }),
    )
    expect(cells['A1']).toContain('<v>0.75</v>')
    expect(cells['B1']).toContain('18:00')
  })

  it('empties a cell and keeps its look', () => {
    const { cells } = fillSmall(
      data('<row r="1"><c r="A1" s="3" t="str"><v>x</v></c></row>'),
      write('A1', { kind: 'clear' }),
    )
    expect(cells['A1']).toBe('<c r="A1" s="3"/>')
  })
})

describe('where it is written', () => {
  it('puts cells and rows in order, and widens spans and dimension', () => {
    const { sheet } = fillSmall(
      {
        sheets: {
          表: '<dimension ref="B2:C4"/><sheetData><row r="2" spans="2:3" ht="20"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="4"/></sheetData>',
        },
      },
      ...['A2', 'C2', 'E2', 'A1', 'A3', 'A4', 'F9'].map((cell) => write(cell, { kind: 'number', value: 7 })),
    )
    const addresses = [...sheet.matchAll(/<(?:c|row) r="(\w+)"/g)].map((match) => match[1])
    expect(addresses).toEqual('1 A1 2 A2 B2 C2 D2 E2 3 A3 4 A4 9 F9'.split(' '))
    expect(sheet).toContain('<row r="2" spans="1:5" ht="20">')
    expect(sheet).toContain('<dimension ref="A1:F9"/>')
  })

  it('fills a sheet without any rows', () => {
    expect(fillSmall({}, write('C3', { kind: 'number', value: 1 })).sheet).toContain(
      '<sheetData><row r="3"><c r="C3"><v>1</v></c></row></sheetData>',
    )
  })

  it('takes any cell of a merge for its first', () => {
    const { cells } = fillSmall(
      { sheets: { 表: '<sheetData/><mergeCells count="1"><mergeCell ref="B2:D4"/></mergeCells>' } },
      write('C3', { kind: 'number', value: 1 }),
    )
    expect(Object.keys(cells)).toEqual(['B2'])
  })

  it('gives a new cell the style of its row or column', () => {
    const { cells } = fillSmall(
      {
        sheets: {
          表: '<cols><col min="2" max="3" width="9" style="1"/></cols><sheetData><row r="1" s="3" customFormat="1"/></sheetData>',
        },
      },
      write('B1', { kind: 'number', value: 1 }),
      write('B2', { kind: 'number', value: 1 }),
      write('D2', { kind: 'number', value: 1 }),
    )
    expect([cells['B1'], cells['B2'], cells['D2']].map((cell) => /s="(\d)"/.exec(cell ?? '')?.[1])).toEqual([
      '3',
      '1',
      undefined,
    ])
  })

  it('understands cells and rows without addresses, and prefixed parts', () => {
    const prefixed =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const { bytes } = fillForm(
      smallWorkbook({ parts: { [SHEET]: prefixed } }),
      order(write('B1', { kind: 'number', value: 9 }), write('A3', { kind: 'number', value: 8 })),
    )
    expect(partText(bytes, SHEET)).toContain(
      '<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>9</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row><x:row r="3"><x:c r="A3"><x:v>8</x:v></x:c></x:row>',
    )
  })
})

describe('sentences in a cell', () => {
  const strings =
    '<si><t>□対面　□ｵﾝﾗｲﾝ</t><rPh sb="1" eb="3"><t>タイメン</t></rPh><phoneticPr fontId="1"/></si>' +
    '<si><r><t>令和</t></r><r><rPr><u/></rPr><t xml:space="preserve">　　</t></r><r><t>年　　月</t></r></si>'
  const workbook = {
    ...data(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c></row>',
    ),
    strings,
  }

  it('marks several boxes of one cell, furigana kept, other cells with the same text untouched', () => {
    const { bytes, cells } = fillSmall(
      workbook,
      write('A1', { kind: 'mark-box', label: '対面', mark: '■' }),
      write('A1', { kind: 'mark-box', label: 'オンライン', mark: '☑' }),
    )
    const list = partText(bytes, 'xl/sharedStrings.xml')
    expect(list).toContain(strings)
    expect(list).toContain(
      '<si><t>■対面　☑ｵﾝﾗｲﾝ</t><rPh sb="1" eb="3"><t>タイメン</t></rPh><phoneticPr fontId="1"/></si></sst>',
    )
    expect(cells['C1']).toContain('<v>0</v>')
  })

  it('fills blanks within runs and keeps their underline', () => {
    const { bytes } = fillSmall(workbook, write('B1', { kind: 'fill-blanks', parts: ['８', '11'] }))
    expect(partText(bytes, 'xl/sharedStrings.xml')).toContain(
      '<si><r><t>令和</t></r><r><rPr><u/></rPr><t xml:space="preserve">　８</t></r><r><t>年　11月</t></r></si></sst>',
    )
  })

  it('refuses a box or a blank that is not there', () => {
    const bytes = smallWorkbook(workbook)
    const missing = [
      write('A1', { kind: 'mark-box', label: '書面', mark: '■' }),
      write('A1', { kind: 'fill-blanks', parts: ['1', '2', '3'] }),
      write('Z9', { kind: 'mark-box', label: 0, mark: '■' }),
    ]
    for (const cell of missing) {
      const refusal = refusalOf(() => fillForm(bytes, order(cell)))
      expect(refusal.code).toBe('form-cell-invalid')
      expect(refusal.details).toMatchObject({ sheet: '表', cell: cell.cell })
    }
  })
})

describe('formulas', () => {
  const shared =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2+$A$1</f><v>3</v></c></row>' +
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>5</v></c></row>' +
    '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>7</v></c></row>' +
    '<row r="4"><c r="B4" t="str"><f>IF(SUM(B1:B3)&gt;20,"多い","少ない")</f><v>少ない</v></c><c r="C4"><f>VLOOKUP(A1,A1:B3,2)</f><v>3</v></c><c r="D4"><f>E9</f><v>4</v></c></row>'

  it('brings shown values up to date through others, and takes out what it cannot calculate', () => {
    const { cells } = fillSmall(data(shared), write('A1', { kind: 'number', value: 10 }))
    expect(cells['B1']).toContain('<v>30</v>')
    expect(cells['B2']).toContain('<v>14</v>')
    expect(cells['B4']).toContain('<v>多い</v>')
    expect(cells['C4']).toBe('<c r="C4"><f>VLOOKUP(A1,A1:B3,2)</f></c>')
    expect(cells['D4']).toContain('<v>4</v>')
  })

  it('follows names, and formulas in other sheets', () => {
    const bytes = smallWorkbook({
      sheets: {
        表: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
        "別 '紙":
          '<sheetData><row r="1"><c r="A1"><f>表!A1+1</f><v>2</v></c><c r="B1"><f>合計*2</f><v>2</v></c></row></sheetData>',
      },
      afterSheets: '<definedNames><definedName name="合計">表!$A$1</definedName></definedNames>',
    })
    const { bytes: filled, report } = fillForm(bytes, order(write('A1', { kind: 'number', value: 5 })))
    expect(partText(filled, 'xl/worksheets/sheet2.xml')).toContain('<f>表!A1+1</f><v>6</v>')
    expect(partText(filled, 'xl/worksheets/sheet2.xml')).toContain('<f>合計*2</f></c>')
    expect(report.recalculated).toEqual([{ sheet: "別 '紙", cell: 'A1' }])
    expect(report.leftToExcel).toEqual([{ sheet: "別 '紙", cell: 'B1' }])
    expect(partText(filled, 'xl/workbook.xml')).toContain(
      '</definedNames><calcPr fullCalcOnLoad="1"/></workbook>',
    )
  })

  it('does not touch the workbook part where no formula is concerned', () => {
    const bytes = smallWorkbook(data(shared))
    const { bytes: filled } = fillForm(bytes, order(write('F1', { kind: 'number', value: 5 })))
    expect(comparePackages(bytes, filled).changed).toEqual([SHEET])
  })

  it('ends with formulas that lead back to themselves', () => {
    const { cells } = fillSmall(
      data(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>C1+A1</f><v>1</v></c><c r="C1"><f>B1</f><v>1</v></c></row>',
      ),
      write('A1', { kind: 'number', value: 2 }),
    )
    expect(cells['B1']).toBe('<c r="B1"><f>C1+A1</f></c>')
  })

  it('refuses to overwrite a formula without being told to', () => {
    const refusal = refusalOf(() => fillForm(smallWorkbook(data(shared)), order(write('B2', text('x')))))
    expect(refusal.code).toBe('form-cell-formula')
    expect(refusal.details).toEqual({ sheet: '表', cell: 'B2' })
  })

  it('hands a shared formula on when the cell that held it is overwritten', () => {
    const { cells } = fillSmall(
      data(shared),
      write('B1', { kind: 'number', value: 0 }, { overwriteFormula: true }),
    )
    expect(cells['B1']).toBe('<c r="B1"><v>0</v></c>')
    expect(cells['B2']).toContain('<f t="shared" si="0" ref="B2:B3">A2*2+$A$1</f>')
    expect(cells['B3']).toContain('<f t="shared" si="0"/>')
  })

  it('never breaks a formula that spans several cells', () => {
    const array = data(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">C1:C2*2</f><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
    )
    const cell = write('A2', text('x'), { overwriteFormula: true })
    expect(refusalOf(() => fillForm(smallWorkbook(array), order(cell))).code).toBe('form-cell-formula')
  })

  it('takes the chain of calculation out with its relationship and type when a formula goes', () => {
    const bytes = fixture('kaisai-houkokusho.xlsx')
    const cell: CellWrite = { sheet: '様式第3号', cell: 'AD23', value: { kind: 'number', value: 5 } }
    const { bytes: filled, report } = fillForm(bytes, order({ ...cell, overwriteFormula: true }))
    expect(report.formulasOverwritten).toEqual([{ sheet: '様式第3号', cell: 'AD23' }])
    expect(comparePackages(bytes, filled)).toMatchObject({ removed: ['xl/calcChain.xml'], added: [] })
    expect(partText(filled, '[Content_Types].xml')).not.toContain('calcChain')
    expect(partText(filled, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain')
    if (validator !== undefined) expect(validationErrors(validator, filled)).toEqual([])
  })
})

describe('rows', () => {
  const block = (more: Partial<RowBlockWrite>): RowBlockWrite => ({
    sheet: '表',
    firstRow: 2,
    lastRow: 4,
    rows: [],
    whenTooMany: 'refuse',
    clearUnused: false,
    ...more,
  })
  const records = (count: number): RowBlockWrite['rows'] =>
    Array.from({ length: count }, (_unused, position) => ({
      B: { kind: 'number', value: position + 1 } as const,
    }))
  const table = data('<row r="4"><c r="B4" s="1"><v>99</v></c><c r="C4"><v>98</v></c></row>')
  const fill = (rows: RowBlockWrite): { sheet: string; report: ReturnType<typeof fillForm>['report'] } => {
    const { bytes, report } = fillForm(smallWorkbook(table), { cells: [], rows: [rows] })
    return { sheet: partText(bytes, SHEET), report }
  }

  it('goes down the rows', () => {
    expect(fill(block({ rows: records(2) })).sheet).toContain(
      '<c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v>',
    )
  })

  it('empties left-over rows only when told to', () => {
    expect(fill(block({ rows: records(2) })).sheet).toContain('<v>99</v>')
    expect(fill(block({ rows: records(2), clearUnused: true })).sheet).toContain(
      '<row r="4"><c r="B4" s="1"/><c r="C4"><v>98</v></c></row>',
    )
    expect(fill(block({ clearUnused: true, columns: ['B', 'C'] })).sheet).toContain(
      '<c r="B4" s="1"/><c r="C4"/>',
    )
  })

  it('refuses or stops when there are more records than rows', () => {
    const refusal = refusalOf(() => fill(block({ rows: records(5) })))
    expect(refusal.code).toBe('form-rows-overflow')
    expect(refusal.details).toMatchObject({ given: 5, room: 3 })
    const { sheet, report } = fill(block({ rows: records(5), whenTooMany: 'stop' }))
    expect(report.overflow).toEqual([{ sheet: '表', firstRow: 2, given: 5, room: 3 }])
    expect(sheet).toContain('<c r="B4" s="1"><v>3</v></c>')
    expect(sheet).not.toContain('<v>4</v>')
  })

  it('takes several rows for a record', () => {
    const rows = [1, 2].map((value) => ({
      B: { kind: 'number', value } as const,
      'B+1': { kind: 'number', value: value * 10 } as const,
    }))
    const { sheet } = fill(block({ lastRow: 6, rowsPerRecord: 2, rows }))
    expect([...sheet.matchAll(/r="B(\d)"[^>]*><v>(\d+)/g)].map((match) => [match[1], match[2]])).toEqual([
      ['2', '1'],
      ['3', '10'],
      ['4', '2'],
      ['5', '20'],
    ])
  })

  it('refuses rows that are merged differently', () => {
    const bytes = smallWorkbook({
      sheets: { 表: '<sheetData/><mergeCells><mergeCell ref="B3:C3"/></mergeCells>' },
    })
    const act = (): unknown => fillForm(bytes, { cells: [], rows: [block({ rows: records(1) })] })
    expect(refusalOf(act).code).toBe('form-rows-uneven')
  })
})

describe('what cannot be', () => {
  const bytes = smallWorkbook(data('<row r="1"/>'))
  it.each([
    ['A0', 'form-cell-invalid'],
    ['XFE1', 'form-cell-invalid'],
    ['A1048577', 'form-cell-invalid'],
    ['A1:B2', 'form-cell-invalid'],
    ['', 'form-cell-invalid'],
  ])('refuses the cell %s', (cell, code) => {
    expect(refusalOf(() => fillForm(bytes, order(write(cell, text('x'))))).code).toBe(code)
  })

  it('refuses a sheet that is not there or has no cells', () => {
    expect(refusalOf(() => fillForm(bytes, order(write('A1', text('x'), { sheet: 'ない' })))).code).toBe(
      'sheet-missing',
    )
    const chart = smallWorkbook({ parts: { [SHEET]: '<chartsheet/>' } })
    expect(refusalOf(() => fillForm(chart, order(write('A1', text('x'))))).code).toBe('sheet-missing')
  })

  it.each<WriteValue>([
    { kind: 'date', date: '2026-02-30' },
    { kind: 'time', time: '25:00' },
    { kind: 'number', value: Number.NaN },
    { kind: 'text', text: 'あ'.repeat(32_768) },
  ])('refuses $kind $date $time', (value) => {
    expect(refusalOf(() => fillForm(bytes, order(write('A1', value)))).code).toBe('form-cell-invalid')
  })
})
