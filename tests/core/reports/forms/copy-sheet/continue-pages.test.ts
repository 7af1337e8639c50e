import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { read as readWithSheetJs } from 'xlsx'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { RowBlockWrite, WriteValue } from '#core/reports/forms/form-writes.ts'
import { comparePackages, compareSheets, partText } from '../compare-packages.ts'
import { findValidator, validationErrors } from '../ooxml-validator.ts'
import { refusalOf } from '../refusal-of.ts'
import { fixture, smallWorkbook } from '../small-workbook.ts'

// The validator takes seconds on a slow machine.
vi.setConfig({ testTimeout: 120_000 })

const validator = findValidator()
const text = (content: string): WriteValue => ({ kind: 'text', text: content })

function block(sheet: string, firstRow: number, lastRow: number, rows: RowBlockWrite['rows']): RowBlockWrite {
  return { sheet, firstRow, lastRow, rows, whenTooMany: 'continue', clearUnused: false }
}

const valueIn = (book: ReturnType<typeof readWithSheetJs>, sheet: string, cell: string): unknown => {
  const found: unknown = book.Sheets[sheet]?.[cell]
  return typeof found === 'object' && found !== null && 'v' in found ? found.v : undefined
}

describe('the monthly report, which asks for copies of its sheet when the rows are too few', () => {
  const before = fixture('katsudo-geppou.xlsx')
  const days = Array.from({ length: 60 }, (_unused, index) => ({
    D: { kind: 'time', time: '10:00' } as const,
    E: { kind: 'time', time: '11:00' } as const,
    K: text(`訪問${String(index + 1)}`),
  }))
  const { bytes, report } = fillForm(before, {
    cells: [{ sheet: '日報', cell: 'A2', value: text('注記') }],
    rows: [block('日報', 6, 30, days)],
    pageLabels: [{ sheet: '日報', cell: 'A3', template: '資料 {頁}/{総頁}' }],
  })
  const book = readWithSheetJs(bytes, { cellStyles: true })

  it('goes on on as many copies as it takes, with its heading and its number on each', () => {
    expect(book.SheetNames).toEqual(['総括表', '日報', '日報 (2)', '日報 (3)', '区分'])
    for (const [page, sheet] of ['日報', '日報 (2)', '日報 (3)'].entries()) {
      expect(valueIn(book, sheet, 'A2')).toBe('注記')
      expect(valueIn(book, sheet, 'A3')).toBe(`資料 ${String(page + 1)}/3`)
      expect(valueIn(book, sheet, 'K6')).toBe(`訪問${String(page * 25 + 1)}`)
    }
    expect(valueIn(book, '日報 (3)', 'K15')).toBe('訪問60')
    expect(valueIn(book, '日報 (3)', 'K16')).toBeUndefined()
  })

  it('adds each page up on the page, and all of them where the whole is added up', () => {
    expect(valueIn(book, '日報 (3)', 'F31')).toBeCloseTo(10 / 24, 9)
    expect(valueIn(book, '総括表', 'H34')).toBeCloseTo(60 / 24, 9)
    const total: unknown = book.Sheets['総括表']?.['H34']
    expect(total).toHaveProperty('f', "SUM(日報!$F$6:$F$30,'日報 (2)'!$F$6:$F$30,'日報 (3)'!$F$6:$F$30)")
  })

  it('says which formula elsewhere does not count the copies', () => {
    expect(report.continued).toEqual([
      {
        sheet: '日報',
        copies: ['日報 (2)', '日報 (3)'],
        notCounted: [{ sheet: '総括表', cell: 'F34' }],
      },
    ])
  })

  it('changes of the first page nothing but what was written', () => {
    const part = 'xl/worksheets/sheet2.xml'
    const difference = compareSheets(partText(before, part), partText(bytes, part))
    const places = [...report.written, ...report.recalculated, ...report.leftToExcel]
    const own = places.filter(({ sheet }) => sheet === '日報').map(({ cell }) => cell)
    expect(difference.styles).toEqual([])
    expect(difference.cells.filter((cell) => !own.includes(cell))).toEqual([])
    expect(comparePackages(before, bytes).removed).toEqual(['xl/calcChain.xml'])
  })

  it('is not copied when all days fit', () => {
    const few = fillForm(before, { cells: [], rows: [block('日報', 6, 30, days.slice(0, 25))] })
    expect(few.report.continued).toEqual([])
    expect(comparePackages(before, few.bytes).added).toEqual([])
  })

  it.skipIf(validator === undefined)('is as valid as before', () => {
    if (validator !== undefined) expect(validationErrors(validator, bytes)).toEqual([])
  })
})

