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
 * Whether every word that was typed stands somewhere in a key. A number is also found when it is typed with other hyphens
 * or none.
 */
export function foundIn(key: string, typed: string): boolean {
  return typed
    .split(/[\s　]+/)
    .filter((word) => word !== '')
    .every((word) => {
      const folded = foldForSearch(word)
      if (key.includes(folded)) return true
      const digits = telephoneKey(word)
      return digits.length >= 3 && digits.length * 2 > folded.length && key.includes(digits)
    })
}
