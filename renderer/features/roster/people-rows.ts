import type { PersonRow } from '#shared/contract/roster-operations.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { foldForSearch, type KanaRow, kanaRowOf, kanaSortKey } from '#shared/domain/japanese-text.ts'

export type ListRow =
  | { readonly kind: 'heading'; readonly kana: KanaRow }
  | { readonly kind: 'person'; readonly kana: KanaRow; readonly person: PersonRow }

/** People in 五十音 order with a heading before each row of it. Who has no ふりがな stands at the end, under 他. */
export function rowsByKana(people: readonly PersonRow[]): readonly ListRow[] {
  const sorted = people
    .map((person) => ({ person, kana: kanaRowOf(person.kana), key: kanaSortKey(person.kana) }))
    .sort((first, second) => {
      if ((first.kana === '他') !== (second.kana === '他')) return first.kana === '他' ? 1 : -1
      return first.key < second.key ? -1 : first.key > second.key ? 1 : 0
    })
  const rows: ListRow[] = []
  let last: KanaRow | null = null
  for (const { person, kana } of sorted) {
    if (kana !== last) rows.push({ kind: 'heading', kana })
    last = kana
    rows.push({ kind: 'person', kana, person })
  }
  return rows
}

/** Those whose names differ only in the form of a character (髙橋, 高橋): they may be one person written twice. */
export function doublesAmong(people: readonly PersonRow[]): ReadonlySet<PersonId> {
  const spellings = new Map<string, Map<string, PersonId[]>>()
  for (const person of people) {
    const key = foldForSearch(person.name)
    const plain = person.name.replace(/[\s　]/g, '')
    const known = spellings.get(key) ?? new Map<string, PersonId[]>()
    known.set(plain, [...(known.get(plain) ?? []), person.id])
    spellings.set(key, known)
  }
  const doubles = [...spellings.values()].filter((known) => known.size > 1)
  // The first spelling stands for the person; the chip asks about the others.
  return new Set(doubles.flatMap((known) => [...known.values()].slice(1).flat()))
}
