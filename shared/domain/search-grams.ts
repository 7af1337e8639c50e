import { foldForSearch } from './japanese-text.ts'

/**
 * How text is cut up to be found by any part of it. Each place of a folded text gives a gram of its next three characters
 * (fewer at the end), so a word of one or two characters is the beginning of a gram, and a longer one is a row of
 * grams. Marks stand among the grams and narrow a search without a further look: whose, which council, which 年度, what kind.
 */

const gramLength = 3

/** Parts that belong to one record but are not one text: a name and its kana. No word is found across it. */
export const partSeparator = '\u001F'

/** Of the private use area, and longer than any gram: what is typed never meets a mark. */
const markSigns = { record: '\uE000', fiscalYear: '\uE001', kind: '\uE002' } as const

export function recordMark(id: string): string {
  return markSigns.record + id
}

export function fiscalYearMark(fiscalYear: number): string {
  return markSigns.fiscalYear + String(fiscalYear)
}

export function kindMark(kind: string): string {
  return markSigns.kind + kind
}

/** The grams of a text, each once, with a blank between them. */
export function searchGrams(text: string): string {
  const grams = new Set<string>()
  for (const part of text.split(partSeparator)) {
    const characters = [...foldForSearch(part)]
    for (const place of characters.keys()) grams.add(characters.slice(place, place + gramLength).join(''))
  }
  return [...grams].join(' ')
}

/** What was typed, as the words that must all be found; folded, longest first, since long words are rarest. */
export function searchWords(typed: string): readonly string[] {
  const words = typed.split(/\s+/u).map(foldForSearch)
  return [...new Set(words.filter((word) => word !== ''))]
    .sort((first, second) => second.length - first.length)
    .slice(0, 8)
}

const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`

/** A word in the query language of the index (FTS5). */
export function gramQuery(word: string): string {
  const characters = [...word]
  if (characters.length < gramLength) return `${quoted(word)} *`
  const grams = new Set<string>()
  for (let place = 0; place + gramLength <= characters.length; place += 1) {
    grams.add(characters.slice(place, place + gramLength).join(''))
  }
  // Two dozen grams in their places tell a sentence from all others; what is left is looked at in the text itself.
  return [...grams].slice(0, 24).map(quoted).join(' AND ')
}

export function markQuery(marks: readonly string[]): string {
  return `(${marks.map(quoted).join(' OR ')})`
}

/** Whether the grams of a word may also stand apart from one another, so that the text itself must be asked. */
export function needsText(word: string): boolean {
  return [...word].length > gramLength
}

/** Whether a text holds every word, as it is searched: folded, and not across the parts of a record. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  const parts = text.split(partSeparator).map(foldForSearch)
  return words.every((word) => parts.some((part) => part.includes(word)))
}
