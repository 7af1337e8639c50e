import type { BoxesBlock } from '../report-document.ts'
import { printableText } from '../report-text.ts'
import { placedCell, type SheetRow, type SheetSpace, tallestRowMm } from './sheet-cells.ts'

/** Boxes as cells of a worksheet: a name stands out from its group there, too. */
export function boxRows({ rows }: BoxesBlock, space: SheetSpace): readonly SheetRow[] {
  return rows.map(({ heightMm, boxes }) => ({
    // Boxes are as tall as they are drawn: their letters were chosen to fit.
    heightMm: Math.min(tallestRowMm, heightMm),
    cells: boxes.map((box) =>
      placedCell(space, {
        fromMm: box.fromMm,
        toMm: box.fromMm + box.widthMm,
        text: box.lines.map((line) => line.text).join('\n'),
        points: Math.max(6, Math.min(...box.lines.map((line) => line.points))),
        ...(new Set(box.lines.map((line) => line.points)).size > 1
          ? { lines: box.lines.map(({ text, points }) => ({ text: printableText(text), points })) }
          : {}),
        align: box.align,
        vertical: box.vertical,
        border: box.border === 'none' ? 'none' : 'thin',
      }),
    ),
  }))
}
