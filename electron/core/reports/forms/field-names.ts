import { foldLabel } from './sentence-tools.ts'

/** How many letters must be added, left out or changed to get from one text to the other (Levenshtein). */
export function editDistance(first: string, second: string): number {
  const a = [...first]
  const b = [...second]
  let previous = Array.from({ length: b.length + 1 }, (_unused, position) => position)
  for (const [row, letter] of a.entries()) {
    const current = [row + 1]
    for (const [column, other] of b.entries()) {
      const change = (previous[column] ?? 0) + (letter === other ? 0 : 1)
      current.push(Math.min(change, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous.at(-1) ?? 0
}

/** The known path that a misspelt one most likely means; undefined when none is near (more than half of it differs). */
export function nearestField(path: string, known: readonly string[]): string | undefined {
  const wanted = foldLabel(path)
  let nearest: string | undefined
  let least = Math.max(1, Math.floor([...wanted].length / 2)) + 1
  for (const candidate of known) {
    const folded = foldLabel(candidate)
    // 開催日 alone means 会議.開催日: the last word counts as a near miss.
    const lastWord = folded.split('.').at(-1) ?? folded
    const distance = Math.min(editDistance(wanted, folded), editDistance(wanted, lastWord) + 1)
    if (distance < least) {
      least = distance
      nearest = candidate
    }
  }
  return nearest
}
