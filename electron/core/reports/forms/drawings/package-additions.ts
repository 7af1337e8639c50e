import type { WorkbookPackage } from '../open-package.ts'
import { relationshipsPart } from '../package-parts.ts'
import { escapeXml, readAttribute } from '../xml-text.ts'

type Changes = Map<string, string | Uint8Array | null>

/** A part as it now is: changed already, or as in the file. */
export function textNow(workbook: WorkbookPackage, changes: Changes, part: string): string | undefined {
  const changed = changes.get(part)
  if (typeof changed === 'string') return changed
  return workbook.has(part) ? workbook.partText(part) : undefined
}

const insertBefore = (xml: string, closing: RegExp, addition: string): string =>
  xml.replace(closing, (end) => addition + end)

/** Whether the workbook speaks the stricter of the two dialects of ECMA-376. */
export const isStrict = (workbook: WorkbookPackage): boolean =>
  workbook.partText(workbook.workbookPart).includes('http://purl.oclc.org/ooxml/spreadsheetml/main')

/** A name that no part has yet: `xl/media/image{n}.png`. */
export function freePartName(
  workbook: WorkbookPackage,
  changes: Changes,
  name: (number: number) => string,
): string {
  let number = 1
  while (workbook.has(name(number)) || changes.has(name(number))) number += 1
  return name(number)
}

/** The way from one part to another, as relationships write it: `../drawings/drawing1.xml`. */
export function relativeTarget(source: string, target: string): string {
  const from = source.split('/').slice(0, -1)
  const to = target.split('/')
  let shared = 0
  while (shared < from.length && from[shared] === to[shared]) shared += 1
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

/** Adds a relationship from `source` to `target`. @returns its id */
export function addRelationship(
  workbook: WorkbookPackage,
  changes: Changes,
  source: string,
  type: string,
  target: string,
): string {
  const part = relationshipsPart(source)
  const xml =
    textNow(workbook, changes, part) ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const ids = new Set([...xml.matchAll(/\sId\s*=\s*["']([^"']*)["']/g)].map((found) => found[1]))
  let number = ids.size + 1
  while (ids.has(`rId${String(number)}`)) number += 1
  const id = `rId${String(number)}`
  const base = isStrict(workbook)
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const open = xml.replace(/<((?:[\w.-]+:)?)Relationships([^>]*)\/>/, '<$1Relationships$2></$1Relationships>')
  const prefix = /<\/((?:[\w.-]+:)?)Relationships>/.exec(open)?.[1] ?? ''
  const element = `<${prefix}Relationship Id="${id}" Type="${base}/${type}" Target="${escapeXml(relativeTarget(source, target))}"/>`
  changes.set(part, insertBefore(open, /<\/(?:[\w.-]+:)?Relationships>\s*$/, element))
  return id
}

const TYPES = '[Content_Types].xml'

/** Says what kind of content a new part has. */
export function addContentType(
  workbook: WorkbookPackage,
  changes: Changes,
  part: string,
  type: string,
): void {
  const xml = textNow(workbook, changes, TYPES) ?? ''
  const prefix = /<\/((?:[\w.-]+:)?)Types>/.exec(xml)?.[1] ?? ''
  const element = `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`
  changes.set(TYPES, insertBefore(xml, /<\/(?:[\w.-]+:)?Types>\s*$/, element))
}

/** Says what kind of content all parts with an ending have, unless it is said already. */
export function addDefaultType(
  workbook: WorkbookPackage,
  changes: Changes,
  extension: string,
  type: string,
): void {
  const xml = textNow(workbook, changes, TYPES) ?? ''
  const known = [...xml.matchAll(/<(?:[\w.-]+:)?Default\s[^>]*>/g)].some(
    ([tag]) => readAttribute(tag, 'Extension')?.toLowerCase() === extension,
  )
  if (known) return
  const element = (prefix: string): string =>
    `<${prefix}Default Extension="${extension}" ContentType="${type}"/>`
  changes.set(
    TYPES,
    xml.replace(
      /(<((?:[\w.-]+:)?)Types(?:\s[^>]*)?>)/,
      (_whole, open: string, prefix: string) => open + element(prefix),
    ),
  )
}
