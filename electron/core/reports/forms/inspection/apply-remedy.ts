import { columnNumber, parseAddress } from '../cell-address.ts'
import { isInFormulaBlock } from '../form-formulas.ts'
import { fillForm } from '../fill-form.ts'
import { openFormPackage, openFormWorkbook, type FormSheet } from '../form-workbook.ts'
import { restyleCells } from '../mapping-desk/restyle-cells.ts'
import { openWorkbookPackage, type WorkbookPackage } from '../open-package.ts'
import { joinSheet, listRows, type SheetXml } from '../sheet-xml.ts'
import { readAttribute, withAttribute } from '../xml-text.ts'
import { removeEmbeddedFiles } from './embedded-files.ts'
import type { Finding, FindingOf } from './findings.ts'
import { removeSheetDrawing, withoutShapes } from './old-drawing.ts'
import {
  changePart,
  closeConnections,
  removeAuthors,
  removeCachedValues,
  removeCustomXml,
  removePath,
  removePivotRecords,
  removePrinters,
  removeProperties,
  removeRevisions,
  shortenLink,
  showNames,
  showSheet,
  withoutScenarios,
} from './remedy-package.ts'
import { type Changes, removePart, removeParts } from './remove-parts.ts'
import { isColumnUnseen, isInkOfGround, isRowUnseen, looksOf, showsNothing } from './unseen-cells.ts'

