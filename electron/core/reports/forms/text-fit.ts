import { textWidth } from './sentence-tools.ts'

/** A box on paper to write in. */
export interface TextBox {
  /** Inner width and height in points. */
  readonly width: number
  readonly height: number
  /** In points. */
  readonly fontSize: number
  readonly wraps: boolean
  readonly shrinks: boolean
}

export interface TextFit {
  readonly fits: boolean
  readonly linesNeeded: number
  readonly linesThatFit: number
  /** Full-width letters that the box holds, all its lines together. */
  readonly lettersThatFit: number
}

/** Japanese print fonts are set at 1.2 times their size in Excel's rows; measured against ＭＳ 明朝 10.5 in rows of 13.5. */
const LINE_PITCH = 1.22
/** What Excel shrinks further than this can no longer be read on paper. */
const LEAST_SHRINK = 0.6

/** Lines that a paragraph takes when a line holds so many half-width letters. A full-width letter is not cut in two. */
export function linesOf(paragraph: string, unitsPerLine: number): number {
  let lines = 1
  let used = 0
  for (const letter of paragraph) {
    const width = textWidth(letter)
    if (used + width > unitsPerLine && used > 0) {
      lines += 1
      used = 0
    }
    used += width
  }
  return lines
}

/**
 * Judges whether text fits into a box, in half-width letters of half the font size. An estimate: Excel moves
 * punctuation, and proportional fonts are narrower. It errs towards "does not fit" by a letter or so.
 */
export function fitText(text: string, box: TextBox): TextFit {
  const unitsPerLine = Math.max(1, Math.floor(box.width / (box.fontSize / 2)))
  const linesThatFit = box.wraps ? Math.max(1, Math.floor(box.height / (box.fontSize * LINE_PITCH))) : 1
  const lettersThatFit = Math.floor(unitsPerLine / 2) * linesThatFit
  const paragraphs = text.split('\n')
  if (box.wraps) {
    const linesNeeded = paragraphs.reduce((sum, paragraph) => sum + linesOf(paragraph, unitsPerLine), 0)
    return { fits: linesNeeded <= linesThatFit, linesNeeded, linesThatFit, lettersThatFit }
  }
  // Without wrapping Excel writes all paragraphs into one line.
  const width = textWidth(text.replaceAll('\n', ''))
  const room = box.shrinks ? unitsPerLine / LEAST_SHRINK : unitsPerLine
  return { fits: width <= room, linesNeeded: Math.ceil(width / unitsPerLine), linesThatFit, lettersThatFit }
}
