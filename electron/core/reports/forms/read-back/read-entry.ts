import type { MappingCondition, MappingEntry } from '#shared/contract/form-mapping.ts'
import { formatAddress, parseAddress, type CellAddress } from '../cell-address.ts'
import { boxesOver, listCheckBoxes } from '../drawings/check-boxes.ts'
import type { FormSheet } from '../form-workbook.ts'
import type { CellPlace } from '../form-writes.ts'
import { fieldsIn } from '../mapping-templates.ts'
import { foldLabel, listBoxes } from '../sentence-tools.ts'
import { contentAt, readTemplate, shownText, type Found, type Reader } from './found-content.ts'
import { isCircled } from './read-rings.ts'
import { textsOfBlanks } from './read-sentence.ts'
import { isPart, readValue, type FoundContent } from './read-value.ts'

type AnswerEntry = Extract<MappingEntry, { tick: unknown } | { circle: unknown } | { markBox: unknown }>

/**
 * A marked answer is that of the condition; one left open says something only where yes or no is asked.
 * Whether something is there at all (a box beside 「その他」) is no value of its own.
 */
function readMark(
  { kindOf }: Reader,
  condition: MappingCondition,
  marked: boolean,
  place: CellPlace,
  text: string,
): readonly Found[] {
  const { field, equals } = condition
  if (typeof equals === 'string') {
    return marked ? [{ field, place, text, read: { value: { kind: 'text', text: equals } } }] : []
  }
  if (kindOf(field) !== 'yes-no') return []
  return [{ field, place, text, read: { value: { kind: 'yes-no', value: marked === (equals ?? true) } } }]
}

function readAnswer(
  reader: Reader,
  sheet: FormSheet,
  entry: AnswerEntry,
  anchor: CellAddress,
): readonly Found[] {
  const place: CellPlace = { sheet: sheet.name, cell: formatAddress(anchor) }
  if ('tick' in entry) {
    const [box, ...others] = boxesOver(
      listCheckBoxes(reader.filled.package, sheet),
      sheet,
      entry.cell,
      entry.tick.label,
    )
    if (box !== undefined && others.length === 0)
      return readMark(reader, entry.tick, box.checked, place, box.label)
    return [{ field: entry.tick.field, place, text: '', read: { why: 'other-words' } }]
  }
  if ('circle' in entry) {
    const { word, occurrence } = entry.circle
    const marked = isCircled(reader.filled, sheet, entry.cell, word, occurrence)
    return readMark(reader, entry.circle, marked, place, word ?? '')
  }
  const text = shownText(reader.filled.valueOf(sheet, anchor).value)
  const boxes = listBoxes(text)
  const { label = 0 } = entry.markBox
  const wanted = typeof label === 'string' ? foldLabel(label) : ''
  const box =
    typeof label === 'number'
      ? boxes[label]
      : (boxes.find((each) => each.label === wanted) ?? boxes.find((each) => each.label.startsWith(wanted)))
  if (box === undefined) return [{ field: entry.markBox.field, place, text, read: { why: 'other-words' } }]
  return readMark(reader, entry.markBox, box.marked, place, text)
}

type FieldEntry = Extract<MappingEntry, { field: string }>

function readField(
  reader: Reader,
  place: CellPlace,
  entry: FieldEntry,
  content: FoundContent,
): Found | undefined {
  const { field, format, dropEnding } = entry
  const text = shownText(content.value)
  if (isPart(format)) return { field, place, text, read: { part: format, text } }
  // A number of records or a sum cannot be taken apart into them.
  if (field.includes('[]')) return text === '' ? undefined : { field, place, text, read: { why: 'composed' } }
  const kind = reader.kindOf(field)
  const hasEnding = kind !== 'text' && dropEnding !== undefined && typeof content.value === 'string'
  const value = hasEnding ? text.replace(new RegExp(`${dropEnding}$`), '') : content.value
  return { field, place, text, read: readValue({ ...content, value }, kind, format) }
}

type LinesEntry = Extract<MappingEntry, { lines: unknown }>

