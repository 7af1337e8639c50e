import type { WorkbookPackage } from '../open-package.ts'
import type { Relationship } from '../package-parts.ts'
import { rewriteXml } from '../rewrite-xml.ts'
import { parseRange, formatRange } from '../cell-address.ts'
import { readAttribute, withAttribute } from '../xml-text.ts'
import { moveDrawing, moveOldDrawing, type RowHeights } from './move-anchors.ts'
import { moveCell, moveFormula, moveRange } from './move-references.ts'
import { growRange, type RowInsertion } from './row-insertion.ts'

type Changes = Map<string, string | Uint8Array | null>

/** A sheet whose related parts are looked through. */
export interface RelatedSheet {
  readonly name: string
  readonly part: string
  /** Given for the sheet that the rows are put into. */
  readonly heights: RowHeights | undefined
}

const CONTROL_FORMULAS = new Set(['fmlaLink', 'fmlaRange', 'fmlaTxbx', 'fmlaGroup'])
const TABLE_FORMULAS = new Set(['calculatedColumnFormula', 'totalsRowFormula'])

/** Comments, drawings, charts, controls, tables and pivot tables of a sheet. Notes the parts that change in `changes`. */
export function moveRelatedParts(
  workbook: WorkbookPackage,
  sheet: RelatedSheet,
  insertion: RowInsertion,
  changes: Changes,
): void {
  const move = (formula: string): string =>
    moveFormula(formula, insertion, { sheet: sheet.name, within: 'elsewhere' })
  const textNow = (part: string): string => {
    const changed = changes.get(part)
    return typeof changed === 'string' ? changed : workbook.partText(part)
  }
  const rewrite = (part: string, change: (xml: string) => string): void => {
    if (!workbook.has(part)) return
    const before = textNow(part)
    const after = change(before)
    if (after !== before) changes.set(part, after)
  }
  const ownRange = (value: string): string | undefined =>
    sheet.heights === undefined ? undefined : moveRange(value, insertion)

  const moveChart = (xml: string): string =>
    rewriteXml(xml, { text: (element, text) => (element === 'f' ? move(text) : undefined) })
  const moveDrawingPart = (xml: string): string => {
    const linked = rewriteXml(xml, {
      attribute: (_element, name, value) => (name === 'textlink' && value !== '' ? move(value) : undefined),
    })
    return sheet.heights === undefined ? linked : moveDrawing(linked, insertion, sheet.heights)
  }
  const moveTable = (xml: string): string =>
    rewriteXml(xml, {
      attribute: (_element, name, value) => (name === 'ref' ? ownRange(value) : undefined),
      text: (element, text) => (TABLE_FORMULAS.has(element) ? move(text) : undefined),
    })
  const moveByRelationship = ({ type, target }: Relationship): void => {
    switch (type) {
      case 'comments':
      case 'threadedComment':
        if (sheet.heights === undefined) return
        rewrite(target, (xml) =>
          rewriteXml(xml, {
            attribute: (_element, name, value) => (name === 'ref' ? moveCell(value, insertion) : undefined),
          }),
        )
        return
      case 'vmlDrawing': {
        const { heights } = sheet
        if (heights !== undefined) rewrite(target, (xml) => moveOldDrawing(xml, insertion, heights, move))
        return
      }
      case 'ctrlProp':
        rewrite(target, (xml) =>
          rewriteXml(xml, {
            attribute: (_element, name, value) => (CONTROL_FORMULAS.has(name) ? move(value) : undefined),
          }),
        )
        return
      case 'table':
        rewrite(target, moveTable)
        return
      case 'pivotTable':
        rewrite(target, (xml) =>
          rewriteXml(xml, {
            attribute: (element, name, value) =>
              element === 'location' && name === 'ref' ? ownRange(value) : undefined,
          }),
        )
        return
      case 'drawing':
        rewrite(target, moveDrawingPart)
        for (const related of workbook.relationshipsOf(target)) {
          if (!related.external && /^chart(?:Ex)?$/.test(related.type)) rewrite(related.target, moveChart)
        }
    }
  }
  for (const relationship of workbook.relationshipsOf(sheet.part)) {
    if (!relationship.external) moveByRelationship(relationship)
  }
}

/** Names of the workbook (print areas and titles, filters, lists) and the sources of pivot tables. */
export function moveWorkbookParts(
  workbook: WorkbookPackage,
  insertion: RowInsertion,
  changes: Changes,
): void {
  const { workbookPart } = workbook
  const before = workbook.partText(workbookPart)
  // A name without a sheet speaks of whichever sheet uses it and is not ours to move.
  const after = rewriteXml(before, {
    text: (element, text) =>
      element === 'definedName'
        ? moveFormula(text, insertion, { sheet: '', within: 'elsewhere' })
        : undefined,
  })
  if (after !== before) changes.set(workbookPart, after)
  for (const { type, target, external } of workbook.relationshipsOf(workbookPart)) {
    if (external || type !== 'pivotCacheDefinition' || !workbook.has(target)) continue
    const cache = workbook.partText(target)
    const moved = cache.replace(/<(?:[\w.-]+:)?worksheetSource\s[^>]*>/, (tag) => {
      const range = parseRange(readAttribute(tag, 'ref') ?? '')
      if (readAttribute(tag, 'sheet') !== insertion.sheet || range === undefined) return tag
      return withAttribute(tag, 'ref', formatRange(growRange(insertion, range)))
    })
    if (moved !== cache) changes.set(target, moved)
  }
}
