import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPostalCode, readTelephone, telephoneKey } from '#shared/domain/contact.ts'
import {
  describeKind,
  guessKind,
  kindsInUse,
  readKind,
  shippedKinds,
} from '#shared/domain/constituent-kinds.ts'
import { isWithheldName, joinSpacedPost, nameKey, splitPostAndName } from '#shared/domain/person-name.ts'
import { readRemark } from '#shared/domain/roles.ts'
import { readSectors } from '#shared/domain/sectors.ts'
import { readDay, readTerm } from '#shared/domain/term-text.ts'

describe('post and name in one cell', () => {
  it.each([
    ['会長　大久保　武', '会長', '大久保　武'],
    ['会長 石川 紀子', '会長', '石川 紀子'],
    ['理事長・鈴木　慎吾', '理事長', '鈴木　慎吾'],
    ['会長代理　成田　誠', '会長代理', '成田　誠'],
    ['係長　内海　亮', '係長', '内海　亮'],
    ['代表　平野 陽子', '代表', '平野 陽子'],
    ['会　長　山田　太郎', '会長', '山田　太郎'],
    ['副会長／村上義弘', '副会長', '村上義弘'],
    ['主任児童委員　黒沢　由美', '主任児童委員', '黒沢　由美'],
    ['女性部長　工藤　トシ子', '女性部長', '工藤　トシ子'],
    ['センター長　斉藤　健', 'センター長', '斉藤　健'],
    ['生活福祉課長 今野 進', '生活福祉課長', '今野 進'],
    ['会長　長　良子', '会長', '長　良子'],
  ])('%s', (text, post, name) => {
    expect(splitPostAndName(text)).toEqual({ post, name })
  })

  it.each([
    'グエン・ティ・ラン',
    '末長　太郎',
    '森下　正一',
    'Smith　John（ジョン・スミス）',
    '会長',
    '',
    '代　隆',
    'K・M（匿名希望）',
  ])('%s is not cut', (text) => {
    expect(splitPostAndName(text)).toBeNull()
  })

  it('closes up a post that was spread over its cell, and no other', () => {
    expect(joinSpacedPost('会　長')).toBe('会長')
    expect(joinSpacedPost('総務 部長')).toBe('総務 部長')
  })

  it('gives like names like keys', () => {
    expect(nameKey('髙橋　敏夫')).toBe(nameKey('高橋 敏夫'))
    expect(nameKey('Smith　John（ジョン・スミス）')).toBe(nameKey('ＳＭＩＴＨ John'))
    expect(nameKey('小林　一男')).not.toBe(nameKey('小林　一夫'))
    expect(nameKey('（非公開）')).not.toBe('')
    expect(isWithheldName('K・M（匿名希望）')).toBe(true)
    expect(isWithheldName('佐藤　美智子')).toBe(false)
  })
})

describe('郵便番号', () => {
  it.each([
    ['983-0011', '983-0011'],
    ['9830011', '983-0011'],
    ['９８３－００３１', '983-0031'],
    ['〒983ー0011', '983-0011'],
    [9830081, '983-0081'],
    [600001, '060-0001'],
  ])('%s', (written, expected) => {
    expect(readPostalCode(written)).toEqual({ value: expected, note: '', remarks: [] })
  })

  it('keeps what it cannot read, and says so', () => {
    const reading = readPostalCode('983-00')
    expect(reading).toMatchObject({ value: null, note: '983-00' })
    expect(reading.remarks[0]?.severity).toBe('ask')
    expect(readPostalCode('　')).toEqual({ value: null, note: '', remarks: [] })
  })
})

