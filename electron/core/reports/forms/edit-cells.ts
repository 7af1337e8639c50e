import { columnLetters, type CellRange } from './cell-address.ts'
import {
  childOf,
  inheritedStyle,
  listCells,
  listRows,
  widenDimension,
  type CellXml,
  type RowPlace,
  type SheetXml,
} from './sheet-xml.ts'
import { escapeCellText, readAttribute, withAttribute } from './xml-text.ts'

/** What a cell is to hold. */
export type CellContent =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'shared'; readonly index: number }
  /** The inside of `<is>`, for a cell that had its string inline before, or a workbook without shared strings. */
  | { readonly kind: 'inline'; readonly item: string }

/** What a formula cell is to show to those who do not calculate. */
export type CachedValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }

/** One change of one cell. A formula cell keeps its formula when only its cached value is changed. */
export type CellEdit =
  | { readonly kind: 'content'; readonly content: CellContent }
  | { readonly kind: 'cached'; readonly cached: CachedValue }
  /** Puts another `<f>` element in place, cached value kept. */
  | { readonly kind: 'formula'; readonly element: string }

/** Changes of a sheet: row → column → change. */
export type SheetEdits = ReadonlyMap<number, ReadonlyMap<number, CellEdit>>

/** Excel writes 17 significant digits at most; JavaScript's own shortest form reads back as the same number. */
const numberText = (value: number): string => String(value)

function contentParts(
  content: CellContent,
  prefix: string,
): { readonly type?: string; readonly xml: string } {
  switch (content.kind) {
    case 'empty':
      return { xml: '' }
    case 'number':
      return { xml: `<${prefix}v>${numberText(content.value)}</${prefix}v>` }
    case 'boolean':
      return { type: 'b', xml: `<${prefix}v>${content.value ? '1' : '0'}</${prefix}v>` }
    case 'shared':
      return { type: 's', xml: `<${prefix}v>${String(content.index)}</${prefix}v>` }
    case 'inline':
      return { type: 'inlineStr', xml: `<${prefix}is>${content.item}</${prefix}is>` }
  }
}

function cachedParts(cached: CachedValue, prefix: string): { readonly type?: string; readonly xml: string } {
  switch (cached.kind) {
    case 'none':
      return { xml: '' }
    case 'number':
      return { xml: `<${prefix}v>${numberText(cached.value)}</${prefix}v>` }
    case 'boolean':
      return { type: 'b', xml: `<${prefix}v>${cached.value ? '1' : '0'}</${prefix}v>` }
    case 'text':
      return { type: 'str', xml: `<${prefix}v>${escapeCellText(cached.text)}</${prefix}v>` }
  }
}

function closeCell(tag: string, inner: string, prefix: string): string {
  const open = tag.replace(/\s*\/?>$/, '')
  return inner === '' ? `${open}/>` : `${open}>${inner}</${prefix}c>`
}

/** Rewrites a cell that is there. Its style stays; `cm` and `vm` speak of the old value and go with it. */
function editCell(cell: CellXml, edit: CellEdit, prefix: string): string {
  const formula = childOf(cell, prefix, 'f')
  if (edit.kind === 'formula') {
    const inner =
      formula === undefined ? edit.element + cell.inner : cell.inner.replace(formula.raw, () => edit.element)
    return closeCell(cell.tag, inner, prefix)
  }
  const extension = childOf(cell, prefix, 'extLst')?.raw ?? ''
  if (edit.kind === 'cached') {
    const { type, xml } = cachedParts(edit.cached, prefix)
    return closeCell(withAttribute(cell.tag, 't', type), (formula?.raw ?? '') + xml + extension, prefix)
  }
  const { type, xml } = contentParts(edit.content, prefix)
  const plain = withAttribute(withAttribute(cell.tag, 'cm', undefined), 'vm', undefined)
  return closeCell(withAttribute(plain, 't', type), xml + extension, prefix)
}

function newCell(
  sheet: SheetXml,
  rowTag: string | undefined,
  row: number,
  column: number,
  edit: CellEdit,
): string {
  if (edit.kind !== 'content') return ''
  const style = inheritedStyle(sheet, rowTag, column)
  if (edit.content.kind === 'empty') return ''
  const { type, xml } = contentParts(edit.content, sheet.prefix)
  const styled = style === undefined ? '' : ` s="${style}"`
  const typed = type === undefined ? '' : ` t="${type}"`
  return `<${sheet.prefix}c r="${columnLetters(column)}${String(row)}"${styled}${typed}>${xml}</${sheet.prefix}c>`
}

