import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read as readWithSheetJs } from 'xlsx'
import { columnLetters } from '#core/reports/forms/cell-address.ts'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { RowBlockWrite, WriteValue } from '#core/reports/forms/form-writes.ts'
import { comparePackages, partText } from '../compare-packages.ts'
import { findValidator, validationErrors } from '../ooxml-validator.ts'
import { refusalOf } from '../refusal-of.ts'
import { fixture, smallWorkbook } from '../small-workbook.ts'

const validator = findValidator()
const text = (content: string): WriteValue => ({ kind: 'text', text: content })
const number = (value: number): WriteValue => ({ kind: 'number', value })

const records = (count: number, of: (index: number) => Readonly<Record<string, WriteValue>>) =>
  Array.from({ length: count }, (_unused, index) => of(index))

function block(
  sheet: string,
  firstRow: number,
  lastRow: number,
  rows: RowBlockWrite['rows'],
  more: Partial<RowBlockWrite> = {},
): RowBlockWrite {
  return { sheet, firstRow, lastRow, rows, whenTooMany: 'insert', clearUnused: false, ...more }
}

const attribute = (xml: string, pattern: RegExp): readonly string[] =>
  [...xml.matchAll(pattern)].map((found) => found[1] ?? '')

describe('the monthly report with more days than rows', () => {
  const before = fixture('katsudo-geppou.xlsx')
  const days = records(30, (index) => ({
    B: { kind: 'date', date: `2026-11-${String(index + 1).padStart(2, '0')}` },
    D: { kind: 'time', time: '10:00' },
    E: { kind: 'time', time: '11:00' },
    K: text(`訪問${String(index + 1)}`),
  }))
  const after = fillForm(before, {
    cells: [{ sheet: '総括表', cell: 'E12', value: number(3) }],
    rows: [block('日報', 6, 30, days)],
  })
  const sheet = partText(after.bytes, 'xl/worksheets/sheet2.xml')
  const book = readWithSheetJs(after.bytes, { cellStyles: true })
  const cell = (name: string): unknown => book.Sheets['日報']?.[name]

  it('tells where rows were put in', () => {
    expect(after.report.inserted).toEqual([{ sheet: '日報', below: 30, count: 5 }])
    expect(after.report.overflow).toEqual([])
  })

  it('has every day in its row, and the formulas of the row with it', () => {
    expect(cell('K35')).toMatchObject({ v: '訪問30' })
    expect(cell('F35')).toMatchObject({ f: 'IF(OR(D35="",E35=""),0,E35-D35)' })
    expect(cell('A35')).toMatchObject({ v: 30 })
    expect(cell('A31')).toMatchObject({ v: 26 })
  })

  it('adds up all of them, here and in the other sheet', () => {
    expect(cell('F36')).toMatchObject({ f: 'SUM(F6:F35)' })
    const total: unknown = cell('F36')
    expect(total).toHaveProperty('v', expect.closeTo(30 / 24, 9))
    expect(book.Sheets['総括表']?.['H34']).toMatchObject({ f: 'SUM(日報!$F$6:$F$35)' })
    const shown: unknown = book.Sheets['総括表']?.['H34']
    expect(shown).toHaveProperty('v', expect.closeTo(30 / 24, 9))
  })

  it('reaches with lists, formats, filter, merges, print area and names over the new rows', () => {
    expect(attribute(sheet, /<dataValidation [^>]*sqref="([^"]*)"/g)).toEqual([
      'H6:H35',
      'J6:J35',
      'B6:B35',
      'D6:E35',
    ])
    expect(attribute(sheet, /<conditionalFormatting sqref="([^"]*)"/g)).toEqual(['C6:C35', 'E6:E35'])
    expect(attribute(sheet, /<autoFilter ref="([^"]*)"/g)).toEqual(['A5:N35'])
    expect(attribute(sheet, /<mergeCell ref="([^"]*)"/g).slice(-2)).toEqual(['A36:E36', 'G36:N36'])
    expect(attribute(sheet, /<dimension ref="([^"]*)"/g)).toEqual(['A1:N36'])
    const workbook = partText(after.bytes, 'xl/workbook.xml')
    expect(workbook).toContain('日報!$A$5:$N$35<')
    expect(workbook).toContain('日報!$A$1:$N$36<')
    expect(workbook).toContain('日報!$1:$5<')
    expect(workbook).toContain('総括表!$A$1:$H$45<')
  })

  it('gives the new rows the height and the look of the last', () => {
    const rowTag = (row: number): string =>
      new RegExp(`<row r="${String(row)}"[^>]*>`).exec(sheet)?.[0].replace(/ r="\d+"/, '') ?? ''
    const styles = (row: number): readonly string[] =>
      attribute(sheet, new RegExp(`<c r="[A-N]${String(row)}" s="(\\d+)"`, 'g'))
    for (let row = 31; row <= 35; row++) {
      expect(rowTag(row)).toBe(rowTag(30))
      expect(styles(row)).toEqual(styles(30))
    }
  })

  it('changes no part but sheets, strings, workbook, and drops the order of calculation', () => {
    const difference = comparePackages(before, after.bytes)
    expect(difference.added).toEqual([])
    expect(difference.removed).toEqual(['xl/calcChain.xml'])
    expect([...difference.changed].sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/sharedStrings.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ])
  })

  it('needs nothing when all days fit', () => {
    const few = fillForm(before, { cells: [], rows: [block('日報', 6, 30, days.slice(0, 25))] })
    expect(few.report.inserted).toEqual([])
    expect(comparePackages(before, few.bytes).removed).toEqual([])
  })
})

