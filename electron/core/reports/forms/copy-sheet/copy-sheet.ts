import { Refusal } from '#shared/contract/errors.ts'
import type { WorkbookPackage } from '../open-package.ts'
import type { Relationship } from '../package-parts.ts'
import { splitSheet } from '../sheet-xml.ts'
import { dropCalculationChain } from '../workbook-edits.ts'
import { escapeXml, readAttribute, unescapeXml, withAttribute } from '../xml-text.ts'
import { copyContentType, copyRelated, nameBeside, newConversationNumbers } from './copy-parts.ts'
import { renameInPart, type Renaming } from './rename-sheet.ts'
import {
  newShapeNumbers,
  renumberDrawing,
  renumberOldDrawing,
  renumberSheet,
  type ShapeNumbers,
} from './shape-numbers.ts'
import { uncopyableOn } from './uncopyable.ts'
import { addSheetEntry, withTitle } from './workbook-entry.ts'

type Changes = Map<string, string | Uint8Array | null>

/** Excel's limit for the name of a sheet. */
const MAX_NAME = 31

/** `日報 (2)`, as Excel names a copy; shortened where that would be too long, and never one that is there. */
export function nameOfCopy(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((each) => each.toLowerCase()))
  for (let number = 2; ; number++) {
    const ending = ` (${String(number)})`
    const candidate = name.slice(0, MAX_NAME - ending.length) + ending
    if (!used.has(candidate.toLowerCase())) return candidate
  }
}

/** A table that is filled from a query or an XML file, as a table by itself. */
const plainTable = (xml: string): string =>
  xml
    .replace(/<(?:[\w.-]+:)?table\s[^>]*>/, (tag) =>
      ['tableType', 'connectionId'].reduce((sum, name) => withAttribute(sum, name, undefined), tag),
    )
    .replace(/<(?:[\w.-]+:)?tableColumn\s[^>]*>/g, (tag) =>
      ['queryTableFieldId', 'uniqueName'].reduce((sum, name) => withAttribute(sum, name, undefined), tag),
    )
    .replace(/<(?:[\w.-]+:)?xmlColumnPr\s[^>]*\/>/g, '')

/** A chart of a pivot table names it by the sheet: `[様式.xlsx]様式!ピボットテーブル1`. */
const renamePivotSource = (xml: string, { from, to }: Renaming): string =>
  xml.replace(
    /(<((?:[\w.-]+:)?)pivotSource>\s*<\2name>)([^<]*)/,
    (_whole, open: string, _prefix: string, name: string) => {
      const [, book = '', sheet = '', table = ''] =
        /^(\[[^\]]*\])?(.*)!([^!]*)$/.exec(unescapeXml(name)) ?? []
      return open + (sheet === from ? escapeXml(`${book}${to}!${table}`) : name)
    },
  )

/** Tables may not share a name, here or in another sheet. */
function renamedTables(
  workbook: WorkbookPackage,
  sheetPart: string,
): {
  readonly names: ReadonlyMap<string, string>
  readonly change: (xml: string) => string
} {
  const all = workbook.partNames.filter((part) => /(?:^|\/)tables\/[^/]+\.xml$/i.test(part))
  const tagOf = (part: string): string =>
    /<(?:[\w.-]+:)?table\s[^>]*>/.exec(workbook.partText(part))?.[0] ?? ''
  const tags = all.map(tagOf)
  const taken = new Set(tags.map((tag) => (readAttribute(tag, 'displayName') ?? '').toLowerCase()))
  let id = Math.max(0, ...tags.map((tag) => Number(readAttribute(tag, 'id'))))
  const names = new Map<string, string>()
  for (const { type, target } of workbook.relationshipsOf(sheetPart)) {
    if (type !== 'table' || !workbook.has(target)) continue
    const name = readAttribute(tagOf(target), 'displayName') ?? ''
    let number = 2
    while (taken.has(`${name}_${String(number)}`.toLowerCase())) number += 1
    names.set(name, `${name}_${String(number)}`)
    taken.add(`${name}_${String(number)}`.toLowerCase())
  }
  const change = (xml: string): string =>
    plainTable(xml).replace(/<(?:[\w.-]+:)?table\s[^>]*>/, (tag) => {
      id += 1
      const name = names.get(readAttribute(tag, 'displayName') ?? '') ?? ''
      return ['displayName', 'name'].reduce(
        (sum, attribute) => withAttribute(sum, attribute, name),
        withAttribute(tag, 'id', String(id)),
      )
    })
  return { names, change }
}

