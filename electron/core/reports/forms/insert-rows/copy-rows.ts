import { columnLetters, formatRange, parseRange } from '../cell-address.ts'
import { shiftFormula } from '../formula-tokens.ts'
import { childOf, listCells, listRows, type CellXml, type RowPlace, type SheetXml } from '../sheet-xml.ts'
import { escapeXml, readAttribute, withAttribute } from '../xml-text.ts'
import { recordTop, rowCount, shiftRow, type RowInsertion } from './row-insertion.ts'

/** The formula of a cell as it reads there, shared ones written out. */
export type FormulaTextAt = (row: number, column: number) => string | undefined

const cellName = (column: number, row: number): string => `${columnLetters(column)}${String(row)}`

function renumberedRow(sheet: SheetXml, row: RowPlace, number: number): string {
  const tag = withAttribute(sheet.data.slice(row.start, row.tagEnd), 'r', String(number))
  const body = sheet.data.slice(row.tagEnd, row.end)
  let out = ''
  let copied = 0
  for (const cell of listCells(sheet, row)) {
    const start = body.indexOf(cell.raw, copied)
    out += body.slice(copied, start) + withAttribute(cell.tag, 'r', cellName(cell.column, number))
    copied = start + cell.tag.length
  }
  return tag + out + body.slice(copied)
}

/** A running number goes on (24, 25 → 26); any other content is the same in each row of the form. */
function continuedNumber(
  cell: CellXml,
  before: CellXml | undefined,
  prefix: string,
  copy: number,
): string | undefined {
  const valueOf = (of: CellXml | undefined): number | undefined => {
    if (of === undefined || (readAttribute(of.tag, 't') ?? 'n') !== 'n') return undefined
    const text = childOf(of, prefix, 'v')?.inner ?? ''
    return /^\d{1,6}$/.test(text) ? Number(text) : undefined
  }
  const value = valueOf(cell)
  const earlier = valueOf(before)
  if (value === undefined || earlier === undefined || value !== earlier + 1) return undefined
  return `<${prefix}v>${String(value + copy)}</${prefix}v>`
}

function copiedFormula(cell: CellXml, prefix: string, text: string, rows: number): string {
  const tag = childOf(cell, prefix, 'f')?.tag ?? ''
  const moved = escapeXml(shiftFormula(text, rows, 0))
  const range = parseRange(readAttribute(tag, 'ref') ?? '')
  if (readAttribute(tag, 't') !== 'array' || range === undefined) return `<${prefix}f>${moved}</${prefix}f>`
  const ref = formatRange({ ...range, top: range.top + rows, bottom: range.bottom + rows })
  return `${withAttribute(tag, 'ref', ref).replace(/\s*\/>$/, '>')}${moved}</${prefix}f>`
}

interface CopyPlan {
  readonly sheet: SheetXml
  readonly insertion: RowInsertion
  readonly formulaAt: FormulaTextAt
  readonly cellsAt: (row: number) => readonly CellXml[]
}

function copiedCell(cell: CellXml, copy: number, { sheet, insertion, formulaAt, cellsAt }: CopyPlan): string {
  const { prefix } = sheet
  const rows = copy * insertion.rowsPerRecord
  const bare = ['cm', 'vm', 't'].reduce((tag, name) => withAttribute(tag, name, undefined), cell.tag)
  const open = withAttribute(bare, 'r', cellName(cell.column, cell.row + rows)).replace(/\s*\/?>$/, '')
  const close = (inner: string): string => (inner === '' ? `${open}/>` : `${open}>${inner}</${prefix}c>`)
  const text = formulaAt(cell.row, cell.column)
  if (text !== undefined) return close(copiedFormula(cell, prefix, text, rows))
  const offset = cell.row - recordTop(insertion)
  const isBlank = insertion.blanks.some((blank) => blank.offset === offset && blank.column === cell.column)
  // A cell of a larger array formula has a shown value only; it goes with its formula.
  if (isBlank || childOf(cell, prefix, 'f') !== undefined || cell.inner === '') return close('')
  const before = cellsAt(cell.row - insertion.rowsPerRecord).find((other) => other.column === cell.column)
  const continued = continuedNumber(cell, before, prefix, copy)
  const type = readAttribute(cell.tag, 't')
  const typed = type === undefined ? open : `${open} t="${type}"`
  return `${typed}>${continued ?? cell.inner}</${prefix}c>`
}

function copiedRow(row: RowPlace, copy: number, plan: CopyPlan): string {
  const { sheet, insertion, cellsAt } = plan
  const number = row.number + copy * insertion.rowsPerRecord
  const tag = withAttribute(sheet.data.slice(row.start, row.tagEnd), 'r', String(number))
  const cells = cellsAt(row.number)
    .map((cell) => copiedCell(cell, copy, plan))
    .join('')
  if (tag.endsWith('/>') || cells === '') return `${tag.replace(/\s*\/?>$/, '')}/>`
  return `${tag}${cells}</${sheet.prefix}row>`
}

/**
 * The rows with copies of the last record put in, and everything below renumbered. Copies have the height,
 * the styles, the fixed words and the formulas of the record, but no values of their own.
 */
export function copyRows(sheet: SheetXml, insertion: RowInsertion, formulaAt: FormulaTextAt): SheetXml {
  const rows = listRows(sheet)
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const cellsAt = (number: number): readonly CellXml[] => {
    const row = byNumber.get(number)
    return row === undefined ? [] : listCells(sheet, row)
  }
  const plan: CopyPlan = { sheet, insertion, formulaAt, cellsAt }
  const template = rows.filter(({ number }) => number >= recordTop(insertion) && number <= insertion.lastRow)
  const below = rows.filter(({ number }) => number > insertion.lastRow)
  const place = below[0]?.start ?? sheet.data.length
  const copies: string[] = []
  for (let copy = 1; copy <= insertion.records; copy++) {
    for (const row of template) copies.push(copiedRow(row, copy, plan))
  }
  let tail = ''
  let copied = place
  for (const row of below) {
    tail += sheet.data.slice(copied, row.start)
    tail += renumberedRow(sheet, row, shiftRow(insertion, row.number))
    copied = row.end
  }
  return {
    ...sheet,
    data: sheet.data.slice(0, place) + copies.join('') + tail + sheet.data.slice(copied),
  }
}

/** The greatest row number that has an element, after the rows were put in. */
export const lastRowAfter = (sheet: SheetXml, insertion: RowInsertion): number =>
  (listRows(sheet).at(-1)?.number ?? 0) + rowCount(insertion)
