import { Refusal } from '#shared/contract/errors.ts'
import { columnLetters, parseAddress, parseRange, type CellRange } from './cell-address.ts'
import { escapeXml, findElement, findTagEnd, readAttribute, rootPrefix } from './xml-text.ts'

/**
 * A worksheet part cut in three: what stands before its rows, the rows, and what stands after. Rows are
 * kept as text and looked into only when touched, so that a large sheet costs little more than copying.
 */
export interface SheetXml {
  /** Prefix of its elements with colon, mostly ''. */
  readonly prefix: string
  /** Up to and including the start tag of sheetData. */
  readonly head: string
  readonly data: string
  /** From the end tag of sheetData on. */
  readonly tail: string
}

/** A row within `data`. */
export interface RowPlace {
  readonly number: number
  readonly start: number
  readonly tagEnd: number
  /** Behind its end tag. */
  readonly end: number
}

export interface CellXml {
  readonly row: number
  readonly column: number
  /** Start tag, as written. */
  readonly tag: string
  /** What stands between its tags. */
  readonly inner: string
  readonly raw: string
}

/**
 * Comments and CDATA between cells, which no spreadsheet program writes, would have to be watched for
 * at each step; they are taken out once, with the same meaning.
 */
function plainMarkup(data: string): string {
  if (!data.includes('<!')) return data
  return data
    .replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_whole, text: string) => escapeXml(text))
    .replace(/<!--[^]*?-->/g, '')
}

/** @throws Refusal `sheet-missing` for a chart or dialog sheet, which has no cells */
export function splitSheet(xml: string, sheet: string): SheetXml {
  const found = findElement(xml, 'sheetData')
  if (found === undefined) throw new Refusal('sheet-missing', { sheet })
  const prefix = rootPrefix(xml)
  const closing = `</${prefix}sheetData>`
  const head = xml.slice(0, found.tagEnd)
  if (found.tag.endsWith('/>')) {
    return {
      prefix,
      head: head.replace(/\s*\/>$/, '>'),
      data: '',
      tail: closing + xml.slice(found.tagEnd),
    }
  }
  const end = xml.lastIndexOf(closing)
  if (end < found.tagEnd) throw new Refusal('workbook-truncated', { sheet })
  return { prefix, head, data: plainMarkup(xml.slice(found.tagEnd, end)), tail: xml.slice(end) }
}

export const joinSheet = (sheet: SheetXml): string => sheet.head + sheet.data + sheet.tail

interface ElementPlace {
  readonly start: number
  readonly tagEnd: number
  readonly innerEnd: number
  readonly end: number
}

/** The next element of that name from `from` on; siblings in between are passed over. */
function nextElement(xml: string, name: string, from: number): ElementPlace | undefined {
  const opening = `<${name}`
  for (let start = xml.indexOf(opening, from); start !== -1; start = xml.indexOf(opening, start + 1)) {
    if (!/[\s/>]/.test(xml[start + opening.length] ?? '')) continue
    const tagEnd = findTagEnd(xml, start) + 1
    if (tagEnd === 0) return undefined
    if (xml[tagEnd - 2] === '/') return { start, tagEnd, innerEnd: tagEnd, end: tagEnd }
    const innerEnd = xml.indexOf(`</${name}`, tagEnd)
    const end = xml.indexOf('>', innerEnd) + 1
    return innerEnd === -1 || end === 0 ? undefined : { start, tagEnd, innerEnd, end }
  }
  return undefined
}

/** All rows in order. A row without a number follows the one before it. */
export function listRows(sheet: SheetXml): readonly RowPlace[] {
  const rows: RowPlace[] = []
  const name = `${sheet.prefix}row`
  let previous = 0
  let place = nextElement(sheet.data, name, 0)
  while (place !== undefined) {
    const written = readAttribute(sheet.data.slice(place.start, place.tagEnd), 'r')
    const number = written === undefined ? previous + 1 : Number(written)
    rows.push({ number, start: place.start, tagEnd: place.tagEnd, end: place.end })
    previous = number
    place = nextElement(sheet.data, name, place.end)
  }
  return rows
}