describe('電話', () => {
  it.each([
    ['000-221-0101', '000-221-0101', ''],
    ['０００－２２１－０１２１', '000-221-0121', ''],
    ['０００ー２２２ー０２３１', '000-222-0231', ''],
    ['0002210131', '0002210131', ''],
    ['09012345678', '090-1234-5678', ''],
    ['(000)221-0181', '000-221-0181', ''],
    ['000（221）0181', '000-221-0181', ''],
    ['000 222 0251', '000-222-0251', ''],
    ['000-0000-0191（携帯）', '000-0000-0191', '携帯'],
    ['000-227-0801（内線2111）', '000-227-0801', '内線2111'],
    ['000-227-0801 内線2111', '000-227-0801', '内線2111'],
    ['000-221-0101\n000-0000-0191（携帯）', '000-221-0101', '000-0000-0191(携帯)'],
    ['TEL 000-221-0101', '000-221-0101', ''],
  ])('%j', (written, value, note) => {
    expect(readTelephone(written)).toEqual({ value, note, remarks: [] })
  })

  it('asks about a number whose zeros a cell has lost, and keeps it', () => {
    const reading = readTelephone(2240461)
    expect(reading).toMatchObject({ value: '2240461', note: '' })
    expect(reading.remarks[0]?.severity).toBe('ask')
    expect(reading.remarks[0]?.message).toContain('先頭の 0')
  })

  it('keeps words as a note', () => {
    expect(readTelephone('事務局経由')).toMatchObject({ value: null, note: '事務局経由' })
    expect(readTelephone('なし')).toEqual({ value: null, note: '', remarks: [] })
    expect(readTelephone('000-221')).toMatchObject({ value: '000-221', remarks: [{ severity: 'ask' }] })
  })

  it('loses no digit of anything written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-ー（）()内線携帯 　・〃') }), (text) => {
        const reading = readTelephone(text)
        expect(telephoneKey(`${reading.value ?? ''}${reading.note}`)).toBe(telephoneKey(text))
      }),
    )
  })
})

describe('任期 and 委嘱日', () => {
  const fiscalYear = { fiscalYear: 2026 }

  it.each([
    ['R8.4.1～R10.3.31', '2026-04-01', '2028-03-31', ''],
    ['R8.4.1〜R10.3.31', '2026-04-01', '2028-03-31', ''],
    ['R8.4.1-R10.3.31', '2026-04-01', '2028-03-31', ''],
    ['令和8年4月1日から令和10年3月31日', '2026-04-01', '2028-03-31', ''],
    ['令和8年4月1日から令和10年3月31日まで', '2026-04-01', '2028-03-31', ''],
    ['令和8年4月1日～10年3月31日', '2026-04-01', '2028-03-31', ''],
    ['2026/4/1 ～ 2028/3/31', '2026-04-01', '2028-03-31', ''],
    ['R8.5.20～R9.5総会まで', '2026-05-20', null, 'R9.5総会まで'],
    ['R8.4.1～', '2026-04-01', null, ''],
    ['～R10.3.31', null, '2028-03-31', ''],
    ['R10.3.31まで', null, '2028-03-31', ''],
    ['在職期間', null, null, '在職期間'],
    ['R8.4～R10.3', '2026-04-01', '2028-03-31', ''],
    ['令和8年4月～令和10年2月', '2026-04-01', '2028-02-29', ''],
    ['', null, null, ''],
  ])('%s', (text, from, to, note) => {
    expect(readTerm(text, fiscalYear)).toMatchObject({ from, to, note })
  })

  it.each([
    ['R8.4.1～R10.2.30', { from: '2026-04-01', to: null, note: 'R10.2.30' }],
    ['R10.4.1～R8.3.31', { from: '2028-04-01', to: '2026-03-31' }],
    ['２年', { from: null, to: null, note: '２年' }],
    ['R8.4.1', { from: null, to: null, note: 'R8.4.1' }],
  ])('%s is asked about', (text, expected) => {
    const reading = readTerm(text, fiscalYear)
    expect(reading).toMatchObject(expected)
    expect(reading.remarks.map((each) => each.severity)).toContain('ask')
  })

  it('reads a day with a word behind it', () => {
    expect(readDay('R8.4.1（任命）')).toEqual({ date: '2026-04-01', note: '任命', remarks: [] })
    expect(readDay('８年４月１日', fiscalYear)).toEqual({ date: '2026-04-01', note: '', remarks: [] })
    expect(readDay('R8.4.31')).toMatchObject({ date: null, note: 'R8.4.31', remarks: [{ severity: 'ask' }] })
  })
})

