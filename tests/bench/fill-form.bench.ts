import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { CellWrite } from '#core/reports/forms/form-writes.ts'
import type { BenchRow } from './bench-row.ts'

const FORM = join(import.meta.dirname, '../fixtures/inputs/kaisai-houkokusho.xlsx')
const SHEET = '様式第3号'
const CELLS = ['X10', 'X11', 'X12', 'G19', 'G21', 'G35', 'G39', 'I26', 'W26', 'W53'] as const

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

async function compare(
  name: string,
  runs: number,
  bytes: Uint8Array,
  sheet: string,
  cells: readonly string[],
): Promise<BenchRow> {
  const ours = await timeOf(runs, () => fillOurs(bytes, sheet, cells))
  const theirs = await timeOf(runs, () => fillTheirs(bytes, sheet, cells))
  return { name, milliseconds: ours, against: 'exceljs: read, set, write', ratio: theirs / ours }
}

/** Filling ten cells of a workbook against exceljs on the same file, which besides loses half of it. */
export async function benchFillForm(): Promise<readonly BenchRow[]> {
  const large = await largeBook()
  return [
    await compare('fill 10 cells of kaisai-houkokusho.xlsx', 25, readFileSync(FORM), SHEET, CELLS),
    await compare('fill 10 cells of a book of 10,000 × 20', 3, large, '名簿', [
      'B2',
      'C3',
      'D4',
      'F50',
      'G60',
      'H700',
      'J800',
      'K9000',
      'L9500',
      'B10000',
    ]),
  ]
}
