import type { BoxMark } from './sentence-tools.ts'

/** What is written into a cell, as a careful clerk would type it. */
export type WriteValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /**
   * `YYYY-MM-DD`. A real date where the cell's own format shows dates; elsewhere 令和8年11月23日, since a
   * bare serial number would be read by nobody.
   */
  | { readonly kind: 'date'; readonly date: string }
  /** `HH:MM`. A real time where the cell's own format shows times; elsewhere 13:30 as text. */
  | { readonly kind: 'time'; readonly time: string }
  /**
   * As if typed into Excel: a plain number becomes one, unless the cell is a text cell (@). Nothing else is
   * converted: `0012`, `000-224-0401` and `=1+1` stay the text they are, never a formula.
   */
  | { readonly kind: 'typed'; readonly text: string }
  /** TRUE or FALSE. */
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'clear' }
  /** Marks one of the boxes in the cell's own text, by the words behind it or by its number from 0. */
  | { readonly kind: 'mark-box'; readonly label: string | number; readonly mark: BoxMark }
  /** Fills the blanks of the cell's own text in order; null leaves one as it is. */
  | { readonly kind: 'fill-blanks'; readonly parts: readonly (string | null)[] }

export interface CellWrite {
  readonly sheet: string
  /** Any cell of a merge means the whole. */
  readonly cell: string
  readonly value: WriteValue
  /** A formula is only overwritten where this says so. */
  readonly overwriteFormula?: boolean
}

/** Records written into rows that the form has ready. */
export interface RowBlockWrite {
  readonly sheet: string
  readonly firstRow: number
  readonly lastRow: number
  /** For forms where a record takes several rows; the column is then written `I` or, for its second row, `I+1`. */
  readonly rowsPerRecord?: number
  /** A record each: column → value. */
  readonly rows: readonly Readonly<Record<string, WriteValue>>[]
  /**
   * `insert`: rows are put in below the last record, copies of it, and everything below moves down.
   * `continue`: the sheet is copied, and the records go on on the copy.
   */
  readonly whenTooMany: 'refuse' | 'stop' | 'insert' | 'continue'
  /** Empties the same columns of the rows that are left over. */
  readonly clearUnused: boolean
  /** Columns to empty in left-over rows, where the records do not name them all. */
  readonly columns?: readonly string[]
}

/** What is drawn over cells rather than written into them. */
export type DrawnWrite =
  /** Ticks a form-control check box, or takes its tick away; the cell that is linked to it follows. */
  | {
      readonly kind: 'check-box'
      readonly sheet: string
      /** A cell (or a merge) that the box lies over. */
      readonly cell: string
      /** The words beside the box, where several boxes lie over the cell. */
      readonly label?: string
      readonly checked: boolean
    }
  /** A ring around a word of the cell's text, or around all of it. */
  | {
      readonly kind: 'circle'
      readonly sheet: string
      readonly cell: string
      readonly word?: string
      /** Which one, from 0, where the word stands there more than once. */
      readonly occurrence?: number
    }
  /** A PNG or JPEG, as large as fits into the cell, its merge, or a range `B3:F9`, in the middle. */
  | {
      readonly kind: 'picture'
      readonly sheet: string
      readonly cell: string
      readonly bytes: Uint8Array
      /** What is to be seen, for those who do not see it. */
      readonly description: string
    }

/** A text with the number of the page in it, for sheets that may be continued: `資料 {頁}/{総頁}`. */
export interface PageLabel {
  readonly sheet: string
  readonly cell: string
  readonly template: string
}

export interface FormOrder {
  readonly cells: readonly CellWrite[]
  readonly rows: readonly RowBlockWrite[]
  readonly pageLabels?: readonly PageLabel[]
  /** Done last, when the texts are in their places. */
  readonly drawn?: readonly DrawnWrite[]
  /** What goes into text boxes and shapes in place of `{{会議.開催日|和暦}}`. */
  readonly textOf?: (path: string, format: string | undefined) => string
}

export interface CellPlace {
  readonly sheet: string
  readonly cell: string
}

/** Rows that were put in, by the row numbers of the form as it was. */
export interface InsertedRows {
  readonly sheet: string
  /** The row that they stand below. */
  readonly below: number
  readonly count: number
}

/** A sheet that was copied since its rows were too few. */
export interface ContinuedSheet {
  readonly sheet: string
  /** The copies in order: `日報 (2)`, `日報 (3)`. */
  readonly copies: readonly string[]
  /** Formulas of other sheets that look at the rows of the first page only, since ranges could not be added. */
  readonly notCounted: readonly CellPlace[]
}

/** Cells are named as they stand in the filled workbook. */
export interface FillReport {
  /** Cells written, each once, in order; of a merge its first cell. */
  readonly written: readonly CellPlace[]
  readonly formulasOverwritten: readonly CellPlace[]
  /** Formula cells whose shown value was brought up to date. */
  readonly recalculated: readonly CellPlace[]
  /** Formula cells that show nothing until Excel has calculated. */
  readonly leftToExcel: readonly CellPlace[]
  /** Blocks that had more records than rows, and were told to stop. */
  readonly overflow: readonly {
    readonly sheet: string
    readonly firstRow: number
    readonly given: number
    readonly room: number
  }[]
  /** From top to bottom. */
  readonly inserted: readonly InsertedRows[]
  readonly continued: readonly ContinuedSheet[]
}

export interface FilledForm {
  readonly bytes: Uint8Array
  readonly report: FillReport
}
