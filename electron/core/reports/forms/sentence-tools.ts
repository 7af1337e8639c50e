import { findBlanks, textWidth } from '#shared/domain/sentence-blanks.ts'
import type { TextEdit } from './string-item.ts'

export { type Blank, findBlanks, textWidth } from '#shared/domain/sentence-blanks.ts'

/** Boxes that stand for "choose": empty, filled, ticked. */
const BOX = /[□■☐☑☒]/gu

/** A mark to put in place of a box. */
export type BoxMark = '□' | '■' | '☑'

function padded(value: string, width: number): string {
  const missing = Math.max(0, width - textWidth(value))
  return '\u3000'.repeat(Math.floor(missing / 2)) + ' '.repeat(missing % 2) + value
}

/**
 * Fills the blanks of a sentence such as `令和　　年　　月　　日` in order, written against what follows them.
 * A blank keeps its width; only what is wider than its blank makes the sentence longer.
 *
 * @param parts what goes into each blank; null leaves one as it is
 * @returns the edits, or undefined when there are fewer blanks than parts
 */
export function editsForBlanks(
  sentence: string,
  parts: readonly (string | null)[],
): readonly TextEdit[] | undefined {
  const blanks = findBlanks(sentence)
  if (blanks.length < parts.length) return undefined
  return parts.flatMap((part, position) => {
    const blank = blanks[position]
    if (part === null || blank === undefined) return []
    const width = textWidth(sentence.slice(blank.from, blank.to))
    return [{ from: blank.from, to: blank.to, text: padded(part, width) }]
  })
}

/** Width and spaces make no difference between labels: `ｵﾝﾗｲﾝ` is `オンライン`. */
export const foldLabel = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/**
 * Marks one of the boxes of a sentence such as `□対面　□ｵﾝﾗｲﾝ　□併用`.
 *
 * @param choice the words behind the box, or its number from 0. Words are found whole, else as the beginning.
 * @returns the edit, or undefined when no box is meant
 */
export function editForBox(sentence: string, choice: string | number, mark: BoxMark): TextEdit | undefined {
  const boxes = [...sentence.matchAll(BOX)]
  const edit = (box: RegExpExecArray | undefined): TextEdit | undefined =>
    box === undefined ? undefined : { from: box.index, to: box.index + box[0].length, text: mark }
  if (typeof choice === 'number') return edit(boxes[choice])
  const wanted = foldLabel(choice)
  if (wanted === '') return undefined
  const labels = boxes.map((box, position) =>
    foldLabel(sentence.slice(box.index + box[0].length, boxes[position + 1]?.index)),
  )
  const whole = labels.indexOf(wanted)
  return edit(boxes[whole !== -1 ? whole : labels.findIndex((label) => label.startsWith(wanted))])
}

/** A box of a sentence: whether it is marked, and the words behind it, folded. */
export interface FoundBox {
  readonly marked: boolean
  readonly label: string
}

/** All boxes of a sentence in order. */
export function listBoxes(sentence: string): readonly FoundBox[] {
  const boxes = [...sentence.matchAll(BOX)]
  return boxes.map((box, position) => ({
    marked: /[■☑☒]/u.test(box[0]),
    label: foldLabel(sentence.slice(box.index + box[0].length, boxes[position + 1]?.index)),
  }))
}

function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .reverse()
    .reduce((sum, edit) => sum.slice(0, edit.from) + edit.text + sum.slice(edit.to), text)
}

/** As editsForBlanks, on plain text; undefined when there are fewer blanks than parts. */
export function fillBlanks(sentence: string, parts: readonly (string | null)[]): string | undefined {
  const edits = editsForBlanks(sentence, parts)
  return edits === undefined ? undefined : applyEdits(sentence, edits)
}

/** As editForBox, on plain text; undefined when no box is meant. */
export function markBox(sentence: string, choice: string | number, mark: BoxMark = '■'): string | undefined {
  const edit = editForBox(sentence, choice, mark)
  return edit === undefined ? undefined : applyEdits(sentence, [edit])
}
