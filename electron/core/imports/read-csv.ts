import { Refusal } from '#shared/contract/errors.ts'
import {
  MAX_CELLS,
  MAX_COLUMNS,
  MAX_ROWS,
  type ReadCell,
  type ReadRow,
  type ReadWorkbook,
} from './read-table.ts'

/**
 * The text of a CSV: UTF-8 or UTF-16 where it says so or fits, else CP932, as Excel writes it in Japan. The
 * decoder named shift_jis is CP932 with the NEC and IBM characters (㈱ ① 髙 﨑), by the WHATWG encoding standard.
 *
 * @throws Refusal `not-a-workbook` for bytes that are no text in any of these
 */
export function decodeCsv(bytes: Uint8Array): string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  for (const encoding of marked === null ? ['utf-8', 'shift_jis'] : [marked]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (text.includes('\u0000')) break
      return text
    } catch (fault) {
      // Only "these bytes are not in that encoding" leads to the next one.
      if (!(fault instanceof TypeError)) throw fault
    }
  }
  throw new Refusal('not-a-workbook')
}

const separators = [',', '\t', ';', '|', '，', '、', '：', ':'] as const
/** Lines that are looked at: a title and a few notes above the table do not hide it. */
const weighedLines = 60

/**
 * The separator that parts most lines into equally many columns, counted outside quotes: a 、 within remarks or a : within
 * times stands in a few lines only, and never as often in each.
 */
export function findSeparator(text: string): string {
  const lines = text
    .slice(0, 40_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, weighedLines)
  let best: { readonly separator: string; readonly weight: number } = { separator: ',', weight: 0 }
  for (const separator of separators) {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const parts = line.split(separator).length
      if (parts > 1) counts.set(parts, (counts.get(parts) ?? 0) + 1)
    }
    const weight = Math.max(0, ...[...counts].map(([parts, alike]) => alike * Math.min(parts - 1, 20)))
    if (weight > best.weight) best = { separator, weight }
  }
  return best.separator
}

/** Fields by line, by RFC 4180: quotes around a field, doubled within, line breaks allowed inside. */
export function parseCsv(text: string, separator: string): readonly (readonly string[])[] {
  const lines: string[][] = []
  let fields: string[] = []
  let at = 0
  let cells = 0
  while (at <= text.length) {
    let field = ''
    if (text[at] === '"') {
      let end = text.indexOf('"', ++at)
      while (end >= 0 && text[end + 1] === '"') {
        field += text.slice(at, end + 1)
        at = end + 2
        end = text.indexOf('"', at)
      }
      const stop = end < 0 ? text.length : end
      field += text.slice(at, stop)
      at = stop + 1
    }
    const rest = endOfField(text, at, separator)
    field += text.slice(at, rest)
    at = rest
    fields.push(field)
    if (++cells > MAX_CELLS) throw new Refusal('workbook-too-large', { limit: MAX_CELLS })
    if (text[at] === separator) {
      at++
      continue
    }
    lines.push(fields)
    if (lines.length > MAX_ROWS * 2) throw new Refusal('workbook-too-large', { limit: MAX_ROWS })
    fields = []
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
  }
  return lines
}

function endOfField(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const letter = text[at]
    if (letter === separator || letter === '\n' || letter === '\r') return at
  }
  return text.length
}

function cellOf(written: string, column: number): ReadCell | null {
  const text = written.replace(/\r\n?/g, '\n')
  if (text.trim() === '') return null
  return { column, text, reading: null, number: null, date: null, struck: false, red: false }
}

/**
 * Reads a CSV (or text copied out of Excel, parted by tabs) as a workbook of one sheet. Rows count records,
 * as Excel counts them when it opens the file; everything is text, so leading zeros stay.
 *
 * @throws Refusal `not-a-workbook` when it is no text, `workbook-too-large` beyond the caps
 */
export function readCsv(bytes: Uint8Array, sheetName: string): ReadWorkbook {
  const text = decodeCsv(bytes)
  const rows: ReadRow[] = []
  for (const [at, fields] of parseCsv(text, findSeparator(text)).entries()) {
    const cells = fields
      .slice(0, MAX_COLUMNS)
      .map((field, column) => cellOf(field, column + 1))
      .filter((cell) => cell !== null)
    if (cells.length > 0) rows.push({ row: at + 1, hidden: false, cells })
  }
  return {
    sheets: [
      { name: sheetName, visibility: 'visible', rows, merges: [], hiddenColumns: new Set(), comments: [] },
    ],
  }
}
