import type { GroupImportField, PlannedGroupColumn } from '#shared/domain/group-import-plan.ts'
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

function readHeader(sheet: ReadSheet, row: ReadRow): FoundGroupTable | null {
  const taken = new Set<GroupImportField>()
  const columns = row.cells.map((cell) => {
    const header = cell.text.replace(/\s*\n\s*/g, '').trim()
    const base = { at: cell.column, column: columnLetters(cell.column), header }
    if (sheet.hiddenColumns.has(cell.column)) {
      return { ...base, field: null, reason: '隠されている列なので、取り込みません。', leftAlone: true }
    }
    const field = groupFieldOfHeading(header)
    if (field === null || taken.has(field)) {
      return { ...base, field: null, reason: '備考に書き添えます。', leftAlone: false }
    }
    taken.add(field)
    return { ...base, field, reason: null, leftAlone: false }
  })
  const telling = row.cells.filter((cell) => tellsOfGroup(cell.text)).length
  if (!taken.has('name') || telling < fewestTelling) return null
  const columnOf = new Map(
    columns.flatMap((each): [GroupImportField, number][] =>
      each.field === null ? [] : [[each.field, each.at]],
    ),
  )
  return { headerRow: row.row, columns, columnOf }
}

/** The heading of a list of groups, by what it says; null where the sheet has none. */
export function findGroupTable(sheet: ReadSheet): FoundGroupTable | null {
  for (const row of sheet.rows.slice(0, searchedRows)) {
    const found = readHeader(sheet, row)
    if (found !== null) return found
  }
  return null
}
