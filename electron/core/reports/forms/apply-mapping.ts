import { formatWareki, isCalendarDate } from '#shared/domain/calendar-date.ts'
import { nearestField } from './field-names.ts'
import {
  formatValue,
  isEmptyValue,
  type FieldRecord,
  type FormValues,
  type ValueFormat,
} from './form-values.ts'
import { drawnField, drawnWrite, isDrawn, monthCells, shownDrawing, type DrawnEntry } from './apply-drawn.ts'
import type { CellWrite, DrawnWrite, FormOrder, PageLabel, RowBlockWrite, WriteValue } from './form-writes.ts'
import {
  catalogued,
  countAt,
  fillRecordTemplate,
  fillTemplate,
  holds,
  pathsIn,
  pathText,
  sumAt,
  valuesAt,
} from './mapping-templates.ts'
import type { FormMapping, MappingBlock, MappingEntry } from './mapping.ts'
import { roomOf } from './row-blocks.ts'

/** What will not come out as the mapping wishes. */
export interface MappingProblem {
  readonly sheet: string
  readonly cell: string
  readonly field: string
  readonly problem: 'unknown-field' | 'rows-overflow' | 'empty'
  /** The nearest field that there is, for an unknown one. */
  readonly nearest?: string
  /** For rows-overflow. */
  readonly given?: number
  readonly room?: number
}

/** A cell of the order with the fields that it comes from, to be shown before filling. */
export interface MappedCell {
  readonly sheet: string
  readonly cell: string
  readonly field: string
  readonly text: string
}

export interface MappedForm extends FormOrder {
  readonly problems: readonly MappingProblem[]
  readonly shown: readonly MappedCell[]
}

interface Lookup {
  readonly values: FormValues
  readonly isKnown: (path: string) => boolean
  readonly report: (place: Place, field: string, problem: 'unknown-field' | 'empty') => void
}

interface Place {
  readonly sheet: string
  readonly cell: string
}

function fieldsOf(entry: MappingEntry): readonly string[] {
  if ('field' in entry) return [entry.field]
  if ('template' in entry) return pathsIn(entry.template)
  if ('markBox' in entry) return [entry.markBox.field]
  if ('whether' in entry) return [entry.whether.field]
  if ('months' in entry) return [entry.months.field]
  if ('page' in entry) return []
  if (isDrawn(entry)) return [drawnField(entry)]
  if ('blanks' in entry) return entry.blanks.flatMap((part) => (part === null ? [] : pathsIn(part)))
  return entry.lines.flatMap((line) =>
    typeof line === 'string' ? pathsIn(line) : pathsIn(line.template).map((path) => `${line.each}[].${path}`),
  )
}

function fieldWrite(
  entry: Extract<MappingEntry, { field: string }>,
  values: FormValues,
): WriteValue | undefined {
  if (entry.format === '件数') return { kind: 'number', value: countAt(entry.field, values) }
  if (entry.format === '合計') {
    const value = sumAt(entry.field, values)
    return value === undefined ? undefined : { kind: 'number', value }
  }
  const found = valuesAt(entry.field, values)
  const [only] = found
  if (only === undefined) return undefined
  const written: WriteValue =
    found.length === 1
      ? formatValue(only, entry.format)
      : { kind: 'text', text: pathText(entry.field, entry.format, values) }
  const { dropEnding } = entry
  if (dropEnding === undefined || written.kind !== 'text' || !written.text.endsWith(dropEnding))
    return written
  return { kind: 'text', text: written.text.slice(0, -dropEnding.length) }
}

function linesText(entry: Extract<MappingEntry, { lines: unknown }>, values: FormValues): string {
  const paragraphs = entry.lines.flatMap((line) => {
    if (typeof line === 'string') {
      const filled = fillTemplate(line, (path, format) => pathText(path, format, values))
      return filled.hasValue ? [filled.text] : []
    }
    const records = (values.lists[line.each] ?? []).flatMap((record) => {
      const filled = fillRecordTemplate(line.template, record)
      return filled.hasValue ? [filled.text] : []
    })
    return records.length > 0 && line.heading !== undefined ? [line.heading, ...records] : records
  })
  return paragraphs.join('\n')
}

/** Page labels are written with the pages. */
type AppliedEntry = Exclude<MappingEntry, { page: unknown }>
type WrittenEntry = Exclude<MappingEntry, DrawnEntry | { months: unknown } | { page: unknown }>

