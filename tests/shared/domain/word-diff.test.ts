import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines, diffWords } from '#shared/domain/word-diff.ts'

describe('two texts compared word by word', () => {
  it('shows what was taken out and what was put in', () => {
    expect(diffWords('移動販売を週1回試す', '移動販売を週2回試す')).toEqual([
      { kind: 'same', text: '移動販売を週' },
      { kind: 'removed', text: '1' },
      { kind: 'added', text: '2' },
      { kind: 'same', text: '回試す' },
    ])
  })

  it('keeps both texts whole, whatever they are', () => {
    const text = fc.string({
      unit: fc.constantFrom('会', '議', 'を', 'の', 'ア', 'ー', '1', ' ', '、', '\n', '𠮷', 'a'),
    })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after)
        const of = (kind: 'added' | 'removed') =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('')
        expect(of('added')).toBe(before)
        expect(of('removed')).toBe(after)
      }),
    )
  })

  it('says nothing of lines that are alike, and all of those that came and went', () => {
    const line = (id: string, text: string) => ({ id, what: 'statement' as const, text })
    const changes = diffLines(
      [line('a', '同じ'), line('b', '古'), line('c', '消')],
      [line('a', '同じ'), line('b', '新'), line('d', '加')],
    )
    expect(changes.map(({ parts }) => parts.map(({ kind, text }) => `${kind}:${text}`))).toEqual([
      ['removed:古', 'added:新'],
      ['added:加'],
      ['removed:消'],
    ])
  })
})