describe('the meeting report with more people than rows', () => {
  const before = fixture('kaisai-houkokusho.xlsx')
  const people = records(12, (index) => ({
    G: number(index + 1),
    I: text(`団体${String(index + 1)}`),
    W: text(`氏名${String(index + 1)}`),
  }))
  const after = fillForm(before, {
    cells: [{ sheet: '様式第3号', cell: 'W54', value: text('000-224-0401') }],
    rows: [block('様式第3号', 26, 33, people)],
  })
  const sheet = partText(after.bytes, 'xl/worksheets/sheet1.xml')
  const book = readWithSheetJs(after.bytes)

  it('moves what the order names below', () => {
    expect(book.Sheets['様式第3号']?.['W58']).toMatchObject({ v: '000-224-0401' })
    expect(book.Sheets['様式第3号']?.['W37']).toMatchObject({ v: '氏名12' })
  })

  it('repeats the merges of the row and lengthens the heading beside the block', () => {
    const merges = attribute(sheet, /<mergeCell ref="([^"]*)"/g)
    expect(merges).toEqual(
      expect.arrayContaining(['A24:F38', 'G37:H37', 'I37:Q37', 'W37:AC37', 'G38:AG38', 'A39:F42']),
    )
    expect(merges).toHaveLength(134 + 4 * 5)
    expect(/<mergeCells count="(\d+)"/.exec(sheet)?.[1]).toBe(String(merges.length))
  })

  it('moves stamps and notes that stand below, and leaves those above', () => {
    const rowsOf = (bytes: Uint8Array): readonly number[] =>
      attribute(partText(bytes, 'xl/drawings/drawing1.xml'), /<xdr:row>(\d+)<\/xdr:row>/g).map(Number)
    expect(rowsOf(after.bytes)).toEqual(rowsOf(before).map((row) => (row >= 33 ? row + 4 : row)))
  })
})

describe('the yearly report with more resources than rows', () => {
  const before = fixture('jisseki-houkokusho.xlsx')
  const after = fillForm(before, {
    cells: [],
    rows: [
      block(
        '別紙１',
        30,
        39,
        records(15, (index) => ({ B: text(`資源${String(index + 1)}`) })),
      ),
    ],
  })

  it('moves the page break behind the block with the row below it', () => {
    expect(partText(after.bytes, 'xl/worksheets/sheet2.xml')).toContain('<brk id="44" ')
  })

  it('moves what is drawn below and its control, in all three places where its anchor is kept', () => {
    const rows = (bytes: Uint8Array, part: string): readonly number[] =>
      attribute(partText(bytes, part), /<xdr:row>(\d+)<\/xdr:row>/g).map(Number)
    for (const part of ['xl/drawings/drawing2.xml', 'xl/worksheets/sheet2.xml']) {
      expect(rows(after.bytes, part)).toEqual(rows(before, part).map((row) => (row >= 39 ? row + 5 : row)))
    }
    const anchors = (bytes: Uint8Array): readonly (readonly number[])[] =>
      attribute(partText(bytes, 'xl/drawings/vmlDrawing2.vml'), /<x:Anchor>([^<]*)</g).map((list) =>
        [2, 6].map((place) => Number(list.split(',')[place])),
      )
    expect(anchors(after.bytes)).toEqual(
      anchors(before).map((rowsOf) => rowsOf.map((row) => (row >= 39 ? row + 5 : row))),
    )
  })
})

