import { foldForSearch } from './japanese-text.ts'

/** From and up to (exclusive) where in a text something stands, in UTF-16 units as `slice` counts them. */
export type TextRange = readonly [from: number, to: number]

/** A character with what belongs to it: voicing marks of half-width kana, combining marks, glyph selectors. */
const clusters =
  /[^\uFF9E\uFF9F\p{M}\uFE00-\uFE0F\u{E0100}-\u{E01EF}][\uFF9E\uFF9F\p{M}\uFE00-\uFE0F\u{E0100}-\u{E01EF}]*/gsu

interface FoldedText {
  readonly folded: string
  /** For each unit of the folded text, where its character begins and ends in the text as written. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

function foldWithPlaces(text: string): FoldedText {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const match of text.matchAll(clusters)) {
    const key = foldForSearch(match[0])
    folded += key
    for (let unit = 0; unit < key.length; unit += 1) {
      starts.push(match.index)
      ends.push(match.index + match[0].length)
    }
  }
  return { folded, starts, ends }
}

/** Where folded words stand in a text as it was written, in order and without overlap: 髙橋 is marked where 高橋 was looked for. */
export function findPlaces(text: string, words: readonly string[]): readonly TextRange[] {
  return placeFinder(text)(words)
}

/** The same for one text in which much is looked for: it is folded once. */
export function placeFinder(text: string): (words: readonly string[]) => readonly TextRange[] {
  const folded = foldWithPlaces(text)
  return (words) => placesIn(folded, text.length, words)
}

function placesIn(
  { folded, starts, ends }: FoldedText,
  length: number,
  words: readonly string[],
): readonly TextRange[] {
  const found: TextRange[] = []
  for (const word of words) {
    if (word === '') continue
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      found.push([starts[at] ?? 0, ends[at + word.length - 1] ?? length])
    }
  }
  found.sort(([first], [second]) => first - second)
  const joined: TextRange[] = []
  for (const [from, to] of found) {
    const last = joined.at(-1)
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)]
    else joined.push([from, to])
  }
  return joined
}

export interface Excerpt {
  /** Cut out of the text around the first place; … says that something was left out. */
  readonly text: string
  readonly ranges: readonly TextRange[]
}

/** The part of a long text in which words were found, with their places in it. */
export function excerptAround(text: string, words: readonly string[], most = 120): Excerpt {
  const ranges = findPlaces(text, words)
  if (text.length <= most) return { text, ranges }
  const first = ranges[0]?.[0] ?? 0
  const from = Math.max(0, Math.min(first - Math.floor(most / 4), text.length - most))
  // Never between the halves of a character.
  const start = isLowHalf(text, from) ? from - 1 : from
  const end = isLowHalf(text, start + most) ? start + most + 1 : Math.min(text.length, start + most)
  const before = start > 0 ? '…' : ''
  return {
    text: before + text.slice(start, end) + (end < text.length ? '…' : ''),
    ranges: ranges
      .filter(([a, b]) => a >= start && b <= end)
      .map(([a, b]): TextRange => [a - start + before.length, b - start + before.length]),
  }
}

function isLowHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
