import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findKey, foundIn } from '#shared/domain/roster-search.ts'

const key = findKey({
  texts: [
    '髙橋　葛\u{E0100}子',
    'たかはし　かつこ',
    'ＮＰＯ法人　みどりの﨑',
    '副会長',
    '青羽市渡邉町１丁目２番３号',
    'a@example.jp',
  ],
  phones: ['000-221-0181'],
})

const letter = fc.constantFrom(...('髙橋﨑邉渡辺あいばぱっカガーｶﾞＡａ１1-－ 　・々葛'.match(/./gu) ?? []))

describe('finding somebody', () => {
  it.each([
    ['高橋', 'a variant of the name'],
    ['髙橋葛子', 'the name without blank and without the sign that chooses a glyph'],
    ['葛\u{E0100}子', 'the name with that sign'],
    ['橋　葛', 'parts of the name'],
    ['ﾀｶﾊｼ', 'kana of half width'],
    ['かつこ', 'kana'],
    ['npo法人', 'a group in another width and case'],
    ['崎', 'a variant in the group'],
    ['副会', 'a part of the post'],
    ['渡辺町1丁目', 'a variant and widths in the address'],
    ['EXAMPLE', 'mail'],
    ['0181', 'the end of the number'],
    ['2210181', 'the number without hyphens'],
    ['000(221)0181', 'the number divided otherwise'],
    ['高橋 副会長', 'two words'],
  ])('%s: %s', (typed) => {
    expect(foundIn(key, typed)).toBe(true)
  })

  it.each(['高橋 会計', '子たかはし', '9999', '渡辺町2丁目'])('not by %s', (typed) => {
    expect(foundIn(key, typed)).toBe(false)
  })

  it('finds by any part of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 1 }), fc.nat(), fc.nat(), (text, from, length) => {
        const letters = [...text]
        const part = letters.slice(from % letters.length).slice(0, 1 + (length % 5))
        // Half width voicing marks belong to the kana before them.
        fc.pre(
          !/^ﾞ/.test(part.join('')) &&
            !/^ﾞ/.test(letters.slice((from % letters.length) + part.length).join('')),
        )
        expect(foundIn(findKey({ texts: [text], phones: [] }), part.join(''))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
