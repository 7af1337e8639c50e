import { PassThrough } from 'node:stream'
import exceljs from 'exceljs'
import type { Border, Cell, CellFormulaValue, CellRichTextValue, PageSetup, Style } from 'exceljs'
import {
  type Footer,
  marginsMm,
  type Paper,
  type PaperSize,
  type ReportDocument,
  type ReportFont,
} from '../report-document.ts'
import { printableText } from '../report-text.ts'
import { emMm, type PlacedCell, type PlacedReference, type SheetRow } from './sheet-cells.ts'
import { layOutSheet, type SheetLayout } from './sheet-layout.ts'
import { columnLetters, sheetName, textValue } from './sheet-names.ts'

/**
 * The document as a workbook that staff edit on: one sheet, fitted to the width of the paper, the head of a
 * list repeated on each page. Texts are always strings, so that nothing typed by a person becomes a formula.
 */
export async function writeWorkbook(document: ReportDocument): Promise<Uint8Array> {
  const layout = layOutSheet(document)
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    stream.once('end', resolve)
    stream.once('error', reject)
  })
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  workbook.creator = 'つどい'
  workbook.title = printableText(document.title)
  const sheet = workbook.addWorksheet(sheetName(document.name), {
    pageSetup: pageSetup(document.paper, layout),
    headerFooter:
      document.footer.pageNumbers || footerText(document.footer) !== ''
        ? { oddFooter: footerText(document.footer) }
        : {},
    views: [
      layout.repeatedRow === null
        ? { state: 'normal', showGridLines: false }
        : { state: 'frozen', ySplit: layout.repeatedRow + 1, showGridLines: false },
    ],
  })
  sheet.columns = layout.edgesMm.slice(1).map((edge, position) => ({
    width: columnWidth(edge - (layout.edgesMm[position] ?? 0)),
  }))
  layout.rows.forEach((laid, position) => {
    const row = sheet.getRow(position + 1)
    row.height = laid.heightMm / emMm(1)
    writeRow(laid, layout.edgesMm, fontNames[document.font], {
      row: position + 1,
      cellAt: (column) => row.getCell(column + 1),
      merge: (from, to) => sheet.mergeCells(position + 1, from + 1, position + 1, to + 1),
    })
    if (laid.breakAfter === true) row.addPageBreak()
    row.commit()
  })
  await workbook.commit()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

/** Windows' own names of the BIZ UD fonts, on every PC since Windows 10 of 2018. */
const fontNames: Readonly<Record<ReportFont, string>> = {
  mincho: 'BIZ UD明朝 Medium',
  gothic: 'BIZ UDゴシック',
}

const paperNumbers: Readonly<Record<PaperSize, number>> = { A4: 9, B4: 12, A3: 8, N3: 73, HG: 43 }

function pageSetup(paper: Paper, { rows, edgesMm, repeatedRow }: SheetLayout): Partial<PageSetup> {
  const inches = (length: number): number => length / 25.4
  const margins = marginsMm[paper.margins]
  const lastColumn = columnLetters(edgesMm.length - 1)
  return {
    paperSize: paperNumbers[paper.size],
    orientation: paper.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      left: inches(margins.left),
      right: inches(margins.right),
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      header: 0.3,
      footer: 0.3,
    },
    // exceljs writes `A1:D20` as `$A1:$D20`, which LibreOffice ignores.
    printArea: `A$1:${lastColumn}$${String(Math.max(1, rows.length))}`,
    ...(repeatedRow === null
      ? {}
      : { printTitlesRow: `${String(repeatedRow + 1)}:${String(repeatedRow + 1)}` }),
  }
}

/** Longest footer that Excel takes, both sides and codes together, is 255 characters. */
const longestSide = 100

function footerText({ left, right, pageNumbers }: Footer): string {
  // && is one &; a digit right behind &8 would be read as part of the size.
  const side = (code: string, text: string): string =>
    text === ''
      ? ''
      : `${code}&8${/^\d/.test(text) ? ' ' : ''}${printableText(text).slice(0, longestSide).replaceAll('&', '&&')}`
  return side('&L', left) + (pageNumbers ? '&C&9&P / &N' : '') + side('&R', right)
}

/**
 * Millimetres as a workbook's file counts widths: digits of the default font, 7 pixels each at 96 dpi. The 5 pixels of padding are
 * within them there, though not in the number that Excel shows.
 */
function columnWidth(widthMm: number): number {
  return Math.max(0.5, Math.round((widthMm / 25.4) * 96) / 7)
}

interface RowTarget {
  /** As Excel counts it. */
  readonly row: number
  readonly cellAt: (column: number) => Cell
  readonly merge: (from: number, to: number) => void
}

