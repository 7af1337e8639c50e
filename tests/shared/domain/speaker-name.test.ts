import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AttendanceId } from '#shared/domain/ids.ts'
import { presences } from '#shared/domain/meeting.ts'
import { councilRoles } from '#shared/domain/roles.ts'
import { type NamedSpeaker, nameSpeakers } from '#shared/domain/speaker-name.ts'

// Ids for the test: only their being different matters.
const id = (number: number): AttendanceId => String(number).padStart(26, '0') as AttendanceId

function names(...roll: readonly Partial<NamedSpeaker>[]): readonly string[] {
  const lines = roll.map((more, position): NamedSpeaker => ({
    id: id(position),
    name: '',
    role: 'member',
    post: '',
    organizationName: '',
    presence: 'present',
    proxyName: '',
    ...more,
  }))
  const named = nameSpeakers(lines)
  return lines.map((line) => named.get(line.id) ?? 'nobody')
}

describe('the name of a speaker', () => {
  it.each([
    [{ name: '髙橋　一郎', role: 'chair' }, '髙橋会長'],
    [{ name: '佐藤 花子', role: 'vice-chair' }, '佐藤副会長'],
    [{ name: '葛\u{E0100}城　みどり' }, '葛\u{E0100}城委員'],
    [{ name: '名字のない人' }, '名字のない人委員'],
    [{ name: '西村　清', presence: 'proxy', proxyName: '木村　進' }, '木村（西村委員代理）'],
    [{ name: '髙橋　一郎', role: 'chair', presence: 'proxy', proxyName: '木村　進' }, '木村（髙橋会長代理）'],
    // Who sent a proxy whose name nobody caught.
    [{ name: '西村　清', presence: 'proxy' }, '西村委員'],
    // A proxy that was announced, but she came herself.
    [{ name: '西村　清', presence: 'present', proxyName: '木村　進' }, '西村委員'],
    [{ name: '中井　恵', role: 'secretariat' }, '事務局（中井）'],
    [{ name: '森　歩', role: 'coordinator' }, '森コーディネーター'],
    [{ name: '小田切　誠', role: 'observer', post: '主査' }, '小田切主査'],
    [{ name: '小田切　誠', role: 'observer' }, '小田切氏'],
    [{ name: '小田切　誠', role: 'observer', post: '高齢福祉課長補佐兼係長' }, '小田切氏'],
  ] as const)('%j is %s', (line, expected) => {
    expect(names(line)).toEqual([expected])
  })

  it('is full where two would be alike, with the group where those are alike too', () => {
    expect(names({ name: '佐藤　花子' }, { name: '佐藤　次郎' }, { name: '鈴木　一' })).toEqual([
      '佐藤花子委員',
      '佐藤次郎委員',
      '鈴木委員',
    ])
    expect(
      names(
        { name: '佐藤　美智子', organizationName: '東地区民児協' },
        { name: '佐藤　美智子', organizationName: 'ＮＰＯひだまり' },
      ),
    ).toEqual(['佐藤美智子委員（東地区民児協）', '佐藤美智子委員（ＮＰＯひだまり）'])
    // The office tells them apart already.
    expect(names({ name: '佐藤　花子', role: 'chair' }, { name: '佐藤　次郎' })).toEqual([
      '佐藤会長',
      '佐藤委員',
    ])
    expect(
      names(
        { name: '西村　清', presence: 'proxy', proxyName: '木村　進' },
        { name: '西村　静', presence: 'proxy', proxyName: '木村　薫' },
      ),
    ).toEqual(['木村（西村清委員代理）', '木村（西村静委員代理）'])
  })

  const anyLine = fc.record({
    name: fc.constantFrom('佐藤　花子', '佐藤　次郎', '佐藤花子', '佐藤', '髙橋　一郎', '高橋　一郎'),
    role: fc.constantFrom(...councilRoles),
    post: fc.constantFrom('', '主査', '会長'),
    organizationName: fc.constantFrom('', '北町内会', '民児協'),
    presence: fc.constantFrom(...presences),
    proxyName: fc.constantFrom('', '佐藤　花子', '木村　進'),
  })

  it('is there for everyone, and the same for two only who have name, role, group and proxy in common', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 8 }), (roll) => {
        const named = names(...roll)
        expect(named).not.toContain('nobody')
        named.forEach((name, first) => {
          expect(name).not.toBe('')
          named.forEach((other, second) => {
            if (first >= second || name !== other) return
            const [one, two] = [roll[first], roll[second]]
            const closedUp = (text = ''): string => text.replace(/\s/g, '')
            expect([closedUp(one?.name), one?.organizationName]).toEqual([
              closedUp(two?.name),
              two?.organizationName,
            ])
          })
        })
      }),
      { seed: 5, numRuns: 500 },
    )
  })
})