describe('every real form with rows put in', () => {
  it.skipIf(validator === undefined).each([
    [
      'katsudo-geppou.xlsx',
      block(
        '日報',
        6,
        30,
        records(40, () => ({ K: text('会議') })),
      ),
    ],
    [
      'kaisai-houkokusho.xlsx',
      block(
        '様式第3号',
        26,
        33,
        records(20, () => ({ W: text('氏名') })),
      ),
    ],
    [
      'jisseki-houkokusho.xlsx',
      block(
        '別紙１',
        30,
        39,
        records(15, () => ({ B: text('資源') })),
      ),
    ],
    [
      'jisseki-houkokusho.xlsx',
      block(
        '鑑',
        26,
        31,
        records(8, () => ({ B: text('書類') })),
      ),
    ],
  ])('%s is as valid as before', (file, rows) => {
    if (validator === undefined) return
    const before = fixture(file)
    const { bytes } = fillForm(before, { cells: [], rows: [rows] })
    expect(validationErrors(validator, bytes)).toEqual(validationErrors(validator, before))
  })
})

const shapes = `<sheetData>${Array.from({ length: 12 }, (_unused, index) => {
  const row = String(index + 1)
  return `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}"/></row>`
}).join('')}</sheetData>`

describe('shapes that cannot be repeated', () => {
  const rows = records(5, () => ({ A: text('x') }))
  it.each([
    [
      'a merge across the end',
      '<mergeCells count="1"><mergeCell ref="B4:B7"/></mergeCells>',
      'B4:B7',
      'merge',
    ],
    [
      'a merge over some of the records',
      '<mergeCells count="1"><mergeCell ref="B4:B5"/></mergeCells>',
      'B4:B5',
      'merge',
    ],
  ])('refuses %s', (_name, tail, range, why) => {
    const form = smallWorkbook({ sheets: { 表: shapes + tail } })
    const refusal = refusalOf(() => fillForm(form, { cells: [], rows: [block('表', 3, 5, rows)] }))
    expect(refusal.code).toBe('form-rows-uneven')
    expect(refusal.details).toMatchObject({ sheet: '表', row: 5, range, why })
  })

  it('refuses an array formula across the end, and blocks that overlap unevenly', () => {
    const array = '<sheetData><row r="4"><c r="B4"><f t="array" ref="B4:B7">A4:A7*2</f></c></row></sheetData>'
    const form = smallWorkbook({ sheets: { 表: array } })
    expect(
      refusalOf(() => fillForm(form, { cells: [], rows: [block('表', 3, 5, rows)] })).details,
    ).toMatchObject({ why: 'array-formula', range: 'B4:B7' })
    const overlapping = [block('表', 3, 5, rows), block('表', 4, 8, rows)]
    expect(
      refusalOf(() => fillForm(smallWorkbook({ sheets: { 表: shapes } }), { cells: [], rows: overlapping }))
        .details,
    ).toMatchObject({ why: 'neighbour' })
  })

  it('refuses rows that would push cells off the sheet', () => {
    const form = smallWorkbook({
      sheets: { 表: '<sheetData><row r="1048575"><c r="A1048575"><v>1</v></c></row></sheetData>' },
    })
    expect(refusalOf(() => fillForm(form, { cells: [], rows: [block('表', 3, 5, rows)] })).code).toBe(
      'form-cell-invalid',
    )
  })
})

describe('two blocks', () => {
  it('side by side get the rows that the longer one needs', () => {
    const form = smallWorkbook({ sheets: { 表: shapes } })
    const { bytes, report } = fillForm(form, {
      cells: [],
      rows: [
        block(
          '表',
          3,
          5,
          records(4, (index) => ({ A: text(`左${String(index)}`) })),
        ),
        block(
          '表',
          3,
          5,
          records(6, (index) => ({ B: text(`右${String(index)}`) })),
        ),
      ],
    })
    expect(report.inserted).toEqual([{ sheet: '表', below: 5, count: 3 }])
    const sheet = readWithSheetJs(bytes).Sheets['表']
    expect(sheet?.['A6']).toMatchObject({ v: '左3' })
    expect(sheet?.['B8']).toMatchObject({ v: '右5' })
    expect(sheet?.['A7']).toBeUndefined()
    expect(sheet?.['A9']).toMatchObject({ v: 6 })
  })

  it('one below the other both grow, and what lies between moves once', () => {
    const form = smallWorkbook({ sheets: { 表: shapes } })
    const { bytes, report } = fillForm(form, {
      cells: [{ sheet: '表', cell: 'B6', value: text('間') }],
      rows: [
        block(
          '表',
          2,
          3,
          records(4, (index) => ({ A: text(`上${String(index)}`) })),
        ),
        block(
          '表',
          8,
          9,
          records(3, (index) => ({ A: text(`下${String(index)}`) })),
        ),
      ],
    })
    expect(report.inserted).toEqual([
      { sheet: '表', below: 3, count: 2 },
      { sheet: '表', below: 9, count: 1 },
    ])
    const sheet = readWithSheetJs(bytes).Sheets['表']
    const values = ['A5', 'B8', 'A10', 'A12', 'A13'].map((name): unknown => sheet?.[name])
    expect(values).toMatchObject([{ v: '上3' }, { v: '間' }, { v: '下0' }, { v: '下2' }, { v: 10 }])
  })
})

interface RandomCell {
  readonly row: number
  readonly column: number
  readonly value: number
}

const cells = fc.uniqueArray(
  fc.record({
    row: fc.integer({ min: 1, max: 20 }),
    column: fc.integer({ min: 2, max: 6 }),
    value: fc.integer({ min: 1, max: 999 }),
  }),
  { selector: ({ row, column }) => `${String(row)} ${String(column)}`, maxLength: 30 },
)

/** Each cell as a value, or as a shared or plain formula that names the cell to its left. */
function randomSheet(found: readonly RandomCell[], asFormulas: boolean): string {
  const byRow = new Map<number, string>()
  for (const { row, column, value } of [...found].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const name = `${columnLetters(column)}${String(row)}`
    const left = `${columnLetters(column - 1)}${String(row)}`
    const inner = asFormulas ? `<f>${left}+${String(value)}</f><v>1</v>` : `<v>${String(value)}</v>`
    byRow.set(row, `${byRow.get(row) ?? ''}<c r="${name}">${inner}</c>`)
  }
  return `<sheetData>${[...byRow].map(([row, inner]) => `<row r="${String(row)}">${inner}</row>`).join('')}</sheetData>`
}

describe('rows put in at random', () => {
  it('leave each cell where a slow list of rows has it, values and formulas alike', () => {
    fc.assert(
      fc.property(
        cells,
        fc.boolean(),
        fc.record({
          firstRow: fc.integer({ min: 1, max: 12 }),
          step: fc.integer({ min: 1, max: 3 }),
          room: fc.integer({ min: 1, max: 3 }),
          extra: fc.integer({ min: 1, max: 4 }),
        }),
        (found, asFormulas, { firstRow, step, room, extra }) => {
          const form = smallWorkbook({ sheets: { 表: randomSheet(found, asFormulas) } })
          const lastRow = firstRow + room * step - 1
          const rows = records(room + extra, () => ({ A: number(7) }))
          const { bytes } = fillForm(form, {
            cells: [],
            rows: [block('表', firstRow, lastRow, rows, { rowsPerRecord: step })],
          })
          // The plain model: a list of rows, each the number of the row that it looks like.
          const model = Array.from({ length: 40 }, (_unused, index) => index + 1)
          const copies = Array.from(
            { length: extra * step },
            (_unused, index) => lastRow - step + 1 + (index % step),
          )
          model.splice(lastRow, 0, ...copies)
          const expected = new Map<string, string>()
          for (const [index, like] of model.entries()) {
            for (const { row, column, value } of found.filter((cell) => cell.row === like)) {
              const isCopy = index >= lastRow && index < lastRow + copies.length
              const before = found.find((cell) => cell.row === row - step && cell.column === column)
              const copy = isCopy ? Math.floor((index - lastRow) / step) + 1 : 0
              const continued = before?.value === value - 1 ? value + copy : value
              const name = columnLetters(column) + String(index + 1)
              const left = columnLetters(column - 1) + String(index + 1)
              expected.set(name, asFormulas ? `${left}+${String(value)}` : String(continued))
            }
          }
          const sheet = readWithSheetJs(bytes).Sheets['表'] ?? {}
          const held = new Map<string, string>()
          for (const [name, cell] of Object.entries(sheet)) {
            if (name.startsWith('!') || name.startsWith('A')) continue
            const content: unknown = cell
            if (typeof content !== 'object' || content === null) continue
            if ('f' in content) held.set(name, String(content.f))
            else if ('v' in content) held.set(name, String(content.v))
          }
          expect(Object.fromEntries(held)).toEqual(Object.fromEntries(expected))
        },
      ),
      { numRuns: 150 },
    )
  })
})
