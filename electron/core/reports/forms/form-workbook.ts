import { Refusal } from '#shared/contract/errors.ts'
import type { CellAddress, CellRange } from './cell-address.ts'
import { readCellStyles, type CellStyle, type CellStyles } from './cell-styles.ts'
import type { CellContent, CellEdit } from './edit-cells.ts'
import { indexMerges, type MergeIndex } from './merge-index.ts'
import { openWorkbookPackage, type WorkbookPackage } from './open-package.ts'
import { growSharedStrings, type GrowingStrings } from './shared-strings.ts'
import {
  childOf,
  inheritedStyle,
  listCells,
  listMerges,
  listRows,
  splitSheet,
  type CellXml,
  type RowPlace,
  type SheetXml,
} from './sheet-xml.ts'
import { itemText, plainItem } from './string-item.ts'
import { readAttribute, unescapeCellText, unescapeXml } from './xml-text.ts'

/** A sheet being filled: what it was, and what is to change. */
export interface FormSheet {
  readonly name: string
  readonly part: string
  readonly xml: SheetXml
  readonly merges: readonly CellRange[]
  /** Row → column → change. Grows while the form is being filled. */
  readonly edits: Map<number, Map<number, CellEdit>>
  readonly rows: readonly RowPlace[]
  /** The cell as it is in the file. */
  readonly cellAt: (address: CellAddress) => CellXml | undefined
  readonly rowAt: (number: number) => RowPlace | undefined
  readonly cellsOfRow: (row: RowPlace) => readonly CellXml[]
  /** The top-left cell of the merge that holds the cell, or the cell itself. */
  readonly anchorOf: (address: CellAddress) => CellAddress
  readonly mergeAt: (address: CellAddress) => CellRange | undefined
  readonly styleOf: (address: CellAddress) => CellStyle
  readonly edit: (address: CellAddress, edit: CellEdit) => void
}

/** A string as it stands in the workbook, with its runs, and where it is kept. */
export interface StoredItem {
  readonly inner: string
  readonly home: 'shared' | 'inline'
}

/** What a cell holds; a formula cell what it showed when the file was saved. */
export interface StoredValue {
  readonly value: number | string | boolean | undefined
  readonly isError: boolean
}

export interface FormWorkbook {
  readonly package: WorkbookPackage
  readonly sheetNames: readonly string[]
  readonly sheetsInUse: () => readonly FormSheet[]
  /** @throws Refusal `sheet-missing` */
  readonly sheet: (name: string) => FormSheet
  /** undefined when the workbook keeps all strings in its cells. */
  readonly strings: GrowingStrings | undefined
  readonly stringsPart: string | undefined
  /** The string of a cell, with the changes made so far; undefined for a cell without text. */
  readonly itemOf: (sheet: FormSheet, address: CellAddress) => StoredItem | undefined
  readonly contentOfItem: (item: StoredItem) => CellContent
  readonly contentOfText: (sheet: FormSheet, text: string) => CellContent
  /** The value of a cell, with the changes made so far. */
  readonly valueOf: (sheet: FormSheet, address: CellAddress) => StoredValue
  /** In points. */
  readonly defaultFontSize: () => number
}

function openSheet(workbook: WorkbookPackage, name: string, styles: () => CellStyles): FormSheet {
  const found = workbook.sheets.find((sheet) => sheet.name === name)
  if (found?.kind !== 'worksheet') throw new Refusal('sheet-missing', { sheet: name })
  const xml = splitSheet(workbook.partText(found.part), name)
  const rows = listRows(xml)
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const parsed = new Map<number, readonly CellXml[]>()
  const edits = new Map<number, Map<number, CellEdit>>()
  let merges: readonly CellRange[] | undefined
  const cellsOfRow = (row: RowPlace): readonly CellXml[] => {
    const known = parsed.get(row.number)
    if (known !== undefined) return known
    const cells = listCells(xml, row)
    parsed.set(row.number, cells)
    return cells
  }
  const columnsOf = new Map<number, ReadonlyMap<number, CellXml>>()
  const cellAt = ({ row, column }: CellAddress): CellXml | undefined => {
    const place = byNumber.get(row)
    if (place === undefined) return undefined
    const known = columnsOf.get(row)
    if (known !== undefined) return known.get(column)
    // Of two cells with one address the first counts.
    const cells = new Map(
      cellsOfRow(place)
        .toReversed()
        .map((cell) => [cell.column, cell]),
    )
    columnsOf.set(row, cells)
    return cells.get(column)
  }
  const listedMerges = (): readonly CellRange[] => (merges ??= listMerges(xml))
  let index: MergeIndex | undefined
  const mergeAt = (address: CellAddress): CellRange | undefined =>
    (index ??= indexMerges(listedMerges()))(address)
  return {
    name,
    part: found.part,
    xml,
    get merges() {
      return listedMerges()
    },
    edits,
    rows,
    cellAt,
    rowAt: (number) => byNumber.get(number),
    cellsOfRow,
    mergeAt,
    anchorOf: (address) => {
      const merge = mergeAt(address)
      return merge === undefined ? address : { row: merge.top, column: merge.left }
    },
    styleOf: (address) => {
      const cell = cellAt(address)
      const place = byNumber.get(address.row)
      const rowTag = place === undefined ? undefined : xml.data.slice(place.start, place.tagEnd)
      const index =
        cell === undefined ? inheritedStyle(xml, rowTag, address.column) : readAttribute(cell.tag, 's')
      return styles().at(Number(index ?? 0))
    },
    edit: ({ row, column }, edit) => {
      const cells = edits.get(row) ?? new Map<number, CellEdit>()
      cells.set(column, edit)
      edits.set(row, cells)
    },
  }
}

