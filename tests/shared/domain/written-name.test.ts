import { describe, expect, it } from 'vitest'
import {
  erasedWords,
  familyNameOf,
  waysOfAddressing,
  waysOfWriting,
  withoutNames,
} from '#shared/domain/written-name.ts'

describe('a name in what others wrote', () => {
  it('is looked for as recorded, without its blank, and with either width of it', () => {
    expect(waysOfWriting('消田　去子')).toEqual(['消田　去子', '消田去子', '消田 去子'])
    expect(waysOfWriting('消田去子')).toEqual(['消田去子'])
    expect(waysOfWriting('')).toEqual([])
  })

  it('has a family name only where a blank tells it', () => {
    expect(familyNameOf('消田　去子')).toBe('消田')
    expect(familyNameOf('消田去子')).toBeNull()
  })

  it.each([
    ['消田　去子さんに聞く', `${erasedWords}に聞く`],
    ['消田副会長と消田さん', `${erasedWords}と${erasedWords}`],
    ['消田 去子。', `${erasedWords}。`],
    // Part of a place: alone, a family name is no person.
    ['消田町のごみ', '消田町のごみ'],
  ])('%s is left as %s', (text, left) => {
    const ways = [...waysOfWriting('消田　去子'), ...waysOfAddressing('消田')]
    expect(withoutNames(text, ways, erasedWords)).toBe(left)
  })
})
