import { telephoneKey } from './contact.ts'
import { foldForSearch } from './japanese-text.ts'

/** What somebody or a group is found by: any part of these, in any variant, width or kind of kana. */
export interface Findable {
  readonly texts: readonly string[]
  readonly phones: readonly string[]
}

const apart = '\u001F'

/** The folded texts, none running into the next, and the digits of the numbers, however they were divided. */
export function findKey({ texts, phones }: Findable): string {
  return [...texts.map(foldForSearch), ...phones.map(foldForSearch), ...phones.map(telephoneKey)].join(apart)
}

/**
 * Asks of many keys whether every word that was typed stands somewhere in them; what was typed is folded once. A number
 * is also found when it is typed with other hyphens or none.
 */
export function createFinder(typed: string): (key: string) => boolean {
  const words = typed
    .split(/[\s　]+/)
    .filter((word) => word !== '')
    .map((word) => {
      const folded = foldForSearch(word)
      const digits = telephoneKey(word)
      return { folded, digits: digits.length >= 3 && digits.length * 2 > folded.length ? digits : null }
    })
  return (key) =>
    words.every(({ folded, digits }) => key.includes(folded) || (digits !== null && key.includes(digits)))
}

/** The same of one key. */
export function foundIn(key: string, typed: string): boolean {
  return createFinder(typed)(key)
}
