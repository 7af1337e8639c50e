import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillBlanks, foldLabel, markBox, textWidth } from '#core/reports/forms/sentence-tools.ts'

describe('fillBlanks', () => {
  it('writes against what follows, and keeps the width', () => {
    const filled = fillBlanks('令和　　年　　月　　日', ['8', '11', '23'])
    expect(filled).toBe('令和　 8年　11月　23日')
    expect(textWidth(filled ?? '')).toBe(textWidth('令和　　年　　月　　日'))
  })

  it('lets only what is too wide make the sentence longer', () => {
    expect(fillBlanks('第　回', ['１２３'])).toBe('第１２３回')
  })

  it('leaves blanks that are null, and those behind the last part', () => {
    expect(fillBlanks('　　年　　月　　日', [null, '4'])).toBe('　　年　 4月　　日'.replace('　 4', '　 4'))
  })

  it('does not take indentation before an era for a blank', () => {
    expect(fillBlanks('　　令和　　年', ['8'])).toBe('　　令和　 8年')
  })

  it('says when there are too few', () => {
    expect(fillBlanks('令和8年', ['1'])).toBeUndefined()
  })

  it('never changes the width where the parts are no wider than their blanks', () => {
    const part = fc.constantFrom('', '1', '12', '元', 'ｱｲ', '　')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const sentence = `前${parts.map(() => '　　後').join('')}`
        expect(textWidth(fillBlanks(sentence, parts) ?? '')).toBe(textWidth(sentence))
      }),
    )
  })
})

describe('markBox', () => {
  const sentence = '□次第　　□議事録　　□出席簿の写し　　■その他（　　）'

  it('finds the words behind a box, whatever their width', () => {
    expect(markBox('□対面　□ｵﾝﾗｲﾝ　□併用', 'オンライン')).toBe('□対面　■ｵﾝﾗｲﾝ　□併用')
    expect(markBox('□ ＷＥＢ □対面', 'web', '☑')).toBe('☑ ＷＥＢ □対面')
  })

  it('finds the beginning of the words, but the whole words first', () => {
    expect(markBox(sentence, '出席簿')).toContain('■出席簿の写し')
    expect(markBox('□会議録　□会議', '会議')).toBe('□会議録　■会議')
  })

  it('goes by number, and takes marks away', () => {
    expect(markBox(sentence, 1)).toContain('■議事録')
    expect(markBox(sentence, 'その他', '□')).toContain('□その他')
  })

  it('says when no box is meant', () => {
    expect(markBox(sentence, '名簿')).toBeUndefined()
    expect(markBox(sentence, 9)).toBeUndefined()
    expect(markBox('対面', '対面')).toBeUndefined()
    expect(markBox(sentence, '')).toBeUndefined()
  })
})

describe('widths', () => {
  it('counts half-width letters as one and others as two', () => {
    expect(textWidth('Aｱ')).toBe(2)
    expect(textWidth('あ１　')).toBe(6)
    expect(textWidth('𠮷葛\u{e0100}')).toBe(4)
  })

  it('makes no difference between widths and spaces in labels', () => {
    expect(foldLabel('第１層　（市 全域）')).toBe(foldLabel('第1層(市全域)'))
  })
})
