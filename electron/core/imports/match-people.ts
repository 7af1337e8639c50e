import { telephoneKey } from '#shared/domain/contact.ts'
import type { PlannedPerson } from '#shared/domain/import-plan.ts'
import { foldForSearch, stripLegalForm } from '#shared/domain/japanese-text.ts'
import { nameKey } from '#shared/domain/person-name.ts'
import type { ExistingPerson } from './existing-roster.ts'

/** What is compared of somebody, folded once. */
export interface MatchKeys {
  readonly name: string
  readonly exactName: string
  readonly kana: string
  readonly organization: string
  readonly phone: string
  readonly address: string
}

type Comparable = Pick<PlannedPerson, 'name' | 'kana' | 'organizationName' | 'phone' | 'address'>

/** How like two people are, and why. */
export interface Likeness {
  /** 0 for two people with nothing in common but perhaps a kana. */
  readonly score: number
  /** The name (or reading and number) is alike and something else agrees as well. */
  readonly certain: boolean
  readonly why: readonly string[]
}

export interface RowMatch {
  readonly person: ExistingPerson
  readonly likeness: Likeness
}

/** What was folded already, by text: a list that comes again has the texts of the records, and one group many people. */
export type FoldMemory = Map<string, string>

function remembered(memory: FoldMemory | undefined, fold: (text: string) => string, text: string): string {
  if (memory === undefined || text === '') return fold(text)
  // One memory serves all kinds of texts: they are told apart by how they are folded.
  const key = `${fold.name} ${text}`
  const known = memory.get(key)
  if (known !== undefined) return known
  const folded = fold(text)
  memory.set(key, folded)
  return folded
}

const groupKey = (name: string): string => foldForSearch(stripLegalForm(name))

/** Folds what is compared; done once for each, since every row is compared twice. */
export function matchKeys(person: Comparable, memory?: FoldMemory): MatchKeys {
  return {
    name: remembered(memory, nameKey, person.name),
    exactName: person.name.replace(/\s+/g, ''),
    kana: remembered(memory, foldForSearch, person.kana),
    organization: remembered(memory, groupKey, person.organizationName),
    phone: telephoneKey(person.phone),
    address: remembered(memory, foldForSearch, person.address),
  }
}

const alike = (first: string, second: string): boolean => first !== '' && first === second

/** Nothing is known but a name: such a row and such a record are taken for one another. */
const isBare = (keys: MatchKeys): boolean =>
  keys.organization === '' && keys.phone === '' && keys.address === ''

/**
 * Compares two people. A like name alone is never certain: 佐藤　美智子 of the 民児協 and of an NPO are two people.
 * A like name with the same group, number or address is; so are a like reading and number with a name
 * written otherwise, but those are to be looked at.
 */
export function compareKeys(first: MatchKeys, second: MatchKeys): Likeness {
  const name = alike(first.name, second.name)
  const kana = alike(first.kana, second.kana)
  const phone = alike(first.phone, second.phone)
  const organization = alike(first.organization, second.organization)
  const address = alike(first.address, second.address)
  if (!name && !(kana && (phone || organization))) return { score: 0, certain: false, why: [] }
  const evidence: readonly (readonly [boolean, number, string])[] = [
    [name, 8, '氏名が同じ'],
    [alike(first.exactName, second.exactName), 1, ''],
    [kana, 2, 'ふりがなが同じ'],
    [organization, 4, '団体が同じ'],
    [phone, 4, '電話が同じ'],
    [address, 3, '住所が同じ'],
  ]
  const met = evidence.filter(([holds]) => holds)
  return {
    score: met.reduce((sum, [, weight]) => sum + weight, 0),
    certain:
      name &&
      (organization || phone || address || (isBare(first) && isBare(second) && first.kana === second.kana)),
    why: met.map(([, , reason]) => reason).filter((reason) => reason !== ''),
  }
}

