import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citeAgenda, numberAgenda, type NumberedItem } from '#shared/domain/agenda-numbering.ts'
import { agendaKinds } from '#shared/domain/meeting.ts'

const at = (level: 1 | 2 | 3, kind: NumberedItem['kind'] = 'discussion'): NumberedItem => ({ level, kind })
const anyItem = fc.record({
  level: fc.constantFrom(1 as const, 2 as const, 3 as const),
  kind: fc.constantFrom(...agendaKinds),
})

describe('numbers of a 次第', () => {
  it('run １, (1), ア, and begin anew below the next', () => {
    const agenda = [
      at(1, 'opening'),
      at(1, 'report'),
      at(2),
      at(2),
      at(3),
      at(3),
      at(2),
      at(3),
      at(1),
      at(2),
      at(1, 'other'),
      at(1, 'closing'),
    ]
    expect(numberAgenda(agenda)).toEqual([
      '',
      '１',
      '(1)',
      '(2)',
      'ア',
      'イ',
      '(3)',
      'ア',
      '２',
      '(1)',
      '３',
      '',
    ])
    expect(citeAgenda(agenda)).toEqual([
      '',
      '１',
      '１(1)',
      '１(2)',
      '１(2)ア',
      '１(2)イ',
      '１(3)',
      '１(3)ア',
      '２',
      '２(1)',
      '３',
      '',
    ])
  })

  it('go on in full-width figures, and past ト in brackets', () => {
    expect(numberAgenda(Array.from({ length: 12 }, () => at(1))).at(-1)).toBe('１２')
    const parts = numberAgenda([at(1), at(2), ...Array.from({ length: 21 }, () => at(3))])
    expect(parts.slice(-2)).toEqual(['ト', '(21)'])
  })

  it('are there even for an outline that skips a level or has no section', () => {
    expect(citeAgenda([at(2), at(3), at(1), at(3)])).toEqual(['(1)', '(1)ア', '１', '１ア'])
  })

  it('cite no two items alike under numbered sections', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 25 }), (items) => {
        const agenda = [at(1), ...items.filter((item) => item.kind !== 'opening' && item.kind !== 'closing')]
        const numbers = numberAgenda(agenda)
        const citations = citeAgenda(agenda)
        expect(numbers).toHaveLength(agenda.length)
        expect(numbers.every((number) => number !== '')).toBe(true)
        // An item of level 3 straight below a section, and one below its item, are told apart by that item.
        expect(new Set(citations).size).toBe(citations.length)
        agenda.forEach(({ level }, position) => {
          if (level === 1) expect(citations[position]).toBe(numbers[position])
        })
      }),
      { seed: 3, numRuns: 300 },
    )
  })
})
