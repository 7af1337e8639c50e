import type {
  GroupColumnChoice,
  GroupColumnUse,
  GroupImportField,
  PlannedGroupColumn,
} from '#shared/domain/group-import-plan.ts'
import { columnLetters } from '../reports/forms/cell-address.ts'
import { groupFieldOfHeading, tellsOfGroup } from './group-fields.ts'
import type { ReadRow, ReadSheet } from './read-table.ts'

export interface FoundGroupTable {
  readonly headerRow: number
  readonly columns: readonly (PlannedGroupColumn & { readonly at: number; readonly leftAlone: boolean })[]
  readonly columnOf: ReadonlyMap<GroupImportField, number>
}

const searchedRows = 100
/** Beside the name: fewer could stand in a list of people as well. */
const fewestTelling = 2

const leftAloneHere = { field: null, use: 'leave', leftAlone: true } as const

function readHeader(sheet: ReadSheet, row: ReadRow, mapping: readonly GroupColumnChoice[]): FoundGroupTable {
  const taken = new Set<GroupImportField>()
  const columns = row.cells.map((cell) => {
    const header = cell.text.replace(/\s*\n\s*/g, '').trim()
    const base = { at: cell.column, column: columnLetters(cell.column), header }
    const said = mapping.find((choice) => choice.column === base.column)?.use
    if (said === 'leave') return { ...base, ...leftAloneHere, reason: '選んだとおり、取り込みません。' }
    if (said === undefined && sheet.hiddenColumns.has(cell.column)) {
      return { ...base, ...leftAloneHere, reason: '隠されている列なので、取り込みません。' }
    }
    const field = fieldOf(said, header)
    if (field === null || taken.has(field)) {
      const use: GroupColumnUse = 'beside'
      return { ...base, field: null, use, reason: '備考に書き添えます。', leftAlone: false }
    }
    taken.add(field)
    return { ...base, field, use: field, reason: null, leftAlone: false }
  })
  const columnOf = new Map(
    columns.flatMap((each): [GroupImportField, number][] =>
      each.field === null ? [] : [[each.field, each.at]],
    ),
  )
  return { headerRow: row.row, columns, columnOf }
}

/** What a person said of the column goes before what its heading says. */
function fieldOf(
  said: Exclude<GroupColumnUse, 'leave'> | undefined,
  header: string,
): GroupImportField | null {
  if (said === undefined) return groupFieldOfHeading(header)
  return said === 'beside' ? null : said
}

/**
 * The heading of a list of groups: by what it says, or in the row that the user named, whatever that says; null
 * where the sheet has none, or no such row.
 */
export function findGroupTable(
  sheet: ReadSheet,
  mapping: readonly GroupColumnChoice[] = [],
  headerRow: number | null = null,
): FoundGroupTable | null {
  if (headerRow !== null) {
    const row = sheet.rows.find((each) => each.row === headerRow)
    return row === undefined ? null : readHeader(sheet, row, mapping)
  }
  for (const row of sheet.rows.slice(0, searchedRows)) {
    const telling = row.cells.filter((cell) => tellsOfGroup(cell.text)).length
    if (telling < fewestTelling) continue
    const found = readHeader(sheet, row, mapping)
    if (found.columnOf.has('name')) return found
  }
  return null
}
