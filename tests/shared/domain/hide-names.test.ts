import { describe, expect, it } from 'vitest'
import { hideNames, type NamedLine, publicLabels } from '#shared/domain/hide-names.ts'
import type { AttendanceId } from '#shared/domain/ids.ts'

const line = (name: string, role: NamedLine['role'], proxyName = ''): NamedLine => ({
  // Its form does not matter here.
  id: name as AttendanceId,
  name,
  role,
  proxyName,
})
const roll = [
  line('髙橋　一郎', 'chair'),
  line('佐藤　花子', 'member'),
  line('泉　京子', 'member', '木村　正'),
  line('中井　恵', 'secretariat'),
]
const hide = (text: string): string => hideNames(text, roll).text

describe('names in the public version', () => {
  it('become roles, one letter for each member', () => {
    expect([...publicLabels(roll).values()]).toEqual(['会長', 'Ａ委員', 'Ｂ委員', '事務局'])
  })

  it.each([
    ['髙橋　一郎が述べた', '会長が述べた'],
    ['高橋一郎が述べた', '会長が述べた'],
    ['髙橋会長と佐藤さん', '会長とＡ委員'],
    ['佐藤委員、泉さん、木村さんに聞く', 'Ａ委員、Ｂ委員、Ｂ委員代理に聞く'],
    ['花子さんの家', '花子さんの家'],
    ['', ''],
  ])('%s → %s', (given, expected) => {
    expect(hide(given)).toBe(expected)
  })

  it('says what was hidden, and leaves what may be a place to be looked at', () => {
    const result = hideNames('佐藤さんの話。佐藤町で、泉さんと泉のほとりを歩く。', roll)
    expect(result).toEqual({
      text: 'Ａ委員の話。佐藤町で、Ｂ委員と泉のほとりを歩く。',
      hidden: ['佐藤さん', '泉さん'],
      doubtful: ['佐藤'],
    })
  })
})
