import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AttendanceId } from '#shared/domain/ids.ts'
import type { CouncilRole } from '#shared/domain/roles.ts'
import { longestLine, matchPerson, splitTranscript } from '#shared/domain/transcript.ts'

const someone = (
  id: string,
  name: string,
  more: Partial<Record<'organizationName' | 'post' | 'proxyName', string>> & {
    readonly role?: CouncilRole
  } = {},
) => ({
  // Tests need no more of an id than that it differs.
  id: id as AttendanceId,
  name,
  organizationName: '',
  post: '',
  proxyName: '',
  ...more,
})
const people = [
  someone('chair', '髙橋　敏夫', { organizationName: '東部地区自治会連絡協議会', post: '会長' }),
  someone('sato-m', '佐藤　美智子', { organizationName: '東部民児協', post: '会長', role: 'vice-chair' }),
  someone('sato-k', '佐藤　健', { organizationName: 'こどもの居場所', post: '代表' }),
  someone('nishimura', '西村　雅人', {
    organizationName: 'ひまわり会',
    post: '施設長',
    proxyName: '木村　早苗',
  }),
]

describe('a transcript', () => {
  it('is split where somebody is named, and matched to the roll', () => {
    const text = [
      '髙橋会長：それでは始めます。',
      '本日はお忙しいところありがとうございます。',
      '',
      '○木村委員　代理の木村です。',
      '佐藤(美)：ちらしの件です。',
      '佐藤副会長：はい。',
      '佐藤代表：子どもの昼ごはんについて。',
      'こどもの居場所: 補足します。時刻は13:30です。',
      '15:30 終了',
    ].join('\n')
    expect(
      splitTranscript(text, people).map(({ said, attendanceId, text: words }) => [said, attendanceId, words]),
    ).toEqual([
      ['髙橋会長', 'chair', 'それでは始めます。\n本日はお忙しいところありがとうございます。'],
      ['木村委員', 'nishimura', '代理の木村です。'],
      // Two are called 佐藤: nobody is guessed, unless what they are in the council tells them apart.
      ['佐藤(美)', null, 'ちらしの件です。'],
      ['佐藤副会長', 'sato-m', 'はい。'],
      ['佐藤代表', 'sato-k', '子どもの昼ごはんについて。'],
      ['こどもの居場所', 'sato-k', '補足します。時刻は13:30です。\n15:30 終了'],
    ])
  })

  it('keeps lines without a name, each as it stands', () => {
    expect(splitTranscript('要点一\n要点二', people).map(({ text }) => text)).toEqual(['要点一', '要点二'])
  })

  it('finds 高橋 for 髙橋, and nobody where the name is unknown', () => {
    expect(matchPerson('高橋敏夫', people)).toBe('chair')
    expect(matchPerson('山田会長', people)).toBeNull()
    expect(matchPerson('', people)).toBeNull()
  })

  it('loses no word of 100,000 characters, and keeps each line within what a line may hold', () => {
    const long = `髙橋会長：${'買い物の足がない。'.repeat(12_000)}`
    const lines = splitTranscript(long, people)
    expect(lines.map(({ text }) => text).join('')).toBe(long.slice('髙橋会長：'.length))
    expect(
      lines.every(({ text, attendanceId }) => text.length <= longestLine && attendanceId === 'chair'),
    ).toBe(true)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const words = (given: string) => given.replace(/\s/gu, '')
        const kept = splitTranscript(text, people)
          .map(({ said, text: line }) => said + line)
          .join('')
        // Only what parts names from words may go: colons, circles, blanks; and names nobody spoke behind.
        expect(words(text).length).toBeGreaterThanOrEqual(words(kept).length)
      }),
    )
  })
})
