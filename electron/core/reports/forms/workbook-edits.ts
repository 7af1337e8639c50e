import type { WorkbookPackage } from './open-package.ts'
import { relationshipsPart } from './package-parts.ts'
import { findElement, readAttribute, rootPrefix, withAttribute } from './xml-text.ts'

type Changes = Map<string, string | Uint8Array | null>

/** Elements of `<workbook>` that come before `<calcPr>` (ECMA-376 18.2.27), the nearest first. */
const BEFORE_CALCULATION = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'] as const

function endOfElement(xml: string, name: string): number | undefined {
  const found = findElement(xml, name)
  if (found === undefined) return undefined
  if (found.tag.endsWith('/>')) return found.tagEnd
  const closing = `</${/^<([^\s/>]+)/.exec(found.tag)?.[1] ?? name}>`
  const end = xml.indexOf(closing, found.tagEnd)
  return end === -1 ? undefined : end + closing.length
}

/** Asks Excel to calculate everything when it opens the workbook. */
export function askForCalculation(workbook: WorkbookPackage, changes: Changes): void {
  const xml = workbook.partText(workbook.workbookPart)
  const found = findElement(xml, 'calcPr')
  if (found !== undefined) {
    const tag = withAttribute(found.tag, 'fullCalcOnLoad', '1')
    changes.set(workbook.workbookPart, xml.slice(0, found.start) + tag + xml.slice(found.tagEnd))
    return
  }
  const place = BEFORE_CALCULATION.map((name) => endOfElement(xml, name)).find((end) => end !== undefined)
  if (place === undefined) return
  const tag = `<${rootPrefix(xml)}calcPr fullCalcOnLoad="1"/>`
  changes.set(workbook.workbookPart, xml.slice(0, place) + tag + xml.slice(place))
}

function removeTags(xml: string, pattern: RegExp, isMeant: (tag: string) => boolean): string {
  return xml.replace(pattern, (tag) => (isMeant(tag) ? '' : tag))
}

/**
 * Takes out the list of the order in which formulas are calculated, which may name cells that no longer
 * have one; Excel would call the workbook damaged. It makes a new one by itself.
 */
export function dropCalculationChain(workbook: WorkbookPackage, changes: Changes): void {
  const chain = workbook
    .relationshipsOf(workbook.workbookPart)
    .find((relationship) => relationship.type === 'calcChain')
  if (chain === undefined) return
  const relationships = relationshipsPart(workbook.workbookPart)
  changes.set(
    relationships,
    removeTags(
      workbook.partText(relationships),
      /<(?:[\w.-]+:)?Relationship\s[^>]*\/>/g,
      (tag) => readAttribute(tag, 'Id') === chain.id,
    ),
  )
  const types = '[Content_Types].xml'
  changes.set(
    types,
    removeTags(
      workbook.partText(types),
      /<(?:[\w.-]+:)?Override\s[^>]*\/>/g,
      (tag) => readAttribute(tag, 'PartName')?.toLowerCase() === `/${chain.target}`.toLowerCase(),
    ),
  )
  if (workbook.has(chain.target)) changes.set(chain.target, null)
}
