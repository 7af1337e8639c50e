import { PassThrough } from 'node:stream'
import { setImmediate as letOthersRun } from 'node:timers/promises'
import exceljs from 'exceljs'
import type { Column, Style } from 'exceljs'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { toExcelSerial } from '#shared/domain/calendar-date.ts'
import type { ListColumn, ListTable, ListValue } from '../list-table.ts'
import { lineCount, printableText, widthEm } from '../report-text.ts'
import { amountFormat, warekiFormat, warekiFormatOf } from './date-formats.ts'
import { columnLetters, sheetName, textValue } from './sheet-names.ts'

/** Rows written before whatever else waits may run: the zip takes what has been written, and memory stays level. */
const rowsAtOnce = 250

/**
 * A long list as a workbook, written as a stream: head frozen, repeated on each page and filtered, A4 across fitted to
 * the width, dates in 和暦, sums as formulas. One value a cell, no merges: other programs read it too.
 */
export async function writeListWorkbook({ name, columns, rows }: ListTable): Promise<Uint8Array> {
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    stream.once('end', resolve)
    stream.once('error', reject)
  })
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  })
  workbook.creator = 'つどい'
  workbook.title = printableText(name)
  const lastColumn = columnLetters(columns.length)
  const sheet = workbook.addWorksheet(sheetName(name), {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: '1:1',
    },
    headerFooter: {
      oddHeader: `&C&"BIZ UDゴシック,標準"&12${printableText(name).replaceAll('&', '&&')}`,
      oddFooter: '&C&9&P / &N',
    },
  })
  sheet.columns = columns.map(sheetColumn)
  sheet.addRow(columns.map(({ heading }) => textValue(printableText(heading)))).eachCell((cell) => {
    cell.style = headStyle
  })
  sheet.getRow(1).commit()
  let written = 1
  for (const values of rows) {
    const row = sheet.addRow(columns.map((column, position) => cellValue(column, values[position] ?? null)))
    columns.forEach(({ kind }, position) => {
      const value = values[position]
      if (kind === 'date' && typeof value === 'string') setEraFormat(row.getCell(position + 1), value)
    })
    const lines = linesOf(columns, values)
    // LibreOffice does not fit rows to wrapped text by itself.
    if (lines > 1) row.height = Math.min(409, lines * 13 + 3)
    row.commit()
    written += 1
    if (written % rowsAtOnce === 0) await letOthersRun()
  }
  sheet.autoFilter = `A1:${lastColumn}${String(written)}`
  addSums(sheet, columns, written)
  sheet.commit()
  await workbook.commit()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

const font = { name: 'BIZ UDゴシック', size: 10 } as const
const line = { style: 'thin', color: { argb: 'FF999999' } } as const
const border = { top: line, right: line, bottom: line, left: line }
const headStyle: Partial<Style> = {
  font: { ...font, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } },
}

const numberFormats: Readonly<Partial<Record<ListColumn['kind'], string>>> = {
  // As text: a code keeps its zeros in front, and nobody's telephone is computed with.
  text: '@',
  code: '@',
  number: amountFormat,
  date: warekiFormat,
  time: 'h:mm',
}
const usualWidths: Readonly<Record<ListColumn['kind'], number>> = {
  text: 14,
  code: 10,
  number: 6,
  date: 10,
  time: 5,
  'yes-no': 4,
}

function sheetColumn({ heading, kind, widthEm: wanted }: ListColumn): Partial<Column> {
  // A full-width character is two digits wide; one more for the mark of the filter.
  const width = Math.max(wanted ?? usualWidths[kind], Math.min(10, widthEm(heading) + 1.5)) * 2 + 1
  const format = numberFormats[kind]
  return {
    width,
    style: {
      font,
      border,
      alignment: {
        vertical: 'top',
        wrapText: kind === 'text',
        ...(kind === 'number' ? { horizontal: 'right' } : {}),
        ...(kind === 'yes-no' || kind === 'date' || kind === 'time' ? { horizontal: 'center' } : {}),
      },
      ...(format === undefined ? {} : { numFmt: format }),
    },
  }
}

function cellValue({ kind }: ListColumn, value: ListValue): string | number | null {
  if (value === null || value === '') return null
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? '○' : null
  if (kind === 'date') return toExcelSerial(value as CalendarDate, false) ?? value
  if (kind === 'time') return dayPart(value)
  return textValue(printableText(value))
}

/** Lines of the tallest text of a row; what is shorter than its column is not measured. */
function linesOf(columns: readonly ListColumn[], values: readonly ListValue[]): number {
  let most = 1
  columns.forEach(({ kind, widthEm: wanted }, position) => {
    const value = values[position]
    const room = wanted ?? usualWidths.text
    if (kind !== 'text' || typeof value !== 'string') return
    if (value.length <= room && !value.includes('\n')) return
    most = Math.max(most, lineCount(value, room))
  })
  return most
}

/** 13:30 as the part of a day that Excel counts. */
function dayPart(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return ((hours ?? 0) * 60 + (minutes ?? 0)) / 1440
}

function setEraFormat(cell: exceljs.Cell, date: string): void {
  const format = warekiFormatOf(date as CalendarDate)
  if (format !== warekiFormat) cell.numFmt = format
}

/** SUBTOTAL leaves out what a filter hides. */
function addSums(
  sheet: Pick<exceljs.Worksheet, 'getRow'>,
  columns: readonly ListColumn[],
  lastRow: number,
): void {
  if (!columns.some(({ sum }) => sum === true) || lastRow < 2) return
  const row = sheet.getRow(lastRow + 1)
  columns.forEach(({ sum }, position) => {
    const cell = row.getCell(position + 1)
    if (sum === true) {
      const letter = columnLetters(position + 1)
      cell.value = { formula: `SUBTOTAL(109,${letter}2:${letter}${String(lastRow)})` }
    } else if (position === 0) cell.value = '合計'
    cell.style = { ...headStyle, numFmt: amountFormat }
  })
  row.commit()
}
