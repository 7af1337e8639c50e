import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { FactsBlock, SealsBlock, TableBlock } from '../report-document.ts'
import { emMm, textRuns, twips, wordAlignment, wordParagraph, type WordSpace } from './word-paragraphs.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
export const noBorders = { top: none, right: none, bottom: none, left: none } as const
export const thinBorders = { top: thin, right: thin, bottom: thin, left: thin } as const
const gray = { type: ShadingType.CLEAR, color: 'auto', fill: 'EEEEEE' } as const
const cellMargins = { top: 40, bottom: 40, left: 80, right: 80 } as const

/** A table whose columns are as wide as they are told, in every word processor. */
export function fixedTable(
  widthsMm: readonly number[],
  rows: readonly TableRow[],
  align: 'start' | 'end' = 'start',
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widthsMm.map(twips),
    width: { size: widthsMm.reduce((sum, width) => sum + twips(width), 0), type: WidthType.DXA },
    alignment: align === 'end' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [...rows],
  })
}

export function fixedCell(
  widthMm: number,
  children: ITableCellOptions['children'],
  look: Partial<ITableCellOptions> = {},
): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    borders: noBorders,
    margins: cellMargins,
    ...look,
    width: { size: twips(widthMm), type: WidthType.DXA },
    children: [...children],
  })
}

/** A ruled table, its head repeated on each page, no row cut in two. */
export function wordTable({ columns, rows, minRowHeightMm }: TableBlock, space: WordSpace): Table {
  const whole = columns.reduce((sum, column) => sum + column.widthMm, 0)
  const widths = columns.map((column) => (column.widthMm / whole) * space.widthMm)
  const points = space.points * 0.95
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, position) =>
      fixedCell(
        widths[position] ?? 0,
        [
          wordParagraph(column.heading, {
            style: 'TableText',
            alignment: AlignmentType.CENTER,
            run: { points },
          }),
        ],
        { borders: thinBorders, shading: gray },
      ),
    ),
  })
  const body = rows.map((row) =>
    row.kind === 'section'
      ? new TableRow({
          cantSplit: true,
          children: [
            fixedCell(
              space.widthMm,
              [wordParagraph(row.text, { style: 'TableText', keepNext: true, run: { points, bold: true } })],
              { borders: thinBorders, shading: gray, columnSpan: columns.length },
            ),
          ],
        })
      : new TableRow({
          cantSplit: true,
          height: { value: twips(minRowHeightMm), rule: 'atLeast' },
          children: columns.map((column, position) =>
            fixedCell(
              widths[position] ?? 0,
              [
                wordParagraph(row.cells[position]?.text ?? '', {
                  style: 'TableText',
                  alignment: wordAlignment[column.align],
                  run: { points },
                }),
              ],
              { borders: thinBorders },
            ),
          ),
        }),
  )
  return fixedTable(widths, [head, ...body])
}

/** Labels spread over their column, with what stands for them. */
export function wordFacts({ facts, ruled, labelWidthMm }: FactsBlock, space: WordSpace): Table {
  const borders = ruled ? thinBorders : noBorders
  const labelMm = labelWidthMm + (ruled ? 0 : emMm(space.points) * 2)
  const widths = [labelMm, Math.max(10, space.widthMm - labelMm)]
  return fixedTable(
    widths,
    facts.map(
      ({ label, lines, columns }) =>
        new TableRow({
          cantSplit: lines.length < 12,
          children: [
            fixedCell(
              labelMm,
              [
                wordParagraph(label, {
                  style: 'TableText',
                  alignment: [...label].length > 1 ? AlignmentType.DISTRIBUTE : AlignmentType.START,
                }),
              ],
              {
                borders,
                verticalAlign: VerticalAlign.TOP,
                margins: { ...cellMargins, ...(ruled ? {} : { right: twips(emMm(space.points) * 1.6) }) },
              },
            ),
            fixedCell(
              widths[1] ?? 0,
              factLines(lines, columns).map(
                (line) =>
                  new Paragraph({
                    style: 'TableText',
                    indent: { left: twips(emMm(space.points)), hanging: twips(emMm(space.points)) },
                    children: textRuns(line),
                  }),
              ),
              { borders, verticalAlign: VerticalAlign.TOP },
            ),
          ],
        }),
    ),
  )
}

function factLines(lines: readonly string[], columns: 1 | 2): readonly string[] {
  if (columns === 1) return lines.length === 0 ? [''] : lines
  const rows: string[] = []
  for (let first = 0; first < lines.length; first += 2) rows.push(lines.slice(first, first + 2).join('　　'))
  return rows.length === 0 ? [''] : rows
}

/** 決裁欄 at the right edge. */
export function wordSeals({ boxes, sizeMm }: SealsBlock, space: WordSpace): Table {
  const cell = (text: string): TableCell =>
    fixedCell(
      sizeMm,
      [
        wordParagraph(text, {
          style: 'TableText',
          alignment: AlignmentType.CENTER,
          run: { points: space.points * 0.85 },
        }),
      ],
      { borders: thinBorders },
    )
  return fixedTable(
    boxes.map(() => sizeMm),
    [
      new TableRow({ children: boxes.map(cell) }),
      new TableRow({ height: { value: twips(sizeMm), rule: 'exact' }, children: boxes.map(() => cell('')) }),
    ],
    'end',
  )
}
