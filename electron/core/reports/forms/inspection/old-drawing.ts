import { textNow } from '../drawings/package-additions.ts'
import type { FormSheet } from '../form-workbook.ts'
import type { WorkbookPackage } from '../open-package.ts'
import type { Relationship } from '../package-parts.ts'
import { findElement } from '../xml-text.ts'
import { type Changes, removePart, removeUnusedPictures } from './remove-parts.ts'

/** The old drawing without the shapes that are meant. */
export const withoutShapes = (xml: string, isMeant: (shape: string) => boolean): string =>
  xml.replace(/<v:shape\s[^]*?<\/v:shape>\s*/g, (shape) => (isMeant(shape) ? '' : shape))

/** Pictures of headers and footers are in an old drawing as well; that one is `legacyDrawingHF`. */
function sheetDrawingOf(workbook: WorkbookPackage, sheet: FormSheet): Relationship | undefined {
  const element = findElement(sheet.xml.tail, 'legacyDrawing')
  const id = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(element?.tag ?? '')?.[1]
  return workbook
    .relationshipsOf(sheet.part)
    .find((each) => each.type === 'vmlDrawing' && each.id === id && workbook.has(each.target))
}

/** Changes the old drawing of a sheet, and takes it out with what leads to it where no shape is left. */
export function removeSheetDrawing(
  workbook: WorkbookPackage,
  sheet: FormSheet,
  changes: Changes,
  edit: (xml: string) => string,
): void {
  const drawing = sheetDrawingOf(workbook, sheet)
  if (drawing === undefined) return
  const before = workbook.partText(drawing.target)
  const kept = edit(before)
  if (kept === before) return
  if (/<v:shape\s/.test(kept)) {
    changes.set(drawing.target, kept)
    removeUnusedPictures(workbook, drawing.target, changes)
    return
  }
  removePart(workbook, sheet.part, drawing, changes)
  const xml = textNow(workbook, changes, sheet.part) ?? ''
  const from = xml.length - sheetTailLength(xml)
  const element = findElement(xml, 'legacyDrawing', from)
  if (element === undefined) return
  changes.set(sheet.part, xml.slice(0, element.start) + xml.slice(element.tagEnd))
}

/** What stands behind the rows, which are passed over: they may be many. */
const sheetTailLength = (xml: string): number => {
  const end = /<\/(?:[\w.-]+:)?sheetData>/.exec(xml)
  return end === null ? xml.length : xml.length - end.index
}
