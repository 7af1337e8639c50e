import { describe, expect, it } from 'vitest'
import type { AttendanceId } from '#shared/domain/ids.ts'
import type { Presence } from '#shared/domain/meeting.ts'
import { type RollSpeaker, searchSpeakers, shortSpeakerNames } from '#shared/domain/speaker-search.ts'

function line(
  seatNumber: number,
  name: string,
  kana: string,
  organizationName: string,
  presence: Presence = 'present',
  proxyName = '',
): RollSpeaker {
  // Ids are opaque here: any text of the right type will do.
  const id = `seat-${String(seatNumber)}` as AttendanceId
  return { id, seatNumber, name, kana, organizationName, presence, proxyName }
}

const roll = [
  line(1, '髙橋　敏夫', 'たかはし　としお', '東部地区自治会連絡協議会'),
  line(2, '佐藤　美智子', 'さとう　みちこ', '東部地区民生委員児童委員協議会'),
  line(4, '西村　雅人', 'にしむら　まさと', 'ひまわり苑', 'proxy', '木村　早苗'),
  line(5, '葛󠄀城　みどり', 'かつらぎ　みどり', 'NPO法人おたがいさま青羽'),
  line(6, '佐藤　美智子', 'さとう　みちこ', 'NPO法人こどもの居場所ネットあおば'),
  line(11, '相馬　玲子', 'そうま　れいこ', '青羽市立東中学校', 'absent'),
  line(12, '佐野　誠司', 'さの　せいじ', '青羽駅前商店街振興組合', 'absent'),
  line(13, '戸田　さやか', 'とだ　さやか', '青羽市社会福祉協議会'),
]

const seatsFor = (typed: string): readonly number[] =>
  searchSpeakers(typed, roll).map((each) => each.seatNumber)

describe('finding the speaker', () => {
  it('takes a seat number in either width, the very seat first', () => {
    expect(seatsFor('1')).toEqual([1, 11, 12, 13])
    expect(seatsFor('１２')).toEqual([12])
    expect(seatsFor('3')).toEqual([])
  })

  it('takes the beginning of a reading, in either kana', () => {
    expect(seatsFor('た')[0]).toBe(1)
    expect(seatsFor('ﾀｶ')).toEqual([1])
    expect(seatsFor('かつ')).toEqual([5])
  })

  it('finds a name whichever variant of the character is typed', () => {
    expect(seatsFor('高橋')).toEqual([1])
    expect(seatsFor('葛城')).toEqual([5])
  })

  it('puts those who are there before those who are away', () => {
    expect(seatsFor('さ')).toEqual([2, 6, 13, 12])
    expect(searchSpeakers('さの', roll)[0]).toMatchObject({ seatNumber: 12, there: false })
  })

  it('finds a proxy by name and says for whom she sits', () => {
    expect(searchSpeakers('木村', roll)[0]).toMatchObject({
      seatNumber: 4,
      name: '木村　早苗',
      detail: '西村　雅人 委員の代理',
    })
  })

  it('tells two people of one name apart by their groups', () => {
    expect(searchSpeakers('佐藤', roll).map((each) => each.detail)).toEqual([
      '東部地区民生委員児童委員協議会',
      'NPO法人こどもの居場所ネットあおば',
    ])
    expect(seatsFor('こども')).toEqual([6])
    expect(seatsFor('民児協')).toEqual([2])
  })

  it('knows a group by the short name that everybody uses', () => {
    expect(seatsFor('自治連')).toEqual([1])
    expect(seatsFor('社協')).toEqual([13])
    expect(seatsFor('協社')).toEqual([])
  })

  it('offers everybody by seat while nothing is typed', () => {
    expect(seatsFor('　')).toEqual([1, 2, 4, 5, 6, 11, 12, 13])
  })
})

describe('names on small buttons', () => {
  it('are family names, longer only where they would be confused', () => {
    const names = shortSpeakerNames([...roll, line(14, '戸田　学', 'とだ　まなぶ', '青羽市')])
    expect([...names.values()]).toEqual([
      '髙橋',
      '佐藤 東',
      '木村 代',
      '葛󠄀城',
      '佐藤 こ',
      '相馬',
      '佐野',
      '戸田 さ',
      '戸田 学',
    ])
  })
})
