import { isWithin, type CellAddress, type CellRange } from './cell-address.ts'

/** The merge that holds a cell; undefined when none does. */
export type MergeIndex = (address: CellAddress) => CellRange | undefined

const ROWS_TOGETHER = 64
/** A merge over more rows than these is looked at for every cell; a form has a handful of them. */
const TALL = 64 * ROWS_TOGETHER

/** Sorts merges by their rows, so that a sheet with very many of them is not searched for each cell. */
export function indexMerges(merges: readonly CellRange[]): MergeIndex {
  const byRows = new Map<number, CellRange[]>()
  const tall: CellRange[] = []
  for (const merge of merges) {
    if (merge.bottom - merge.top > TALL) {
      tall.push(merge)
      continue
    }
    const last = Math.floor(merge.bottom / ROWS_TOGETHER)
    for (let rows = Math.floor(merge.top / ROWS_TOGETHER); rows <= last; rows++) {
      const list = byRows.get(rows)
      if (list === undefined) byRows.set(rows, [merge])
      else list.push(merge)
    }
  }
  return (address) =>
    byRows.get(Math.floor(address.row / ROWS_TOGETHER))?.find((merge) => isWithin(address, merge)) ??
    tall.find((merge) => isWithin(address, merge))
}
