import { foldForSearch, kanaSortKey } from '#shared/domain/japanese-text.ts'
import { nameKey } from '#shared/domain/person-name.ts'

/** People without a kana stand at the end of the list, not at its head. */
const lastOfAll = '\u{10ffff}'

/** By which a person is found and sorted: `name_key` and `kana_key`. They follow from the texts and are not logged. */
export function personKeys(name: string, kana: string): readonly [nameKey: string, kanaKey: string] {
  return [nameKey(name), kana === '' ? lastOfAll + foldForSearch(name) : kanaSortKey(kana)]
}
