import { foldForSearch } from '#shared/domain/japanese-text.ts'
import { createFinder } from '#shared/domain/roster-search.ts'
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
  /** By which it is ordered, by column; filled as it is asked for. */
  readonly orders: Map<string, string>
}

export function keyRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
): readonly KeyedRow<Row>[] {
  return rows.map((row) => {
    const keys = new Map(columns.map((column) => [column.key, foldForSearch(column.text(row))]))
    return { row, keys, whole: [...keys.values()].join('\u001F'), orders: new Map<string, string>() }
  })
}

/** The rows that answer, in the order that was chosen; equal ones keep the order they came in. */
export function shownRows<Row>(
  keyed: readonly KeyedRow<Row>[],
  columns: readonly TableColumn<Row>[],
  wanted: Wanted,
): readonly Row[] {
  const by = columns.find((column) => column.key === wanted.sortBy) ?? columns[0]
  const orderOf = ({ row, orders }: KeyedRow<Row>): string => {
    if (by === undefined) return ''
    const known = orders.get(by.key) ?? (by.order ?? by.text)(row)
    orders.set(by.key, known)
    return known
  }
  const isFound = createFinder(wanted.words)
  const way = wanted.backwards ? -1 : 1
  return keyed
    .filter(({ keys, whole }) => isFound(wanted.column === null ? whole : (keys.get(wanted.column) ?? '')))
    .map((each) => ({ row: each.row, key: orderOf(each) }))
    .sort((one, other) => (one.key === other.key ? 0 : one.key < other.key ? -way : way))
    .map(({ row }) => row)
}
