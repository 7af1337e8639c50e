import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addresseeLines,
  councilAddressee,
  postalDigits,
  postalLine,
  withHonorific,
} from '#shared/domain/honorifics.ts'

describe('敬称', () => {
  it.each([
    ['髙橋　敏夫', 'person', '髙橋　敏夫　様'],
    ['東部地区自治会連絡協議会', 'organization', '東部地区自治会連絡協議会　御中'],
    ['委員', 'many', '委員各位'],
    ['髙橋　敏夫様', 'person', '髙橋　敏夫様'],
    ['山田先生', 'person', '山田先生'],
    ['青羽市長　殿', 'person', '青羽市長　殿'],
    ['関係団体各位', 'many', '関係団体各位'],
    ['　', 'person', ''],
  ] as const)('%s (%s) is written %s', (name, kind, written) => {
    expect(withHonorific(name, kind)).toBe(written)
  })

  it('never gives a second one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('person', 'organization', 'many'),
        (name, kind) => {
          const once = withHonorific(name, kind)
          expect(withHonorific(once, kind)).toBe(once)
        },
      ),
    )
  })
})

describe('宛名', () => {
  const group = '東部地区自治会連絡協議会'
  it.each([
    [{ organizationName: group, post: '会長', name: '髙橋　敏夫' }, [group, '会長　髙橋　敏夫　様']],
    [{ organizationName: '', post: '', name: '髙橋　敏夫' }, ['髙橋　敏夫　様']],
    [{ organizationName: group, post: '', name: '' }, [`${group}　御中`]],
    [{ organizationName: group, post: '会長', name: '' }, [group, '会長　様']],
    [{ organizationName: '', post: '', name: '' }, []],
  ] as const)('%o', (parts, lines) => {
    expect(addresseeLines(parts)).toEqual(lines)
  })

  it('speaks to all of a council as 委員各位', () => {
    expect(councilAddressee('青羽市第２層協議体')).toEqual(['青羽市第２層協議体', '委員各位'])
  })
})

describe('postal codes', () => {
  it.each([
    ['0000001', '〒000-0001'],
    ['０００－０００１', '〒000-0001'],
    ['〒000-0001', '〒000-0001'],
    ['000-00', '〒000-00'],
    ['', ''],
  ])('%s is written %s', (given, written) => {
    expect(postalLine(given)).toBe(written)
  })

  it('has digits for the boxes only where there are seven', () => {
    expect(postalDigits('〒123-4567')).toBe('1234567')
    expect(postalDigits('123-456')).toBeNull()
  })
})