/** `spans` is a hint that Excel writes; a cell outside it makes it wrong. */
function widenSpans(tag: string, columns: readonly number[]): string {
  const spans = readAttribute(tag, 'spans')
  const match = /^(\d+):(\d+)$/.exec(spans ?? '')
  if (spans === undefined || columns.length === 0) return tag
  if (match === null) return withAttribute(tag, 'spans', undefined)
  const from = Math.min(Number(match[1]), ...columns)
  const to = Math.max(Number(match[2]), ...columns)
  const wide = `${String(from)}:${String(to)}`
  return wide === spans ? tag : withAttribute(tag, 'spans', wide)
}

function editRow(sheet: SheetXml, row: RowPlace, edits: ReadonlyMap<number, CellEdit>): string {
  const { prefix, data } = sheet
  const rowTag = data.slice(row.start, row.tagEnd)
  const body = data.slice(row.tagEnd, row.end)
  const pending = [...edits].sort(([a], [b]) => a - b)
  let out = ''
  let copied = 0
  let searched = 0
  const addBefore = (column: number): void => {
    while ((pending[0]?.[0] ?? Infinity) < column) {
      const [newColumn, edit] = pending.shift() ?? [0, { kind: 'content', content: { kind: 'empty' } }]
      out += newCell(sheet, rowTag, row.number, newColumn, edit)
    }
  }
  for (const cell of listCells(sheet, row)) {
    const start = body.indexOf(cell.raw, searched)
    searched = start + cell.raw.length
    if ((pending[0]?.[0] ?? Infinity) > cell.column) continue
    out += body.slice(copied, start)
    copied = start
    addBefore(cell.column)
    const next = pending[0]
    if (next?.[0] !== cell.column) continue
    pending.shift()
    out += editCell(cell, next[1], prefix)
    copied = searched
  }
  const closing = `</${prefix}row>`
  const selfClosed = rowTag.endsWith('/>')
  // New cells at the end go behind the last cell, before extensions of the row, which Excel does not write.
  out += body.slice(copied, selfClosed ? copied : Math.max(copied, searched))
  addBefore(Infinity)
  const rest = selfClosed ? '' : body.slice(Math.max(copied, searched))
  const tag = widenSpans(rowTag, out.includes('<') ? [...edits.keys()] : [])
  if (!selfClosed) return tag + out + rest
  return out === '' ? rowTag : `${tag.replace(/\s*\/>$/, '>')}${out}${closing}`
}

function newRow(sheet: SheetXml, number: number, edits: ReadonlyMap<number, CellEdit>): string {
  const cells = [...edits]
    .sort(([a], [b]) => a - b)
    .map(([column, edit]) => newCell(sheet, undefined, number, column, edit))
    .join('')
  return cells === '' ? '' : `<${sheet.prefix}row r="${String(number)}">${cells}</${sheet.prefix}row>`
}

function editedArea(edits: SheetEdits): CellRange | undefined {
  const rows = [...edits.keys()]
  const columns = [...edits.values()].flatMap((row) =>
    [...row].flatMap(([column, edit]) =>
      edit.kind === 'content' && edit.content.kind !== 'empty' ? [column] : [],
    ),
  )
  if (rows.length === 0 || columns.length === 0) return undefined
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  }
}

/** The sheet with cells changed. Everything else, down to the order of attributes, stays as it was written. */
export function editCells(sheet: SheetXml, edits: SheetEdits): SheetXml {
  const pending = [...edits].sort(([a], [b]) => a - b)
  let out = ''
  let copied = 0
  const addRowsBefore = (number: number): void => {
    while ((pending[0]?.[0] ?? Infinity) < number) {
      const [newNumber, cells] = pending.shift() ?? [0, new Map<number, CellEdit>()]
      out += newRow(sheet, newNumber, cells)
    }
  }
  for (const row of listRows(sheet)) {
    if (pending.length === 0) break
    if ((pending[0]?.[0] ?? Infinity) > row.number) continue
    out += sheet.data.slice(copied, row.start)
    copied = row.start
    addRowsBefore(row.number)
    const next = pending[0]
    if (next?.[0] !== row.number) continue
    pending.shift()
    out += editRow(sheet, row, next[1])
    copied = row.end
  }
  out += sheet.data.slice(copied)
  addRowsBefore(Infinity)
  const area = editedArea(edits)
  return { ...sheet, head: area === undefined ? sheet.head : widenDimension(sheet.head, area), data: out }
}
