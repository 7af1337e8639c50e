import type { PersonRow } from '#shared/contract/roster-operations.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { foldForSearch, type KanaRow, kanaRowOf, kanaSortKey } from '#shared/domain/japanese-text.ts'

export type ListRow =
  | { readonly kind: 'heading'; readonly kana: KanaRow }
  | { readonly kind: 'person'; readonly kana: KanaRow; readonly person: PersonRow }

export type PlacedPerson = Extract<ListRow, { readonly kind: 'person' }>

/** People in 五十音 order, each with its row of it; once for a roster, not for every key that is typed. */
export function placedByKana(people: readonly PersonRow[]): readonly PlacedPerson[] {
  return people
    .map((person) => ({ person, kana: kanaRowOf(person.kana), key: kanaSortKey(person.kana) }))
    .sort((first, second) => {
      if ((first.kana === '他') !== (second.kana === '他')) return first.kana === '他' ? 1 : -1
      return first.key < second.key ? -1 : first.key > second.key ? 1 : 0
    })
    .map(({ person, kana }) => ({ kind: 'person', kana, person }))
}

/** Who stands first: people come from the core in 五十音 order already. */
export function firstByKana(people: readonly PersonRow[]): PersonRow | undefined {
  return people.find((person) => kanaRowOf(person.kana) !== '他') ?? people[0]
}

/** People in their order with a heading before each row of the 五十音. Who has no ふりがな stands at the end, under 他. */
export function rowsByKana(placed: readonly PlacedPerson[]): readonly ListRow[] {
  const rows: ListRow[] = []
  let last: KanaRow | null = null
  for (const row of placed) {
    if (row.kana !== last) rows.push({ kind: 'heading', kana: row.kana })
    last = row.kana
    rows.push(row)
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