function storedItem(
  cell: CellXml,
  prefix: string,
  strings: GrowingStrings | undefined,
): StoredItem | undefined {
  const type = readAttribute(cell.tag, 't')
  if (type === 'inlineStr') {
    return { inner: childOf(cell, prefix, 'is')?.inner ?? '', home: 'inline' }
  }
  const value = childOf(cell, prefix, 'v')?.inner
  if (value === undefined || value === '') return undefined
  if (type === 's') {
    const inner = strings?.itemAt(Number(value))
    return inner === undefined ? undefined : { inner, home: 'shared' }
  }
  const text = type === 'str' ? unescapeCellText(value) : unescapeXml(value)
  return {
    inner: plainItem(text, ''),
    home: strings === undefined ? 'inline' : 'shared',
  }
}

function storedValue(cell: CellXml, prefix: string, strings: GrowingStrings | undefined): StoredValue {
  const type = readAttribute(cell.tag, 't') ?? 'n'
  if (type === 'e') return { value: undefined, isError: true }
  const item = storedItem(cell, prefix, strings)
  if (item === undefined) return { value: undefined, isError: false }
  const text = itemText(item.inner)
  if (type === 'b') return { value: text === '1', isError: false }
  // ISO dates (t="d") are left to Excel: reading them as text would calculate with the wrong kind.
  if (type === 'd') return { value: undefined, isError: true }
  return { value: type === 'n' ? Number(text) : text, isError: false }
}

function pendingContent(sheet: FormSheet, { row, column }: CellAddress): CellContent | undefined {
  const edit = sheet.edits.get(row)?.get(column)
  return edit?.kind === 'content' ? edit.content : undefined
}

function itemOfContent(content: CellContent, strings: GrowingStrings | undefined): StoredItem | undefined {
  switch (content.kind) {
    case 'empty':
      return undefined
    case 'number':
      return {
        inner: plainItem(String(content.value), ''),
        home: strings === undefined ? 'inline' : 'shared',
      }
    case 'boolean':
      return undefined
    case 'inline':
      return { inner: content.item, home: 'inline' }
    case 'shared': {
      const inner = strings?.itemAt(content.index)
      return inner === undefined ? undefined : { inner, home: 'shared' }
    }
  }
}

/**
 * Opens a form to be filled. Sheets are taken apart when first asked for.
 *
 * @throws Refusal as openWorkbookPackage
 */
export const openFormWorkbook = (bytes: Uint8Array): FormWorkbook =>
  openFormPackage(openWorkbookPackage(bytes))

/** As openFormWorkbook, for a package that is open already. */
export function openFormPackage(workbook: WorkbookPackage): FormWorkbook {
  const related = workbook.relationshipsOf(workbook.workbookPart)
  const partOf = (type: string): string | undefined => related.find((part) => part.type === type)?.target
  const stringsPart = partOf('sharedStrings')
  const strings =
    stringsPart === undefined || !workbook.has(stringsPart)
      ? undefined
      : growSharedStrings(workbook.partText(stringsPart))
  let styles: CellStyles | undefined
  const stylesPart = partOf('styles')
  const readStyles = (): CellStyles =>
    (styles ??=
      stylesPart === undefined
        ? readCellStyles('<styleSheet/>', '')
        : readCellStyles(workbook.partText(stylesPart), stylesPart))
  const opened = new Map<string, FormSheet>()
  return {
    package: workbook,
    sheetNames: workbook.sheets.filter((sheet) => sheet.kind === 'worksheet').map((sheet) => sheet.name),
    sheetsInUse: () => [...opened.values()],
    sheet: (name) => {
      const known = opened.get(name)
      if (known !== undefined) return known
      const sheet = openSheet(workbook, name, readStyles)
      opened.set(name, sheet)
      return sheet
    },
    strings,
    stringsPart,
    defaultFontSize: () => readStyles().defaultFontSize,
    itemOf: (sheet, address) => {
      const pending = pendingContent(sheet, address)
      if (pending !== undefined) return itemOfContent(pending, strings)
      const cell = sheet.cellAt(address)
      return cell === undefined ? undefined : storedItem(cell, sheet.xml.prefix, strings)
    },
    contentOfItem: (item) =>
      item.home === 'shared' && strings !== undefined
        ? { kind: 'shared', index: strings.addItem(item.inner) }
        : { kind: 'inline', item: item.inner },
    contentOfText: (sheet, text) =>
      strings === undefined
        ? { kind: 'inline', item: plainItem(text, sheet.xml.prefix) }
        : { kind: 'shared', index: strings.addText(text) },
    valueOf: (sheet, address) => {
      const pending = pendingContent(sheet, address)
      if (pending?.kind === 'number' || pending?.kind === 'boolean') {
        return { value: pending.value, isError: false }
      }
      if (pending !== undefined) {
        const item = itemOfContent(pending, strings)
        return {
          value: item === undefined ? undefined : itemText(item.inner),
          isError: false,
        }
      }
      const cell = sheet.cellAt(address)
      return cell === undefined
        ? { value: undefined, isError: false }
        : storedValue(cell, sheet.xml.prefix, strings)
    },
  }
}
