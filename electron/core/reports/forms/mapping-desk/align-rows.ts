/** Where each row of an old sheet lies in a new one. Rows are counted from 1. */
export interface RowAlignment {
  /** Row of the new sheet; `sure` when its words are the same. */
  readonly rowOf: (row: number) => { readonly row: number; readonly sure: boolean }
}

/** The longest run of pairs that are alike, in order (longest common subsequence by dynamic programming). */
function commonRows(
  before: readonly (readonly [number, string])[],
  after: readonly (readonly [number, string])[],
): readonly (readonly [number, number])[] {
  const width = after.length + 1
  const lengths = new Uint16Array((before.length + 1) * width)
  for (let a = before.length - 1; a >= 0; a -= 1) {
    for (let b = after.length - 1; b >= 0; b -= 1) {
      const isAlike = before[a]?.[1] === after[b]?.[1]
      const down = lengths[(a + 1) * width + b] ?? 0
      const right = lengths[a * width + b + 1] ?? 0
      lengths[a * width + b] = isAlike ? (lengths[(a + 1) * width + b + 1] ?? 0) + 1 : Math.max(down, right)
    }
  }
  const pairs: (readonly [number, number])[] = []
  let [a, b] = [0, 0]
  while (a < before.length && b < after.length) {
    if (before[a]?.[1] === after[b]?.[1]) {
      pairs.push([before[a]?.[0] ?? 0, after[b]?.[0] ?? 0])
      a += 1
      b += 1
    } else if ((lengths[(a + 1) * width + b] ?? 0) >= (lengths[a * width + b + 1] ?? 0)) a += 1
    else b += 1
  }
  return pairs
}

/** More rows with words than this are not compared one by one. */
const MOST_ROWS = 1500

/**
 * Lines up two editions of a sheet by the words of their rows. Rows without words go with the nearest row with
 * words above them.
 *
 * @param before row → its words, folded; rows without words left out
 */
export function alignRows(
  before: ReadonlyMap<number, string>,
  after: ReadonlyMap<number, string>,
): RowAlignment {
  const pairs = commonRows([...before].slice(0, MOST_ROWS), [...after].slice(0, MOST_ROWS))
  const sure = new Map(pairs)
  return {
    rowOf: (row) => {
      const known = sure.get(row)
      if (known !== undefined) return { row: known, sure: true }
      const above = pairs.findLast(([old]) => old < row)
      return { row: above === undefined ? row : row + above[1] - above[0], sure: false }
    },
  }
}
