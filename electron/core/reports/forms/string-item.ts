import {
  escapeCellText,
  findTagEnd,
  needsSpacePreserved,
  readAttribute,
  unescapeCellText,
  withAttribute,
} from './xml-text.ts'

/**
 * The inside of `<si>` or `<is>`: plain text or runs with their own fonts, and furigana (`rPh`), which is
 * not part of the text.
 */
interface TextPiece {
  /** Where its `<t>` begins and its `</t>` ends in the XML. */
  readonly start: number
  readonly end: number
  readonly tag: string
  readonly text: string
}

export interface Furigana {
  readonly from: number
  readonly to: number
  readonly reading: string
}

interface StringItem {
  readonly pieces: readonly TextPiece[]
  readonly furigana: readonly Furigana[]
}

/** Text to put in place of the letters from `from` up to `to` (counted in UTF-16 units). */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly text: string
}

const textPattern = /<((?:[\w.-]+:)?)(t|rPh)(?=[\s/>])/g

function parseItem(inner: string): StringItem {
  const pieces: TextPiece[] = []
  const furigana: Furigana[] = []
  let reading: { from: number; to: number; end: number } | undefined
  for (const match of inner.matchAll(textPattern)) {
    const start = match.index
    const tagEnd = findTagEnd(inner, start) + 1
    const tag = inner.slice(start, tagEnd)
    const closing = `</${match[1] ?? ''}${match[2] ?? ''}>`
    if (match[2] === 'rPh') {
      const end = inner.indexOf(closing, tagEnd)
      reading = {
        from: Number(readAttribute(tag, 'sb')),
        to: Number(readAttribute(tag, 'eb')),
        end: end === -1 ? inner.length : end,
      }
      continue
    }
    const close = tag.endsWith('/>') ? tagEnd : inner.indexOf(closing, tagEnd)
    if (close === -1) continue
    const text = unescapeCellText(inner.slice(tagEnd, close))
    if (reading !== undefined && start < reading.end) {
      furigana.push({ from: reading.from, to: reading.to, reading: text })
    } else {
      pieces.push({ start, end: tag.endsWith('/>') ? tagEnd : close + closing.length, tag, text })
    }
  }
  return { pieces, furigana }
}

/** The text without furigana. */
export function itemText(inner: string): string {
  return parseItem(inner)
    .pieces.map((piece) => piece.text)
    .join('')
}

/**
 * The reading of a whole string, as Excel kept it when the text was typed: letters that have no furigana of
 * their own (kana, spaces) stand for themselves. Undefined when nothing has furigana.
 */
export function itemReading(inner: string): string | undefined {
  const { pieces, furigana } = parseItem(inner)
  if (furigana.length === 0) return undefined
  const text = pieces.map((piece) => piece.text).join('')
  let reading = ''
  let at = 0
  for (const part of [...furigana].sort((a, b) => a.from - b.from)) {
    reading += text.slice(at, Math.max(at, part.from)) + part.reading
    at = Math.max(at, part.to)
  }
  return reading + text.slice(at)
}

function textElement(prefix: string, text: string): string {
  const space = needsSpacePreserved(text) ? ' xml:space="preserve"' : ''
  return `<${prefix}t${space}>${escapeCellText(text)}</${prefix}t>`
}

/** The inside of a new plain string. `prefix` is that of the part it goes into, with its colon. */
export const plainItem = (text: string, prefix: string): string => textElement(prefix, text)

/**
 * Changes letters of a string and leaves its runs (fonts, underlines) as they are. An edit that crosses
 * runs goes into the first. Furigana stays while all letters keep their places, and is left out otherwise,
 * since it would stand over the wrong ones.
 *
 * @param edits in order, not overlapping
 */
export function editItem(inner: string, edits: readonly TextEdit[]): string {
  const { pieces } = parseItem(inner)
  const moved = edits.some((edit) => edit.to - edit.from !== edit.text.length)
  let out = ''
  let copied = 0
  let from = 0
  for (const piece of pieces) {
    const to = from + piece.text.length
    const isLast = piece === pieces.at(-1)
    const text = editPiece(piece.text, from, isLast, edits)
    from = to
    if (text === piece.text) continue
    const tag = piece.tag.replace(/\s*\/>$/, '>')
    const prefix = /^<((?:[\w.-]+:)?)t/.exec(tag)?.[1] ?? ''
    const opened = needsSpacePreserved(text) ? withAttribute(tag, 'xml:space', 'preserve') : tag
    out += `${inner.slice(copied, piece.start)}${opened}${escapeCellText(text)}</${prefix}t>`
    copied = piece.end
  }
  out += inner.slice(copied)
  return moved ? out.replace(/<((?:[\w.-]+:)?)rPh[\s>][^]*?<\/\1rPh>/g, '') : out
}

function editPiece(text: string, start: number, isLast: boolean, edits: readonly TextEdit[]): string {
  const end = start + text.length
  let out = ''
  let at = start
  for (const edit of edits) {
    const begins = edit.from >= start && (edit.from < end || (isLast && edit.from === end))
    if (edit.to <= at && !begins) continue
    if (edit.from >= end && !begins) continue
    out += text.slice(at - start, Math.max(at, edit.from) - start)
    if (begins) out += edit.text
    at = Math.max(at, Math.min(end, edit.to))
  }
  return out + text.slice(at - start)
}
