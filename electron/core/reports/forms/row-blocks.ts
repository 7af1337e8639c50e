import { Refusal } from '#shared/contract/errors.ts'
import { columnLetters, columnNumber, MAX_ROW } from './cell-address.ts'
import type { CellWrite, RowBlockWrite, WriteValue } from './form-writes.ts'
import type { FormSheet } from './form-workbook.ts'

/** A column of a block: `I`, or `I+1` for the second row of a record. */
interface BlockColumn {
  readonly column: number
  readonly offset: number
}

function parseBlockColumn(block: RowBlockWrite, text: string): BlockColumn {
  const match = /^([A-Za-z]+)(?:\+(\d{1,2}))?$/.exec(text)
  const column = columnNumber(match?.[1] ?? '')
  const offset = Number(match?.[2] ?? 0)
  if (column === undefined || offset >= (block.rowsPerRecord ?? 1)) {
    throw new Refusal('form-cell-invalid', { sheet: block.sheet, cell: `${text}${String(block.firstRow)}` })
  }
  return { column, offset }
}

/** How many records a block has room for. */
export function roomOf(block: {
  readonly firstRow: number
  readonly lastRow: number
  readonly rowsPerRecord?: number | undefined
}): number {
  return Math.max(0, Math.floor((block.lastRow - block.firstRow + 1) / (block.rowsPerRecord ?? 1)))
}

/**
 * All records must stand in rows of the same shape: a merge that lies otherwise in one of them would take
 * a value into the wrong box.
 */
function checkShape(sheet: FormSheet, block: RowBlockWrite, columns: readonly BlockColumn[]): void {
  const step = block.rowsPerRecord ?? 1
  const shapeAt = (record: number): string =>
    columns
      .map(({ column, offset }) => {
        const row = block.firstRow + record * step + offset
        const merge = sheet.mergeAt({ row, column })
        return merge === undefined
          ? '-'
          : [merge.top - row, merge.bottom - row, merge.left, merge.right].join(',')
      })
      .join(';')
  const first = shapeAt(0)
  for (let record = 1; record < roomOf(block); record++) {
    if (shapeAt(record) !== first) {
      throw new Refusal('form-rows-uneven', {
        sheet: block.sheet,
        row: block.firstRow + record * step,
      })
    }
  }
}

/**
 * Turns a block into single cells.
 *
 * @throws Refusal `form-rows-overflow` when there are more records than rows and the block says refuse;
 * `form-rows-uneven` when the rows are not merged alike; `form-cell-invalid` for an impossible column or row
 */
export function expandRowBlock(sheet: FormSheet, block: RowBlockWrite): readonly CellWrite[] {
  const step = block.rowsPerRecord ?? 1
  if (block.firstRow < 1 || block.lastRow < block.firstRow || block.lastRow > MAX_ROW || step < 1) {
    throw new Refusal('form-cell-invalid', {
      sheet: block.sheet,
      cell: `${String(block.firstRow)}:${String(block.lastRow)}`,
    })
  }
  const room = roomOf(block)
  if (block.rows.length > room && block.whenTooMany === 'refuse') {
    throw new Refusal('form-rows-overflow', { sheet: block.sheet, given: block.rows.length, room })
  }
  const names = new Set([...block.rows.flatMap((row) => Object.keys(row)), ...(block.columns ?? [])])
  const columns = new Map([...names].map((name) => [name, parseBlockColumn(block, name)]))
  checkShape(sheet, block, [...columns.values()])
  const writes: CellWrite[] = []
  const write = (record: number, { column, offset }: BlockColumn, value: WriteValue): void => {
    const row = block.firstRow + record * step + offset
    writes.push({ sheet: block.sheet, cell: `${columnLetters(column)}${String(row)}`, value })
  }
  for (let record = 0; record < room; record++) {
    const values = block.rows[record]
    for (const [name, place] of columns) {
      const value = values?.[name]
      if (value !== undefined) write(record, place, value)
      else if (block.clearUnused) write(record, place, { kind: 'clear' })
    }
  }
  return writes
}
