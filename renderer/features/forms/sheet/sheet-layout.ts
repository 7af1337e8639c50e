import type { PictureCell, PictureRange, SheetPicture } from '#shared/domain/sheet-picture.ts'

/** CSS pixels per point. */
export const PIXELS_PER_POINT = 96 / 72

/** Where the rows and columns of a sheet begin, in points; one more than there are, so that the last one ends. */
export interface SheetLayout {
  /** `lefts[2]` is where column 3 begins. */
  readonly lefts: readonly number[]
  readonly tops: readonly number[]
  readonly columns: number
  readonly rows: number
  /** Row → its cells, by column. */
  readonly byRow: ReadonlyMap<number, readonly PictureCell[]>
  /** Rows that the merge of a cell above reaches into → that cell. */
  readonly merges: readonly PictureCell[]
}

export interface CellPosition {
  readonly row: number
  readonly column: number
}

function startsOf(sizes: readonly number[]): readonly number[] {
  const starts = [0]
  for (const size of sizes) starts.push((starts.at(-1) ?? 0) + size)
  return starts
}

export function layOut(picture: SheetPicture): SheetLayout {
  return {
    lefts: startsOf(picture.columns),
    tops: startsOf(picture.rows),
    columns: picture.columns.length,
    rows: picture.rows.length,
    byRow: Map.groupBy(picture.cells, ({ row }) => row),
    merges: picture.cells.filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1),
  }
}

/** The merge that holds a cell, or the cell itself. */
export function rangeAt(layout: SheetLayout, { row, column }: CellPosition): PictureRange {
  const merge = layout.merges.find(
    (cell) =>
      row >= cell.row &&
      row < cell.row + cell.rowSpan &&
      column >= cell.column &&
      column < cell.column + cell.columnSpan,
  )
  if (merge === undefined) return { top: row, bottom: row, left: column, right: column }
  return {
    top: merge.row,
    left: merge.column,
    bottom: merge.row + merge.rowSpan - 1,
    right: merge.column + merge.columnSpan - 1,
  }
}

export function boxOf(
  layout: SheetLayout,
  { top, left, bottom, right }: PictureRange,
): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const x = layout.lefts[left - 1] ?? 0
  const y = layout.tops[top - 1] ?? 0
  return {
    left: x,
    top: y,
    width: (layout.lefts[right] ?? layout.lefts.at(-1) ?? 0) - x,
    height: (layout.tops[bottom] ?? layout.tops.at(-1) ?? 0) - y,
  }
}

/** The number from 1 of the row or column in which a length from the beginning falls, by halving. */
export function lineAt(starts: readonly number[], length: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high - 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= length) low = middle
    else high = middle
  }
  return low + 1
}

/** Windows move in steps, so that scrolling draws anew only now and then. */
const STEP = 8

/** The rows and columns that a window shows, with some around it. */
export function windowOf(
  layout: SheetLayout,
  view: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): PictureRange {
  const down = (line: number): number => Math.max(1, Math.floor((line - 1) / STEP) * STEP + 1 - STEP)
  const up = (line: number): number => Math.ceil(line / STEP) * STEP + STEP
  return {
    top: down(lineAt(layout.tops, view.top)),
    left: down(lineAt(layout.lefts, view.left)),
    bottom: Math.min(layout.rows, up(lineAt(layout.tops, view.top + view.height))),
    right: Math.min(layout.columns, up(lineAt(layout.lefts, view.left + view.width))),
  }
}

/** The cells of the rows of a window; a merge counts when any of it is seen. */
export function cellsIn(
  layout: SheetLayout,
  range: PictureRange,
): readonly { readonly row: number; readonly cells: readonly PictureCell[] }[] {
  const rows: { readonly row: number; readonly cells: readonly PictureCell[] }[] = []
  const reaching = layout.merges.filter(
    (cell) =>
      cell.row < range.top &&
      cell.row + cell.rowSpan > range.top &&
      cell.column <= range.right &&
      cell.column + cell.columnSpan > range.left,
  )
  for (const [row, cells] of Map.groupBy(reaching, (cell) => cell.row)) rows.push({ row, cells })
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells = (layout.byRow.get(row) ?? []).filter(
      (cell) => cell.column <= range.right && cell.column + cell.columnSpan > range.left,
    )
    if (cells.length > 0) rows.push({ row, cells })
  }
  return rows.toSorted((a, b) => a.row - b.row)
}

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The next cell in a direction: a merge is one, and hidden rows and columns are passed over. */
export function moveOver(layout: SheetLayout, from: CellPosition, direction: Direction): CellPosition {
  const { top, left, bottom, right } = rangeAt(layout, from)
  const isSeen = ({ row, column }: CellPosition): boolean => {
    const { width, height } = boxOf(layout, { top: row, bottom: row, left: column, right: column })
    return width > 0 && height > 0
  }
  const step = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] }[direction]
  const [down = 0, across = 0] = step
  let next: CellPosition = {
    row: direction === 'up' ? top - 1 : direction === 'down' ? bottom + 1 : from.row,
    column: direction === 'left' ? left - 1 : direction === 'right' ? right + 1 : from.column,
  }
  const isInside = ({ row, column }: CellPosition): boolean =>
    row >= 1 && column >= 1 && row <= layout.rows && column <= layout.columns
  while (isInside(next) && !isSeen(next)) next = { row: next.row + down, column: next.column + across }
  return isInside(next) ? next : from
}

/** The rectangle from one cell to another, merges at its edges taken in whole. */
export function rangeBetween(layout: SheetLayout, from: CellPosition, to: CellPosition): PictureRange {
  let [a, b] = [rangeAt(layout, from), rangeAt(layout, to)]
  let range = join(a, b)
  for (;;) {
    const touched = layout.merges.map((cell) => rangeAt(layout, cell)).filter((merge) => meets(merge, range))
    const grown = touched.reduce(join, range)
    if (
      grown.top === range.top &&
      grown.left === range.left &&
      grown.bottom === range.bottom &&
      grown.right === range.right
    )
      return range
    range = grown
    ;[a, b] = [range, range]
  }
}

const join = (a: PictureRange, b: PictureRange): PictureRange => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
})

const meets = (a: PictureRange, b: PictureRange): boolean =>
  a.top <= b.bottom && a.bottom >= b.top && a.left <= b.right && a.right >= b.left

/** How far a text that does not wrap may reach to the right over empty cells, in points. */
export function spillWidth(layout: SheetLayout, cell: PictureCell): number {
  const own = boxOf(layout, rangeAt(layout, cell))
  if (cell.columnSpan > 1) return own.width
  const next = (layout.byRow.get(cell.row) ?? []).find(
    (other) => other.column > cell.column && other.text !== '',
  )
  const end = next === undefined ? (layout.lefts.at(-1) ?? 0) : (layout.lefts[next.column - 1] ?? 0)
  return Math.max(own.width, end - own.left)
}
