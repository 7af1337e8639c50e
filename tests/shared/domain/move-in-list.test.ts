import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveInList } from '#shared/domain/move-in-list.ts'

describe('moving in a list', () => {
  it.each([
    ['b', -1, ['b', 'a', 'c']],
    ['b', 1, ['a', 'c', 'b']],
    ['a', -1, null],
    ['c', 1, null],
    ['x', 1, null],
  ] as const)('%s by %d', (entry, by, expected) => {
    expect(moveInList(['a', 'b', 'c'], entry, by)).toEqual(expected)
  })

  it('passes over those of another heading, and leaves them where they are', () => {
    const isEven = (value: number): boolean => value % 2 === 0
    expect(moveInList([2, 1, 3, 4], 4, -1, isEven)).toEqual([4, 1, 3, 2])
    expect(moveInList([1, 2, 3], 2, 1, isEven)).toBeNull()
  })

  it('is undone by the way back, and loses nobody', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 1 }),
        fc.nat(),
        fc.constantFrom<-1 | 1>(-1, 1),
        (list, at, by) => {
          const entry = list[at % list.length]
          if (entry === undefined) throw new Error('no entry')
          const moved = moveInList(list, entry, by)
          if (moved === null) return
          expect(moved.toSorted()).toEqual(list.toSorted())
          expect(moveInList(moved, entry, by === 1 ? -1 : 1)).toEqual(list)
        },
      ),
    )
  })
})
