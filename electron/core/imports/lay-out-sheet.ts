import type { SheetLayout } from '#shared/domain/import-plan.ts'
import { columnLetters } from '../reports/forms/cell-address.ts'
import type { CellRange } from '../reports/forms/cell-address.ts'
import { fieldOfHeading } from './column-fields.ts'
import { type FoundTable, findTable, type TableWish } from './find-table.ts'
import { MAX_COLUMNS, type ReadCell, type ReadRow, type ReadSheet } from './read-table.ts'

/** A sheet as one table from top to bottom, however it was laid out. */
export interface LaidOut {
  readonly sheet: ReadSheet
  readonly table: FoundTable
  readonly layout: SheetLayout
}

const placed = (cell: ReadCell, row: number): ReadCell => ({
  ...cell,
  at: cell.at ?? `${columnLetters(cell.column)}${row}`,
})

/** Rows for columns: headings down the side, a person in each column. Each cell keeps the address that a person sees. */
function turn(sheet: ReadSheet): ReadSheet {
  const lastRow = sheet.rows.at(-1)?.row ?? 0
  const byColumn = new Map<number, ReadCell[]>()
  const hiddenRows = new Set<number>()
  for (const { row, hidden, cells } of sheet.rows) {
    if (hidden) hiddenRows.add(row)
    for (const cell of cells) {
      const own = byColumn.get(cell.column) ?? []
      own.push({ ...placed(cell, row), column: row })
      byColumn.set(cell.column, own)
    }
  }
  const turned = ({ top, left, bottom, right }: CellRange): CellRange => ({
    top: left,
    left: top,
    bottom: right,
    right: bottom,
  })
  return {
    ...sheet,
    rows: [...byColumn]
      .sort(([first], [second]) => first - second)
      .map(([column, cells]): ReadRow => ({ row: column, hidden: sheet.hiddenColumns.has(column), cells })),
    merges: sheet.merges.filter((each) => each.bottom <= lastRow).map(turned),
    hiddenColumns: hiddenRows,
    comments: sheet.comments.map((each) => ({ ...each, row: each.column, column: each.row })),
  }
}

interface Part {
  readonly from: number
  readonly to: number
  readonly headers: readonly string[]
}

/** Parts of a heading that say the same again: 番号・氏名・電話 | 番号・氏名・電話. Null where it is one table. */
function repeatedParts(table: FoundTable): readonly Part[] | null {
  const columns = table.columns
  const first = columns.find((column) => column.field !== null)
  if (first === undefined) return null
  const starts = columns.flatMap((column, at) => (column.header === first.header ? [at] : []))
  if (starts.length < 2) return null
  const parts = starts.map((start, position): Part => {
    const own = columns.slice(start, starts[position + 1] ?? columns.length)
    return {
      from: own[0]?.at ?? 0,
      to: own.at(-1)?.at ?? 0,
      headers: own.map((column) => column.header).filter((header) => header !== ''),
    }
  })
  const [left, ...rest] = parts
  if (left === undefined) return null
  const isWhole = (part: Part): boolean =>
    part.headers.some((header) => ['name', 'nameAndPost'].includes(fieldOfHeading(header) ?? '')) &&
    part.headers.every((header) => left.headers.includes(header)) &&
    part.headers.length * 2 > left.headers.length
  return isWhole(left) && rest.every(isWhole) ? parts : null
}

/** Puts tables that stand side by side below one another; the rows of the second go on counting after those of the first. */
function stack(sheet: ReadSheet, table: FoundTable, parts: readonly Part[]): ReadSheet {
  const header = new Set(table.headerRows)
  const firstHeader = table.headerRows[0] ?? 1
  const lastRow = sheet.rows.at(-1)?.row ?? 0
  const [left, ...rest] = parts
  if (left === undefined) return sheet
  // What stands left of the first table and between two is part of the table before it.
  const edgeOf = (position: number): number => (rest[position]?.from ?? MAX_COLUMNS + 1) - 1
  const inside = (from: number, to: number) => (cell: ReadCell) => cell.column >= from && cell.column <= to
  const rows = sheet.rows
    .map((row): ReadRow => ({
      ...row,
      cells: row.row < firstHeader ? row.cells : row.cells.filter(inside(1, edgeOf(0))),
    }))
    .filter((row) => row.cells.length > 0)
  const merges: CellRange[] = sheet.merges.filter((each) => each.left < (rest[0]?.from ?? 0))
  const comments = sheet.comments.filter((each) => each.column <= edgeOf(0))
  for (const [position, part] of rest.entries()) {
    const down = lastRow * (position + 1)
    const across = part.from - left.from
    const to = edgeOf(position + 1)
    for (const row of sheet.rows) {
      if (header.has(row.row) || row.row < firstHeader) continue
      const cells = row.cells
        .filter(inside(part.from, to))
        .filter((cell) => !sheet.hiddenColumns.has(cell.column))
        .map((cell) => ({ ...placed(cell, row.row), column: cell.column - across }))
      if (cells.length > 0) rows.push({ row: row.row + down, hidden: row.hidden, cells })
    }
    for (const each of sheet.merges) {
      if (each.left < part.from || each.left > to || each.top < firstHeader) continue
      merges.push({
        top: each.top + down,
        left: each.left - across,
        bottom: each.bottom + down,
        right: each.right - across,
      })
    }
    for (const each of sheet.comments) {
      if (each.column >= part.from && each.column <= to)
        comments.push({ ...each, row: each.row + down, column: each.column - across })
    }
  }
  return { ...sheet, rows, merges, comments }
}

/**
 * Finds the table of a sheet, also where several stand side by side, where the headings stand down the side, and where
 * each person has a card of her own (the two together). Null where there is none.
 */
export function layOutSheet(sheet: ReadSheet, wish: TableWish): LaidOut | null {
  const upright = findTable(sheet, wish)
  const isSmall = sheet.rows.length <= MAX_COLUMNS && (sheet.rows.at(-1)?.row ?? 0) <= 10_000
  const turned = upright === null && wish.headerRow === null && isSmall ? turn(sheet) : null
  const base = turned ?? sheet
  const table = upright ?? (turned === null ? null : findTable(turned, wish))
  if (table === null) return null
  const parts = wish.headerRow === null ? repeatedParts(table) : null
  const layout = turned === null ? 'rows' : 'columns'
  if (parts === null) return { sheet: base, table, layout }
  const stacked = stack(base, table, parts)
  const whole = findTable(stacked, wish)
  return whole === null
    ? { sheet: base, table, layout }
    : { sheet: stacked, table: whole, layout: turned === null ? 'side-by-side' : 'cards' }
}
