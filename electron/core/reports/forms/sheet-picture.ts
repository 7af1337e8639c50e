import type { PictureCell, PictureRange, PictureStyle, SheetPicture } from '#shared/domain/sheet-picture.ts'
import type { CellAddress, CellRange } from './cell-address.ts'
import { geometryOf } from './drawings/drawn-box.ts'
import { openFormWorkbook, type FormSheet, type FormWorkbook } from './form-workbook.ts'
import { parseReference, tokenizeFormula } from './formula-tokens.ts'
import type { SheetVisibility } from './package-parts.ts'
import { readCellLooks, type CellLook, type CellLooks } from './picture/cell-looks.ts'
import { readColours, type Colours } from './picture/colours.ts'
import { listDrawnThings } from './picture/drawn-things.ts'
import { shownNumber } from './picture/shown-number.ts'
import { inheritedStyle } from './sheet-xml.ts'
import { itemText } from './string-item.ts'
import { readAttribute, unescapeXml } from './xml-text.ts'

/** What is told of a sheet at most; a form is far smaller, and a roster is not drawn cell by cell. */
export const MAX_PICTURE_ROWS = 1000
export const MAX_PICTURE_COLUMNS = 256

interface PictureReader {
  readonly workbook: FormWorkbook
  readonly sheet: FormSheet
  readonly looks: CellLooks
}

function looksOf(workbook: FormWorkbook, colours: Colours): CellLooks {
  const part = workbook.package
    .relationshipsOf(workbook.package.workbookPart)
    .find(({ type }) => type === 'styles')?.target
  const isThere = part !== undefined && workbook.package.has(part)
  return readCellLooks(isThere ? workbook.package.partText(part) : '<styleSheet/>', part ?? '', colours)
}

/** The number of the style of a cell, whether it is there or not. */
function styleNumberAt({ sheet }: PictureReader, address: CellAddress): number {
  const cell = sheet.cellAt(address)
  if (cell !== undefined) return Number(readAttribute(cell.tag, 's') ?? 0)
  const row = sheet.rowAt(address.row)
  const tag = row === undefined ? undefined : sheet.xml.data.slice(row.start, row.tagEnd)
  return Number(inheritedStyle(sheet.xml, tag, address.column) ?? 0)
}

const lookAt = (reader: PictureReader, address: CellAddress): CellLook | undefined =>
  reader.looks.at(styleNumberAt(reader, address))

const HORIZONTAL: Readonly<Record<string, PictureStyle['horizontal']>> = {
  center: 'center',
  centerContinuous: 'center',
  right: 'right',
  distributed: 'distributed',
  justify: 'left',
}

/** The styles of the first and the last cell of a merge; for a single cell they are one. */
interface StyleNumbers {
  readonly first: number
  readonly last: number
}

function styleNumbersOf(reader: PictureReader, range: CellRange): StyleNumbers {
  const first = styleNumberAt(reader, { row: range.top, column: range.left })
  const isSingle = range.top === range.bottom && range.left === range.right
  return {
    first,
    last: isSingle ? first : styleNumberAt(reader, { row: range.bottom, column: range.right }),
  }
}

/** The outline of a merge is drawn by the cells along its edges. */
function styleOf(
  { looks }: PictureReader,
  { first, last }: StyleNumbers,
  kind: PictureCell['kind'],
): PictureStyle | undefined {
  const look = looks.at(first)
  if (look === undefined) return undefined
  const corner = looks.at(last) ?? look
  const { horizontal, vertical, numberFormat: _format, ...rest } = look
  return {
    ...rest,
    right: corner.right,
    bottom: corner.bottom,
    horizontal: HORIZONTAL[horizontal] ?? (horizontal === 'general' && kind === 'number' ? 'right' : 'left'),
    vertical: vertical === 'top' || vertical === 'bottom' ? vertical : 'center',
  }
}

