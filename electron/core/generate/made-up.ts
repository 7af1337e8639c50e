import { feelings, givenNames, groupKinds, halls, surnames, things, topics, towns, ways } from './words.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Names and sentences out of the word lists. */
export interface MadeUp {
  person(): { readonly name: string; readonly kana: string }
  group(): string
  hall(): string
  sentence(of: readonly string[]): string
}

export function createMadeUp(random: SeededRandom): MadeUp {
  const group = (): string => `${random.pick(towns)}${random.pick(groupKinds)}`
  const fill: Readonly<Record<string, () => string>> = {
    topic: () => random.pick(topics),
    town: () => random.pick(towns),
    thing: () => random.pick(things),
    ways: () => random.pick(ways),
    feeling: () => random.pick(feelings),
    hall: () => random.pick(halls),
    group,
    number: () => String(random.whole(2, 380)),
    month: () => String(random.whole(1, 12)),
  }
  return {
    person: () => {
      const surname = random.pick(surnames)
      const given = random.pick(givenNames)
      return { name: `${surname.text}　${given.text}`, kana: `${surname.kana}　${given.kana}` }
    },
    group,
    hall: () => `${random.pick(towns)}${random.pick(halls)}`,
    sentence: (of) => random.pick(of).replace(/《(\w+)》/g, (_all, slot: string) => fill[slot]?.() ?? ''),
  }
}
