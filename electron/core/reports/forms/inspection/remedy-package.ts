import { textNow } from '../drawings/package-additions.ts'
import type { WorkbookPackage } from '../open-package.ts'
import { relationshipsPart } from '../package-parts.ts'
import { rewriteXml } from '../rewrite-xml.ts'
import { findElement, readAttribute, withAttribute } from '../xml-text.ts'
import type { FindingOf } from './findings.ts'
import {
  bareTarget,
  CONNECTION_SECRETS,
  customXmlHolders,
  isFolderPath,
  isOfView,
  NAME_ELEMENTS,
  propertyParts,
  relatedParts,
  REMARK_ELEMENTS,
} from './inspect-package.ts'
import { type Changes, removePart, removeParts } from './remove-parts.ts'

/** A part is changed only where that makes a difference. */
export function changePart(
  workbook: WorkbookPackage,
  changes: Changes,
  part: string,
  edit: (xml: string) => string,
): void {
  const before = textNow(workbook, changes, part)
  if (before === undefined) return
  const after = edit(before)
  if (after !== before) changes.set(part, after)
}

/** Takes the path out, and its wrapping where that held nothing else. */
const withoutPath = (xml: string): string =>
  xml
    .replace(
      /<((?:[\w.-]+:)?)AlternateContent(?:\s[^>]*)?>\s*<\1Choice(?:\s[^>]*)?>\s*<(?:[\w.-]+:)?absPath\s[^>]*\/>\s*<\/\1Choice>\s*(?:<\1Fallback\s*\/>\s*)?<\/\1AlternateContent>/g,
      '',
    )
    .replace(/<(?:[\w.-]+:)?absPath\s[^>]*\/>/g, '')

const emptied = (elements: readonly string[]) => {
  const pattern = new RegExp(`(<((?:[\\w.-]+:)?(?:${elements.join('|')}))(?:\\s[^>]*)?>)[^<]*(</\\2>)`, 'g')
  return (xml: string): string => xml.replace(pattern, '$1$3')
}

export function removePath(workbook: WorkbookPackage, changes: Changes): void {
  changePart(workbook, changes, workbook.workbookPart, withoutPath)
  for (const part of propertyParts(workbook)) changePart(workbook, changes, part, emptied(['HyperlinkBase']))
}

export function removeAuthors(workbook: WorkbookPackage, changes: Changes): void {
  for (const part of propertyParts(workbook)) changePart(workbook, changes, part, emptied(NAME_ELEMENTS))
  changePart(workbook, changes, workbook.workbookPart, (xml) =>
    xml.replace(/<(?:[\w.-]+:)?fileSharing\s[^>]*>/g, (tag) => withAttribute(tag, 'userName', undefined)),
  )
}

export function removeProperties(workbook: WorkbookPackage, changes: Changes): void {
  for (const part of propertyParts(workbook)) changePart(workbook, changes, part, emptied(REMARK_ELEMENTS))
  removeParts(workbook, '', 'custom-properties', changes)
}

export function removeCustomXml(workbook: WorkbookPackage, changes: Changes): void {
  for (const holder of customXmlHolders(workbook)) removeParts(workbook, holder, 'customXml', changes)
}

export function removeCachedValues(
  workbook: WorkbookPackage,
  changes: Changes,
  { part }: FindingOf<'external-data'>,
): void {
  changePart(workbook, changes, part, (xml) =>
    xml.replace(/<((?:[\w.-]+:)?)sheetDataSet(?:\s[^>]*)?>[^]*?<\/\1sheetDataSet>/g, ''),
  )
}

/** Of the way to another workbook only the file's name stays; the formulas and their values stay as they are. */
export function shortenLink(
  workbook: WorkbookPackage,
  changes: Changes,
  { part }: FindingOf<'link-path'>,
): void {
  changePart(workbook, changes, relationshipsPart(part), (xml) =>
    xml.replace(/<(?:[\w.-]+:)?Relationship\s[^>]*\/>/g, (tag) => {
      const target = readAttribute(tag, 'Target') ?? ''
      const isOutside = readAttribute(tag, 'TargetMode') === 'External'
      return isOutside && isFolderPath(target) ? withAttribute(tag, 'Target', bareTarget(target)) : tag
    }),
  )
}

/** A connection keeps its name and leads nowhere; the figures that it brought stay in their cells. */
export function closeConnections(workbook: WorkbookPackage, changes: Changes): void {
  for (const part of relatedParts(workbook, workbook.workbookPart, 'connections')) {
    changePart(workbook, changes, part, (xml) =>
      rewriteXml(xml, {
        attribute: (element, name) => (CONNECTION_SECRETS[element]?.includes(name) === true ? '' : undefined),
      }),
    )
  }
}

/** The fields of a cache by which one of its pivot tables groups: their values are seen. */
function shownFields(workbook: WorkbookPackage, cache: string): ReadonlySet<number> {
  const tables = workbook.sheets
    .flatMap(({ part }) => relatedParts(workbook, part, 'pivotTable'))
    .filter((part) => relatedParts(workbook, part, 'pivotCacheDefinition').includes(cache))
  return new Set(
    tables.flatMap((part) =>
      [
        ...workbook
          .partText(part)
          .matchAll(/<((?:[\w.-]+:)?)pivotField(?:\s[^>]*?)?(?:\/>|>[^]*?<\/\1pivotField>)/g),
      ].flatMap(([field], position) => (/<(?:[\w.-]+:)?items[\s>]/.test(field) ? [position] : [])),
    ),
  )
}

