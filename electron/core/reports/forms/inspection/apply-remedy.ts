import { columnNumber } from '../cell-address.ts'
import { textNow } from '../drawings/package-additions.ts'
import { fillForm } from '../fill-form.ts'
import { openFormPackage, type FormSheet } from '../form-workbook.ts'
import { openWorkbookPackage, type WorkbookPackage } from '../open-package.ts'
import { relationshipsPart, type Relationship } from '../package-parts.ts'
import { joinSheet, listRows, type SheetXml } from '../sheet-xml.ts'
import { findElement, readAttribute, withAttribute } from '../xml-text.ts'
import type { Finding } from './findings.ts'
import { propertyParts } from './inspect-workbook.ts'

type Changes = Map<string, string | Uint8Array | null>

/** Takes out a part with what leads to it and what says its kind. */
function removePart(
  workbook: WorkbookPackage,
  holder: string,
  { id, target }: Relationship,
  changes: Changes,
): void {
  const relationships = relationshipsPart(holder)
  const links = textNow(workbook, changes, relationships) ?? ''
  changes.set(
    relationships,
    links.replace(/<(?:[\w.-]+:)?Relationship\s[^>]*\/>/g, (tag) =>
      readAttribute(tag, 'Id') === id ? '' : tag,
    ),
  )
  const types = '[Content_Types].xml'
  const kinds = textNow(workbook, changes, types) ?? ''
  changes.set(
    types,
    kinds.replace(/<(?:[\w.-]+:)?Override\s[^>]*\/>/g, (tag) =>
      readAttribute(tag, 'PartName')?.toLowerCase() === `/${target}`.toLowerCase() ? '' : tag,
    ),
  )
  if (workbook.has(target)) changes.set(target, null)
}

