/** What writers and builders need to know of text, apart from its meaning. */

// Neither paper nor XML carries these; line breaks and tabs stay. A lone half of a surrogate pair is no text.
const unprintable = /[[\p{Cc}\p{Cs}\u{fffe}\u{ffff}]--[\n\t]]/gv

/** The text without what no paper can show: control characters and broken halves of characters. CRLF becomes LF. */
export function printableText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unprintable, '')
}

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u
const halfWidth = /^[\u{20}-\u{2ff}\u{370}-\u{1fff}\u{2010}\u{2013}\u{ff61}-\u{ff9f}]$/u

/**
 * Width of one line in full-width characters, as the fixed-width Japanese fonts set it: Latin letters and
 * half-width kana are half, variation selectors and accents nothing.
 */
export function widthEm(line: string): number {
  let width = 0
  for (const character of line) {
    if (zeroWidth.test(character)) continue
    width += halfWidth.test(character) ? 0.5 : 1
  }
  return width
}

/** How many lines a text takes in a column of that width; at least one. */
export function lineCount(text: string, columnEm: number): number {
  const room = Math.max(columnEm, 1)
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthEm(line) / room)), 0)
}

/** Cuts a text into pieces of at most so many lines each, between characters, so that no cell is too tall to show it. */
export function cutByLines(text: string, columnEm: number, mostLines: number): readonly string[] {
  if (lineCount(text, columnEm) <= mostLines) return [text]
  const pieces: string[] = []
  const most = mostLines * Math.max(columnEm, 1)
  let piece = ''
  let used = 0
  for (const character of text) {
    const width = character === '\n' ? columnEm - (used % columnEm) : widthEm(character)
    // A character without width belongs to the one before it.
    if (used + width > most && width > 0) {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += character
    used += width
  }
  return piece === '' ? pieces : [...pieces, piece]
}

const pointMm = 25.4 / 72
const boxLine = 1.3

/**
 * The largest size of letters, in half points, at which a text fits into a box: on one line as long as that
 * does not make it small, else wrapped. The least size where nothing fits.
 */
export function fitPoints(
  text: string,
  room: {
    readonly widthMm: number
    readonly heightMm: number
    readonly most: number
    readonly least: number
  },
): number {
  const { widthMm, heightMm, most, least } = room
  const smallOnOneLine = Math.max(least, most * 0.6)
  const fits = (points: number, lines: number): boolean => lines * points * pointMm * boxLine <= heightMm
  for (let points = most; points >= smallOnOneLine; points -= 0.5) {
    if (lineCount(text, widthMm / (points * pointMm)) === 1 && fits(points, 1)) return points
  }
  for (let points = most; points > least; points -= 0.5) {
    if (fits(points, lineCount(text, widthMm / (points * pointMm)))) return points
  }
  return least
}
