/** A cell by numbers, both counted from 1. */
export interface CellAddress {
  readonly row: number
  readonly column: number
}

/** A rectangle of cells, both corners included. */
export interface CellRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** What a worksheet can hold (ECMA-376 leaves it open; Excel since 2007). */
export const MAX_ROW = 1_048_576
export const MAX_COLUMN = 16_384

/** `A` → 1, `AG` → 33; undefined for what is no column of a worksheet. */
export function columnNumber(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined
  const number = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return number <= MAX_COLUMN ? number : undefined
}

/** 1 → `A`, 33 → `AG`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** `W6` or `$W$6`; undefined for what is no cell of a worksheet. */
export function parseAddress(text: string): CellAddress | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text)
  const column = columnNumber(match?.[1] ?? '')
  const row = Number(match?.[2])
  return column === undefined || row > MAX_ROW ? undefined : { row, column }
}

export const formatAddress = ({ row, column }: CellAddress): string => `${columnLetters(column)}${row}`

/** `A1:K1`, or a single cell; undefined for anything else. */
export function parseRange(text: string): CellRange | undefined {
  const [first, last, ...more] = text.split(':')
  const start = parseAddress(first ?? '')
  const end = last === undefined ? start : parseAddress(last)
  if (start === undefined || end === undefined || more.length > 0) return undefined
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  }
}

export function formatRange(range: CellRange): string {
  const start = formatAddress({ row: range.top, column: range.left })
  const end = formatAddress({ row: range.bottom, column: range.right })
  return start === end ? start : `${start}:${end}`
}

export const isWithin = (cell: CellAddress, range: CellRange): boolean =>
  cell.row >= range.top && cell.row <= range.bottom && cell.column >= range.left && cell.column <= range.right
