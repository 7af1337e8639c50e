import type { CellRange } from '../cell-address.ts'
import type { FormSheet, FormWorkbook } from '../form-workbook.ts'
import { readGeometry, type SheetGeometry } from '../sheet-geometry.ts'

/** A rectangle on a sheet, in points from its top left corner. */
export interface SheetArea {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A corner as drawings keep it: column and row from 0, offsets in EMU. */
export interface DrawnCorner {
  readonly column: number
  readonly columnOffset: number
  readonly row: number
  readonly rowOffset: number
}

export interface DrawnBox {
  readonly from: DrawnCorner
  readonly to: DrawnCorner
}

export const EMU_PER_POINT = 12_700

export const emu = (points: number): number => Math.round(points * EMU_PER_POINT)

/** Sizes of the columns and rows of a sheet as it is in the file. */
export function geometryOf(workbook: FormWorkbook, sheet: FormSheet): SheetGeometry {
  const rows = new Map(sheet.rows.map((row) => [row.number, row]))
  return readGeometry(
    sheet.xml,
    (number) => {
      const row = rows.get(number)
      return row === undefined ? undefined : sheet.xml.data.slice(row.start, row.tagEnd)
    },
    workbook.defaultFontSize(),
  )
}

/** Where cells lie on the sheet. */
export function areaOf(geometry: SheetGeometry, range: CellRange): SheetArea {
  return {
    left: geometry.widthOf({ ...range, left: 1, right: range.left - 1 }),
    top: geometry.heightOf({ ...range, top: 1, bottom: range.top - 1 }),
    width: geometry.widthOf(range),
    height: geometry.heightOf(range),
  }
}

/** No form is longer or wider than this; a walk over hidden columns and rows ends here. */
const FARTHEST = 100_000

function walk(
  distance: number,
  sizeOf: (position: number) => number,
): { readonly index: number; readonly offset: number } {
  let rest = Math.max(0, distance)
  for (let index = 0; index < FARTHEST; index++) {
    const size = sizeOf(index + 1)
    if (rest < size) return { index, offset: emu(rest) }
    rest -= size
  }
  return { index: FARTHEST, offset: 0 }
}

/** The corners of an area, as a drawing keeps them. */
export function boxOf(geometry: SheetGeometry, area: SheetArea): DrawnBox {
  const corner = (x: number, y: number): DrawnCorner => {
    const across = walk(x, (column) => geometry.widthOf({ top: 1, bottom: 1, left: column, right: column }))
    const down = walk(y, (row) => geometry.heightOf({ top: row, bottom: row, left: 1, right: 1 }))
    return { column: across.index, columnOffset: across.offset, row: down.index, rowOffset: down.offset }
  }
  return {
    from: corner(area.left, area.top),
    to: corner(area.left + area.width, area.top + area.height),
  }
}