function writeRow(
  row: SheetRow,
  edgesMm: readonly number[],
  font: string,
  { row: number, cellAt, merge }: RowTarget,
): void {
  for (const placed of row.cells) {
    const from = edgesMm.indexOf(placed.fromMm)
    const to = edgesMm.indexOf(placed.toMm) - 1
    for (let column = from; column <= to; column += 1) cellAt(column).style = styleOf(placed, font)
    cellAt(from).value = richText(placed, font) ?? valueOf(placed, number, edgesMm)
    if (to > from) merge(from, to)
  }
  if (row.frame !== undefined) drawFrame(row.frame, edgesMm.length - 2, cellAt)
}

function drawFrame(
  { top, bottom }: NonNullable<SheetRow['frame']>,
  last: number,
  cellAt: RowTarget['cellAt'],
): void {
  const line: Partial<Border> = { style: 'thin' }
  for (let column = 0; column <= last; column += 1) {
    const sides = {
      ...(column === 0 ? { left: line } : {}),
      ...(column === last ? { right: line } : {}),
      ...(top ? { top: line } : {}),
      ...(bottom ? { bottom: line } : {}),
    }
    if (Object.keys(sides).length > 0) {
      const cell = cellAt(column)
      // Cells of one merge share a style: a copy keeps the frame's side on its own cell.
      cell.style = { ...cell.style, border: sides }
    }
  }
}

/** Millimetres of a column's edge are those of the table before they were laid on the sheet's: the nearest is it. */
function nearestEdge(atMm: number, edgesMm: readonly number[]): number {
  return edgesMm.reduce(
    (best, edge, position) =>
      Math.abs(edge - atMm) < Math.abs((edgesMm[best] ?? 0) - atMm) ? position : best,
    0,
  )
}

/** Only what our own builders put together becomes a formula: rows and columns, never text. */
function formulaOf(
  placed: PlacedCell,
  row: number,
  edgesMm: readonly number[],
): { readonly formula: string; readonly result: number } | null {
  const { formula, number } = placed
  if (formula === undefined || number === undefined) return null
  const address = ({ rows, fromMm }: PlacedReference): string =>
    `${columnLetters(nearestEdge(fromMm, edgesMm) + 1)}${String(row + rows)}`
  const here = placed.fromMm
  const text = (): string => {
    switch (formula.kind) {
      case 'sum':
        return `SUM(${address({ rows: formula.fromRows, fromMm: here })}:${address({ rows: formula.toRows, fromMm: here })})`
      case 'sum-across':
        return `SUM(${address({ rows: 0, fromMm: formula.fromMm })}:${address({ rows: 0, fromMm: formula.toMm })})`
      case 'add':
        return formula.rows.map((rows) => address({ rows, fromMm: here })).join('+')
      case 'difference':
        return `${address(formula.of)}-${address(formula.less)}`
    }
  }
  return { formula: text(), result: number }
}

/** Lines of several sizes in one cell; null where all are alike. */
function richText({ lines }: PlacedCell, font: string): CellRichTextValue | null {
  if (lines === undefined) return null
  const parts = lines.map(({ text, points }, position) => ({
    font: { name: font, size: Math.round(points * 2) / 2 },
    text: textValue(position === 0 ? text : `\n${text}`),
  }))
  // exceljs keeps strings under what they turn into: without words of its own every cell would get those of the first.
  return { richText: parts, toString: () => JSON.stringify(parts) } as CellRichTextValue
}

function valueOf(
  placed: PlacedCell,
  row: number,
  edgesMm: readonly number[],
): string | number | CellFormulaValue | null {
  const { text, number } = placed
  const formula = formulaOf(placed, row, edgesMm)
  // exceljs wants the day format of the workbook told with a formula's type; it is not used for numbers.
  if (formula !== null) return { ...formula, date1904: false }
  if (number !== undefined) return number
  if (text === '') return null
  return textValue(text)
}

const horizontal = { start: 'left', center: 'center', end: 'right', spread: 'distributed' } as const

function styleOf(cell: PlacedCell, font: string): Partial<Style> {
  const line: Partial<Border> = { style: 'thin' }
  return {
    font: { name: font, size: Math.round(cell.points * 2) / 2, bold: cell.bold },
    alignment: {
      horizontal: horizontal[cell.align],
      vertical: cell.vertical,
      wrapText: cell.align !== 'spread',
      indent: cell.indent,
    },
    ...(cell.yen === true ? { numFmt: '#,##0;"△"#,##0' } : {}),
    ...(cell.border === 'thin' ? { border: bordersOf(cell, line) } : {}),
    ...(cell.border === 'bottom' ? { border: { bottom: line } } : {}),
    ...(cell.shaded ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEEEEE' } } } : {}),
  }
}

function bordersOf({ joined }: PlacedCell, line: Partial<Border>): Style['border'] {
  return {
    right: line,
    left: line,
    ...(joined?.above === true ? {} : { top: line }),
    ...(joined?.below === true ? {} : { bottom: line }),
  }
}
