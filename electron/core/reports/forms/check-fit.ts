import { formatAddress, parseAddress, type CellAddress, type CellRange } from './cell-address.ts'
import { openFormWorkbook, type FormSheet, type FormWorkbook } from './form-workbook.ts'
import type { CellPlace } from './form-writes.ts'
import { readGeometry, type SheetGeometry } from './sheet-geometry.ts'
import { fitText, type TextFit } from './text-fit.ts'

/** A text that is longer than its cell. */
export interface FitProblem extends CellPlace, TextFit {}

/** Space that Excel leaves beside text, left and right together, in points (5 pixels, ECMA-376 18.3.1.13). */
const CELL_PADDING = 3.75

/** How far to look for empty cells that unmerged text may run into. */
const SPILL_COLUMNS = 40

function geometryOf(workbook: FormWorkbook, sheet: FormSheet): SheetGeometry {
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

/** The cells that the text may lie over: its merge, or without wrapping the empty ones to its right as well. */
function roomFor(workbook: FormWorkbook, sheet: FormSheet, address: CellAddress, wraps: boolean): CellRange {
  const merge = sheet.mergeAt(address)
  if (merge !== undefined) return merge
  const { row, column } = address
  let right = column
  while (!wraps && right < column + SPILL_COLUMNS) {
    const next = { row, column: right + 1 }
    if (sheet.mergeAt(next) !== undefined || workbook.valueOf(sheet, next).value !== undefined) break
    right += 1
  }
  return { top: row, bottom: row, left: column, right }
}

function checkCell(
  workbook: FormWorkbook,
  geometry: SheetGeometry,
  sheet: FormSheet,
  address: CellAddress,
): TextFit | undefined {
  const { value } = workbook.valueOf(sheet, address)
  const style = sheet.styleOf(address)
  // Numbers depend on their format, turned text on its height: neither is judged here.
  if (typeof value !== 'string' || style.rotated) return undefined
  const room = roomFor(workbook, sheet, address, style.wraps)
  return fitText(value, {
    width: Math.max(1, geometry.widthOf(room) - CELL_PADDING),
    height: geometry.heightOf(room),
    fontSize: style.fontSize,
    wraps: style.wraps,
    shrinks: style.shrinks,
  })
}

/**
 * Looks at cells of a filled form and tells which texts are longer than their boxes: wrapped text by lines,
 * other text by width, text that shrinks when it would become too small to read. Sheets and cells that are
 * not there are passed over; filling has spoken of them already.
 *
 * @param cells as the report of fillForm lists them
 * @throws Refusal as openWorkbookPackage
 */
export function checkFit(filled: Uint8Array, cells: readonly CellPlace[]): readonly FitProblem[] {
  const workbook = openFormWorkbook(filled)
  const geometries = new Map<string, SheetGeometry>()
  return cells.flatMap((place) => {
    const address = parseAddress(place.cell)
    if (address === undefined || !workbook.sheetNames.includes(place.sheet)) return []
    const sheet = workbook.sheet(place.sheet)
    const geometry = geometries.get(place.sheet) ?? geometryOf(workbook, sheet)
    geometries.set(place.sheet, geometry)
    const anchor = sheet.anchorOf(address)
    const fit = checkCell(workbook, geometry, sheet, anchor)
    return fit === undefined || fit.fits ? [] : [{ sheet: place.sheet, cell: formatAddress(anchor), ...fit }]
  })
}
