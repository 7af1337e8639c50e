import type { MappingPreview } from '#shared/contract/mapping-operations.ts'
import type { PictureCell, PictureStyle, SheetPicture } from '#shared/domain/sheet-picture.ts'
import type { CellPosition } from '../sheet/sheet-layout.ts'

const plain: PictureStyle = {
  fontName: '',
  fontSize: 11,
  bold: false,
  italic: false,
  underlined: false,
  struck: false,
  color: '#000000',
  fill: null,
  horizontal: 'left',
  vertical: 'center',
  indent: 0,
  wraps: false,
  shrinks: false,
  rotation: 0,
  left: null,
  right: null,
  top: null,
  bottom: null,
}

export const positionKey = ({ row, column }: CellPosition): string => `${String(row)},${String(column)}`

/**
 * The empty form with the values of a preview in it. Cells that a mapping or a suggestion speaks of are there
 * even where the form has nothing to see.
 */
export function filledPicture(
  base: SheetPicture,
  preview: MappingPreview | undefined,
  marked: readonly CellPosition[],
): SheetPicture {
  const cells = new Map<string, PictureCell>(base.cells.map((cell) => [positionKey(cell), cell]))
  const styles = [...base.styles, plain]
  const numbers = new Map<string, number>()
  const numberOf = (style: PictureStyle | null): number => {
    if (style === null) return base.styles.length
    const key = JSON.stringify(style)
    const known = numbers.get(key)
    if (known !== undefined) return known
    styles.push(style)
    numbers.set(key, styles.length - 1)
    return styles.length - 1
  }
  const blank = ({ row, column }: CellPosition): PictureCell => ({
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text: '',
    kind: 'empty',
    hasFormula: false,
    style: base.styles.length,
  })
  for (const { row, column, text, kind, style } of preview?.changed ?? []) {
    const key = positionKey({ row, column })
    const old = cells.get(key) ?? blank({ row, column })
    const look = style === null && cells.has(key) ? old.style : numberOf(style)
    cells.set(key, { ...old, text, kind, style: look })
  }
  for (const place of marked) {
    const key = positionKey(place)
    if (!cells.has(key)) cells.set(key, blank(place))
  }
  return {
    ...base,
    cells: [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column),
    styles,
    drawn: preview?.drawn ?? base.drawn,
  }
}
