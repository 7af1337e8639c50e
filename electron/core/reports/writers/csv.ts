import iconv from 'iconv-lite'
import { Refusal } from '#shared/contract/errors.ts'
import type { MissingCharacter } from '#shared/contract/list-operations.ts'
import { csvCell } from '#shared/domain/csv-text.ts'
import { substitutesFor } from '#shared/domain/substitutes.ts'
import { type ListTable, plainCells, plainHeadings } from '../list-table.ts'

/** `cp932`: what older systems of city halls read; `utf-8`: with its mark, so that Excel opens it by itself. */
export type CsvEncoding = 'utf-8' | 'cp932'

/** What is written instead of a character that CP932 does not have. */
export type Substitutes = ReadonlyMap<string, string>

/**
 * The list as CSV: every value in its cell, lines ended as on Windows, nothing that Excel would compute.
 *
 * @throws Refusal `characters-missing` where CP932 lacks a character that has no substitute: never a silent `?`
 */
export function writeListCsv(
  table: ListTable,
  encoding: CsvEncoding,
  substitutes: Substitutes = new Map(),
): Uint8Array {
  const chunks: Uint8Array[] = encoding === 'utf-8' ? [Uint8Array.of(0xef, 0xbb, 0xbf)] : []
  const encoder = new TextEncoder()
  let pending = ''
  const flush = (): void => {
    chunks.push(encoding === 'utf-8' ? encoder.encode(pending) : encodeCp932(pending, substitutes))
    pending = ''
  }
  for (const line of csvLines(table)) {
    pending += line
    // A piece at a time: a long list is never held twice.
    if (pending.length > 100_000) flush()
  }
  flush()
  return new Uint8Array(Buffer.concat(chunks))
}

function* csvLines({ columns, rows }: ListTable): Generator<string> {
  yield `${plainHeadings(columns).map(csvCell).join(',')}\r\n`
  for (const values of rows) {
    const cells = plainCells(columns, values)
    yield `${cells.map(({ text, isNumber }) => (isNumber ? text : csvCell(text))).join(',')}\r\n`
  }
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** Whether CP932 has the text and gives it back as it was; ¥ and ‾ would come back as other signs. */
export function fitsCp932(text: string): boolean {
  return iconv.decode(iconv.encode(text, 'cp932'), 'cp932') === text
}

/** @throws Refusal `characters-missing`, and as an error of ours where a substitute does not fit either */
function encodeCp932(text: string, substitutes: Substitutes): Uint8Array {
  if (fitsCp932(text)) return iconv.encode(text, 'cp932')
  let writable = ''
  for (const { segment } of segmenter.segment(text)) {
    if (fitsCp932(segment)) {
      writable += segment
      continue
    }
    const substitute = substitutes.get(segment)
    if (substitute === undefined || !fitsCp932(substitute)) {
      throw new Refusal('characters-missing', { characters: segment })
    }
    writable += substitute
  }
  return iconv.encode(writable, 'cp932')
}

/** Most places named for one character. */
const mostPlaces = 5

/** Each character of the list that CP932 does not have, once, with where it stands and what might be written instead. */
export function missingCharacters(table: ListTable): readonly MissingCharacter[] {
  const headings = plainHeadings(table.columns)
  const found = new Map<string, { count: number; places: MissingCharacter['places'][number][] }>()
  for (const values of table.rows) {
    plainCells(table.columns, values).forEach(({ text }, position) => {
      if (fitsCp932(text)) return
      for (const { segment } of segmenter.segment(text)) {
        if (fitsCp932(segment)) continue
        const known = found.get(segment) ?? { count: 0, places: [] }
        known.count += 1
        const place = { column: headings[position] ?? '', text }
        const named = known.places.some((each) => each.column === place.column && each.text === text)
        if (!named && known.places.length < mostPlaces) known.places.push(place)
        found.set(segment, known)
      }
    })
  }
  return [...found].map(([character, { count, places }]) => ({
    character,
    count,
    places,
    candidates: substitutesFor(character).filter(fitsCp932),
  }))
}
