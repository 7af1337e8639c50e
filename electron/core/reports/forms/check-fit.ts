import { formatAddress, parseAddress, type CellAddress, type CellRange } from './cell-address.ts'
import { openFormWorkbook, type FormSheet, type FormWorkbook } from './form-workbook.ts'
import type { CellPlace } from './form-writes.ts'
import { readGeometry, type SheetGeometry } from './sheet-geometry.ts'
import { fitText, type TextBox, type TextFit } from './text-fit.ts'

/** A text that is longer than its cell. */
export interface FitProblem extends CellPlace, TextFit {}

/** As FitProblem, with what could be done about it. */
export interface UnfitText extends FitProblem, WaysToFit {
  readonly text: string
}

/** What would make a text fit without changing it. */
export interface WaysToFit {
  /** In points; null when it would fit at no size that can be read. */
  readonly fontSize: number | null
  /** Broken into lines at its own size. */
  readonly wraps: boolean
}

/** Smaller than this is not read by anybody over sixty. */
const LEAST_FONT_SIZE = 6

function waysToFit(text: string, box: TextBox): WaysToFit {
  const fitsAt = (fontSize: number): boolean => fitText(text, { ...box, fontSize }).fits
  let fontSize = Math.ceil(box.fontSize) - 0.5
  while (fontSize >= LEAST_FONT_SIZE && !fitsAt(fontSize)) fontSize -= 0.5
  return {
    fontSize: fontSize >= LEAST_FONT_SIZE ? fontSize : null,
    wraps: !box.wraps && fitText(text, { ...box, wraps: true }).fits,
  }
}

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
): (TextFit & WaysToFit & { readonly text: string }) | undefined {
  const { value } = workbook.valueOf(sheet, address)
  const style = sheet.styleOf(address)
  // Numbers depend on their format, turned text on its height: neither is judged here.
  if (typeof value !== 'string' || style.rotated) return undefined
  const room = roomFor(workbook, sheet, address, style.wraps)
  const box: TextBox = {
    width: Math.max(1, geometry.widthOf(room) - CELL_PADDING),
    height: geometry.heightOf(room),
    fontSize: style.fontSize,
    wraps: style.wraps,
    shrinks: style.shrinks,
  }
  const fit = fitText(value, box)
  return fit.fits ? undefined : { ...fit, ...waysToFit(value, box), text: value }
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
  return findUnfit(filled, cells).map(
    ({ text: _text, fontSize: _fontSize, wraps: _wraps, ...problem }) => problem,
  )
}

/** As checkFit, with what would make each text fit. */
export function findUnfit(filled: Uint8Array, cells: readonly CellPlace[]): readonly UnfitText[] {
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
    return fit === undefined ? [] : [{ sheet: place.sheet, cell: formatAddress(anchor), ...fit }]
  })
}