/** Values of fields that no pivot table shows are taken out as well; Excel reads the source anew on opening. */
function withoutRecords(xml: string, shown: ReadonlySet<number>): string {
  let field = -1
  const fields = xml.replace(
    /<((?:[\w.-]+:)?)cacheField\s[^>]*?(?:\/>|>[^]*?<\/\1cacheField>)/g,
    (whole, prefix: string) => {
      field += 1
      if (shown.has(field)) return whole
      return whole.replace(
        new RegExp(`<${prefix}sharedItems(?:\\s[^>]*?)?(?:/>|>[^]*?</${prefix}sharedItems>)`),
        `<${prefix}sharedItems/>`,
      )
    },
  )
  const isOfThisBook = /<(?:[\w.-]+:)?worksheetSource\s(?![^>]*\s[\w.-]+:id\s*=)/.test(xml)
  return fields.replace(/<(?:[\w.-]+:)?pivotCacheDefinition\s[^>]*>/, (tag) => {
    const bare = tag.replace(/\s[\w.-]+:id\s*=\s*(?:"[^"]*"|'[^']*')/, '')
    const unsaved = withAttribute(withAttribute(bare, 'saveData', '0'), 'recordCount', undefined)
    return isOfThisBook ? withAttribute(unsaved, 'refreshOnLoad', '1') : unsaved
  })
}

export function removePivotRecords(
  workbook: WorkbookPackage,
  changes: Changes,
  { part }: FindingOf<'pivot-records'>,
): void {
  const shown = shownFields(workbook, part)
  removeParts(workbook, part, 'pivotCacheRecords', changes)
  changePart(workbook, changes, part, (xml) => withoutRecords(xml, shown))
}

/** Printers are forgotten; size and direction of the paper stand in the sheet itself and stay. */
export function removePrinters(workbook: WorkbookPackage, changes: Changes): void {
  for (const { part } of workbook.sheets) {
    const settings = workbook.relationshipsOf(part).filter(({ type }) => type === 'printerSettings')
    if (settings.length === 0) continue
    const ids = new Set(settings.map(({ id }) => id))
    changePart(workbook, changes, part, (xml) =>
      xml.replace(/<(?:[\w.-]+:)?pageSetup\s[^>]*>/g, (tag) =>
        tag.replace(/\s[\w.-]+:id\s*=\s*["']([^"']*)["']/, (named, id: string) => (ids.has(id) ? '' : named)),
      ),
    )
    for (const relationship of settings) removePart(workbook, part, relationship, changes)
  }
}

/** Whole elements of a part, from their start to their end. */
function withoutElement(xml: string, name: string): string {
  const found = findElement(xml, name)
  if (found === undefined) return xml
  const closing = `</${/^<((?:[\w.-]+:)?)/.exec(found.tag)?.[1] ?? ''}${name}>`
  const end = found.tag.endsWith('/>') ? found.tagEnd : xml.indexOf(closing, found.tagEnd) + closing.length
  return end < found.tagEnd ? xml : xml.slice(0, found.start) + xml.slice(end)
}

/** The history of a workbook that was shared, and everybody's own views of it. */
export function removeRevisions(workbook: WorkbookPackage, changes: Changes): void {
  for (const type of ['revisionHeaders', 'usernames']) {
    removeParts(workbook, workbook.workbookPart, type, changes)
  }
  changePart(workbook, changes, workbook.workbookPart, (xml) => {
    const names = xml.replace(/<((?:[\w.-]+:)?)definedName\s[^>]*>[^<]*<\/\1definedName>/g, (whole) =>
      isOfView(readAttribute(whole, 'name') ?? '') ? '' : whole,
    )
    const left = /<(?:[\w.-]+:)?definedName\s/.test(names) ? names : withoutElement(names, 'definedNames')
    return withoutElement(left, 'customWorkbookViews')
  })
  for (const { part } of workbook.sheets) {
    changePart(workbook, changes, part, (xml) => withoutElement(xml, 'customSheetViews'))
  }
}

export function showNames(
  workbook: WorkbookPackage,
  changes: Changes,
  { names }: FindingOf<'hidden-names'>,
): void {
  changePart(workbook, changes, workbook.workbookPart, (xml) =>
    xml.replace(/<(?:[\w.-]+:)?definedName\s[^>]*>/g, (tag) =>
      names.includes(readAttribute(tag, 'name') ?? '') ? withAttribute(tag, 'hidden', undefined) : tag,
    ),
  )
}

export function showSheet(
  workbook: WorkbookPackage,
  changes: Changes,
  { sheet }: FindingOf<'hidden-sheet'>,
): void {
  changePart(workbook, changes, workbook.workbookPart, (xml) =>
    xml.replace(/<(?:[\w.-]+:)?sheet\s[^>]*>/g, (tag) =>
      readAttribute(tag, 'name') === sheet ? withAttribute(tag, 'state', undefined) : tag,
    ),
  )
}

/** Values that were tried out; the sheet's own stay. */
export const withoutScenarios = (tail: string): string => withoutElement(tail, 'scenarios')