function contentOf(
  reader: PictureReader,
  address: CellAddress,
): Pick<PictureCell, 'text' | 'kind' | 'hasFormula'> {
  const { workbook, sheet, looks } = reader
  const cell = sheet.cellAt(address)
  const hasFormula = cell !== undefined && /<(?:[\w.-]+:)?f[\s/>]/.test(cell.inner)
  const { value, isError } = workbook.valueOf(sheet, address)
  if (isError) return { text: '#', kind: 'text', hasFormula }
  if (typeof value === 'number') {
    const id = lookAt(reader, address)?.numberFormat ?? 0
    const text = shownNumber(value, id, looks.formatCode(id), workbook.package.date1904)
    return { text, kind: 'number', hasFormula }
  }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', kind: 'text', hasFormula }
  const item = workbook.itemOf(sheet, address)
  const text = item === undefined ? (value ?? '') : itemText(item.inner)
  return { text, kind: text === '' ? 'empty' : 'text', hasFormula }
}

const looksLikeNothing = (style: PictureStyle): boolean =>
  style.fill === null && [style.left, style.right, style.top, style.bottom].every((border) => border === null)

interface KnownStyle {
  readonly style: PictureStyle
  readonly isNothing: boolean
}

interface PictureCells {
  readonly cells: readonly PictureCell[]
  readonly styles: readonly PictureStyle[]
}

function readCells(reader: PictureReader): PictureCells {
  const { sheet } = reader
  const numbers = new Map<string, number>()
  const known = new Map<string, KnownStyle | undefined>()
  const styles: PictureStyle[] = []
  const cells: PictureCell[] = []
  /** Whole sheets have a handful of styles: each is put together once. */
  const knownStyle = (range: CellRange, kind: PictureCell['kind']): KnownStyle | undefined => {
    const own = styleNumbersOf(reader, range)
    const key = `${String(own.first)} ${String(own.last)} ${kind}`
    if (known.has(key)) return known.get(key)
    const style = styleOf(reader, own, kind)
    const found = style === undefined ? undefined : { style, isNothing: looksLikeNothing(style) }
    known.set(key, found)
    return found
  }
  const numberOf = (style: PictureStyle): number => {
    const key = JSON.stringify(style)
    const number = numbers.get(key)
    if (number !== undefined) return number
    styles.push(style)
    numbers.set(key, styles.length - 1)
    return styles.length - 1
  }
  const numbered = new Map<PictureStyle, number>()
  const numberOnce = (style: PictureStyle): number => {
    const number = numbered.get(style) ?? numberOf(style)
    numbered.set(style, number)
    return number
  }
  for (const row of sheet.rows.filter(({ number }) => number <= MAX_PICTURE_ROWS)) {
    for (const { column } of sheet.cellsOfRow(row)) {
      const address = { row: row.number, column }
      const merge = sheet.mergeAt(address)
      const isInside = merge !== undefined && (merge.top !== row.number || merge.left !== column)
      if (isInside || column > MAX_PICTURE_COLUMNS) continue
      const range = merge ?? { top: row.number, bottom: row.number, left: column, right: column }
      const content = contentOf(reader, address)
      const look = knownStyle(range, content.kind)
      const isEmpty = content.kind === 'empty' && !content.hasFormula && merge === undefined
      if (look === undefined || (isEmpty && look.isNothing)) continue
      cells.push({
        ...address,
        rowSpan: range.bottom - range.top + 1,
        columnSpan: range.right - range.left + 1,
        ...content,
        style: numberOnce(look.style),
      })
    }
  }
  return { cells, styles }
}

/** The ranges of the print area, which is a name of the workbook kept for one sheet. */
function printAreasOf(workbook: FormWorkbook, sheet: string): readonly PictureRange[] {
  const position = workbook.package.sheets.findIndex(({ name }) => name === sheet)
  const xml = workbook.package.partText(workbook.package.workbookPart)
  for (const match of xml.matchAll(/<(?:[\w.-]+:)?definedName(\s[^>]*)>([^<]*)</g)) {
    const tag = match[1] ?? ''
    if (readAttribute(tag, 'name') !== '_xlnm.Print_Area') continue
    if (Number(readAttribute(tag, 'localSheetId')) !== position) continue
    return tokenizeFormula(unescapeXml(match[2] ?? ''))
      .filter(({ kind }) => kind === 'reference')
      .flatMap(({ text }) => parseReference(text)?.range ?? [])
  }
  return []
}