/** Entries under two keys at once, so that a row meets only those it may be. */
function indexBy<Entry>(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => readonly string[],
): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>()
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const held = index.get(key)
      if (held === undefined) index.set(key, [entry])
      else held.push(entry)
    }
  }
  return index
}

export function lookupKeys(keys: MatchKeys): readonly string[] {
  const byKana = (other: string): string[] =>
    keys.kana === '' || other === '' ? [] : [`${keys.kana} ${other}`]
  return [...(keys.name === '' ? [] : [keys.name]), ...byKana(keys.phone), ...byKana(keys.organization)]
}

/** Of very many people with one name only so many are compared; the others differ in group and number as well. */
const MAX_NAMESAKES = 200

function candidatesFor<Entry>(
  keys: MatchKeys,
  index: ReadonlyMap<string, readonly Entry[]>,
): ReadonlySet<Entry> {
  const candidates = new Set<Entry>()
  for (const key of lookupKeys(keys)) {
    for (const entry of (index.get(key) ?? []).slice(0, MAX_NAMESAKES)) candidates.add(entry)
  }
  return candidates
}

interface Pair {
  readonly row: number
  readonly match: RowMatch
}

export interface Matching {
  /** The recorded person that a row certainly is, by the row's place in the list. */
  readonly certain: ReadonlyMap<number, RowMatch>
  /** Recorded people that a row may be, best first; nobody who certainly is another row. */
  readonly possible: ReadonlyMap<number, readonly RowMatch[]>
}

/**
 * Finds for each row of a list who of those recorded it is. The likest pairs are joined first and each person
 * once, so that the second 佐藤　美智子 of a list is not taken for the first one's record.
 */
export function matchExisting(
  people: readonly MatchKeys[],
  existing: readonly ExistingPerson[],
  memory?: FoldMemory,
): Matching {
  const known = existing.map((person) => ({ person, keys: matchKeys(person, memory) }))
  const index = indexBy(known, ({ keys }) => lookupKeys(keys))
  const pairs = people.flatMap((keys, row): Pair[] => {
    const candidates = candidatesFor(keys, index)
    return [...candidates]
      .map((candidate) => ({
        row,
        match: { person: candidate.person, likeness: compareKeys(keys, candidate.keys) },
      }))
      .filter(({ match }) => match.likeness.score > 0)
  })
  pairs.sort(
    (first, second) => second.match.likeness.score - first.match.likeness.score || first.row - second.row,
  )
  const certain = new Map<number, RowMatch>()
  const claimed = new Set<ExistingPerson>()
  for (const { row, match } of pairs) {
    if (!match.likeness.certain || certain.has(row) || claimed.has(match.person)) continue
    certain.set(row, match)
    claimed.add(match.person)
  }
  const possible = new Map<number, RowMatch[]>()
  for (const { row, match } of pairs) {
    if (certain.has(row) || claimed.has(match.person)) continue
    possible.set(row, [...(possible.get(row) ?? []), match])
  }
  return { certain, possible }
}

export interface Namesake {
  /** Place in the list of the earlier row. */
  readonly earlier: number
  readonly later: number
  readonly likeness: Likeness
}

/** Rows of one list that share a name, or reading and number: each later row with the earlier one it is likest to. */
export function findNamesakes(people: readonly MatchKeys[]): readonly Namesake[] {
  const keyed = people.map((keys, at) => ({ at, keys }))
  const index = indexBy(keyed, ({ keys }) => lookupKeys(keys))
  return keyed.flatMap(({ at, keys }): Namesake[] => {
    const others = candidatesFor(keys, index)
    const likeliest = [...others]
      .filter((other) => other.at < at)
      .map((other) => ({ earlier: other.at, later: at, likeness: compareKeys(keys, other.keys) }))
      .filter(({ likeness }) => likeness.score > 0)
      .sort((first, second) => second.likeness.score - first.likeness.score)[0]
    return likeliest === undefined ? [] : [likeliest]
  })
}
