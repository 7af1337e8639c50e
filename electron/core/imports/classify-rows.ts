import type { SkippedRow } from '#shared/domain/import-plan.ts'
import { type FoundTable, repeatsHeading } from './find-table.ts'
import type { ReadCell, ReadRow, ReadSheet } from './read-table.ts'

/** A row that stands for a person. */
export interface PersonRow {
  readonly row: ReadRow
  /** A 小計 stands between this row and the one before: what was carried down ends there. */
  readonly afterSubtotal: boolean
  /** Heading in a row of its own above: 【第1号 地縁団体】. */
  readonly section: string | null
}

export interface SortedRows {
  readonly people: readonly PersonRow[]
  /** In the order of the sheet. */
  readonly skipped: readonly SkippedRow[]
}

const totals = /^(?:小計|中計|合計|総計|累計|計|総数|合計人数|計\d*名?)$/
const noteStart = /^(?:[(（]?注[)）]?|※|＊|\*|備考[:：]|凡例|[(（]備考[)）])/
/** A line of its own that names the group of those below it. */
const sectionHeading = /^(?:[【〔■◆◇□●○▼▽]|第[\d一二三四五六七八九十]+号)/
/** Beyond this nobody reads a list of empty rows. */
const MAX_LISTED_BLANKS = 500

function rowText(cells: readonly ReadCell[]): string {
  return cells.map((cell) => cell.text.replace(/\s*\n\s*/g, ' ').trim()).join('　')
}

const compact = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** Whether cells of a row hold anything of a person: more than a number or a 区分. */
function holdsPerson(cells: readonly ReadCell[], table: FoundTable): boolean {
  const personal = new Set(
    [...table.columnOf]
      .filter(([field]) => field !== 'number' && field !== 'category')
      .map(([, column]) => column),
  )
  return cells.some((cell) => personal.has(cell.column))
}

/** A row of one text across several columns, or one text far to the left without a name: a remark, not a person. */
function isRemark(row: ReadRow, sheet: ReadSheet, table: FoundTable): boolean {
  const [first, ...more] = row.cells
  if (first === undefined || more.length > 0) return false
  const merge = sheet.merges.find((each) => each.top === row.row && each.left === first.column)
  const names = table.columnOf.get('name') ?? table.columnOf.get('nameAndPost')
  if (merge !== undefined && merge.right - merge.left >= 2) return true
  return first.column !== names && first.column !== table.columnOf.get('organizationName')
}

function reasonToSkip(row: ReadRow, sheet: ReadSheet, table: FoundTable): SkippedRow['reason'] | null {
  const first = row.cells[0]
  if (first === undefined) return 'blank'
  const start = compact(first.text)
  if (totals.test(start)) return 'subtotal'
  if (repeatsHeading(row.cells, table)) return 'repeated-header'
  if (noteStart.test(start)) return 'note'
  if (row.cells.length === 1 && sectionHeading.test(start)) return 'note'
  const lastColumn = Math.max(...table.columns.map((column) => column.at))
  if (row.cells.every((cell) => cell.column > lastColumn)) return 'note'
  if (!holdsPerson(row.cells, table)) return start.length > 6 ? 'note' : 'blank'
  return isRemark(row, sheet, table) ? 'note' : null
}

/** Parts the rows of a sheet into people and what stands between them. */
export function sortRows(sheet: ReadSheet, table: FoundTable): SortedRows {
  const people: PersonRow[] = []
  let section: string | null = null
  const skipped: SkippedRow[] = []
  const firstHeader = table.headerRows[0] ?? 1
  const lastHeader = table.headerRows.at(-1) ?? firstHeader
  let expected = lastHeader + 1
  let afterSubtotal = false
  for (const row of sheet.rows) {
    if (row.row < firstHeader) {
      skipped.push({ row: row.row, reason: 'title', text: rowText(row.cells) })
      continue
    }
    if (row.row <= lastHeader) continue
    for (; expected < row.row && skipped.length < MAX_LISTED_BLANKS; expected++) {
      skipped.push({ row: expected, reason: 'blank', text: '' })
    }
    expected = row.row + 1
    const reason = reasonToSkip(row, sheet, table)
    if (reason === null) {
      people.push({ row, afterSubtotal, section })
      afterSubtotal = false
    } else {
      const text = rowText(row.cells)
      skipped.push({ row: row.row, reason, text })
      if (reason === 'subtotal') afterSubtotal = true
      if (reason === 'note' && sectionHeading.test(compact(text))) section = text
    }
  }
  return { people, skipped }
}
