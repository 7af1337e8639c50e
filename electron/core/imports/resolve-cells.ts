import { columnLetters } from '../reports/forms/cell-address.ts'
import type { ReadCell, ReadRow, ReadSheet } from './read-table.ts'

/** What a cell of a person's row means, after 〃 and merged cells have been followed. */
export interface ResolvedCell {
  readonly cell: ReadCell
  /** Where it stands in this row: L41. */
  readonly address: string
  /** As written in this row, which may be 〃. */
  readonly written: string
  /** 〃 or 同上. */
  readonly ditto: boolean
  /** What follows a 〃: 内線2131 of 〃（内線2131）. */
  readonly suffix: string | null
}

/** A 〃 with nothing above it. */
export interface EmptyDitto {
  readonly column: number
  readonly address: string
  readonly written: string
}

export interface ResolvedRow {
  readonly row: ReadRow
  readonly byColumn: ReadonlyMap<number, ResolvedCell>
  readonly emptyDittos: readonly EmptyDitto[]
  /** Leftmost column of the merged cell that covers this one in the same row, or null. */
  readonly coveredFrom: (column: number) => number | null
}

const dittoMark = /^(?:〃|″|“|”|"|''|〟|々|同上|上に同じ|同じ)(?:[\s]*[（(]([^）)]*)[）)])?$/
/** Merged cells are followed up to this many cells; a sheet that merges more is not a roster. */
const MAX_COVERED = 1_000_000
const stride = 100_000

/** Cells covered by merges (not the top-left ones), each with the key of its top-left cell. */
function coveredCells(sheet: ReadSheet): ReadonlyMap<number, number> {
  const covered = new Map<number, number>()
  const lastRow = sheet.rows.at(-1)?.row ?? 0
  for (const { top, left, bottom, right } of sheet.merges) {
    const master = top * stride + left
    for (let row = top; row <= Math.min(bottom, lastRow); row++) {
      for (let column = left; column <= Math.min(right, left + 100); column++) {
        if (covered.size >= MAX_COVERED) return covered
        if (row !== top || column !== left) covered.set(row * stride + column, master)
      }
    }
  }
  return covered
}

/** Makes the function that resolves a sheet's person rows one after the other, from top to bottom. */
export function createCellResolver(
  sheet: ReadSheet,
  columns: readonly number[],
): (row: ReadRow) => ResolvedRow {
  const covered = coveredCells(sheet)
  const rows = new Map(sheet.rows.map((row) => [row.row, row]))
  let above: ReadonlyMap<number, ResolvedCell> = new Map()
  const coveringCell = (row: ReadRow, column: number): ReadCell | undefined => {
    const master = covered.get(row.row * stride + column)
    if (master === undefined || Math.floor(master / stride) === row.row) return undefined
    // A cell merged over several rows holds for each of them.
    return rows.get(Math.floor(master / stride))?.cells.find((cell) => cell.column === master % stride)
  }
  return (row) => {
    const byColumn = new Map<number, ResolvedCell>()
    const emptyDittos: EmptyDitto[] = []
    const own: ReadCell[] = []
    for (const cell of row.cells) own[cell.column] = cell
    for (const column of columns) {
      const cell = own[column] ?? coveringCell(row, column)
      if (cell === undefined) continue
      const address = own[column]?.at ?? `${columnLetters(column)}${row.row}`
      const written = cell.text.trim()
      const mark = dittoMark.exec(written)
      if (mark === null) {
        byColumn.set(column, { cell, address, written, ditto: false, suffix: null })
        continue
      }
      const origin = above.get(column)
      if (origin === undefined) emptyDittos.push({ column, address, written })
      else
        byColumn.set(column, {
          cell: origin.cell,
          address,
          written,
          ditto: true,
          suffix: mark[1] ?? origin.suffix,
        })
    }
    above = byColumn
    return {
      row,
      byColumn,
      emptyDittos,
      coveredFrom: (column) => {
        const master = covered.get(row.row * stride + column)
        return master === undefined || Math.floor(master / stride) !== row.row ? null : master % stride
      },
    }
  }
}
