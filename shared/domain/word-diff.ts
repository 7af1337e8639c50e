/** A stretch of two texts compared: in both, only in the later, or only in the earlier one. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Words as far as the eye parts them: runs of one script, each sign by itself. No dictionary, so the same everywhere. */
const words =
  /\p{Script=Han}+|\p{Script=Hiragana}+|[\p{Script=Katakana}ー]+|\p{Script=Latin}+|\p{N}+|\s+|./gsu

/** Past this many cells of the table two texts are told apart as wholes: nobody reads such a comparison word by word. */
const mostCells = 4_000_000

function table(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0)
    }
  }
  return lengths
}

/** What became of a text, word by word: the longest common row of words stays, the rest was taken out or put in. */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const first = before.match(words) ?? []
  const second = after.match(words) ?? []
  const parts: DiffPart[] = []
  const push = (kind: DiffPart['kind'], text: string): void => {
    const last = parts.at(-1)
    if (text === '') return
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text }
    else parts.push({ kind, text })
  }
  if ((first.length + 1) * (second.length + 1) > mostCells) {
    push('removed', before)
    push('added', after)
    return parts
  }
  const lengths = table(first, second)
  const width = second.length + 1
  let row = 0
  let column = 0
  while (row < first.length || column < second.length) {
    const [one = '', other = ''] = [first[row], second[column]]
    if (row < first.length && column < second.length && one === other) {
      push('same', one)
      row += 1
      column += 1
    } else if (
      row < first.length &&
      (column === second.length ||
        (lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0))
    ) {
      push('removed', one)
      row += 1
    } else {
      push('added', other)
      column += 1
    }
  }
  return parts
}

export interface LineChange {
  /** What kind of line: 発言, 決定, 宿題, 議題. */
  readonly what: 'statement' | 'decision' | 'task' | 'agenda-item'
  readonly parts: readonly DiffPart[]
}

export interface ComparedLine {
  readonly id: string
  readonly what: LineChange['what']
  readonly text: string
}

/** Lines that differ between two states of a record, in the order of the later one; what is gone stands at the end. */
export function diffLines(
  before: readonly ComparedLine[],
  after: readonly ComparedLine[],
): readonly LineChange[] {
  const known = new Map(before.map((line) => [line.id, line]))
  const there = new Set(after.map((line) => line.id))
  return [
    ...after.flatMap((line): readonly LineChange[] => {
      const old = known.get(line.id)
      if (old?.text === line.text) return []
      return [{ what: line.what, parts: diffWords(old?.text ?? '', line.text) }]
    }),
    ...before
      .filter((line) => !there.has(line.id))
      .map((line): LineChange => ({ what: line.what, parts: diffWords(line.text, '') })),
  ]
}
