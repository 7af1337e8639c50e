import { Paragraph, type Table, type TableCell, TableRow, VerticalAlign } from 'docx'
import type { Box, BoxesBlock, BoxRow } from '../report-document.ts'
import { textRuns, twips, wordAlignment, type WordSpace } from './word-paragraphs.ts'
import { fixedCell, fixedTable, thinBorders } from './word-tables.ts'

const verticals = {
  top: VerticalAlign.TOP,
  middle: VerticalAlign.CENTER,
  bottom: VerticalAlign.BOTTOM,
} as const

/** Boxes as one table of fixed columns, every box over the columns that it covers: what staff fill on in Word. */
export function wordBoxes({ rows }: BoxesBlock, space: WordSpace): readonly Table[] {
  const edges = edgesOf(rows, space.widthMm)
  const widths = edges.slice(1).map((edge, position) => edge - (edges[position] ?? 0))
  if (rows.length === 0) return []
  return [
    fixedTable(
      widths,
      rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            height: { value: twips(row.heightMm), rule: 'exact' },
            children: cellsOf(row, edges),
          }),
      ),
    ),
  ]
}

function edgesOf(rows: readonly BoxRow[], widthMm: number): readonly number[] {
  const all = rows.flatMap((row) => row.boxes.flatMap((box) => [box.fromMm, box.fromMm + box.widthMm]))
  const edges: number[] = []
  for (const edge of [0, widthMm, ...all].sort((first, second) => first - second)) {
    // Word has no column thinner than this.
    if (edges.length === 0 || edge - (edges.at(-1) ?? 0) > 0.4) edges.push(edge)
  }
  return edges
}

function nearest(edges: readonly number[], at: number): number {
  return edges.reduce(
    (best, edge, position) => (Math.abs(edge - at) < Math.abs((edges[best] ?? 0) - at) ? position : best),
    0,
  )
}

function cellsOf({ boxes }: BoxRow, edges: readonly number[]): readonly TableCell[] {
  const cells: TableCell[] = []
  let at = 0
  const blankUpTo = (edge: number): void => {
    if (edge > at) cells.push(spanningCell([], edges, at, edge))
    at = Math.max(at, edge)
  }
  for (const box of [...boxes].sort((first, second) => first.fromMm - second.fromMm)) {
    const from = Math.max(at, nearest(edges, box.fromMm))
    const to = nearest(edges, box.fromMm + box.widthMm)
    if (to <= from) continue
    blankUpTo(from)
    cells.push(spanningCell([box], edges, from, to))
    at = to
  }
  blankUpTo(edges.length - 1)
  return cells
}

function spanningCell([box]: readonly Box[], edges: readonly number[], from: number, to: number): TableCell {
  const widthMm = (edges[to] ?? 0) - (edges[from] ?? 0)
  const paragraphs = (box?.lines ?? [{ text: '', points: 4 }]).map(
    ({ text, points }) =>
      new Paragraph({
        style: 'TableText',
        ...(box === undefined ? {} : { alignment: wordAlignment[box.align] }),
        children: textRuns(text, { points }),
      }),
  )
  return fixedCell(widthMm, paragraphs.length === 0 ? [new Paragraph('')] : paragraphs, {
    columnSpan: to - from,
    ...(box === undefined || box.border === 'none' ? {} : { borders: thinBorders }),
    verticalAlign: box === undefined ? VerticalAlign.TOP : verticals[box.vertical],
  })
}
