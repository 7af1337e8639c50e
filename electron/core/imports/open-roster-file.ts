import { Refusal } from '#shared/contract/errors.ts'
import { readCsv } from './read-csv.ts'
import type { ReadWorkbook } from './read-table.ts'
import { readWorkbook } from './read-workbook.ts'

/** What a file is by its first bytes, whatever it calls itself; these are taken for a roster now and then. */
const others: readonly (readonly [kind: string, signature: readonly number[]])[] = [
  ['写真や画像', [0x89, 0x50, 0x4e, 0x47]],
  ['写真や画像', [0xff, 0xd8, 0xff]],
  ['写真や画像', [0x47, 0x49, 0x46, 0x38]],
  ['写真や画像', [0x42, 0x4d]],
  ['写真や画像', [0x49, 0x49, 0x2a, 0x00]],
  ['写真や画像', [0x4d, 0x4d, 0x00, 0x2a]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
]
const zip = [0x50, 0x4b, 0x03, 0x04]

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

/** A Word or PowerPoint file, a picture of a phone (HEIC, WebP): told by what stands near the beginning. */
function otherKind(bytes: Uint8Array): string | null {
  const known = others.find(([, signature]) => startsWith(bytes, signature))
  if (known !== undefined) return known[0]
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 16))
  if (/^....ftyp|^RIFF....WEBP/s.test(start)) return '写真や画像'
  if (!startsWith(bytes, zip)) return null
  // Names of parts stand unpacked in the directory at the end.
  const end = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 65_536)))
  if (end.includes('word/document.xml')) return 'Wordの文書'
  return end.includes('ppt/presentation.xml') ? 'PowerPointの資料' : null
}

/**
 * Reads a roster's file: a workbook, or a text of columns in any encoding and with any separator.
 *
 * @throws Refusal `not-a-roster` for a picture, a PDF, a Word file, naming what it is; those of readWorkbook and readCsv
 */
export function openRosterFile(bytes: Uint8Array, fileName: string): ReadWorkbook {
  const name = fileName.replace(/^.*[\\/]/, '')
  const other = otherKind(bytes)
  if (other !== null) throw new Refusal('not-a-roster', { kind: other })
  return /\.(?:csv|tsv|txt)$/i.test(name) ? readCsv(bytes, name.replace(/\.[^.]*$/, '')) : readWorkbook(bytes)
}
