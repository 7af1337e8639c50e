import { describe, expect, it } from 'vitest'
import { guessAgendaKind } from '#shared/domain/agenda-kind.ts'

describe('the kind an agenda title gives away', () => {
  it('is read from the words of a section', () => {
    const kinds = [
      '開　会',
      '会長あいさつ',
      '報　告',
      '協議',
      '情報交換（各団体から）',
      'その他',
      '閉会',
    ].map((title) => guessAgendaKind(title, 1, null))
    expect(kinds).toEqual(['opening', 'opening', 'report', 'discussion', 'exchange', 'other', 'closing'])
  })

  it('is that of the section for what stands under it, whatever its own words', () => {
    expect(guessAgendaKind('居場所マップの報告', 2, 'discussion')).toBe('discussion')
    expect(guessAgendaKind('買い物の足', 2, 'report')).toBe('report')
  })
})
