import { foldForSearch } from '#shared/domain/japanese-text.ts'
import { foundIn } from '#shared/domain/roster-search.ts'
import type { TableColumn } from './table-columns.ts'

/** How a list was narrowed and ordered. */
export interface Wanted {
  /** Words to be found in any column, or in the one that `column` names. */
  readonly words: string
  readonly column: string | null
  readonly sortBy: string
  readonly backwards: boolean
}

/** Each row with what it is found by in every column, folded once. */
export interface KeyedRow<Row> {
  readonly row: Row
  readonly keys: ReadonlyMap<string, string>
  readonly whole: string
}

export function keyRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
): readonly KeyedRow<Row>[] {
  return rows.map((row) => {
    const keys = new Map(columns.map((column) => [column.key, foldForSearch(column.text(row))]))
    return { row, keys, whole: [...keys.values()].join('\u001F') }
  })
}

/** The rows that answer, in the order that was chosen; equal ones keep the order they came in. */
export function shownRows<Row>(
  keyed: readonly KeyedRow<Row>[],
  columns: readonly TableColumn<Row>[],
  wanted: Wanted,
): readonly Row[] {
  const by = columns.find((column) => column.key === wanted.sortBy) ?? columns[0]
  const orderOf = by?.order ?? by?.text ?? (() => '')
  const way = wanted.backwards ? -1 : 1
  return keyed
    .filter(({ keys, whole }) =>
      foundIn(wanted.column === null ? whole : (keys.get(wanted.column) ?? ''), wanted.words),
    )
    .map(({ row }) => ({ row, key: orderOf(row) }))
    .sort((one, other) => (one.key === other.key ? 0 : one.key < other.key ? -way : way))
    .map(({ row }) => row)
}
