import type { PersonId } from '#shared/domain/ids.ts'
import type { PlannedPerson } from '#shared/domain/import-plan.ts'
import { compareKeys, type Likeness, lookupKeys, type MatchKeys, matchKeys } from './match-people.ts'

type Comparable = Pick<PlannedPerson, 'name' | 'kana' | 'organizationName' | 'phone' | 'address'> & {
  readonly id: PersonId
}

export interface FoundPair {
  readonly first: PersonId
  readonly second: PersonId
  readonly likeness: Likeness
}

/** A list of namesakes longer than this is a family name written alone, not one person many times. */
const mostAlike = 50

/**
 * Every two people who share a name, or reading and number or group, with how like they are: likeliest first. People meet
 * only under a shared key, so that thousands are not each held against each.
 */
export function findPairs(people: readonly Comparable[]): readonly FoundPair[] {
  const byKey = new Map<string, { readonly id: PersonId; readonly keys: MatchKeys }[]>()
  for (const person of people) {
    const keys = matchKeys(person)
    for (const key of lookupKeys(keys)) {
      const held = byKey.get(key)
      if (held === undefined) byKey.set(key, [{ id: person.id, keys }])
      else if (held.length < mostAlike) held.push({ id: person.id, keys })
    }
  }
  const pairs = new Map<string, FoundPair>()
  for (const held of byKey.values()) {
    for (const [at, one] of held.entries()) {
      for (const other of held.slice(at + 1)) {
        const [first, second] = one.id < other.id ? [one, other] : [other, one]
        const likeness = compareKeys(first.keys, second.keys)
        if (likeness.score === 0) continue
        pairs.set(`${first.id} ${second.id}`, { first: first.id, second: second.id, likeness })
      }
    }
  }
  return [...pairs.values()].sort(
    (one, other) =>
      Number(other.likeness.certain) - Number(one.likeness.certain) ||
      other.likeness.score - one.likeness.score ||
      (`${one.first} ${one.second}` < `${other.first} ${other.second}` ? -1 : 1),
  )
}
