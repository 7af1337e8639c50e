import { Refusal } from '#shared/contract/errors.ts'
import {
  type CalendarDate,
  dateParts,
  formatWareki,
  fromExcelSerial,
  isCalendarDate,
} from '#shared/domain/calendar-date.ts'
import { type CellRange, parseRange } from '../reports/forms/cell-address.ts'
import { unescapeCellText } from '../reports/forms/xml-text.ts'
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS, type ReadCell, type ReadRow } from './read-table.ts'
import { createStringCollector, type ReadString } from './string-reader.ts'
import { plainStyle, type ReadStyle } from './style-reader.ts'
import { attributeIn, isTrue, scanXml } from './xml-scan.ts'

export interface SheetContents {
  readonly rows: readonly ReadRow[]
  readonly merges: readonly CellRange[]
  readonly hiddenColumns: ReadonlySet<number>
}

export interface SheetSurroundings {
  readonly strings: readonly ReadString[]
  readonly styles: readonly ReadStyle[]
  readonly date1904: boolean
}

/** `AG12` → 33 without making strings; 0 when there is no column in it. */
function columnOf(address: string): number {
  let column = 0
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column
}

/** 9830081 by 000\-0000 → 983-0081. */
function byPattern(value: number, pattern: string): string {
  const places = pattern.replace(/[^0]/g, '').length
  const digits = String(Math.round(Math.abs(value))).padStart(places, '0')
  let left = digits.length
  let text = ''
  for (const sign of [...pattern].reverse()) {
    text = (sign === '0' ? digits.charAt(--left) : sign) + text
  }
  return digits.slice(0, left) + text
}

/** Whole numbers without exponent; Excel itself shows fifteen figures. */
function plainNumber(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)))
}

function dateText(date: CalendarDate, wareki: boolean): string {
  if (wareki) return formatWareki(date)
  const { year, month, day } = dateParts(date)
  return `${year}/${month}/${day}`
}

function numberCell(column: number, raw: string, style: ReadStyle, date1904: boolean): ReadCell {
  const value = Number(raw)
  const base = { column, reading: null, struck: style.struck, red: style.red }
  if (!Number.isFinite(value)) return { ...base, text: raw, number: null, date: null }
  if (style.format.kind === 'date') {
    const date = fromExcelSerial(value, date1904)
    if (date !== null) return { ...base, text: dateText(date, style.format.wareki), number: null, date }
  }
  const text = style.format.kind === 'pattern' ? byPattern(value, style.format.pattern) : plainNumber(value)
  return { ...base, text, number: value, date: null }
}

function textCell(column: number, string: ReadString, style: ReadStyle): ReadCell | null {
  // Blanks alone are what a person sees as an empty cell.
  if (string.text.trim() === '') return null
  const struck = style.struck || string.struck
  return {
    column,
    text: string.text,
    reading: string.reading,
    number: null,
    date: null,
    struck,
    red: style.red,
  }
}

const unmarked = { reading: null, struck: false }
const errorValue = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)/

function cellOf(
  type: string,
  column: number,
  raw: string,
  style: ReadStyle,
  around: SheetSurroundings,
): ReadCell | null {
  if (type === 's') {
    const string = around.strings[Number(raw)]
    return string === undefined ? null : textCell(column, string, style)
  }
  if (raw === '') return null
  if (type === 'n' || type === '') return numberCell(column, raw.trim(), style, around.date1904)
  if (type === 'b') return textCell(column, { text: isTrue(raw) ? 'TRUE' : 'FALSE', ...unmarked }, style)
  if (type === 'd' && isCalendarDate(raw.slice(0, 10))) {
    const date = raw.slice(0, 10)
    if (isCalendarDate(date)) {
      return {
        column,
        text: dateText(date, false),
        number: null,
        date,
        red: style.red,
        reading: null,
        struck: style.struck,
      }
    }
  }
  const text = unescapeCellText(raw)
  return errorValue.test(text) ? null : textCell(column, { text, ...unmarked }, style)
}

function hideColumns(attributes: string, hidden: Set<number>): void {
  if (!isTrue(attributeIn(attributes, 'hidden'))) return
  const from = Number(attributeIn(attributes, 'min'))
  const to = Math.min(Number(attributeIn(attributes, 'max')), MAX_COLUMNS)
  for (let column = from; column <= to; column++) hidden.add(column)
}

/**
 * Reads the cells of a sheet that hold something. A formula counts with the value it had when the workbook
 * was saved; an error value (#REF!) is nothing.
 *
 * @throws Refusal `workbook-too-large` beyond the caps of read-table.ts, and as scanXml
 */
export function readSheetXml(xml: string, part: string, around: SheetSurroundings): SheetContents {
  const rows: ReadRow[] = []
  const merges: CellRange[] = []
  const hiddenColumns = new Set<number>()
  const inline = createStringCollector()
  let cellCount = 0
  let rowNumber = 0
  let rowHidden = false
  let cells: ReadCell[] = []
  let column = 0
  let type = ''
  let style = plainStyle
  let raw = ''
  let holder: 'none' | 'value' | 'inline' = 'none'
  const openCell = (attributes: string): void => {
    column = columnOf(attributeIn(attributes, 'r') ?? '') || column + 1
    type = attributeIn(attributes, 't') ?? ''
    style = around.styles[Number(attributeIn(attributes, 's') ?? 0)] ?? plainStyle
    raw = ''
  }
  const closeCell = (): void => {
    const string = type === 'inlineStr' ? inline.take() : null
    if (column > MAX_COLUMNS) return
    const cell = string === null ? cellOf(type, column, raw, style, around) : textCell(column, string, style)
    if (cell === null) return
    cells.push(cell)
    if (++cellCount > MAX_CELLS) throw new Refusal('workbook-too-large', { limit: MAX_CELLS })
  }
  const closeRow = (): void => {
    if (cells.length > 0) rows.push({ row: rowNumber, hidden: rowHidden, cells })
    if (rows.length > MAX_ROWS) throw new Refusal('workbook-too-large', { limit: MAX_ROWS })
    cells = []
  }
  scanXml(xml, part, {
    onOpen(name, attributes) {
      if (holder === 'inline') inline.onOpen(name, attributes)
      else if (name === 'c') openCell(attributes)
      else if (name === 'v') holder = 'value'
      else if (name === 'is') holder = 'inline'
      else if (name === 'row') {
        rowNumber = Number(attributeIn(attributes, 'r')) || rowNumber + 1
        rowHidden = isTrue(attributeIn(attributes, 'hidden'))
        column = 0
      } else if (name === 'col') hideColumns(attributes, hiddenColumns)
      else if (name === 'mergeCell') {
        const range = parseRange(attributeIn(attributes, 'ref') ?? '')
        if (range !== undefined && merges.length < MAX_ROWS) merges.push(range)
      }
    },
    onClose(name) {
      if (holder === 'inline' && name !== 'is') inline.onClose(name)
      else if (name === 'c') closeCell()
      else if (name === 'v' || name === 'is') holder = 'none'
      else if (name === 'row') closeRow()
    },
    onText(text) {
      if (holder === 'value') raw += text
      else if (holder === 'inline') inline.onText(text)
    },
  })
  return { rows, merges, hiddenColumns }
}
