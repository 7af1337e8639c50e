import type { CellRange } from './cell-address.ts'
import type { SheetXml } from './sheet-xml.ts'
import { findElement, readAttribute } from './xml-text.ts'

/** Sizes of columns and rows, in points. */
export interface SheetGeometry {
  readonly widthOf: (range: CellRange) => number
  readonly heightOf: (range: CellRange) => number
}

const POINTS_PER_PIXEL = 0.75
/** What Excel uses where a sheet does not say. */
const DEFAULT_COLUMN_WIDTH = 8.43
const DEFAULT_ROW_HEIGHT = 13.5

interface ColumnWidth {
  readonly from: number
  readonly to: number
  readonly width: number
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

function listColumnWidths(sheet: SheetXml): readonly ColumnWidth[] {
  return [...sheet.head.matchAll(new RegExp(`<${sheet.prefix}col\\s[^>]*>`, 'g'))].map(([tag]) => ({
    from: Number(readAttribute(tag, 'min')),
    to: Number(readAttribute(tag, 'max')),
    width: isTrue(readAttribute(tag, 'hidden'))
      ? 0
      : Number(readAttribute(tag, 'width') ?? DEFAULT_COLUMN_WIDTH),
  }))
}

/**
 * Reads the sizes of a sheet.
 *
 * Column widths count digits of the workbook's first font (ECMA-376 18.3.1.13); a digit of the Japanese
 * fonts is half as wide as the font is high, in whole pixels.
 *
 * @param rowTag the start tag of a row, if the row is there
 * @param defaultFontSize of the workbook's first font, in points
 */
export function readGeometry(
  sheet: SheetXml,
  rowTag: (row: number) => string | undefined,
  defaultFontSize: number,
): SheetGeometry {
  const columns = listColumnWidths(sheet)
  const format = findElement(sheet.head, 'sheetFormatPr')?.tag ?? ''
  const defaultWidth = Number(readAttribute(format, 'defaultColWidth') ?? DEFAULT_COLUMN_WIDTH)
  const defaultHeight = Number(readAttribute(format, 'defaultRowHeight') ?? DEFAULT_ROW_HEIGHT)
  const digitPixels = Math.ceil((defaultFontSize * 96) / 72 / 2)
  const columnPoints = (column: number): number => {
    const found = columns.find(({ from, to }) => column >= from && column <= to)
    const width = found?.width ?? defaultWidth
    const pixels = Math.trunc(((256 * width + Math.trunc(128 / digitPixels)) / 256) * digitPixels)
    return pixels * POINTS_PER_PIXEL
  }
  const rowPoints = (row: number): number => {
    const tag = rowTag(row)
    if (tag === undefined) return defaultHeight
    if (isTrue(readAttribute(tag, 'hidden'))) return 0
    return Number(readAttribute(tag, 'ht') ?? defaultHeight)
  }
  const sum = (from: number, to: number, sizeOf: (position: number) => number): number => {
    let total = 0
    for (let position = from; position <= to; position++) total += sizeOf(position)
    return total
  }
  return {
    widthOf: (range) => sum(range.left, range.right, columnPoints),
    heightOf: (range) => sum(range.top, range.bottom, rowPoints),
  }
}
