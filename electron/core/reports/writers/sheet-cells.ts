import { cutByLines, lineCount, printableText } from '../report-text.ts'

/** Rows and cells of a sheet before there is a sheet: what `layOutSheet` gives to the writer of workbooks. */

export interface SheetRow {
  readonly heightMm: number
  readonly cells: readonly PlacedCell[]
  readonly isTableHead?: boolean
  readonly breakAfter?: boolean
  readonly frame?: RowFrame
}

/** Sides of the frame around a group that a row carries. */
export interface RowFrame {
  readonly top: boolean
  readonly bottom: boolean
}

export interface PlacedCell {
  readonly fromMm: number
  readonly toMm: number
  readonly text: string
  /** The lines of the text, where each has its own size of letters. */
  readonly lines?: readonly { readonly text: string; readonly points: number }[]
  readonly number?: number
  readonly yen?: true
  readonly formula?: PlacedFormula
  /** `spread`: 均等割付. */
  readonly align: 'start' | 'center' | 'end' | 'spread'
  readonly vertical: 'top' | 'middle' | 'bottom'
  readonly points: number
  readonly bold: boolean
  readonly border: 'none' | 'thin' | 'bottom'
  /** Goes on in the row above or below: no line is drawn there. */
  readonly joined?: { readonly above: boolean; readonly below: boolean }
  readonly shaded: boolean
  /** Steps of blank between a ruled edge and the text. */
  readonly indent: 0 | 1
}

/** Cells a formula speaks of: rows counted from its own, columns by where they begin. */
export type PlacedFormula =
  | { readonly kind: 'sum'; readonly fromRows: number; readonly toRows: number }
  | { readonly kind: 'sum-across'; readonly fromMm: number; readonly toMm: number }
  | { readonly kind: 'add'; readonly rows: readonly number[] }
  | { readonly kind: 'difference'; readonly of: PlacedReference; readonly less: PlacedReference }
export interface PlacedReference {
  readonly rows: number
  readonly fromMm: number
}

/** One step of blank at an edge. */
export const indentMm = 2.4

/** What blocks need to know of the sheet they stand on. */
export interface SheetSpace {
  readonly widthMm: number
  readonly points: number
  /** Tables and titles are bold in ゴシック only. */
  readonly gothic: boolean
}

const pointMm = 25.4 / 72
/** Excel shows no row taller than 409 points. */
export const tallestRowMm = 408 * pointMm

export const emMm = (points: number): number => points * pointMm
export const lineMm = (points: number): number => emMm(points) * 1.38

/** Width left for a cell's text, in characters; some is kept back, since Excel's fonts run wider than ours. */
function roomEm(cell: PlacedCell): number {
  return ((cell.toMm - cell.fromMm) * 0.95 - 1.5 - cell.indent * indentMm) / emMm(cell.points)
}

/** Height that a cell's text needs. */
export function textHeightMm(cell: PlacedCell): number {
  // What is spread over its cell is never wrapped.
  const lines = cell.align === 'spread' ? 1 : lineCount(cell.text, roomEm(cell))
  return Math.min(tallestRowMm, lines * lineMm(cell.points) + 1.2)
}

/** Most lines in one row, well below the tallest that Excel shows. */
export const mostLines = 20

/** Pieces of a cell's text, each short enough for one row. */
export function rowPieces(cell: PlacedCell): readonly string[] {
  if (cell.align === 'spread') return [cell.text]
  return cutByLines(cell.text, roomEm(cell), mostLines)
}

/** A row as tall as its tallest cell, and at least so tall. */
export function rowOf(cells: readonly PlacedCell[], minHeightMm = 0): SheetRow {
  return { heightMm: Math.min(tallestRowMm, Math.max(minHeightMm, ...cells.map(textHeightMm))), cells }
}

export function placedCell(
  space: SheetSpace,
  place: Pick<PlacedCell, 'fromMm' | 'toMm' | 'text'> & Partial<PlacedCell>,
): PlacedCell {
  return {
    align: 'start',
    vertical: 'top',
    points: space.points,
    bold: false,
    border: 'none',
    shaded: false,
    indent: 0,
    ...place,
    text: printableText(place.text),
  }
}
