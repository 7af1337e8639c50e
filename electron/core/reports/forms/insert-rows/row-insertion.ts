import { type CellAddress, type CellRange, MAX_ROW } from '../cell-address.ts'

/**
 * Rows put in below the last record of a block, each a copy of that record's rows. All row numbers are
 * those before.
 */
export interface RowInsertion {
  readonly sheet: string
  /** First row of the block. */
  readonly firstRow: number
  /** Last row of its last record: the new rows stand below it. */
  readonly lastRow: number
  readonly rowsPerRecord: number
  /** How many records to make room for. */
  readonly records: number
  /** Cells of a record that are written by the filler and so stay empty in the copies: offset of the row and column. */
  readonly blanks: readonly { readonly offset: number; readonly column: number }[]
}

export const rowCount = (insertion: RowInsertion): number => insertion.records * insertion.rowsPerRecord

/** First row of the record that is copied. */
export const recordTop = (insertion: RowInsertion): number => insertion.lastRow - insertion.rowsPerRecord + 1

export const shiftRow = (insertion: RowInsertion, row: number): number =>
  row > insertion.lastRow ? row + rowCount(insertion) : row

/** Where a cell goes. */
export const shiftCell = (insertion: RowInsertion, { row, column }: CellAddress): CellAddress => ({
  row: shiftRow(insertion, row),
  column,
})

/** True for a range that ends with the block and speaks of more than its last record: a total, a print area, a filter. */
export const endsWithBlock = (insertion: RowInsertion, top: number, bottom: number): boolean =>
  bottom === insertion.lastRow && top < recordTop(insertion)

/** A range of which both ends move like cells, except that it grows when it ends with the block. */
export function growRange(insertion: RowInsertion, range: CellRange): CellRange {
  const bottom = endsWithBlock(insertion, range.top, range.bottom)
    ? range.bottom + rowCount(insertion)
    : shiftRow(insertion, range.bottom)
  return { ...range, top: shiftRow(insertion, range.top), bottom: Math.min(MAX_ROW, bottom) }
}

/**
 * What applies to the rows of a record (a format, a choice list, a permission) applies to its copies too.
 * A range over the whole record grows; one over some of its rows is repeated.
 */
export function repeatRange(insertion: RowInsertion, range: CellRange): readonly CellRange[] {
  const top = recordTop(insertion)
  const { lastRow, rowsPerRecord, records } = insertion
  const touches = range.top <= lastRow && range.bottom >= top
  if (!touches || range.bottom > lastRow) return [growRange(insertion, range)]
  if (range.top <= top && range.bottom === lastRow) {
    return [{ ...range, bottom: range.bottom + rowCount(insertion) }]
  }
  const copies = Array.from({ length: records }, (_unused, position) => ({
    ...range,
    top: Math.max(range.top, top) + (position + 1) * rowsPerRecord,
    bottom: range.bottom + (position + 1) * rowsPerRecord,
  }))
  return [range, ...copies]
}
