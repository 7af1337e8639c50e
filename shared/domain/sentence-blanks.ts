/** Half-width digits and kana take one column, everything else two, as on a typewriter for Japanese forms. */
export function textWidth(text: string): number {
  let width = 0
  for (const letter of text) {
    // Combining marks and variation selectors stand on the letter before them.
    if (/\p{M}|[\u200b-\u200d\ufe00-\ufe0f]/u.test(letter)) continue
    width += /[\u0020-\u007e\u00a5\uff61-\uff9f]/.test(letter) ? 1 : 2
  }
  return width
}

export interface Blank {
  readonly from: number
  readonly to: number
}

/**
 * Places to write in within a sentence: runs of spaces of at least one full width. Indentation before an
 * era (`　　令和　　年`) is none.
 */
export function findBlanks(sentence: string): readonly Blank[] {
  return [...sentence.matchAll(/[ \u3000]+/g)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length, text: match[0] }))
    .filter(({ from, to, text }) => {
      if (textWidth(text) < 2) return false
      const isIndentation = from === 0 && /^(?:令和|平成|昭和|[RHS（(])/.test(sentence.slice(to))
      return !isIndentation
    })
}
