import { columnLetters, formatAddress } from '../cell-address.ts'
import { type DrawnPlaceholder, listDrawnPlaceholders } from '../drawings/drawn-placeholders.ts'
import { nearestField } from '../field-names.ts'
import { catalogued } from '../mapping-templates.ts'
import { valueFormats, type ValueFormat } from '../form-values.ts'
import { openFormWorkbook, type FormSheet } from '../form-workbook.ts'
import type { MappingBlock, MappingEntry } from '../mapping.ts'
import {
  foldMarks,
  type Placeholder,
  placeholdersIn,
  readPlaceholder,
  replacePlaceholders,
} from './placeholder-marks.ts'
import { anchorOf, countAlikeRows, readSheetTexts, type FormBox, type SheetTexts } from './sheet-texts.ts'

/** A placeholder that cannot be followed as it is typed. */
export interface PlaceholderProblem {
  readonly sheet: string
  /** '' where it is typed into a text box or shape. */
  readonly cell: string
  /** What was typed between the braces. */
  readonly typed: string
  readonly problem: 'unknown-field' | 'unknown-format'
  /** The nearest field or format that there is. */
  readonly nearest?: string
}

export interface FoundPlaceholders {
  readonly entries: readonly MappingEntry[]
  readonly blocks: readonly MappingBlock[]
  /** How many stand in text boxes and shapes, which are filled where they stand. */
  readonly drawn: number
  readonly problems: readonly PlaceholderProblem[]
}

const formats = new Map<string, ValueFormat>(valueFormats.map((format) => [format, format]))
/** Formats that gather a whole list in one cell. */
const GATHERING = new Set<string>(['件数', '読点', '改行'])

const isOfRow = ({ path, format }: Placeholder): boolean =>
  path.includes('[].') && !GATHERING.has(format ?? '')

const template = (text: string, withoutList: string): string =>
  replacePlaceholders(text, (typed) => {
    const { path, format } = readPlaceholder(typed)
    return `{${path.replace(withoutList, '')}${format === undefined ? '' : `|${format}`}}`
  })

function entryOf(sheet: string, box: FormBox, text: string, found: readonly Placeholder[]): MappingEntry {
  // What was typed must not stay on paper when there is nothing to put in its place.
  const place = { sheet, cell: formatAddress(anchorOf(box)), clearWhenEmpty: true }
  const [only] = found
  if (found.length === 1 && only !== undefined && text.trim() === `{{${only.typed}}}`) {
    const format = formats.get(only.format ?? '')
    return { ...place, field: only.path, ...(format === undefined ? {} : { format }) }
  }
  return { ...place, template: template(text, '') }
}

interface RowCell {
  readonly box: FormBox
  readonly text: string
  readonly found: readonly Placeholder[]
  readonly each: string
}

function blockOf(sheet: FormSheet, texts: SheetTexts, cells: readonly RowCell[]): MappingBlock {
  const [first] = cells
  const firstRow = first?.box.range.top ?? 1
  const each = first?.each ?? ''
  const columns = cells.map(({ box }) => box.range.left)
  const height = Math.max(...cells.map(({ box }) => box.range.bottom - box.range.top + 1))
  const rows = height === 1 ? countAlikeRows(sheet, texts, firstRow, columns) : height
  return {
    sheet: sheet.name,
    firstRow,
    lastRow: firstRow + rows - 1,
    ...(height === 1 ? {} : { rowsPerRecord: height }),
    each,
    columns: Object.fromEntries(
      cells.map(({ box, text, found }): readonly [string, MappingBlock['columns'][string]] => {
        const [only] = found
        const list = `${each}[].`
        const letters = columnLetters(box.range.left)
        if (found.length === 1 && only !== undefined && text.trim() === `{{${only.typed}}}`) {
          const format = formats.get(only.format ?? '')
          return [
            letters,
            { field: only.path.replace(list, ''), ...(format === undefined ? {} : { format }) },
          ]
        }
        return [letters, { template: template(text, list) }]
      }),
    ),
    whenTooMany: 'insert',
    clearUnused: true,
  }
}

function groupByRow(cells: readonly RowCell[]): readonly (readonly RowCell[])[] {
  const groups = new Map<string, RowCell[]>()
  for (const cell of cells) {
    const key = `${String(cell.box.range.top)} ${cell.each}`
    groups.set(key, [...(groups.get(key) ?? []), cell])
  }
  return [...groups.values()]
}

/**
 * Finds what somebody has typed into a form in Excel: `{{会議.開催日|和暦}}`, alone or within words, braces of
 * either width. A field of a list (`{{出席者[].氏名}}`) begins a block that reaches down over the empty rows of
 * the same shape. What stands in text boxes and shapes needs no mapping: it is filled where it stands.
 *
 * @param knownPaths the catalogue of fields, `会議.開催日` and `出席者[].氏名`
 * @throws Refusal as openWorkbookPackage
 */
export function findPlaceholders(bytes: Uint8Array, knownPaths: readonly string[]): FoundPlaceholders {
  const workbook = openFormWorkbook(bytes)
  const known = new Set(knownPaths)
  const entries: MappingEntry[] = []
  const blocks: MappingBlock[] = []
  const problems: PlaceholderProblem[] = []
  for (const name of workbook.sheetNames) {
    const sheet = workbook.sheet(name)
    const texts = readSheetTexts(workbook, sheet)
    const rowCells: RowCell[] = []
    for (const box of texts.boxes) {
      const text = foldMarks(box.text)
      const found = placeholdersIn(text)
      if (found.length === 0) continue
      const cell = formatAddress(anchorOf(box))
      const report = (
        typed: string,
        problem: PlaceholderProblem['problem'],
        nearest: string | undefined,
      ): void => {
        problems.push({ sheet: name, cell, typed, problem, ...(nearest === undefined ? {} : { nearest }) })
      }
      const badFormats = found.filter(({ format }) => format !== undefined && !formats.has(format))
      for (const { typed, format } of badFormats) {
        report(typed, 'unknown-format', nearestField(format ?? '', valueFormats))
      }
      for (const { typed, path } of found) {
        if (!known.has(catalogued(path))) report(typed, 'unknown-field', nearestField(path, knownPaths))
      }
      if (badFormats.length > 0) continue
      const ofRow = found.find(isOfRow)
      if (ofRow === undefined) entries.push(entryOf(name, box, text, found))
      else rowCells.push({ box, text, found, each: ofRow.path.slice(0, ofRow.path.indexOf('[].')) })
    }
    blocks.push(...groupByRow(rowCells).map((cells) => blockOf(sheet, texts, cells)))
  }
  const drawn = listDrawnPlaceholders(workbook.package)
  return {
    entries,
    blocks,
    drawn: drawn.length,
    problems: [...problems, ...problemsOfDrawn(drawn, knownPaths)],
  }
}

/** What is misspelt in text boxes and shapes. */
export function problemsOfDrawn(
  drawn: readonly DrawnPlaceholder[],
  knownPaths: readonly string[],
): readonly PlaceholderProblem[] {
  const known = new Set(knownPaths)
  return drawn.flatMap(({ sheet, typed, path, format }): readonly PlaceholderProblem[] => {
    const told = (problem: PlaceholderProblem['problem'], nearest: string | undefined) => [
      { sheet, cell: '', typed, problem, ...(nearest === undefined ? {} : { nearest }) },
    ]
    if (format !== undefined && !formats.has(format)) {
      return told('unknown-format', nearestField(format, valueFormats))
    }
    return known.has(catalogued(path)) ? [] : told('unknown-field', nearestField(path, knownPaths))
  })
}
