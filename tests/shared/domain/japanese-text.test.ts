import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareKana,
  foldForSearch,
  foldVariantsOnly,
  kanaRowOf,
  stripLegalForm,
  toFullWidthKatakana,
  toHalfWidthDigits,
  toHiragana,
} from '#shared/domain/japanese-text.ts'
import { commonFormOf } from '#shared/domain/kanji-variants.ts'

describe('the key under which a text is found', () => {
  it.each([
    ['髙橋　敏夫', '高橋 敏夫'],
    ['山﨑', '山崎'],
    ['渡邉', '渡辺'],
    ['渡邊', '渡辺'],
    ['𠮷田', '吉田'],
    ['德田', '徳田'],
    ['栁沢', '柳澤'],
    ['濵口', '浜口'],
    ['齋藤', '斉藤'],
    ['齊藤', '斎藤'],
    ['葛󠄀城', '葛城'],
    ['廣島', '広嶋'],
    ['國', '国'],
    ['グエン・ティ・ラン', 'ぐえん てぃ らん'],
    ['ｵﾌﾞｻﾞｰﾊﾞｰ', 'おぶざーばー'],
    ['０００－２２１', '000ー221'],
    ['サービス', 'サ－ビス'],
    ['ＮＰＯ', 'npo'],
    ['㈱あおば', '(株)アオバ'],
    ['関ヶ原', '関ケ原'],
    ['ｶﾞｯｺｳ', 'がっこう'],
  ])('%s and %s are found alike', (first, second) => {
    expect(foldForSearch(first)).toBe(foldForSearch(second))
  })

  it.each([
    ['佐藤', '佐東'],
    ['はし', 'ばし'],
    ['NPO法人あおば', 'あおば'],
    ['畑', '畠'],
    ['一', 'ー'],
  ])('%s and %s stay apart', (first, second) => {
    expect(foldForSearch(first)).not.toBe(foldForSearch(second))
  })

  it('is the same when folded again, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text))
      }),
      { numRuns: 300 },
    )
  })

  it('is the same when folded again, for everyday characters', () => {
    const everyday = fc.string({ unit: fc.constantFrom(...'髙﨑邉ヶかガｶﾞﾟ゛ーｰ～・　 Ａａ㈱ヵっ々１-') })
    fc.assert(
      fc.property(everyday, (text) => {
        expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('leads every variant to a character that is not itself a variant', () => {
    for (const character of '髙﨑嵜邉邊𠮷德栁濵濱齋齊斎澤廣國桒𡈽圀') {
      const common = commonFormOf(character)
      expect(common).not.toBe(character)
      expect(commonFormOf(common)).toBe(common)
    }
  })

  it('folds variants alone where only they may differ', () => {
    expect(foldVariantsOnly('髙橋　トシオ ８')).toBe('高橋　トシオ ８')
    expect(foldVariantsOnly('葛󠄀城')).toBe('葛城')
  })
})

describe('kana and widths', () => {
  it('turns half-width kana into full, and leaves the rest', () => {
    expect(toFullWidthKatakana('ﾔﾏｻﾞｷ ｶﾂﾄｼ ＡB髙')).toBe('ヤマザキ カツトシ ＡB髙')
  })

  it('turns katakana of either width into hiragana', () => {
    expect(toHiragana('オオクボ　ﾀｹｼ ヴ・ー 髙')).toBe('おおくぼ　たけし ゔ・ー 髙')
  })

  it('turns full-width digits alone', () => {
    expect(toHalfWidthDigits('８番地－Ａ２')).toBe('8番地－Ａ2')
  })
})

describe('五十音順', () => {
  it('counts voiced as unvoiced, small as large, ー as its vowel, blanks not at all', () => {
    const ordered = [
      'あお',
      'きょう',
      'きよう',
      'きよえ',
      'はーし',
      'はあし',
      'はし',
      'バシ',
      'ぱし',
      'はと',
      'わた　なべ',
      'わだなべ',
      'んん',
    ]
    expect([...ordered].reverse().sort(compareKana)).toEqual(ordered)
    expect(compareKana('はし', 'ばし')).toBeLessThan(0)
    expect(compareKana('ばし', 'ぱし')).toBeLessThan(0)
    expect(compareKana('ぱし', 'はす')).toBeLessThan(0)
    expect(compareKana('きょう', 'きよう')).toBeLessThan(0)
    expect(compareKana('きよう', 'きょえ')).toBeLessThan(0)
    expect(compareKana('さーび', 'さい')).toBeLessThan(0)
    expect(compareKana('さーび', 'さあ')).toBeGreaterThan(0)
  })

  it('is an order: the same both ways round, and transitive, for any kana', () => {
    const kana = fc.string({ unit: fc.constantFrom(...'あいがぎばぱはしっつャやーんアﾊ ') })
    fc.assert(
      fc.property(kana, kana, kana, (a, b, c) => {
        expect(Math.sign(compareKana(a, b)) + Math.sign(compareKana(b, a))).toBe(0)
        if (compareKana(a, b) <= 0 && compareKana(b, c) <= 0) expect(compareKana(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it.each([
    ['あおば', 'あ'],
    ['ヴァ', 'あ'],
    ['がっこう', 'か'],
    ['ﾔﾏｻﾞｷ', 'や'],
    ['ぱん', 'は'],
    ['ん', 'わ'],
    ['をとめ', 'わ'],
    ['Smith', '他'],
    ['髙橋', '他'],
    ['', '他'],
  ])('%s stands under %s', (text, expected) => {
    expect(kanaRowOf(text)).toBe(expected)
  })
})

describe('法人格', () => {
  it.each([
    ['社会福祉法人ひまわり会', 'ひまわり会'],
    ['（福）ひまわり会　特養ひまわり苑', 'ひまわり会　特養ひまわり苑'],
    ['NPO法人　おたがいさま青羽', 'おたがいさま青羽'],
    ['ＮＰＯ法人　こどもの居場所', 'こどもの居場所'],
    ['特定非営利活動法人あおば', 'あおば'],
    ['㈱あおばケアサービス', 'あおばケアサービス'],
    ['ソレイユ株式会社', 'ソレイユ'],
    ['一般社団法人青羽市医師会', '青羽市医師会'],
    ['（公社）青羽市シルバー人材センター', '青羽市シルバー人材センター'],
    ['日本郵便㈱青羽郵便局', '日本郵便㈱青羽郵便局'],
    ['株式会社', '株式会社'],
    ['青羽市婦人会', '青羽市婦人会'],
  ])('%s is put in order as %s', (name, expected) => {
    expect(stripLegalForm(name)).toBe(expected)
  })
})