/** The copy is not the sheet that is shown, and has no name of its own for macros. */
function ownSheetXml(xml: string, numbers: ShapeNumbers): string {
  return renumberSheet(xml, numbers)
    .replace(/<(?:[\w.-]+:)?sheetPr\s[^>]*>/, (tag) => withAttribute(tag, 'codeName', undefined))
    .replace(/<(?:[\w.-]+:)?sheetView\s[^>]*>/g, (tag) => withAttribute(tag, 'tabSelected', undefined))
}

/** The list of strings keeps count of the cells that name one. */
function countStrings(workbook: WorkbookPackage, sheetXml: string, changes: Changes): void {
  const part = workbook
    .relationshipsOf(workbook.workbookPart)
    .find(({ type }) => type === 'sharedStrings')?.target
  const cells = (sheetXml.match(/<(?:[\w.-]+:)?c\s[^>]*\st\s*=\s*["']s["']/g) ?? []).length
  if (part === undefined || !workbook.has(part) || cells === 0) return
  const xml = workbook.partText(part)
  const counted = xml.replace(/<(?:[\w.-]+:)?sst\s[^>]*>/, (tag) => {
    const count = readAttribute(tag, 'count')
    return count === undefined ? tag : withAttribute(tag, 'count', String(Number(count) + cells))
  })
  if (counted !== xml) changes.set(part, counted)
}

/**
 * Copies a sheet with all that hangs on it, right behind itself, as Excel's own 「コピーを作成する」 does: drawings
 * and what they show, charts (which then show the copy's cells), form controls with their three parts,
 * comments, tables under new names, pivot tables over the same data, printer settings, print area and titles.
 * Pictures are shared. A table that a query fills is a plain table on the copy. The order of calculation is
 * dropped, and Excel makes a new one.
 *
 * @throws Refusal `sheet-missing`; `form-sheet-uncopyable` (details: sheet, what) for a sheet with a slicer, a
 * timeline, or a part that is not known
 */
export function copySheet(workbook: WorkbookPackage, from: string, to: string): WorkbookPackage {
  const position = workbook.sheets.findIndex(({ name, kind }) => name === from && kind === 'worksheet')
  const sheet = workbook.sheets[position]
  if (sheet === undefined) throw new Refusal('sheet-missing', { sheet: from })
  const xml = workbook.partText(sheet.part)
  splitSheet(xml, from)
  const what = uncopyableOn(workbook, sheet.part)
  if (what !== undefined) throw new Refusal('form-sheet-uncopyable', { sheet: from, what })
  const changes: Changes = new Map()
  dropCalculationChain(workbook, changes)
  const part = nameBeside(workbook, changes, sheet.part)
  // Taken before anything else may want a name like it.
  changes.set(part, '')
  const tables = renamedTables(workbook, sheet.part)
  const renaming: Renaming = { from, to, tables: tables.names }
  const oldDrawings = workbook
    .relationshipsOf(sheet.part)
    .filter(({ type, target }) => type === 'vmlDrawing' && workbook.has(target))
    .map(({ target }) => workbook.partText(target))
  const numbers = newShapeNumbers(workbook, oldDrawings.join(''))
  const renumberComments = newConversationNumbers(workbook, sheet.part, to)
  const change = (relationship: Relationship, text: string): string => {
    const renamed = renumberComments(relationship, renameInPart(text, renaming))
    switch (relationship.type) {
      case 'vmlDrawing':
        return renumberOldDrawing(renamed, numbers)
      case 'drawing':
        return renumberDrawing(renamed, numbers)
      case 'table':
        return tables.change(renamed)
      case 'chart':
        return renamePivotSource(renamed, renaming)
      default:
        return renamed
    }
  }
  copyRelated(workbook, sheet.part, part, changes, new Map(), change)
  const copied = ownSheetXml(renameInPart(xml, renaming), numbers)
  changes.set(part, copied)
  copyContentType(workbook, changes, sheet.part, part)
  countStrings(workbook, xml, changes)
  addSheetEntry(workbook, part, renaming, xml, changes)
  const worksheets = workbook.sheets.filter(({ kind }) => kind === 'worksheet')
  for (const { type, target } of workbook.relationshipsOf('')) {
    if (type !== 'extended-properties' || !workbook.has(target)) continue
    const before = workbook.partText(target)
    const titled = withTitle(before, worksheets.length, worksheets.indexOf(sheet), renaming)
    if (titled !== before) changes.set(target, titled)
  }
  return workbook.withParts(changes)
}
