import { type CalendarDate, toExcelSerial } from '#shared/domain/calendar-date.ts'
import type { ListColumn, ListValue } from '../list-table.ts'
import { lineCount, printableText, widthEm } from '../report-text.ts'
import { lookOf, lookOfDay } from './list-workbook-parts.ts'
import { columnLetters, textValue } from './sheet-names.ts'
import { xmlText } from './xml-text.ts'

/** The one sheet of a long list, piece by piece: what stands before the rows, each row, and what stands behind them. */

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const usualWidths: Readonly<Record<ListColumn['kind'], number>> = {
  text: 14,
  code: 10,
  number: 6,
  date: 10,
  time: 5,
  'yes-no': 4,
}
/** Points of a line of the list's letters; Excel shows no row taller than 409. */
const linePoints = 13
const tallestPoints = 409

/** Head frozen and widths that fit Japanese text. */
export function sheetOpening(columns: readonly ListColumn[]): string {
  const cols = columns.map(({ heading, kind, widthEm: wanted }, position) => {
    // A full-width character is two digits wide; one more for the mark of the filter.
    const width = Math.max(wanted ?? usualWidths[kind], Math.min(10, widthEm(heading) + 1.5)) * 2 + 1
    const at = String(position + 1)
    return `<col min="${at}" max="${at}" width="${String(width)}" style="${String(lookOf(kind))}" customWidth="1"/>`
  })
  const head = columns.map(({ heading }, position) =>
    textCell(columnLetters(position + 1), 1, lookOf('head'), heading),
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData><row r="1">${head.join('')}</row>`
}

/** A4 across fitted to the width, the list's name above each page and its number below. */
export function sheetClosing(name: string, columns: number, lastRow: number): string {
  const title = xmlText(printableText(name).replaceAll('&', '&&'))
  return `</sheetData><autoFilter ref="A1:${columnLetters(columns)}${String(lastRow)}"/><pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddHeader>&amp;C&amp;"BIZ UDゴシック,標準"&amp;12${title}</oddHeader><oddFooter>&amp;C&amp;9&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`
}

/** Writes the rows of these columns; what is alike in all rows is worked out once. */
export function rowWriter(
  columns: readonly ListColumn[],
): (values: readonly ListValue[], row: number) => string {
  const places = columns.map((column, position) => ({
    kind: column.kind,
    letters: columnLetters(position + 1),
    look: lookOf(column.kind),
    room: column.widthEm ?? usualWidths.text,
  }))
  return (values, row) => {
    let cells = ''
    let lines = 1
    for (let position = 0; position < places.length; position += 1) {
      const place = places[position]
      if (place === undefined) continue
      const value = values[position] ?? null
      cells += cellXml(place, row, value)
      // What is shorter than its column is not measured.
      if (
        place.kind === 'text' &&
        typeof value === 'string' &&
        (value.length > place.room || value.includes('\n'))
      )
        lines = Math.max(lines, lineCount(value, place.room))
    }
    // LibreOffice does not fit rows to wrapped text by itself.
    const height =
      lines > 1 ? ` ht="${String(Math.min(tallestPoints, lines * linePoints + 3))}" customHeight="1"` : ''
    return `<row r="${String(row)}"${height}>${cells}</row>`
  }
}

/** 合計 below the last row; SUBTOTAL leaves out what a filter hides. The sums stand with it, for who only looks. */
export function sumRow(columns: readonly ListColumn[], sums: readonly number[], lastRow: number): string {
  const row = lastRow + 1
  const cells = columns.map(({ sum }, position) => {
    const letters = columnLetters(position + 1)
    const look = lookOf('sum')
    if (sum === true)
      return `<c r="${letters}${String(row)}" s="${String(look)}"><f>SUBTOTAL(109,${letters}2:${letters}${String(lastRow)})</f><v>${String(sums[position] ?? 0)}</v></c>`
    return position === 0 ? textCell(letters, row, look, '合計') : emptyCell(letters, row, look)
  })
  return `<row r="${String(row)}">${cells.join('')}</row>`
}

interface CellPlace {
  readonly kind: ListColumn['kind']
  readonly letters: string
  readonly look: number
}

function cellXml({ kind, letters, look }: CellPlace, row: number, value: ListValue): string {
  if (value === null || value === '' || value === false) return emptyCell(letters, row, look)
  if (typeof value === 'number') return numberCell(letters, row, look, value)
  if (value === true) return textCell(letters, row, look, '○')
  if (kind === 'date') {
    // Written by the reader of a date field, checked when it was recorded.
    const date = value as CalendarDate
    const serial = toExcelSerial(date, false)
    if (serial !== null) return numberCell(letters, row, lookOfDay(date), serial)
  }
  return kind === 'time'
    ? numberCell(letters, row, look, dayPart(value))
    : textCell(letters, row, look, value)
}

const emptyCell = (letters: string, row: number, look: number): string =>
  `<c r="${letters}${String(row)}" s="${String(look)}"/>`

const numberCell = (letters: string, row: number, look: number, value: number): string =>
  `<c r="${letters}${String(row)}" s="${String(look)}"><v>${String(value)}</v></c>`

/** A string in its cell, whatever it looks like: nothing that was typed becomes a formula. */
const textCell = (letters: string, row: number, look: number, text: string): string =>
  `<c r="${letters}${String(row)}" s="${String(look)}" t="inlineStr"><is><t xml:space="preserve">${xmlText(textValue(text))}</t></is></c>`

/** 13:30 as the part of a day that Excel counts. */
function dayPart(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return ((hours ?? 0) * 60 + (minutes ?? 0)) / 1440
}
