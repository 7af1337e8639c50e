import { describe, expect, it } from 'vitest'
import { doubtOfKana, doubtOfNumber } from '#shared/domain/person-entry.ts'

describe('what was typed of a person', () => {
  it.each(['', 'たかはし　としお', 'タカハシ　トシオ', 'ｸﾞｴﾝ・ﾃｨ･ﾗﾝ', 'えとー'])(
    'kana %j is well',
    (kana) => {
      expect(doubtOfKana(kana)).toBeNull()
    },
  )
  it.each(['山田たろう', 'Tanaka', 'さとう2'])('%j is no kana', (kana) => {
    expect(doubtOfKana(kana)).toMatch(/^かなでない文字が入っています。/)
  })
  it.each(['', '000-221-0101', '０９０－１２３４－５６７８', '(000)221-0181'])(
    'number %j is well',
    (number) => {
      expect(doubtOfNumber(number)).toBeNull()
    },
  )
  it.each([
    ['不明', /^電話番号の数字がありません。/],
    ['abc', /^電話番号の数字がありません。/],
    ['221-0181', /^けた数か、はじめの0/],
    ['000-22', /^けた数か、はじめの0/],
  ])('number %j is asked about', (number, doubt) => {
    expect(doubtOfNumber(number)).toMatch(doubt)
  })
})