describe('a form of boxes, rings and ticks', () => {
  it('has them on each page', () => {
    const form = fixture('jisseki-houkokusho.xlsx')
    const names = Array.from({ length: 8 }, (_unused, index) => ({ D: text(`書類${String(index + 1)}`) }))
    const { bytes } = fillForm(form, {
      cells: [],
      rows: [block('鑑', 26, 31, names)],
      drawn: [
        { kind: 'check-box', sheet: '鑑', cell: 'AA27', checked: true },
        { kind: 'circle', sheet: '鑑', cell: 'B19', word: '業務名' },
      ],
    })
    const book = readWithSheetJs(bytes)
    expect(valueIn(book, '鑑 (2)', 'AF27')).toBe(true)
    expect(valueIn(book, '鑑 (2)', 'D27')).toBe('書類8')
    const rels = partText(bytes, 'xl/worksheets/_rels/sheet4.xml.rels')
    const drawing = /Target="\.\.\/(drawings\/drawing\d+\.xml)"/.exec(rels)?.[1] ?? ''
    expect(partText(bytes, `xl/${drawing}`)).toContain('prst="ellipse"')
    if (validator !== undefined)
      expect(validationErrors(validator, bytes)).toEqual(validationErrors(validator, form))
  })

  it('refuses more pages than anybody would hand in', () => {
    const form = smallWorkbook({ sheets: { 表: '<sheetData/>' } })
    const rows = Array.from({ length: 61 }, () => ({ A: text('x') }))
    const refusal = refusalOf(() => fillForm(form, { cells: [], rows: [block('表', 1, 1, rows)] }))
    expect(refusal).toMatchObject({ code: 'form-rows-overflow', details: { given: 61, room: 60 } })
  })
})

describe('pages at random', () => {
  const numbers = (most: number) => fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: most })
  it('hold what a slow, plain model holds, blocks side by side and rows put in below them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        numbers(18),
        numbers(18),
        numbers(7),
        (room, left, right, below) => {
          const last = 1 + room
          const form = smallWorkbook({
            sheets: {
              表: `<sheetData>${Array.from({ length: 30 }, (_unused, at) => `<row r="${String(at + 1)}"><c r="D${String(at + 1)}"><f>SUM(A${String(at + 1)}:B${String(at + 1)})</f><v>0</v></c></row>`).join('')}</sheetData>`,
              計: `<sheetData><row r="1"><c r="A1"><f>SUM(表!A2:A${String(last)})</f><v>0</v></c><c r="B1"><f>SUM(表!B2:B${String(last)})</f><v>0</v></c><c r="C1"><f>SUM(表!A20:A21)</f><v>0</v></c></row></sheetData>`,
            },
          })
          const rowsOf = (letters: string, list: readonly number[]): RowBlockWrite['rows'] =>
            list.map((value) => ({ [letters]: { kind: 'number', value } }))
          const { bytes } = fillForm(form, {
            cells: [],
            rows: [
              block('表', 2, last, rowsOf('A', left)),
              block('表', 2, last, rowsOf('B', right)),
              { ...block('表', 20, 21, rowsOf('A', below)), whenTooMany: 'insert' },
            ],
          })
          const book = readWithSheetJs(bytes)
          const pages = Math.max(1, Math.ceil(left.length / room), Math.ceil(right.length / room))
          const names = Array.from({ length: pages }, (_unused, at) =>
            at === 0 ? '表' : `表 (${String(at + 1)})`,
          )
          expect(book.SheetNames).toEqual([...names, '計'])
          for (const [page, name] of names.entries()) {
            for (let row = 0; row < room; row++) {
              const at = page * room + row
              const cell = String(2 + row)
              expect(valueIn(book, name, `A${cell}`)).toBe(left[at])
              expect(valueIn(book, name, `B${cell}`)).toBe(right[at])
              expect(valueIn(book, name, `D${cell}`) ?? 0).toBe((left[at] ?? 0) + (right[at] ?? 0))
            }
            below.forEach((value, at) => {
              expect(valueIn(book, name, `A${String(20 + at)}`)).toBe(page === 0 ? value : undefined)
            })
          }
          const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0)
          expect(valueIn(book, '計', 'A1') ?? 0).toBe(sum(left))
          expect(valueIn(book, '計', 'B1') ?? 0).toBe(sum(right))
          expect(valueIn(book, '計', 'C1') ?? 0).toBe(sum(below))
        },
      ),
      { numRuns: 60 },
    )
  })
})