/** What an entry writes; undefined when there is nothing to write. */
function entryWrite(entry: WrittenEntry, values: FormValues): WriteValue | undefined {
  if ('field' in entry) return fieldWrite(entry, values)
  if ('markBox' in entry) {
    const { label = 0, mark = '■' } = entry.markBox
    return holds(entry.markBox, values) ? { kind: 'mark-box', label, mark } : undefined
  }
  if ('whether' in entry) {
    return { kind: 'text', text: holds(entry.whether, values) ? entry.whether.yes : entry.whether.no }
  }
  const textOf = (path: string, format: ValueFormat | undefined): string => pathText(path, format, values)
  if ('blanks' in entry) {
    const filled = entry.blanks.map((part) => (part === null ? undefined : fillTemplate(part, textOf)))
    if (!filled.some((part) => part?.hasValue)) return undefined
    return { kind: 'fill-blanks', parts: filled.map((part) => (part?.hasValue ? part.text : null)) }
  }
  if ('lines' in entry) {
    const text = linesText(entry, values)
    return text === '' ? undefined : { kind: 'text', text }
  }
  const filled = fillTemplate(entry.template, textOf)
  return filled.hasValue ? { kind: 'text', text: filled.text } : undefined
}

/** Boxes, rings and choices have an answer either way, so nothing is missing when theirs is no. */
const mayBeEmpty = (entry: MappingEntry): boolean =>
  entry.optional === true || 'markBox' in entry || 'whether' in entry || 'tick' in entry || 'circle' in entry

/** What an entry writes or draws; nothing when a field is unknown, its condition does not hold, or nothing is entered. */
function applyEntry(entry: AppliedEntry, lookup: Lookup): readonly (CellWrite | DrawnWrite)[] {
  const fields = [...fieldsOf(entry), ...(entry.when === undefined ? [] : [entry.when.field])]
  const unknown = fields.filter((field) => !lookup.isKnown(field))
  for (const field of unknown) lookup.report(entry, field, 'unknown-field')
  if (unknown.length > 0) return []
  if (entry.when !== undefined && !holds(entry.when, lookup.values)) return nothingWritten(entry)
  const writes = writesOf(entry, lookup.values)
  if (writes.length > 0) return writes
  if (!mayBeEmpty(entry)) lookup.report(entry, fields[0] ?? '', 'empty')
  return nothingWritten(entry)
}

const nothingWritten = ({ sheet, cell, clearWhenEmpty }: MappingEntry): readonly CellWrite[] =>
  clearWhenEmpty === true ? [{ sheet, cell, value: { kind: 'clear' } }] : []

function writesOf(entry: AppliedEntry, values: FormValues): readonly (CellWrite | DrawnWrite)[] {
  const { sheet, cell } = entry
  if ('months' in entry) {
    const value: WriteValue = { kind: 'text', text: entry.months.mark ?? '○' }
    return monthCells(entry.months, values).map((month) => ({ sheet, cell: month, value }))
  }
  if (isDrawn(entry)) {
    const drawn = drawnWrite(entry, values)
    return drawn === undefined ? [] : [drawn]
  }
  const value = entryWrite(entry, values)
  if (value === undefined) return []
  const overwriting = entry.overwriteFormula === true ? { overwriteFormula: true } : {}
  return [{ sheet, cell, value: inOwnWords(value, entry.instead), ...overwriting }]
}

/** A text that the office writes otherwise in this form. */
function inOwnWords(value: WriteValue, instead: MappingEntry['instead']): WriteValue {
  if (instead === undefined || value.kind !== 'text' || !Object.hasOwn(instead, value.text)) return value
  return { kind: 'text', text: instead[value.text] ?? value.text }
}

type BlockColumn = MappingBlock['columns'][string]

const columnFields = (column: BlockColumn): readonly string[] =>
  'field' in column ? [column.field] : pathsIn(column.template)

function columnWrite(column: BlockColumn, record: FieldRecord): WriteValue | undefined {
  if ('field' in column) {
    const value = record[column.field]
    return isEmptyValue(value) ? undefined : inOwnWords(formatValue(value, column.format), column.instead)
  }
  const filled = fillRecordTemplate(column.template, record)
  return filled.hasValue ? inOwnWords({ kind: 'text', text: filled.text }, column.instead) : undefined
}

