import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ImportSheet } from '#shared/domain/import-plan.ts'
import type { CellRange } from '../reports/forms/cell-address.ts'

/** A workbook or CSV as an import sees it: plain data, cells that hold nothing left out. */
export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[]
}

export interface ReadSheet {
  readonly name: string
  readonly visibility: ImportSheet['visibility']
  /** In order, only rows that hold something. */
  readonly rows: readonly ReadRow[]
  readonly merges: readonly CellRange[]
  readonly hiddenColumns: ReadonlySet<number>
  readonly comments: readonly ReadComment[]
}

export interface ReadRow {
  /** From 1. */
  readonly row: number
  readonly hidden: boolean
  /** In order of columns. */
  readonly cells: readonly ReadCell[]
}

export interface ReadCell {
  /** From 1. */
  readonly column: number
  /** As a person sees it; never ''. */
  readonly text: string
  /** Furigana that Excel kept; null when there is none. */
  readonly reading: string | null
  /** The value of a cell that is a number and no date. */
  readonly number: number | null
  /** The value of a cell that is a date. */
  readonly date: CalendarDate | null
  readonly struck: boolean
  readonly red: boolean
  /** Where a person sees it, if not in its own row and column: the sheet was turned, or tables put below one another. */
  readonly at?: string
}

export interface ReadComment {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** No roster comes near; what goes beyond is refused before it fills the memory. */
export const MAX_ROWS = 100_000
export const MAX_CELLS = 4_000_000
/** Cells further to the right are not looked at. */
export const MAX_COLUMNS = 256