/** Comments have their boxes in the old drawing, among the form controls, which stay. */
function removeNoteShapes(workbook: WorkbookPackage, sheet: FormSheet, changes: Changes): void {
  const drawing = workbook
    .relationshipsOf(sheet.part)
    .find(({ type, target }) => type === 'vmlDrawing' && isSheetDrawing(sheet, target, workbook))
  if (drawing === undefined) return
  const kept = workbook
    .partText(drawing.target)
    .replace(/<v:shape\s[^]*?<\/v:shape>\s*/g, (shape) =>
      /ObjectType\s*=\s*["']Note["']/.test(shape) ? '' : shape,
    )
  if (/<v:shape\s/.test(kept)) {
    changes.set(drawing.target, kept)
    return
  }
  removePart(workbook, sheet.part, drawing, changes)
  const { tail } = sheet.xml
  const element = findElement(tail, 'legacyDrawing')
  if (element === undefined) return
  const without = tail.slice(0, element.start) + tail.slice(element.tagEnd)
  changes.set(sheet.part, joinSheet({ ...sheet.xml, tail: without }))
}

/** Pictures of headers and footers are in an old drawing as well; that one is `legacyDrawingHF`. */
function isSheetDrawing(sheet: FormSheet, target: string, workbook: WorkbookPackage): boolean {
  const element = findElement(sheet.xml.tail, 'legacyDrawing')
  const id = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(element?.tag ?? '')?.[1]
  return workbook
    .relationshipsOf(sheet.part)
    .some((relationship) => relationship.id === id && relationship.target === target)
}

function removeComments(workbook: WorkbookPackage, sheet: FormSheet, changes: Changes): void {
  removeNoteShapes(workbook, sheet, changes)
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
  const people = workbook.relationshipsOf(workbook.workbookPart).find(({ type }) => type === 'person')
  if (!areLeft && people !== undefined) removePart(workbook, workbook.workbookPart, people, changes)
}

function showRows(xml: SheetXml, rows: readonly number[]): SheetXml {
  const wanted = new Set(rows)
  let data = ''
  let copied = 0
  for (const row of listRows(xml)) {
    if (!wanted.has(row.number)) continue
    data += xml.data.slice(copied, row.start)
    data += withAttribute(xml.data.slice(row.start, row.tagEnd), 'hidden', undefined)
    copied = row.tagEnd
  }
  return { ...xml, data: data + xml.data.slice(copied) }
}

function showColumns(xml: SheetXml, columns: readonly string[]): SheetXml {
  const numbers = columns.map((letters) => columnNumber(letters) ?? 0)
  const head = xml.head.replace(new RegExp(`<${xml.prefix}col\\s[^>]*>`, 'g'), (tag) => {
    const [from, to] = [Number(readAttribute(tag, 'min')), Number(readAttribute(tag, 'max'))]
    return numbers.some((column) => column >= from && column <= to)
      ? withAttribute(tag, 'hidden', undefined)
      : tag
  })
  return { ...xml, head }
}

function showSheet(xml: string, name: string): string {
  return xml.replace(/<(?:[\w.-]+:)?sheet\s[^>]*>/g, (tag) =>
    readAttribute(tag, 'name') === name ? withAttribute(tag, 'state', undefined) : tag,
  )
}

/** Takes the path out, and its wrapping where that held nothing else. */
const withoutPath = (xml: string): string =>
  xml
    .replace(
      /<((?:[\w.-]+:)?)AlternateContent(?:\s[^>]*)?>\s*<\1Choice(?:\s[^>]*)?>\s*<(?:[\w.-]+:)?absPath\s[^>]*\/>\s*<\/\1Choice>\s*(?:<\1Fallback\s*\/>\s*)?<\/\1AlternateContent>/g,
      '',
    )
    .replace(/<(?:[\w.-]+:)?absPath\s[^>]*\/>/g, '')

const withoutNames = (xml: string): string =>
  xml.replace(
    /(<((?:[\w.-]+:)?(?:creator|lastModifiedBy|Manager|Company))(?:\s[^>]*)?>)[^<]*(<\/\2>)/g,
    '$1$3',
  )

const withoutCachedValues = (xml: string): string =>
  xml.replace(/<((?:[\w.-]+:)?)sheetDataSet(?:\s[^>]*)?>[^]*?<\/\1sheetDataSet>/g, '')

/**
 * Remedies one finding, and changes nothing but what it speaks of: all other parts are copied byte for byte.
 * A finding that no longer holds gives the workbook as it is.
 *
 * @throws Refusal as openWorkbookPackage; `sheet-missing`
 */
export function applyRemedy(bytes: Uint8Array, finding: Finding): Uint8Array {
  const workbook = openWorkbookPackage(bytes)
  const changes: Changes = new Map()
  const change = (part: string, edit: (xml: string) => string): void => {
    if (!workbook.has(part)) return
    const before = workbook.partText(part)
    const after = edit(before)
    if (after !== before) changes.set(part, after)
  }
  const changeSheet = (name: string, edit: (xml: SheetXml) => SheetXml): void => {
    const sheet = openFormPackage(workbook).sheet(name)
    change(sheet.part, (before) => {
      const after = joinSheet(edit(sheet.xml))
      return after === joinSheet(sheet.xml) ? before : after
    })
  }
  switch (finding.kind) {
    case 'external-data':
      change(finding.part, withoutCachedValues)
      break
    case 'comments':
      removeComments(workbook, openFormPackage(workbook).sheet(finding.sheet), changes)
      break
    case 'hidden-sheet':
      change(workbook.workbookPart, (xml) => showSheet(xml, finding.sheet))
      break
    case 'hidden-rows':
      changeSheet(finding.sheet, (xml) => showRows(xml, finding.rows))
      break
    case 'hidden-columns':
      changeSheet(finding.sheet, (xml) => showColumns(xml, finding.columns))
      break
    case 'author':
      for (const part of propertyParts(workbook)) change(part, withoutNames)
      break
    case 'file-path':
      change(workbook.workbookPart, withoutPath)
      break
    case 'personal-column':
      return emptyCells(bytes, finding)
  }
  return changes.size === 0 ? bytes : workbook.writePackage(changes)
}

/** Goes the way of every filling, so that formulas that look at the cells follow. */
function emptyCells(bytes: Uint8Array, finding: Extract<Finding, { kind: 'personal-column' }>): Uint8Array {
  const { sheet } = finding
  return fillForm(bytes, {
    cells: finding.cells.map((cell) => ({ sheet, cell, value: { kind: 'clear' } })),
    rows: [],
  }).bytes
}