/** All cells of a row in order. A cell without an address follows the one before it. */
export function listCells(sheet: SheetXml, row: RowPlace): readonly CellXml[] {
  const cells: CellXml[] = []
  const name = `${sheet.prefix}c`
  const text = sheet.data.slice(row.tagEnd, row.end)
  let previous = 0
  let place = nextElement(text, name, 0)
  while (place !== undefined) {
    const tag = text.slice(place.start, place.tagEnd)
    const column = parseAddress(readAttribute(tag, 'r') ?? '')?.column ?? previous + 1
    cells.push({
      row: row.number,
      column,
      tag,
      inner: text.slice(place.tagEnd, place.innerEnd),
      raw: text.slice(place.start, place.end),
    })
    previous = column
    place = nextElement(text, name, place.end)
  }
  return cells
}

/** A child of a cell: its start tag and what is in it. */
export interface CellChild {
  readonly tag: string
  readonly inner: string
  readonly raw: string
}

/** `f`, `v`, `is` or `extLst` of a cell. */
export function childOf(cell: CellXml, prefix: string, name: string): CellChild | undefined {
  const place = nextElement(cell.inner, prefix + name, 0)
  return place === undefined
    ? undefined
    : {
        tag: cell.inner.slice(place.start, place.tagEnd),
        inner: cell.inner.slice(place.tagEnd, place.innerEnd),
        raw: cell.inner.slice(place.start, place.end),
      }
}

/** All merged ranges of the sheet. */
export function listMerges(sheet: SheetXml): readonly CellRange[] {
  const merges: CellRange[] = []
  const pattern = new RegExp(`<${sheet.prefix}mergeCell\\s[^>]*>`, 'g')
  for (const [tag] of sheet.tail.matchAll(pattern)) {
    const range = parseRange(readAttribute(tag, 'ref') ?? '')
    if (range !== undefined) merges.push(range)
  }
  return merges
}

/** The style that Excel would give a new cell: that of its row, else that of its column. */
export function inheritedStyle(
  sheet: SheetXml,
  rowTag: string | undefined,
  column: number,
): string | undefined {
  if (rowTag !== undefined && /^(?:1|true)$/.test(readAttribute(rowTag, 'customFormat') ?? '')) {
    return readAttribute(rowTag, 's')
  }
  for (const [tag] of sheet.head.matchAll(new RegExp(`<${sheet.prefix}col\\s[^>]*>`, 'g'))) {
    const from = Number(readAttribute(tag, 'min'))
    const to = Number(readAttribute(tag, 'max'))
    const style = readAttribute(tag, 'style')
    if (column >= from && column <= to && style !== undefined && style !== '0') return style
  }
  return undefined
}

/** Widens the sheet's own note of the area in use, where it has one, so that it holds `range`. */
export function widenDimension(head: string, range: CellRange): string {
  const found = findElement(head, 'dimension')
  if (found === undefined) return head
  const known = parseRange(readAttribute(found.tag, 'ref') ?? '')
  if (known === undefined) return head
  const wide = {
    top: Math.min(known.top, range.top),
    left: Math.min(known.left, range.left),
    bottom: Math.max(known.bottom, range.bottom),
    right: Math.max(known.right, range.right),
  }
  const same = (['top', 'left', 'bottom', 'right'] as const).every((side) => wide[side] === known[side])
  if (same) return head
  const corner = (column: number, row: number): string => `${columnLetters(column)}${String(row)}`
  const ref = `${corner(wide.left, wide.top)}:${corner(wide.right, wide.bottom)}`
  return (
    head.slice(0, found.start) +
    found.tag.replace(/(ref\s*=\s*)(["'])[^"']*\2/, `$1$2${ref}$2`) +
    head.slice(found.tagEnd)
  )
}
