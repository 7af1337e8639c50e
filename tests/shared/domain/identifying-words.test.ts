import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findIdentifyingWords } from '#shared/domain/identifying-words.ts'

const wordsIn = (text: string) => findIdentifyingWords(text).map((each) => `${each.what} ${each.text}`)

describe('what tells whom a need is about', () => {
  it.each([
    ['一人暮らしの田中さんが買い物に困っている', ['name 田中さん']],
    ['髙﨑様より電話', ['name 髙﨑様']],
    ['佐々木 花子の家の前', ['name 佐々木 花子']],
    ['渡邉　一郎は車がない', ['name 渡邉　一郎']],
    ['花子ちゃんの送り迎え', ['name 花子ちゃん']],
    ['本町三丁目の坂', ['address 三丁目']],
    ['東町２丁目5番3号に住む', ['address ２丁目5番3号']],
    ['市営住宅の203号室', ['address 203号室']],
    ['本町12-3の角', ['address 町12-3']],
    ['０００－２２３－０３０１に折り返す', ['contact ０００－２２３－０３０１']],
    ['taro@example.jp まで', ['contact taro@example.jp']],
  ])('is found in %s', (text, expected) => {
    expect(wordsIn(text)).toEqual(expected)
  })

  it.each([
    '民生委員さんから、ごみ出しに困る高齢者が多いと聞いた',
    'お母さんたちが集まる場がない',
    '近所の奥さんが手伝っている',
    '利用者様の声',
    '皆さんで相談した',
    '娘さんは遠くに住む。息子さんも。',
    '月に2-3回、午後1時から3時',
    '10-12人ぐらい',
    '第２層で話し合う',
    'バスが1日3本しかない',
    '',
  ])('is not seen in %s', (text) => {
    expect(wordsIn(text)).toEqual([])
  })

  it('names each word once, and only words that stand in the text', () => {
    expect(wordsIn('田中さんと田中さん')).toEqual(['name 田中さん'])
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const found = findIdentifyingWords(text)
        for (const each of found) expect(text).toContain(each.text)
        expect(new Set(found.map((each) => each.text)).size).toBe(found.length)
      }),
    )
  })
})
