import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { read as readWithSheetJs, write as writeWithSheetJs } from 'xlsx'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { CellWrite } from '#core/reports/forms/form-writes.ts'
import { sheetPicture } from '#core/reports/forms/sheet-picture.ts'
import { setOpeningPassword } from '#core/reports/forms/opening-password.ts'
import { everyFeature } from '../core/reports/forms/every-feature.ts'
import type { BenchRow } from './bench-row.ts'

const INPUTS = join(import.meta.dirname, '../fixtures/inputs')

/** The three real forms, each with the cells that a report would fill. */
const forms = [
  {
    file: 'kaisai-houkokusho.xlsx',
    sheet: '様式第3号',
    cells: ['X10', 'X11', 'X12', 'G19', 'G21', 'G35', 'G39', 'I26', 'W26', 'W53'],
  },
  {
    file: 'katsudo-geppou.xlsx',
    sheet: '日報',
    cells: ['K6', 'K7', 'K8', 'K9', 'K10', 'L6', 'L7', 'L8', 'L9', 'L10'],
  },
  {
    file: 'jisseki-houkokusho.xlsx',
    sheet: '別紙１',
    cells: ['B30', 'B31', 'B32', 'F30', 'F31', 'F32', 'A42', 'A50', 'A60', 'A70'],
  },
] as const

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

async function timeOf(runs: number, act: () => unknown): Promise<number> {
  await act()
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await act()
    times.push(performance.now() - start)
  }
  return median(times)
}

function fillOurs(bytes: Uint8Array, sheet: string, cells: readonly string[]): Uint8Array {
  const writes = cells.map((cell): CellWrite => ({
    sheet,
    cell,
    value: { kind: 'text', text: `東部協議体 ${cell}` },
  }))
  return fillForm(bytes, { cells: writes, rows: [] }).bytes
}

async function fillTheirs(bytes: Uint8Array, sheet: string, cells: readonly string[]): Promise<void> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(bytes).buffer)
  const worksheet = book.getWorksheet(sheet)
  if (worksheet === undefined) throw new Error(`no sheet ${sheet}`)
  for (const cell of cells) worksheet.getCell(cell).value = `東部協議体 ${cell}`
  await book.xlsx.writeBuffer()
}

/** Reads, sets and writes as SheetJS does, which keeps neither styles nor anything drawn. */
function fillSheetJs(bytes: Uint8Array, sheet: string, cells: readonly string[]): void {
  const book = readWithSheetJs(bytes, { cellStyles: true })
  for (const cell of cells) {
    const worksheet = book.Sheets[sheet]
    if (worksheet !== undefined) worksheet[cell] = { t: 's', v: `東部協議体 ${cell}` }
  }
  writeWithSheetJs(book, { type: 'buffer', bookType: 'xlsx' })
}

/** A roster of 10,000 rows and 20 columns, as a large form. */
async function largeBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('名簿')
  for (let row = 1; row <= 10_000; row++) {
    sheet.addRow(
      Array.from({ length: 20 }, (_unused, column) =>
        column % 4 === 0 ? row : `青羽市東町${String(row)}の${String(column)}`,
      ),
    )
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** A sheet as tangled as squared paper gets: 200 rows of 60 narrow columns with borders, 300 merges. */
async function squaredPaper(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('方眼紙')
  for (let row = 1; row <= 200; row++) {
    for (let column = 1; column <= 60; column++) {
      const cell = sheet.getCell(row, column)
      cell.border = { top: { style: 'thin' }, left: { style: 'thin' } }
      cell.font = { name: 'ＭＳ 明朝', size: 9 + (column % 3) }
      if (column % 4 === 1) cell.value = `項目${String(row)}の${String(column)}`
    }
  }
  for (let at = 0; at < 300; at++) {
    const [row, column] = [Math.floor(at / 6) * 4 + 1, (at % 6) * 10 + 1]
    sheet.mergeCells(row, column, row + 1, column + 3)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function compare(
  name: string,
  runs: number,
  bytes: Uint8Array,
  sheet: string,
  cells: readonly string[],
): Promise<readonly BenchRow[]> {
  const ours = await timeOf(runs, () => fillOurs(bytes, sheet, cells))
  const theirs = await timeOf(runs, () => fillTheirs(bytes, sheet, cells))
  const sheetJs = await timeOf(runs, () => {
    fillSheetJs(bytes, sheet, cells)
  })
  return [
    { name, milliseconds: ours, against: 'exceljs: read, set, write', ratio: theirs / ours },
    { name, milliseconds: ours, against: 'SheetJS: read, set, write (no styles)', ratio: sheetJs / ours },
  ]
}

/** More records than rows: what it takes to put rows in, or to go on on copies of the sheet. */
async function benchRows(whenTooMany: 'insert' | 'continue'): Promise<BenchRow> {
  const bytes = readFileSync(join(INPUTS, 'katsudo-geppou.xlsx'))
  const rows = Array.from({ length: 60 }, (_unused, at) => ({
    K: { kind: 'text', text: `訪問${String(at + 1)}` } as const,
  }))
  const block = { sheet: '日報', firstRow: 6, lastRow: 30, rows, whenTooMany, clearUnused: false }
  const milliseconds = await timeOf(10, () => fillForm(bytes, { cells: [], rows: [block] }))
  return { name: `60 records into 25 rows of katsudo-geppou.xlsx (${whenTooMany})`, milliseconds }
}

/**
 * Filling ten cells of a workbook against exceljs and SheetJS on the same file, which besides lose half of it; and
 * what only this engine does.
 */
export async function benchFillForm(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  for (const { file, sheet, cells } of forms) {
    const bytes = readFileSync(join(INPUTS, file))
    rows.push(...(await compare(`fill 10 cells of ${file}`, 15, bytes, sheet, cells)))
  }
  const features = everyFeature()
  const inFeatures = ['B6', 'B7', 'B8', 'B9', 'B10', 'C6', 'C7', 'C8', 'C9', 'C10']
  const ofFeatures = await timeOf(15, () => fillOurs(features, '様式', inFeatures))
  rows.push({ name: 'fill 10 cells of a form that holds every feature', milliseconds: ofFeatures })
  const squared = await squaredPaper()
  rows.push(
    ...(await compare('fill 10 cells of squared paper, 200 × 60, 300 merges', 9, squared, '方眼紙', [
      'B2',
      'F6',
      'J9',
      'N14',
      'R17',
      'V22',
      'Z25',
      'AD30',
      'AH33',
      'AL38',
    ])),
  )
  const drawn = await timeOf(9, () => sheetPicture(squared, '方眼紙'))
  rows.push({ name: 'draw that sheet for the screen', milliseconds: drawn })
  const large = await largeBook()
  const places = ['B2', 'C3', 'D4', 'F50', 'G60', 'H700', 'J800', 'K9000', 'L9500', 'B10000']
  rows.push(...(await compare('fill 10 cells of a book of 10,000 × 20', 3, large, '名簿', places)))
  rows.push(await benchRows('insert'), await benchRows('continue'))
  const form = readFileSync(join(INPUTS, 'kaisai-houkokusho.xlsx'))
  const password = await timeOf(3, () => setOpeningPassword(form, '青羽2026'))
  rows.push({ name: 'close kaisai-houkokusho.xlsx with an opening password', milliseconds: password })
  return rows
}
