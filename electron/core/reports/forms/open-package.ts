import { Refusal } from '#shared/contract/errors.ts'
import {
  parseRelationships,
  parseWorkbook,
  relationshipsPart,
  type Relationship,
  type WorkbookSheet,
} from './package-parts.ts'
import { packEntry, readZip, unpackEntry, writeZip, type ZipEntry } from './zip-archive.ts'

/**
 * An .xlsx file as a set of parts. Part names have no slash in front (`xl/workbook.xml`) and are found
 * whatever their case, as Excel does. Parts are unpacked when asked for, and not kept.
 */
export interface WorkbookPackage {
  /** All parts, in the order of the file, as the file spells them (backslashes made slashes). */
  readonly partNames: readonly string[]
  readonly workbookPart: string
  readonly sheets: readonly WorkbookSheet[]
  /** True when day 0 is 1 January 1904 (workbooks that were once made on a Mac). */
  readonly date1904: boolean
  readonly has: (part: string) => boolean
  /** @throws Refusal `workbook-truncated` when the part is missing or damaged, `workbook-too-large` when it lied about its size */
  readonly partBytes: (part: string) => Uint8Array
  /** The text of an XML part, without byte order mark. @throws Refusal as partBytes, and `workbook-hostile` for a `<!DOCTYPE` */
  readonly partText: (part: string) => string
  /** Relationships of a part, in order; none when it has none. */
  readonly relationshipsOf: (part: string) => readonly Relationship[]
  /**
   * The file again, with some parts changed, added, or (null) removed. All else is copied as its packed
   * bytes stand, in the same order; the same changes always give the same file.
   */
  readonly writePackage: (changes: PartChanges) => Uint8Array
  /** The package as it would be read again after writing these changes; nothing is packed for it. */
  readonly withParts: (changes: PartChanges) => WorkbookPackage
}

/** Part name → its new content; null removes the part. */
export type PartChanges = ReadonlyMap<string, string | Uint8Array | null>

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP_SIGNATURE = [0x50, 0x4b]

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

/** An encrypted .xlsx is an OLE file with a stream of this name (MS-OFFCRYPTO 2.3.4.4); an .xls is one without. */
function refuseOle(bytes: Uint8Array): never {
  const streamName = Buffer.from('EncryptedPackage', 'utf16le')
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(streamName)
  throw new Refusal(encrypted ? 'workbook-encrypted' : 'old-workbook')
}

function decodeXml(bytes: Uint8Array, part: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('workbook-truncated', { part })
  }
  // No part of a workbook needs a document type; it is only good for entity expansion and outside references.
  if (/<!DOCTYPE/i.test(text)) throw new Refusal('workbook-hostile', { why: 'doctype', part })
  if (encoding === 'utf-8') return text
  // What was changed is written as UTF-8, so the text must not claim to be something else.
  return text.replace(/^(<\?xml[^>]*?encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2')
}

function findWorkbookPart(relationships: readonly Relationship[], has: (part: string) => boolean): string {
  const main = relationships.find((relationship) => relationship.type === 'officeDocument')
  const part = main?.target ?? 'xl/workbook.xml'
  // .xlsb keeps its workbook in a binary part, which this engine does not read.
  if (!has(part) || !part.toLowerCase().endsWith('.xml')) throw new Refusal('not-a-workbook')
  return part
}

interface ChangedPart {
  readonly part: string
  readonly content: string | Uint8Array | null
}

/** Changes by lower-case name; later ones count. */
function joinChanges(
  before: ReadonlyMap<string, ChangedPart>,
  changes: PartChanges,
): ReadonlyMap<string, ChangedPart> {
  return new Map([
    ...before,
    ...[...changes].map(([part, content]) => [part.toLowerCase(), { part, content }] as const),
  ])
}

function writeWith(entries: readonly ZipEntry[], changes: ReadonlyMap<string, ChangedPart>): Uint8Array {
  const pending = new Map(changes)
  const out: ZipEntry[] = []
  const pack = (name: string, content: string | Uint8Array, like?: ZipEntry): void => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    out.push(packEntry(name, bytes, like))
  }
  for (const entry of entries) {
    const change = pending.get(entry.name.toLowerCase())
    pending.delete(entry.name.toLowerCase())
    if (change === undefined) out.push(entry)
    else if (change.content !== null) pack(entry.name, change.content, entry)
  }
  for (const { part, content } of pending.values()) if (content !== null) pack(part, content)
  return writeZip(out)
}

/**
 * Opens an .xlsx or .xlsm file.
 *
 * @throws Refusal `not-a-workbook`, `old-workbook` (.xls), `workbook-encrypted`, `workbook-truncated` (cut
 * or damaged), `workbook-too-large` (zip bomb, see the caps in zip-archive.ts) or `workbook-hostile`
 */
export function openWorkbookPackage(bytes: Uint8Array): WorkbookPackage {
  if (startsWith(bytes, OLE_SIGNATURE)) refuseOle(bytes)
  if (!startsWith(bytes, ZIP_SIGNATURE)) throw new Refusal('not-a-workbook')
  return packageOf(readZip(bytes), new Map())
}

function packageOf(entries: readonly ZipEntry[], overlay: ReadonlyMap<string, ChangedPart>): WorkbookPackage {
  const byKey = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const has = (part: string): boolean => {
    const changed = overlay.get(part.toLowerCase())
    return changed === undefined ? byKey.has(part.toLowerCase()) : changed.content !== null
  }
  const partBytes = (part: string): Uint8Array => {
    const changed = overlay.get(part.toLowerCase())
    if (typeof changed?.content === 'string') return new TextEncoder().encode(changed.content)
    if (changed?.content != null) return changed.content
    const entry = changed === undefined ? byKey.get(part.toLowerCase()) : undefined
    if (entry === undefined) throw new Refusal('workbook-truncated', { part })
    return unpackEntry(entry)
  }
  const partText = (part: string): string => {
    const changed = overlay.get(part.toLowerCase())?.content
    return typeof changed === 'string' ? changed : decodeXml(partBytes(part), part)
  }
  const relationshipsOf = (part: string): readonly Relationship[] => {
    const holder = relationshipsPart(part)
    return has(holder) ? parseRelationships(partText(holder), part) : []
  }
  const workbookPart = findWorkbookPart(relationshipsOf(''), has)
  const { sheets, date1904 } = parseWorkbook(
    partText(workbookPart),
    workbookPart,
    relationshipsOf(workbookPart),
  )
  const added = [...overlay.values()].filter(({ part }) => !byKey.has(part.toLowerCase()))
  return {
    partNames: [...entries.map((entry) => entry.name), ...added.map(({ part }) => part)].filter(has),
    workbookPart,
    sheets,
    date1904,
    has,
    partBytes,
    partText,
    relationshipsOf,
    writePackage: (changes) => writeWith(entries, joinChanges(overlay, changes)),
    withParts: (changes) => packageOf(entries, joinChanges(overlay, changes)),
  }
}