function readLines(
  reader: Reader,
  place: CellPlace,
  entry: LinesEntry,
  content: FoundContent,
): readonly Found[] {
  const [first] = entry.lines
  if (first === undefined) return []
  if (typeof first === 'string' && entry.lines.length === 1)
    return readTemplate(reader, place, first, content.value)
  const field = typeof first === 'string' ? (fieldsIn(first)[0]?.path ?? '') : first.each
  const text = shownText(content.value)
  return text === '' ? [] : [{ field, place, text, read: { why: 'composed' } }]
}

/** What an entry of a mapping finds in a filled form. Pictures are not read. */
export function readEntry(reader: Reader, sheet: FormSheet, entry: MappingEntry): readonly Found[] {
  const address = parseAddress(entry.cell)
  if (address === undefined || 'picture' in entry || 'months' in entry || 'page' in entry) return []
  const anchor = sheet.anchorOf(address)
  const place: CellPlace = { sheet: sheet.name, cell: formatAddress(anchor) }
  if ('tick' in entry || 'circle' in entry || 'markBox' in entry)
    return readAnswer(reader, sheet, entry, anchor)
  if ('blanks' in entry) return readBlanks(reader, sheet, entry, anchor)
  const content = contentAt(reader, sheet, address)
  if (content === 'formula') {
    const field =
      'field' in entry ? entry.field : 'template' in entry ? (fieldsIn(entry.template)[0]?.path ?? '') : ''
    return [{ field, place, text: '', read: { why: 'formula' } }]
  }
  if ('field' in entry)
    return [readField(reader, place, entry, content)].filter((found) => found !== undefined)
  if ('template' in entry) return readTemplate(reader, place, entry.template, content.value)
  if ('lines' in entry) return readLines(reader, place, entry, content)
  const text = shownText(content.value)
  const { yes, no } = entry.whether
  if (foldLabel(text) === '') return []
  const isYes = foldLabel(text) === foldLabel(yes)
  if (isYes || foldLabel(text) === foldLabel(no)) return readMark(reader, entry.whether, isYes, place, text)
  return [{ field: entry.whether.field, place, text, read: { why: 'other-words' } }]
}

function readBlanks(
  reader: Reader,
  sheet: FormSheet,
  entry: Extract<MappingEntry, { blanks: unknown }>,
  anchor: CellAddress,
): readonly Found[] {
  const text = shownText(reader.filled.valueOf(sheet, anchor).value)
  if (text === '') return []
  const place: CellPlace = { sheet: sheet.name, cell: formatAddress(anchor) }
  const { blank } = reader
  const before =
    blank?.sheetNames.includes(sheet.name) === true
      ? shownText(blank.valueOf(blank.sheet(sheet.name), anchor).value)
      : undefined
  // Boxes that were marked since do not make it another sentence.
  const plain = (sentence: string): string => sentence.replace(/[■☑☒☐]/gu, '□')
  const texts = before === undefined ? undefined : textsOfBlanks(plain(text), plain(before))
  return entry.blanks.flatMap((template, position): readonly Found[] => {
    if (template === null) return []
    const field = fieldsIn(template)[0]?.path ?? ''
    if (texts === undefined) return [{ field, place, text, read: { why: 'other-words' } }]
    return readTemplate(reader, place, template, texts[position])
  })
}

/** The months that are marked in a grid. */
export interface ReadMonths {
  readonly field: string
  /** 1 to 12, in the order of the fiscal year. */
  readonly months: readonly number[]
  readonly places: readonly CellPlace[]
}

export function readMonths(
  reader: Reader,
  sheet: FormSheet,
  { months }: Extract<MappingEntry, { months: unknown }>,
): ReadMonths {
  const marked = months.cells.flatMap((cell, position) => {
    const address = parseAddress(cell)
    const content = address === undefined ? 'formula' : contentAt(reader, sheet, address)
    const isMarked = content !== 'formula' && shownText(content.value).trim() !== ''
    return isMarked ? [{ cell, month: ((position + 3) % 12) + 1 }] : []
  })
  return {
    field: months.field,
    months: marked.map(({ month }) => month),
    places: marked.map(({ cell }) => ({ sheet: sheet.name, cell })),
  }
}
