import { innerWidthMm, type ReportDocument, textSizePoints } from '../report-document.ts'
import { layOutBlock } from './sheet-blocks.ts'
import type { PlacedCell, SheetRow, SheetSpace } from './sheet-cells.ts'

/**
 * Where everything of a document stands on a worksheet, in millimetres: pure, so that rows and widths can be
 * checked without a workbook. Every edge of every block becomes a column's edge, and cells are merged over
 * the columns that they cover; so blocks of different columns share one sheet without shifting each other.
 */
export interface SheetLayout {
  readonly rows: readonly SheetRow[]
  /** Edges of the columns from left to right; one more than there are columns. */
  readonly edgesMm: readonly number[]
  /** The head row of the document's only table, counted from 0: repeated on each page. Null where there are several tables or none. */
  readonly repeatedRow: number | null
}

export function layOutSheet(document: ReportDocument): SheetLayout {
  const space: SheetSpace = {
    widthMm: innerWidthMm(document.paper),
    points: textSizePoints[document.textSize],
    gothic: document.font === 'gothic',
  }
  const rows: SheetRow[] = []
  for (const block of document.blocks) {
    const last = rows.at(-1)
    if (block.kind !== 'page-break') rows.push(...layOutBlock(block, space))
    else if (last !== undefined) rows.splice(-1, 1, { ...last, breakAfter: true })
  }
  const edges = edgesOf(rows, space.widthMm)
  const heads = rows.flatMap((row, position) => (row.isTableHead === true ? [position] : []))
  return {
    rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell) => onEdges(cell, edges)) })),
    edgesMm: edges,
    repeatedRow: heads.length === 1 ? (heads[0] ?? null) : null,
  }
}

/** Edges nearer to each other than this are one: a column of half a millimetre helps nobody. */
const closestMm = 2

function edgesOf(rows: readonly SheetRow[], widthMm: number): readonly number[] {
  const all = [0, widthMm, ...rows.flatMap((row) => row.cells.flatMap((cell) => [cell.fromMm, cell.toMm]))]
  const edges: number[] = []
  for (const edge of all.sort((first, second) => first - second)) {
    if (edges.length === 0 || edge - (edges.at(-1) ?? 0) >= closestMm) edges.push(edge)
  }
  return edges
}

function onEdges(cell: PlacedCell, edges: readonly number[]): PlacedCell {
  const from = nearest(cell.fromMm, edges)
  const to = nearest(cell.toMm, edges)
  // A cell never shrinks to nothing, however narrow it was asked to be.
  return { ...cell, fromMm: from, toMm: to > from ? to : (edges.find((edge) => edge > from) ?? to) }
}

function nearest(at: number, edges: readonly number[]): number {
  return edges.reduce((best, edge) => (Math.abs(edge - at) < Math.abs(best - at) ? edge : best), 0)
}
