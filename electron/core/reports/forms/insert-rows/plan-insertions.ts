import { Refusal } from '#shared/contract/errors.ts'
import { columnNumber, formatAddress, parseAddress } from '../cell-address.ts'
import type { FormOrder, InsertedRows, RowBlockWrite } from '../form-writes.ts'
import { roomOf } from '../row-blocks.ts'
import { rowCount, type RowInsertion } from './row-insertion.ts'

const stepOf = (block: RowBlockWrite): number => block.rowsPerRecord ?? 1

const recordsEnd = (block: RowBlockWrite): number => block.firstRow + roomOf(block) * stepOf(block) - 1

const needsRows = (block: RowBlockWrite): boolean =>
  block.whenTooMany === 'insert' && roomOf(block) > 0 && block.rows.length > roomOf(block)

function blanksOf(block: RowBlockWrite): RowInsertion['blanks'] {
  const names = new Set([...block.rows.flatMap((row) => Object.keys(row)), ...(block.columns ?? [])])
  return [...names].flatMap((name) => {
    const match = /^([A-Za-z]+)(?:\+(\d{1,2}))?$/.exec(name)
    const column = columnNumber(match?.[1] ?? '')
    return column === undefined ? [] : [{ offset: Number(match?.[2] ?? 0), column }]
  })
}

/** Blocks side by side share their rows: they must be cut into records at the same rows. */
function checkNeighbours(order: FormOrder, insertion: RowInsertion): void {
  for (const block of order.rows) {
    if (block.sheet !== insertion.sheet) continue
    const isApart = block.lastRow < insertion.firstRow || block.firstRow > insertion.lastRow
    const isAlike =
      block.firstRow === insertion.firstRow &&
      recordsEnd(block) === insertion.lastRow &&
      stepOf(block) === insertion.rowsPerRecord
    if (!isApart && !isAlike) {
      throw new Refusal('form-rows-uneven', { sheet: block.sheet, row: block.firstRow, why: 'neighbour' })
    }
  }
}

/**
 * The rows that an order needs beyond those of the form, lowest first, so that each is put in before
 * anything above it moves.
 *
 * @throws Refusal `form-rows-uneven` for blocks that overlap without being alike
 */
export function planInsertions(order: FormOrder): readonly RowInsertion[] {
  const planned = new Map<string, RowInsertion>()
  for (const block of order.rows.filter(needsRows)) {
    const key = `${block.sheet}\u0000${String(recordsEnd(block))}`
    const alike = order.rows.filter(
      (other) => other.sheet === block.sheet && recordsEnd(other) === recordsEnd(block),
    )
    planned.set(key, {
      sheet: block.sheet,
      firstRow: block.firstRow,
      lastRow: recordsEnd(block),
      rowsPerRecord: stepOf(block),
      records: Math.max(...alike.filter(needsRows).map((other) => other.rows.length - roomOf(other))),
      blanks: alike.flatMap(blanksOf),
    })
  }
  const insertions = [...planned.values()].sort((a, b) => b.lastRow - a.lastRow)
  for (const insertion of insertions) checkNeighbours(order, insertion)
  return insertions
}

/** Rows put in, as a report tells them: by the row numbers of the form as it was. */
export const insertedRows = (insertions: readonly RowInsertion[]): readonly InsertedRows[] =>
  insertions
    .map((insertion) => ({
      sheet: insertion.sheet,
      below: insertion.lastRow,
      count: rowCount(insertion),
    }))
    .reverse()

const movedBy = (inserted: readonly InsertedRows[], sheet: string, row: number): number =>
  inserted
    .filter((rows) => rows.sheet === sheet && rows.below < row)
    .reduce((sum, rows) => sum + rows.count, 0)

/** Where a cell of the form went. */
export function movedCell(inserted: readonly InsertedRows[], sheet: string, cell: string): string {
  const address = parseAddress(cell)
  if (address === undefined || inserted.length === 0) return cell
  return formatAddress({ ...address, row: address.row + movedBy(inserted, sheet, address.row) })
}

/** The row of the form that a row of the filled workbook was; of a row that was put in the one that it stands below. */
function originalRow(
  inserted: readonly InsertedRows[],
  sheet: string,
  filled: number,
): { readonly row: number; readonly wasPutIn: boolean } {
  let row = filled
  for (const rows of inserted.filter((other) => other.sheet === sheet)) {
    if (row <= rows.below) break
    if (row <= rows.below + rows.count) return { row: rows.below, wasPutIn: true }
    row -= rows.count
  }
  return { row, wasPutIn: false }
}

/** Which cell of the form a cell of the filled workbook was; undefined for one in a row that was put in. */
export function originalCell(
  inserted: readonly InsertedRows[],
  sheet: string,
  cell: string,
): string | undefined {
  const address = parseAddress(cell)
  if (address === undefined) return undefined
  const { row, wasPutIn } = originalRow(inserted, sheet, address.row)
  return wasPutIn ? undefined : formatAddress({ ...address, row })
}

/** As originalCell; for a cell in a row that was put in the cell of its column above those rows. */
export function likeCell(inserted: readonly InsertedRows[], sheet: string, cell: string): string {
  const address = parseAddress(cell)
  return address === undefined
    ? cell
    : formatAddress({ ...address, row: originalRow(inserted, sheet, address.row).row })
}

/** The order by the row numbers after the rows were put in; blocks reach over their new rows. */
export function moveOrder(order: FormOrder, inserted: readonly InsertedRows[]): FormOrder {
  if (inserted.length === 0) return order
  return {
    ...order,
    pageLabels: (order.pageLabels ?? []).map((label) => ({
      ...label,
      cell: movedCell(inserted, label.sheet, label.cell),
    })),
    cells: order.cells.map((write) => ({ ...write, cell: movedCell(inserted, write.sheet, write.cell) })),
    drawn: (order.drawn ?? []).map((write) => ({
      ...write,
      cell: write.cell
        .split(':')
        .map((corner) => movedCell(inserted, write.sheet, corner))
        .join(':'),
    })),
    rows: order.rows.map((block) => ({
      ...block,
      firstRow: block.firstRow + movedBy(inserted, block.sheet, block.firstRow),
      // One more, so that rows put in right below the block count as its own.
      lastRow: block.lastRow + movedBy(inserted, block.sheet, block.lastRow + 1),
    })),
  }
}
