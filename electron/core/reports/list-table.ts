import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import { printableText } from './report-text.ts'

/**
 * A list for other programs: one value a cell, no merges, no blank lines. The same list is written as a workbook
 * (`writers/list-workbook.ts`) and as CSV (`writers/csv.ts`). Rows may be made one by one while they are written.
 */
export interface ListTable {
  /** What it is: 委員名簿. Names the sheet and heads each printed page. */
  readonly name: string
  readonly columns: readonly ListColumn[]
  readonly rows: Iterable<readonly ListValue[]>
}

/** `code`: figures that are no number, such as 団体コード or a telephone; their zeros in front are kept. */
export type ListColumnKind = 'text' | 'code' | 'number' | 'date' | 'time' | 'yes-no'

export interface ListColumn {
  readonly heading: string
  readonly kind: ListColumnKind
  /** Width in full-width characters; absent: as its kind and heading ask for. */
  readonly widthEm?: number
  /** The workbook adds the numbers up below the last row. */
  readonly sum?: boolean
}

/** Text, a number, a date as 2026-04-01, a time as 13:30, yes or no; null for nothing recorded. */
export type ListValue = string | number | boolean | null

/** A column with the way to its value in a record. */
export interface ListField<Row> extends ListColumn {
  readonly read: (row: Row) => ListValue
}

export const textField = <Row>(
  heading: string,
  widthEm: number,
  read: (row: Row) => string,
): ListField<Row> => ({ heading, kind: 'text', widthEm, read })
export const codeField = <Row>(
  heading: string,
  widthEm: number,
  read: (row: Row) => string,
): ListField<Row> => ({ heading, kind: 'code', widthEm, read })
export const numberField = <Row>(
  heading: string,
  read: (row: Row) => number | null,
  sum = false,
): ListField<Row> => ({ heading, kind: 'number', sum, read })
export const dateField = <Row>(heading: string, read: (row: Row) => CalendarDate | null): ListField<Row> => ({
  heading,
  kind: 'date',
  read,
})
export const timeField = <Row>(heading: string, read: (row: Row) => ClockTime | null): ListField<Row> => ({
  heading,
  kind: 'time',
  read,
})
export const yesNoField = <Row>(heading: string, read: (row: Row) => boolean): ListField<Row> => ({
  heading,
  kind: 'yes-no',
  read,
})

/** A list of records by its fields; each row is read when it is written. */
export function listTable<Row>(
  name: string,
  fields: readonly ListField<Row>[],
  records: Iterable<Row>,
): ListTable {
  return {
    name,
    columns: fields,
    rows: {
      *[Symbol.iterator]() {
        for (const record of records) yield fields.map((field) => field.read(record))
      },
    },
  }
}

/**
 * The list as plain texts for CSV: a date stands in two columns, 2026-04-01 and 令和8年4月1日; yes and no as 1 and 0.
 * Numbers are told apart, since a minus in front of them is no formula.
 */
export interface PlainCell {
  readonly text: string
  readonly isNumber: boolean
}

export function plainHeadings(columns: readonly ListColumn[]): readonly string[] {
  return columns.flatMap(({ heading, kind }) =>
    kind === 'date' ? [heading, `${heading}（和暦）`] : [heading],
  )
}

export function plainCells(
  columns: readonly ListColumn[],
  values: readonly ListValue[],
): readonly PlainCell[] {
  return columns.flatMap(({ kind }, position): readonly PlainCell[] => {
    const value = values[position] ?? null
    if (kind === 'date') {
      const date = value === null ? '' : String(value)
      // Written by the reader of a date field, checked when it was recorded.
      const era = date === '' ? '' : formatWareki(date as CalendarDate, 'long')
      return [textCell(date), textCell(era)]
    }
    if (value === null) return [textCell('')]
    if (typeof value === 'number') return [{ text: String(value), isNumber: true }]
    if (typeof value === 'boolean') return [{ text: value ? '1' : '0', isNumber: true }]
    return [textCell(printableText(value))]
  })
}

const textCell = (text: string): PlainCell => ({ text, isNumber: false })
