import type { ColumnChoice, ColumnUse, ImportField, PlannedColumn } from '#shared/domain/import-plan.ts'
import { columnLetters } from '../reports/forms/cell-address.ts'
import { fieldOfHeading, reasonToLeaveAlone } from './column-fields.ts'
import type { ReadCell, ReadRow, ReadSheet } from './read-table.ts'

export interface FoundColumn extends Omit<PlannedColumn, 'use'> {
  /** Column from 1. */
  readonly at: number
  /** Contents must not even become a note: birth dates, and what the office has hidden. */
  readonly leftAlone: boolean
}

export interface FoundTable {
  readonly headerRows: readonly number[]
  readonly columns: readonly FoundColumn[]
  readonly columnOf: ReadonlyMap<ImportField, number>
  /** How many fields the headings name; tells a roster from a list of two words. */
  readonly score: number
}

/** What the user has said of the table; nothing: null and an empty list. */
export interface TableWish {
  /** The row that holds the headings. */
  readonly headerRow: number | null
  /** Columns that are understood otherwise than their headings say. */
  readonly mapping: readonly ColumnChoice[]
}

const SEARCHED_ROWS = 100
const MAX_HEADER_HEIGHT = 3
/** A heading of 氏名 alone may stand in any sheet; with one more it is a list of people. */
const FEWEST_FIELDS = 2

/** Texts of some rows by column, a merged cell counted in every column and row that it covers. */
function headerTexts(sheet: ReadSheet, rows: readonly ReadRow[]): ReadonlyMap<number, readonly string[]> {
  const texts = new Map<number, string[]>()
  const add = (column: number, text: string): void => {
    const own = texts.get(column) ?? []
    if (own.at(-1) !== text) own.push(text)
    texts.set(column, own)
  }
  for (const { row, cells } of rows) {
    const spread = new Set<number>()
    for (const cell of cells) {
      const merge = sheet.merges.find((each) => each.top === row && each.left === cell.column)
      const right = merge === undefined ? cell.column : Math.min(merge.right, cell.column + 60)
      for (let column = cell.column; column <= right; column++) {
        if (spread.has(column)) continue
        spread.add(column)
        add(column, oneLine(cell.text))
      }
    }
  }
  return texts
}

/** A heading in one line: breaks within Japanese words are only layout. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, '').trim()
}

/** The lowest part decides (団体名 under 所属); then the parts together, then those above. */
function fieldOfParts(parts: readonly string[]): ImportField | null {
  for (const candidate of [...parts].reverse().toSpliced(1, 0, parts.join(''))) {
    const field = fieldOfHeading(candidate)
    if (field !== null) return field
  }
  return null
}

function proposeColumn(
  at: number,
  parts: readonly string[],
  taken: ReadonlySet<ImportField>,
  hidden: boolean,
): FoundColumn {
  const header = parts.join(' ')
  const base = { at, column: columnLetters(at), header, hidden }
  const never = [...parts]
    .reverse()
    .map(reasonToLeaveAlone)
    .find((reason) => reason !== null)
  if (never !== undefined) return { ...base, field: null, reason: never, leftAlone: true }
  const field = fieldOfParts(parts)
  if (hidden) {
    return { ...base, field: null, reason: '隠されている列なので、取り込みません。', leftAlone: true }
  }
  if (field === null) {
    return {
      ...base,
      field: null,
      reason: 'どの項目か分からないので、備考に書き添えます。',
      leftAlone: false,
    }
  }
  if (taken.has(field)) {
    return {
      ...base,
      field: null,
      reason: '同じ見出しの列がほかにもあるので、備考に書き添えます。',
      leftAlone: false,
    }
  }
  return { ...base, field, reason: null, leftAlone: false }
}

function proposeColumns(sheet: ReadSheet, rows: readonly ReadRow[]): readonly FoundColumn[] {
  const taken = new Set<ImportField>()
  const columns: FoundColumn[] = []
  for (const [at, parts] of [...headerTexts(sheet, rows)].sort(([first], [second]) => first - second)) {
    const column = proposeColumn(at, parts, taken, sheet.hiddenColumns.has(at))
    if (column.field !== null) taken.add(column.field)
    columns.push(column)
  }
  return columns
}

/** Rows that follow one another in the sheet, from one row on. */
function neighbours(rows: readonly ReadRow[], from: number, height: number): readonly ReadRow[] | null {
  const taken = rows.slice(from, from + height)
  const first = taken[0]
  if (first === undefined || taken.length < height) return null
  return taken.every((each, at) => each.row === first.row + at) ? taken : null
}

