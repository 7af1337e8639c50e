import exceljs from 'exceljs'
import type { Borders, Worksheet } from 'exceljs'

/** The hand of a careful clerk: one face of letters, thin rules, grey heads, printed on A4. */
export interface DrawnForm {
  /** File name without its ending; also that of the mapping. */
  readonly file: string
  readonly sheets: readonly DrawnSheet[]
  readonly mapping: object
}

export interface DrawnSheet {
  readonly name: string
  readonly landscape?: boolean
  readonly size?: 'A4' | 'A3'
  /** Widths of the columns in full-width characters. */
  readonly widths: readonly number[]
  /** Rows that are not of the usual height, in points. */
  readonly heights?: Readonly<Record<number, number>>
  readonly cells: readonly DrawnCell[]
  /** Rows repeated on each page: 5:6. */
  readonly head?: string
}

export interface DrawnCell {
  /** A1 or, merged, A1:D1. */
  readonly at: string
  readonly text?: string
  readonly formula?: string
  readonly align?: 'left' | 'center' | 'right' | 'distributed'
  readonly vertical?: 'top' | 'middle'
  readonly ruled?: boolean
  readonly head?: boolean
  readonly size?: number
  readonly bold?: boolean
  readonly format?: string
}

const line = { style: 'thin' } as const
const frame: Partial<Borders> = { top: line, right: line, bottom: line, left: line }

export async function drawWorkbook({ sheets }: DrawnForm): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook()
  workbook.creator = 'つどい'
  for (const sheet of sheets) drawSheet(workbook, sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Excel's own numbers of paper sizes. */
const paperNumbers: Readonly<Record<'A3' | 'A4', number>> = { A3: 8, A4: 9 }

function drawSheet(workbook: exceljs.Workbook, drawn: DrawnSheet): void {
  const sheet = workbook.addWorksheet(drawn.name, {
    views: [{ showGridLines: false }],
    properties: { defaultRowHeight: 21 },
    pageSetup: {
      paperSize: paperNumbers[drawn.size ?? 'A4'],
      orientation: drawn.landscape === true ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.7, right: 0.7, top: 0.75, bottom: 0.7, header: 0.3, footer: 0.3 },
      ...(drawn.head === undefined ? {} : { printTitlesRow: drawn.head }),
    },
    headerFooter: { oddFooter: '&C&9&P / &N' },
  })
  sheet.columns = drawn.widths.map((width) => ({ width: width * 2 + 0.7 }))
  for (const cell of drawn.cells) drawCell(sheet, cell)
  const last = Math.max(...drawn.cells.map(({ at }) => Number(/(\d+)$/.exec(at)?.[1] ?? 1)))
  for (let row = 1; row <= last; row += 1) sheet.getRow(row).height = drawn.heights?.[row] ?? 21
}

function drawCell(sheet: Worksheet, cell: DrawnCell): void {
  const [first = 'A1'] = cell.at.split(':')
  if (cell.at.includes(':')) sheet.mergeCells(cell.at)
  const target = sheet.getCell(first)
  if (cell.formula !== undefined) target.value = { formula: cell.formula }
  else if (cell.text !== undefined) target.value = cell.text
  const style: Partial<exceljs.Style> = {
    font: { name: 'BIZ UDゴシック', size: cell.size ?? 10.5, bold: cell.bold ?? false },
    alignment: {
      horizontal: cell.align ?? (cell.head === true ? 'center' : 'left'),
      vertical: cell.vertical ?? 'middle',
      wrapText: cell.align !== 'distributed',
      indent: cell.align === 'distributed' || (cell.ruled === true && cell.align === undefined) ? 1 : 0,
    },
    ...(cell.format === undefined ? {} : { numFmt: cell.format }),
    ...(cell.ruled === true || cell.head === true ? { border: frame } : {}),
    ...(cell.head === true
      ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0EC' } } as const }
      : {}),
  }
  // Each cell of a merge has its own sides of the frame.
  const [from, to] = [sheet.getCell(first), sheet.getCell(cell.at.split(':')[1] ?? first)]
  for (let row = Number(from.row); row <= Number(to.row); row += 1) {
    for (let column = Number(from.col); column <= Number(to.col); column += 1) {
      sheet.getCell(row, column).style = style
    }
  }
}

const letters = (column: number): string => String.fromCharCode(64 + column)

/** Heads of a table in one row, from column A on. */
export function heads(row: number, texts: readonly string[]): readonly DrawnCell[] {
  return texts.map((text, position) => ({ at: `${letters(position + 1)}${String(row)}`, text, head: true }))
}

/** Heights of rows in points, by their numbers. */
export function heightsOf(
  rows: readonly (readonly [row: number, points: number])[],
): Readonly<Record<number, number>> {
  return Object.fromEntries(rows)
}

/** Empty ruled rows below them. `formats` by column. */
export function blankRows(
  first: number,
  last: number,
  columns: number,
  looks: Readonly<Record<number, Partial<DrawnCell>>> = {},
): readonly DrawnCell[] {
  return Array.from({ length: last - first + 1 }, (_, row) =>
    Array.from({ length: columns }, (__, column) => ({
      at: `${letters(column + 1)}${String(first + row)}`,
      ruled: true,
      ...looks[column + 1],
    })),
  ).flat()
}
