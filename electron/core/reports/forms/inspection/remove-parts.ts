import { textNow } from '../drawings/package-additions.ts'
import type { WorkbookPackage } from '../open-package.ts'
import { relationshipsPart, type Relationship } from '../package-parts.ts'
import { readAttribute } from '../xml-text.ts'

export type Changes = Map<string, string | Uint8Array | null>

const TYPES = '[Content_Types].xml'

const isSame = (first: string, second: string): boolean => first.toLowerCase() === second.toLowerCase()

/** Takes a relationship out of its holder; the part that it leads to stays. */
export function removeRelationship(
  workbook: WorkbookPackage,
  holder: string,
  id: string,
  changes: Changes,
): void {
  const part = relationshipsPart(holder)
  const links = textNow(workbook, changes, part) ?? ''
  changes.set(
    part,
    links.replace(/<(?:[\w.-]+:)?Relationship\s[^>]*\/>/g, (tag) =>
      readAttribute(tag, 'Id') === id ? '' : tag,
    ),
  )
}

/** Whether any part, as the package now is, still leads to a part. */
function isWanted(workbook: WorkbookPackage, part: string): boolean {
  const holders = workbook.partNames
    .filter((name) => /(?:^|\/)_rels\/[^/]*\.rels$/i.test(name))
    .map((name) => name.replace(/(^|\/)_rels\/([^/]*)\.rels$/i, '$1$2'))
  return holders.some((holder) =>
    workbook.relationshipsOf(holder).some(({ target, external }) => !external && isSame(target, part)),
  )
}

function dropPart(workbook: WorkbookPackage, part: string, changes: Changes): void {
  changes.set(part, null)
  const kinds = textNow(workbook, changes, TYPES) ?? ''
  const without = kinds.replace(/<(?:[\w.-]+:)?Override\s[^>]*\/>/g, (tag) =>
    isSame(readAttribute(tag, 'PartName') ?? '', `/${part}`) ? '' : tag,
  )
  if (without !== kinds) changes.set(TYPES, without)
}

/**
 * Takes a relationship out, and with it the part that it leads to and what hangs on that, unless something else
 * leads there as well. @returns nothing; notes the changed parts in `changes`
 */
export function removePart(
  workbook: WorkbookPackage,
  holder: string,
  { id, target, external }: Relationship,
  changes: Changes,
): void {
  removeRelationship(workbook, holder, id, changes)
  if (external || !workbook.has(target) || isWanted(workbook.withParts(changes), target)) return
  const children = workbook.relationshipsOf(target)
  dropPart(workbook, target, changes)
  if (!workbook.has(relationshipsPart(target))) return
  changes.set(relationshipsPart(target), null)
  for (const child of children) {
    const now = workbook.withParts(changes)
    if (!child.external && now.has(child.target) && !isWanted(now, child.target)) {
      removeOrphan(workbook, child.target, changes)
    }
  }
}

/** A part that nothing leads to any more, with what hangs on it alone. */
function removeOrphan(workbook: WorkbookPackage, part: string, changes: Changes): void {
  const children = workbook.relationshipsOf(part)
  dropPart(workbook, part, changes)
  if (workbook.has(relationshipsPart(part))) changes.set(relationshipsPart(part), null)
  for (const child of children) {
    const now = workbook.withParts(changes)
    if (!child.external && now.has(child.target) && !isWanted(now, child.target)) {
      removeOrphan(workbook, child.target, changes)
    }
  }
}

/** Takes out all parts of one type that a part leads to. */
export function removeParts(workbook: WorkbookPackage, holder: string, type: string, changes: Changes): void {
  for (const relationship of workbook.relationshipsOf(holder)) {
    if (relationship.type === type) removePart(workbook, holder, relationship, changes)
  }
}

/** Pictures that a part names no more are taken out with their relationships. */
export function removeUnusedPictures(workbook: WorkbookPackage, holder: string, changes: Changes): void {
  const text = textNow(workbook, changes, holder) ?? ''
  for (const relationship of workbook.relationshipsOf(holder)) {
    const isNamed = new RegExp(`["']${relationship.id}["']`).test(text)
    if (relationship.type === 'image' && !isNamed) removePart(workbook, holder, relationship, changes)
  }
}