function fieldCount(columns: readonly FoundColumn[]): number {
  const named = columns.some((column) => column.field === 'name' || column.field === 'nameAndPost')
  return named ? columns.filter((column) => column.field !== null).length : 0
}

/** Columns as the user corrected them. A field that was given away to one column is taken from the other. */
function withMapping(
  columns: readonly FoundColumn[],
  mapping: readonly ColumnChoice[],
): readonly FoundColumn[] {
  if (mapping.length === 0) return columns
  const uses = new Map<string, ColumnUse>(mapping.map(({ column, use }) => [column, use]))
  const given = new Set(mapping.map(({ use }) => use))
  return columns.map((column): FoundColumn => {
    const use = uses.get(column.column)
    const base = { at: column.at, column: column.column, header: column.header, hidden: column.hidden }
    if (use === undefined) {
      return column.field !== null && given.has(column.field)
        ? { ...base, field: null, reason: '備考に書き添えます。', leftAlone: false }
        : column
    }
    if (use === 'leave')
      return { ...base, field: null, reason: '取り込まないと決めた列です。', leftAlone: true }
    if (use === 'beside')
      return { ...base, field: null, reason: '備考に書き添えると決めた列です。', leftAlone: false }
    return { ...base, field: use, reason: null, leftAlone: false }
  })
}

function tableOf(rows: readonly ReadRow[], columns: readonly FoundColumn[], score: number): FoundTable {
  return { headerRows: rows.map((each) => each.row), columns, columnOf: columnsByField(columns), score }
}

/** The table whose headings stand in the row that the user named. */
function tableAt(sheet: ReadSheet, headerRow: number, mapping: readonly ColumnChoice[]): FoundTable | null {
  const rows = sheet.rows.filter((each) => each.row === headerRow)
  if (rows.length === 0) return null
  const columns = withMapping(proposeColumns(sheet, rows), mapping)
  return tableOf(rows, columns, fieldCount(columns))
}

/**
 * Finds the heading of a roster by what it says, wherever it stands: up to three rows of it, merged or not,
 * below a title and notes. Null when no rows name at least a 氏名 and one more field.
 */
export function findTable(sheet: ReadSheet, wish: TableWish): FoundTable | null {
  if (wish.headerRow !== null) return tableAt(sheet, wish.headerRow, wish.mapping)
  let best: FoundTable | null = null
  const searched = Math.min(sheet.rows.length, SEARCHED_ROWS)
  for (let from = 0; from < searched; from++) {
    for (let height = 1; height <= MAX_HEADER_HEIGHT; height++) {
      const rows = neighbours(sheet.rows, from, height)
      if (rows === null) break
      const columns = proposeColumns(sheet, rows)
      const score = fieldCount(columns)
      if (score < FEWEST_FIELDS || (best !== null && !isBetter(score, rows, best))) continue
      best = tableOf(rows, columns, score)
    }
  }
  if (best === null || wish.mapping.length === 0) return best
  const columns = withMapping(best.columns, wish.mapping)
  return { ...best, columns, columnOf: columnsByField(columns) }
}

/**
 * Within one heading more fields are better, and for as many fewer rows, so that a note above does not become part
 * of it. A heading further down has to say clearly more: it is most often this one repeated for a printed page.
 */
function isBetter(score: number, rows: readonly ReadRow[], best: FoundTable): boolean {
  const overlaps = rows.some((each) => best.headerRows.includes(each.row))
  if (!overlaps) return score > best.score + 2
  return score > best.score || (score === best.score && rows.length < best.headerRows.length)
}

function columnsByField(columns: readonly FoundColumn[]): ReadonlyMap<ImportField, number> {
  return new Map(
    columns.flatMap((each): [ImportField, number][] => (each.field === null ? [] : [[each.field, each.at]])),
  )
}

/** Whether a row repeats the headings, as long lists do at the top of a printed page. */
export function repeatsHeading(cells: readonly ReadCell[], table: FoundTable): boolean {
  const name = table.columnOf.get('name') ?? table.columnOf.get('nameAndPost')
  // Asked of every row of a long list: the one cell that must be a heading is looked at first.
  if (!cells.some((cell) => cell.column === name && fieldOfHeading(cell.text) !== null)) return false
  const alike = cells.filter((cell) => {
    const field = fieldOfHeading(cell.text)
    return field !== null && (table.columnOf.get(field) === cell.column || field === 'name')
  })
  return alike.length >= FEWEST_FIELDS && alike.length * 2 > cells.length
}