/** Comments have their boxes in the old drawing, among the form controls, which stay. */
function removeComments(workbook: WorkbookPackage, sheet: FormSheet, changes: Changes): void {
  removeSheetDrawing(workbook, sheet, changes, (xml) =>
    withoutShapes(xml, (shape) => /ObjectType\s*=\s*["']Note["']/.test(shape)),
  )
  for (const relationship of workbook.relationshipsOf(sheet.part)) {
    if (relationship.type === 'comments' || relationship.type === 'threadedComment') {
      removePart(workbook, sheet.part, relationship, changes)
    }
  }
  // The list of people who commented goes with the last comment.
  const after = workbook.withParts(changes)
  const areLeft = after.sheets.some(({ part }) =>
    after.relationshipsOf(part).some(({ type }) => type === 'threadedComment'),
  )
  if (!areLeft) removeParts(workbook, workbook.workbookPart, 'person', changes)
}

const readable = (tag: string, size: readonly string[]): string =>
  size.reduce((sum, name) => withAttribute(sum, name, undefined), withAttribute(tag, 'hidden', undefined))

function showRows(xml: SheetXml, rows: readonly number[]): SheetXml {
  const wanted = new Set(rows)
  let data = ''
  let copied = 0
  for (const row of listRows(xml)) {
    if (!wanted.has(row.number)) continue
    const tag = xml.data.slice(row.start, row.tagEnd)
    const shown = readable(tag, [])
    data += xml.data.slice(copied, row.start)
    // A row that would still be too low gets the sheet's usual height.
    data += isRowUnseen(shown) ? readable(tag, ['ht', 'customHeight']) : shown
    copied = row.tagEnd
  }
  return { ...xml, data: data + xml.data.slice(copied) }
}

function showColumns(xml: SheetXml, columns: readonly string[]): SheetXml {
  const numbers = columns.map((letters) => columnNumber(letters) ?? 0)
  const head = xml.head.replace(new RegExp(`<${xml.prefix}col\\s[^>]*>`, 'g'), (tag) => {
    const [from, to] = [Number(readAttribute(tag, 'min')), Number(readAttribute(tag, 'max'))]
    if (!numbers.some((column) => column >= from && column <= to)) return tag
    const shown = readable(tag, [])
    return isColumnUnseen(shown) ? readable(tag, ['width', 'customWidth']) : shown
  })
  return { ...xml, head }
}

/** Gives the cells letters in the usual colour, and a format that shows something. */
function showTexts(bytes: Uint8Array, { sheet: name, cells }: FindingOf<'unseen-text'>): Uint8Array {
  const workbook = openFormWorkbook(bytes)
  const sheet = workbook.sheet(name)
  const looks = looksOf(workbook)
  return restyleCells(
    bytes,
    cells.flatMap((cell) => {
      const address = parseAddress(cell)
      const found = address === undefined ? undefined : sheet.cellAt(address)
      const look = looks.at(Number(readAttribute(found?.tag ?? '', 's') ?? 0))
      if (look === undefined) return []
      const plainFormat = showsNothing(looks.formatCode(look.numberFormat))
      return [{ sheet: name, cell, look: { plainInk: isInkOfGround(look), plainFormat } }]
    }),
  )
}

/** Goes the way of every filling, so that formulas that look at the cells follow. */
function emptyCells(bytes: Uint8Array, finding: FindingOf<'personal-column'>): Uint8Array {
  const { sheet } = finding
  const opened = openFormWorkbook(bytes).sheet(sheet)
  const cells = finding.cells.filter((cell) => {
    const address = parseAddress(cell)
    // A formula over several cells is emptied as a whole or not at all; that is for Excel.
    return address !== undefined && !isInFormulaBlock(opened, opened.anchorOf(address))
  })
  return fillForm(bytes, {
    cells: cells.map((cell) => ({ sheet, cell, value: { kind: 'clear' }, overwriteFormula: true })),
    rows: [],
  }).bytes
}

type InParts = Exclude<Finding, { readonly kind: 'personal-column' | 'unseen-text' }>

function changeParts(workbook: WorkbookPackage, finding: InParts, changes: Changes): void {
  const sheetOf = (name: string): FormSheet => openFormPackage(workbook).sheet(name)
  const changeSheet = (name: string, edit: (xml: SheetXml) => SheetXml): void => {
    const sheet = sheetOf(name)
    changePart(workbook, changes, sheet.part, (before) => {
      const after = joinSheet(edit(sheet.xml))
      return after === joinSheet(sheet.xml) ? before : after
    })
  }
  switch (finding.kind) {
    case 'external-data':
      return removeCachedValues(workbook, changes, finding)
    case 'link-path':
      return shortenLink(workbook, changes, finding)
    case 'connections':
      return closeConnections(workbook, changes)
    case 'pivot-records':
      return removePivotRecords(workbook, changes, finding)
    case 'comments':
      return removeComments(workbook, sheetOf(finding.sheet), changes)
    case 'people':
      return removeParts(workbook, workbook.workbookPart, 'person', changes)
    case 'hidden-sheet':
      return showSheet(workbook, changes, finding)
    case 'hidden-rows':
      return changeSheet(finding.sheet, (xml) => showRows(xml, finding.rows))
    case 'hidden-columns':
      return changeSheet(finding.sheet, (xml) => showColumns(xml, finding.columns))
    case 'hidden-names':
      return showNames(workbook, changes, finding)
    case 'embedded-files':
      return removeEmbeddedFiles(workbook, sheetOf(finding.sheet), changes)
    case 'scenarios':
      return changeSheet(finding.sheet, (xml) => ({ ...xml, tail: withoutScenarios(xml.tail) }))
    case 'author':
      return removeAuthors(workbook, changes)
    case 'properties':
      return removeProperties(workbook, changes)
    case 'revisions':
      return removeRevisions(workbook, changes)
    case 'custom-xml':
      return removeCustomXml(workbook, changes)
    case 'thumbnail':
      return removeParts(workbook, '', 'thumbnail', changes)
    case 'printers':
      return removePrinters(workbook, changes)
    case 'file-path':
      return removePath(workbook, changes)
  }
}

/**
 * Remedies one finding, and changes nothing but what it speaks of: all other parts are copied byte for byte.
 * A finding that no longer holds gives the workbook as it is.
 *
 * @throws Refusal as openWorkbookPackage; `sheet-missing`
 */
export function applyRemedy(bytes: Uint8Array, finding: Finding): Uint8Array {
  if (finding.kind === 'personal-column') return emptyCells(bytes, finding)
  if (finding.kind === 'unseen-text') return showTexts(bytes, finding)
  const workbook = openWorkbookPackage(bytes)
  const changes: Changes = new Map()
  changeParts(workbook, finding, changes)
  return changes.size === 0 ? bytes : workbook.writePackage(changes)
}
