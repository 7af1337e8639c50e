/**
 * Moves one entry of a list up (-1) or down (1) among its like. Null where there is nowhere further to go, or where
 * the entry is not in the list.
 *
 * @param isLike which entries count as its neighbours: those of one heading, say; all of them when left out
 */
export function moveInList<Entry>(
  list: readonly Entry[],
  entry: Entry,
  by: -1 | 1,
  isLike: (other: Entry) => boolean = () => true,
): readonly Entry[] | null {
  const from = list.indexOf(entry)
  if (from < 0) return null
  const to =
    by === 1
      ? list.findIndex((other, index) => index > from && isLike(other))
      : list.findLastIndex((other, index) => index < from && isLike(other))
  const other = list[to]
  return other === undefined ? null : list.with(from, other).with(to, entry)
}
