import { listChildren } from '../drawings/sheet-children.ts'
import type { FormSheet } from '../form-workbook.ts'
import type { WorkbookPackage } from '../open-package.ts'
import { readAttribute } from '../xml-text.ts'
import type { Finding } from './findings.ts'
import { removeSheetDrawing, withoutShapes } from './old-drawing.ts'
import { type Changes, removePart, removeUnusedPictures } from './remove-parts.ts'

const isEmbedded = (type: string): boolean => type === 'oleObject' || type === 'package'

export function embeddedFiles(workbook: WorkbookPackage, sheet: FormSheet): readonly Finding[] {
  const files = workbook
    .relationshipsOf(sheet.part)
    .filter(({ type, external }) => isEmbedded(type) && !external)
  return files.length === 0 ? [] : [{ kind: 'embedded-files', sheet: sheet.name, count: files.length }]
}

/** The numbers of the shapes behind which files lie. */
const shapesOf = (xml: string): ReadonlySet<string> =>
  new Set(
    (xml.match(/<(?:[\w.-]+:)?oleObject\s[^>]*>/g) ?? []).map((tag) => readAttribute(tag, 'shapeId') ?? ''),
  )

/** The end of a sheet without its embedded objects, which may stand wrapped. */
function withoutObjects(tail: string): string {
  const from = tail.indexOf('>') + 1
  return listChildren(tail, from)
    .filter(
      ({ name, start, end }) =>
        name === 'oleObjects' ||
        (name === 'AlternateContent' && /<(?:[\w.-]+:)?oleObjects[\s>]/.test(tail.slice(start, end))),
    )
    .toReversed()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), tail)
}

/** A drawing without the stand-ins of these shapes, each an anchor, mostly wrapped for newer programs. */
function withoutStandIns(xml: string, shapes: ReadonlySet<string>): string {
  const isStandIn = (text: string): boolean =>
    [...text.matchAll(/\sspid\s*=\s*["']_x0000_s(\d+)["']/g)].some((found) => shapes.has(found[1] ?? ''))
  const root = xml.indexOf('>', xml.search(/<(?:[\w.-]+:)?wsDr[\s>]/)) + 1
  return listChildren(xml, root)
    .filter(({ start, end }) => isStandIn(xml.slice(start, end)))
    .toReversed()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), xml)
}

/** Takes the embedded files out of a sheet, with the pictures that stand for them. */
export function removeEmbeddedFiles(workbook: WorkbookPackage, sheet: FormSheet, changes: Changes): void {
  const shapes = shapesOf(sheet.xml.tail)
  const before = sheet.xml.head + sheet.xml.data
  changes.set(sheet.part, before + withoutObjects(sheet.xml.tail))
  for (const relationship of workbook.relationshipsOf(sheet.part)) {
    if (isEmbedded(relationship.type)) removePart(workbook, sheet.part, relationship, changes)
  }
  for (const { type, target } of workbook.relationshipsOf(sheet.part)) {
    if (type !== 'drawing' || !workbook.has(target)) continue
    const xml = workbook.partText(target)
    const without = withoutStandIns(xml, shapes)
    if (without !== xml) changes.set(target, without)
    removeUnusedPictures(workbook, target, changes)
  }
  removeSheetDrawing(workbook, sheet, changes, (xml) =>
    withoutShapes(xml, (shape) => shapes.has(/\bid\s*=\s*["']_x0000_s(\d+)["']/.exec(shape)?.[1] ?? '')),
  )
  removeUnusedPictures(workbook, sheet.part, changes)
}