function pageBreaksOf(sheet: FormSheet): readonly number[] {
  const breaks =
    /<(?:[\w.-]+:)?rowBreaks(?:\s[^>]*)?>([^]*?)<\/(?:[\w.-]+:)?rowBreaks>/.exec(sheet.xml.tail)?.[1] ?? ''
  return [...breaks.matchAll(/<(?:[\w.-]+:)?brk\s[^>]*>/g)].map(([tag]) => Number(readAttribute(tag, 'id')))
}

/** How far a sheet reaches that has drawn things as well as cells: the least count of lines that covers a length. */
function linesFor(length: number, sizeOf: (line: number) => number, most: number): number {
  let total = 0
  let lines = 0
  while (total < length && lines < most) {
    lines += 1
    total += sizeOf(lines)
  }
  return lines
}

/**
 * Describes a sheet as it looks, for the screen on which a form is mapped. Values are those that the file
 * shows; conditional formats are not applied, and fonts are named, not measured.
 *
 * @throws Refusal as openWorkbookPackage; `sheet-missing`
 */
export function sheetPicture(bytes: Uint8Array, name: string): SheetPicture {
  const workbook = openFormWorkbook(bytes)
  const sheet = workbook.sheet(name)
  const colours = readColours(workbook.package)
  const geometry = geometryOf(workbook, sheet)
  const { cells, styles } = readCells({ workbook, sheet, looks: looksOf(workbook, colours) })
  const drawn = listDrawnThings(workbook.package, sheet, geometry, colours)
  const printAreas = printAreasOf(workbook, name)
  const widthOf = (column: number): number =>
    geometry.widthOf({ top: 1, bottom: 1, left: column, right: column })
  const heightOf = (row: number): number => geometry.heightOf({ top: row, bottom: row, left: 1, right: 1 })
  const right = Math.max(0, ...drawn.map((thing) => thing.left + thing.width))
  const bottom = Math.max(0, ...drawn.map((thing) => thing.top + thing.height))
  const columns = Math.max(
    1,
    linesFor(right, widthOf, MAX_PICTURE_COLUMNS),
    ...cells.map((cell) => cell.column + cell.columnSpan - 1),
    ...printAreas.map((area) => area.right),
  )
  const rows = Math.max(
    1,
    linesFor(bottom, heightOf, MAX_PICTURE_ROWS),
    ...cells.map((cell) => cell.row + cell.rowSpan - 1),
    ...printAreas.map((area) => area.bottom),
  )
  const isCut =
    (sheet.rows.at(-1)?.number ?? 0) > MAX_PICTURE_ROWS ||
    sheet.rows.some((row) => (sheet.cellsOfRow(row).at(-1)?.column ?? 0) > MAX_PICTURE_COLUMNS)
  return {
    sheet: name,
    columns: Array.from({ length: Math.min(columns, MAX_PICTURE_COLUMNS) }, (_unused, at) => widthOf(at + 1)),
    rows: Array.from({ length: Math.min(rows, MAX_PICTURE_ROWS) }, (_unused, at) => heightOf(at + 1)),
    cells,
    styles,
    drawn,
    printAreas,
    pageBreaks: pageBreaksOf(sheet),
    isCut,
  }
}

/** The sheets of a form that have cells, in order. @throws Refusal as openWorkbookPackage */
export function listFormSheets(
  bytes: Uint8Array,
): readonly { readonly name: string; readonly hidden: SheetVisibility }[] {
  return openFormWorkbook(bytes)
    .package.sheets.filter(({ kind }) => kind === 'worksheet')
    .map(({ name, hidden }) => ({ name, hidden }))
}
