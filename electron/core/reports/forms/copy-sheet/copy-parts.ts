import { createHash } from 'node:crypto'
import { addContentType, freePartName, relativeTarget, textNow } from '../drawings/package-additions.ts'
import type { WorkbookPackage } from '../open-package.ts'
import { relationshipsPart, type Relationship } from '../package-parts.ts'
import { readAttribute, withAttribute } from '../xml-text.ts'

type Changes = Map<string, string | Uint8Array | null>

/** Pictures and the data of pivot tables are the same for all that show them; what else a sheet holds is its own. */
const SHARED = new Set(['image', 'hyperlink', 'theme', 'package', 'pivotCacheDefinition'])
/** A query brings its data to one place; on the copy its figures stay as they are. Views are one person's own. */
const LEFT_OUT = new Set(['queryTable', 'namedSheetViews', 'tableSingleCells'])

/** What is changed in a part on its way into the copy. */
export type CopyChange = (relationship: Relationship, xml: string) => string

function contentTypeOf(types: string, part: string): string | undefined {
  const override = (types.match(/<(?:[\w.-]+:)?Override\s[^>]*>/g) ?? []).find(
    (tag) => readAttribute(tag, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase(),
  )
  return override === undefined ? undefined : readAttribute(override, 'ContentType')
}

/** A name beside that of the part: `xl/drawings/drawing3.xml` for a second `drawing1.xml`. */
export function nameBeside(workbook: WorkbookPackage, changes: Changes, part: string): string {
  const [, stem = part, ending = ''] = /^(.*?)\d*(\.[^./]+)?$/.exec(part) ?? []
  return freePartName(workbook, changes, (number) => `${stem}${String(number)}${ending}`)
}

/** Says of a copy what is said of the original: its content type. */
export function copyContentType(workbook: WorkbookPackage, changes: Changes, from: string, to: string): void {
  const type = contentTypeOf(textNow(workbook, changes, '[Content_Types].xml') ?? '', from)
  if (type !== undefined) addContentType(workbook, changes, to, type)
}

const isXml = (part: string): boolean => /\.(?:xml|vml|rels)$/i.test(part)

/**
 * Copies what a part refers to, and what that refers to, and writes the relationships of the copy with the ids
 * of the original. Each part is copied once.
 *
 * @param copies part → its copy; grows
 */
export function copyRelated(
  workbook: WorkbookPackage,
  source: string,
  target: string,
  changes: Changes,
  copies: Map<string, string>,
  change: CopyChange,
): void {
  const relationships = workbook.relationshipsOf(source)
  if (relationships.length === 0) return
  const targets = new Map<string, string | null>()
  for (const relationship of relationships) {
    const { id, type, target: part, external } = relationship
    if (LEFT_OUT.has(type)) targets.set(id, null)
    if (external || SHARED.has(type) || LEFT_OUT.has(type) || !workbook.has(part)) continue
    const known = copies.get(part)
    const copy = known ?? nameBeside(workbook, changes, part)
    targets.set(id, copy)
    if (known !== undefined) continue
    copies.set(part, copy)
    changes.set(copy, isXml(part) ? change(relationship, workbook.partText(part)) : workbook.partBytes(part))
    copyContentType(workbook, changes, part, copy)
    copyRelated(workbook, part, copy, changes, copies, change)
  }
  const xml = workbook.partText(relationshipsPart(source))
  const written = xml.replace(/<(?:[\w.-]+:)?Relationship\s[^>]*?\/>/g, (tag) => {
    const found = targets.get(readAttribute(tag, 'Id') ?? '')
    if (found === null) return ''
    if (found !== undefined) return withAttribute(tag, 'Target', relativeTarget(target, found))
    if (readAttribute(tag, 'TargetMode') === 'External') return tag
    const shared = relationships.find(({ id }) => id === readAttribute(tag, 'Id'))?.target
    return shared === undefined ? tag : withAttribute(tag, 'Target', relativeTarget(target, shared))
  })
  changes.set(relationshipsPart(target), written)
}

/** Conversations have numbers that may not stand twice in a workbook. Those of people stay. */
export function newConversationNumbers(
  workbook: WorkbookPackage,
  sheetPart: string,
  seed: string,
): CopyChange {
  const numbers = new Map(
    workbook
      .relationshipsOf(sheetPart)
      .filter(({ type, target }) => type === 'threadedComment' && workbook.has(target))
      .flatMap(({ target }) => [
        ...workbook.partText(target).matchAll(/\sid\s*=\s*["'](\{[0-9A-Fa-f-]+\})["']/g),
      ])
      .map((found) => [found[1] ?? '', guidOf(seed + (found[1] ?? ''))]),
  )
  return ({ type }, xml) =>
    numbers.size > 0 && (type === 'comments' || type === 'threadedComment')
      ? xml.replace(/\{[0-9A-Fa-f-]{36}\}/g, (number) => numbers.get(number) ?? number)
      : xml
}

function guidOf(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex').toUpperCase()
  const parts = [8, 4, 4, 4, 12].reduce<{ readonly at: number; readonly list: readonly string[] }>(
    ({ at, list }, length) => ({ at: at + length, list: [...list, digits.slice(at, at + length)] }),
    { at: 0, list: [] },
  )
  return `{${parts.list.join('-')}}`
}
