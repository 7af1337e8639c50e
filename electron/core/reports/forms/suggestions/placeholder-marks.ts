const PLACEHOLDER = /\{\{([^{}]+)\}\}/g

/** A field that somebody has typed: `{{会議.開催日|和暦}}`. */
export interface Placeholder {
  /** Where its braces stand in the text. */
  readonly from: number
  readonly to: number
  /** What stands between them. */
  readonly typed: string
  readonly path: string
  readonly format: string | undefined
}

/** An input method types braces, bars, dots and brackets in full width. The text keeps its length. */
export function foldMarks(text: string): string {
  return text
    .replaceAll('｛', '{')
    .replaceAll('｝', '}')
    .replace(PLACEHOLDER, (inside) =>
      inside.replaceAll('｜', '|').replaceAll('．', '.').replaceAll('［', '[').replaceAll('］', ']'),
    )
}

/** Path and format of what stands between the braces. */
export function readPlaceholder(typed: string): {
  readonly path: string
  readonly format: string | undefined
} {
  const [path = '', format] = typed.split('|').map((part) => part.trim())
  return { path, format: format === '' ? undefined : format }
}

/** The fields in a text whose marks are folded. */
export const placeholdersIn = (text: string): readonly Placeholder[] =>
  [...text.matchAll(PLACEHOLDER)].map((match) => {
    const typed = match[1] ?? ''
    return { from: match.index, to: match.index + match[0].length, typed, ...readPlaceholder(typed) }
  })

export const replacePlaceholders = (text: string, written: (typed: string) => string): string =>
  text.replace(PLACEHOLDER, (_whole, typed: string) => written(typed))
