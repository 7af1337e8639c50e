import type { FormSheet } from '../form-workbook.ts'
import type { WorkbookPackage } from '../open-package.ts'
import { addContentType, addRelationship, freePartName, isStrict, textNow } from './package-additions.ts'
import { withDrawingElement } from './sheet-children.ts'
import type { DrawnBox } from './drawn-box.ts'

type Changes = Map<string, string | Uint8Array | null>

/** What an anchor holds: given the number that the shape gets. */
export type ShapeXml = (id: number) => string

/** The drawing part of a sheet, made when it has none. */
export function drawingPartOf(workbook: WorkbookPackage, sheet: FormSheet, changes: Changes): string {
  const known = workbook
    .withParts(changes)
    .relationshipsOf(sheet.part)
    .find(({ type, external }) => type === 'drawing' && !external)
  if (known !== undefined) return known.target
  const part = freePartName(workbook, changes, (number) => `xl/drawings/drawing${String(number)}.xml`)
  const base = isStrict(workbook)
    ? 'http://purl.oclc.org/ooxml/drawingml'
    : 'http://schemas.openxmlformats.org/drawingml/2006'
  changes.set(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${base}/spreadsheetDrawing" xmlns:a="${base}/main"></xdr:wsDr>`,
  )
  addContentType(workbook, changes, part, 'application/vnd.openxmlformats-officedocument.drawing+xml')
  const id = addRelationship(workbook, changes, sheet.part, 'drawing', part)
  const xml = textNow(workbook, changes, sheet.part) ?? ''
  changes.set(sheet.part, withDrawingElement(xml, sheet.xml.prefix, id))
  return part
}

function edgeXml(name: string, edge: DrawnBox['from']): string {
  return `<xdr:${name}><xdr:col>${String(edge.column)}</xdr:col><xdr:colOff>${String(edge.columnOffset)}</xdr:colOff><xdr:row>${String(edge.row)}</xdr:row><xdr:rowOff>${String(edge.rowOffset)}</xdr:rowOff></xdr:${name}>`
}

/** Puts a shape or picture behind all others of a sheet, that is on top of them. */
export function appendAnchor(
  workbook: WorkbookPackage,
  part: string,
  box: DrawnBox,
  shape: ShapeXml,
  changes: Changes,
): void {
  const before = textNow(workbook, changes, part) ?? ''
  const ids = [...before.matchAll(/<(?:[\w.-]+:)?cNvPr\s[^>]*?\bid="(\d+)"/g)].map((found) =>
    Number(found[1]),
  )
  const id = Math.max(1, ...ids) + 1
  const base = isStrict(workbook)
    ? 'http://purl.oclc.org/ooxml/drawingml'
    : 'http://schemas.openxmlformats.org/drawingml/2006'
  const anchor = `<xdr:twoCellAnchor xmlns:xdr="${base}/spreadsheetDrawing" xmlns:a="${base}/main" editAs="oneCell">${edgeXml('from', box.from)}${edgeXml('to', box.to)}${shape(id)}<xdr:clientData/></xdr:twoCellAnchor>`
  const open = before.replace(/<((?:[\w.-]+:)?)wsDr((?:\s[^>]*?)?)\/>\s*$/, '<$1wsDr$2></$1wsDr>')
  changes.set(
    part,
    open.replace(/<\/(?:[\w.-]+:)?wsDr>\s*$/, (end) => anchor + end),
  )
}