function applyBlock(block: MappingBlock, lookup: Lookup): RowBlockWrite {
  const columns = Object.entries(block.columns).filter(([letters, column]) => {
    const place = { sheet: block.sheet, cell: `${letters.replace(/\+.*/, '')}${String(block.firstRow)}` }
    const unknown = columnFields(column)
      .map((field) => `${block.each}[].${field}`)
      .filter((path) => !lookup.isKnown(path))
    for (const path of unknown) lookup.report(place, path, 'unknown-field')
    return unknown.length === 0
  })
  const rows = (lookup.values.lists[block.each] ?? []).map((record) =>
    Object.fromEntries(
      columns.flatMap(([letters, column]) => {
        const value = columnWrite(column, record)
        return value === undefined ? [] : [[letters, value] as const]
      }),
    ),
  )
  return {
    sheet: block.sheet,
    firstRow: block.firstRow,
    lastRow: block.lastRow,
    ...(block.rowsPerRecord === undefined ? {} : { rowsPerRecord: block.rowsPerRecord }),
    rows,
    whenTooMany: block.whenTooMany,
    clearUnused: block.clearUnused ?? false,
    columns: columns.map(([letters]) => letters),
  }
}

/** A value in a line, as a preview shows it. */
export function shownText(value: WriteValue): string {
  switch (value.kind) {
    case 'text':
    case 'typed':
      return value.text
    case 'number':
      return String(value.value)
    case 'date':
      return isCalendarDate(value.date) ? formatWareki(value.date) : value.date
    case 'time':
      return value.time
    case 'mark-box':
      return typeof value.label === 'string' ? `${value.mark}${value.label}` : value.mark
    case 'fill-blanks':
      return value.parts.filter((part) => part !== null).join('、')
    case 'boolean':
      return value.value ? '○' : ''
    case 'clear':
      return ''
  }
}

/**
 * Says what is to be written into a form. Pure: nothing is opened, and whether the text fits its cells is
 * told by check-fit.ts.
 *
 * @param knownPaths the catalogue of fields, `会議.開催日` and `出席者[].氏名`
 */
export function applyMapping(
  mapping: FormMapping,
  values: FormValues,
  knownPaths: readonly string[],
): MappedForm {
  const known = new Set(knownPaths)
  const lists = new Set(knownPaths.flatMap((path) => /^(.+)\[\]/.exec(path)?.[1] ?? []))
  const problems: MappingProblem[] = []
  const lookup: Lookup = {
    values,
    isKnown: (path) => known.has(catalogued(path)) || lists.has(catalogued(path).replace(/\[\]$/, '')),
    report: ({ sheet, cell }, field, problem) => {
      const nearest = problem === 'unknown-field' ? nearestField(field, knownPaths) : undefined
      problems.push({ sheet, cell, field, problem, ...(nearest === undefined ? {} : { nearest }) })
    },
  }
  const cells: CellWrite[] = []
  const drawn: DrawnWrite[] = []
  const shown: MappedCell[] = []
  const pageLabels: PageLabel[] = []
  for (const entry of mapping.entries) {
    if ('page' in entry) {
      pageLabels.push({ sheet: entry.sheet, cell: entry.cell, template: entry.page })
      continue
    }
    for (const write of applyEntry(entry, lookup)) {
      const isDrawing = 'kind' in write
      if (isDrawing) drawn.push(write)
      else cells.push(write)
      shown.push({
        sheet: write.sheet,
        cell: write.cell,
        field: fieldsOf(entry).join('、'),
        text: isDrawing ? shownDrawing(write) : shownText(write.value),
      })
    }
  }
  const rows = mapping.blocks.map((block) => applyBlock(block, lookup))
  for (const block of rows) {
    const room = roomOf(block)
    const given = block.rows.length
    if (given <= room || block.whenTooMany === 'insert' || block.whenTooMany === 'continue') continue
    const each = mapping.blocks[rows.indexOf(block)]?.each ?? ''
    const cell = `${block.columns?.[0]?.replace(/\+.*/, '') ?? 'A'}${String(block.firstRow)}`
    problems.push({ sheet: block.sheet, cell, field: each, problem: 'rows-overflow', given, room })
  }
  const textOf = (path: string, format: string | undefined): string =>
    fillTemplate(`{${path}${format === undefined ? '' : `|${format}`}}`, (asked, how) =>
      pathText(asked, how, values),
    ).text
  return { cells, rows, drawn, pageLabels, textOf, problems, shown }
}