describe('分野', () => {
  it.each([
    ['高齢', ['elderly']],
    ['高齢、障がい', ['elderly', 'disability']],
    ['高齢・障害・子育て', ['elderly', 'disability', 'children']],
    ['高齢/障がい/子育て', ['elderly', 'disability', 'children']],
    ['子育て／若者', ['children', 'youth']],
    ['高齢,障がい,子育て,若者', ['elderly', 'disability', 'children', 'youth']],
    ['子ども・子育て家庭', ['children']],
    ['若者・障がい', ['disability', 'youth']],
    ['障害児者と高齢者', ['elderly', 'disability']],
    ['全分野', ['elderly', 'disability', 'children', 'youth']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(readSectors(text)).toEqual({ sectors: expected, unknown: [] })
  })

  it('returns what names no sector', () => {
    expect(readSectors('高齢・防災')).toEqual({ sectors: ['elderly'], unknown: ['防災'] })
  })
})

describe('備考', () => {
  it.each([
    ['会長・再任', 'chair', 'again', false],
    ['副会長・再任', 'vice-chair', 'again', false],
    ['副会長', 'vice-chair', null, false],
    ['ｵﾌﾞｻﾞｰﾊﾞｰ', 'observer', null, false],
    ['新任（12月改選）', null, 'new', false],
    ['前任者残任（前任：小林一男）任期R8.3.31まで?', null, 'rest', false],
    ['学識・再任', null, 'again', false],
    ['充て職', null, null, true],
    ['事務局', 'secretariat', null, false],
    ['事務局経由', null, null, false],
    ['会長は欠席がち', null, null, false],
    ['任命', null, null, false],
    ['', null, null, false],
  ])('%s', (text, role, reappointment, exOfficio) => {
    expect(readRemark(text)).toEqual({ role, reappointment, exOfficio })
  })
})

describe('構成区分', () => {
  it('has the 24 kinds, each once', () => {
    expect(shippedKinds).toHaveLength(24)
    expect(new Set(shippedKinds.map((kind) => kind.code)).size).toBe(24)
    expect(describeKind('nonprofit', shippedKinds)).toEqual({ name: 'NPO法人', family: 'thematic' })
  })

  it.each([
    ['青羽市自治会連合会', 'neighborhood-association'],
    ['東部地区民児協', 'welfare-commissioner'],
    ['青羽市老人クラブ連合会', 'senior-club'],
    ['青羽市消防団　東分団', 'safety'],
    ['（福）青羽市社会福祉協議会', 'social-welfare-council'],
    ['東町地区社協', 'district-welfare-council'],
    ['（福）かもめ福祉会', 'welfare-corporation'],
    ['東部地域包括支援センター', 'community-support-center'],
    ['ＮＰＯ法人　こどもの居場所ネットあおば', 'nonprofit'],
    ['㈱あおばケアサービス', 'care-provider'],
    ['若者サポートステーションあおば', 'youth-support'],
    ['精神障がい者家族会　あおぞら', 'disability-support'],
    ['青羽市福祉部障がい福祉課', 'municipality'],
    ['ＪＡあおば', 'cooperative'],
    ['一般社団法人青羽市医師会', 'health-care'],
    ['（公社）青羽市シルバー人材センター', 'silver-human-resources'],
    ['青羽福祉大学', 'academic'],
    ['日本郵便㈱青羽郵便局', 'business'],
    ['青羽市ＰＴＡ連合会', 'children-and-school'],
    ['公募市民', 'public-applicant'],
    ['はてな', null],
  ])('%s speaks for %s', (name, expected) => {
    expect(guessKind(name, shippedKinds)).toBe(expected)
  })

  it("follows the office's own list: renamed, added, retired", () => {
    const kinds = kindsInUse([
      { code: 'business', name: '商店・企業', family: 'territorial', retired: false },
      { code: 'own1', name: '子ども食堂', family: 'thematic', retired: false },
      { code: 'women-group', name: '女性団体', family: 'territorial', retired: true },
    ])
    expect(kinds).toHaveLength(25)
    expect(describeKind('business', kinds)).toEqual({ name: '商店・企業', family: 'territorial' })
    expect(guessKind('子ども食堂　ひだまり', kinds)).toBe('own1')
    expect(readKind('商店・企業', kinds)).toBe('business')
    expect(guessKind('東町婦人会', kinds)).toBeNull()
    expect(readKind('女性団体', kinds)).toBeNull()
    expect(describeKind('women-group', kinds).name).toBe('女性団体')
  })
})
