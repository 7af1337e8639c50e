import { describe, expect, it } from 'vitest'
import { attendeeListDocument } from '#core/reports/documents/attendee-list-document.ts'
import { invitationListDocument } from '#core/reports/documents/invitation-list-document.ts'
import { itemAttendanceDocument } from '#core/reports/documents/item-attendance-document.ts'
import { signInSheetDocument } from '#core/reports/documents/sign-in-sheet-document.ts'
import { isHeading } from '#shared/domain/agenda-items.ts'
import { tablesOf, tableTexts } from '../block-reading.ts'
import { attendance, memoMeeting, memoRecord, testDate } from '../memo-meeting.ts'

describe('signInSheetDocument', () => {
  it('stands in seat order, whatever the order of the roll, with room to sign', () => {
    const roll = [...memoMeeting().roll].reverse()
    const [table] = tablesOf(signInSheetDocument(memoRecord({ roll })))
    const rows = tableTexts(table)
    expect(table?.columns.map((column) => column.heading)).toEqual([
      'No.',
      '区分',
      '団体・役職',
      '氏名',
      '署名',
      '代理者氏名',
      '備考',
    ])
    expect(rows[0]).toEqual(['1', '会長', '東部地区自治会連絡協議会\n会長', '髙橋　敏夫', '', '', ''])
    expect(rows[3]).toEqual([
      '4',
      '委員',
      '社会福祉法人ひまわり会　特養ひまわり苑\n施設長',
      '西村　雅人',
      '',
      '木村　早苗',
      '代理',
    ])
    expect(rows.map((row) => row[3])).toContain('葛󠄀城　みどり')
    expect(table?.minRowHeightMm).toBeGreaterThanOrEqual(10)
    expect(table?.columns.reduce((sum, column) => sum + column.widthMm, 0)).toBe(180)
  })

  it('has as many spare rows as asked for, and no 敬称', () => {
    const document = signInSheetDocument(memoRecord(), { spareRows: 5 })
    const rows = tableTexts(tablesOf(document)[0])
    expect(rows).toHaveLength(16 + 5)
    expect(rows.slice(16).flat().join('')).toBe('')
    expect(JSON.stringify(document)).toContain('（敬称略）')
    expect(JSON.stringify(document)).not.toContain('様')
  })

  it('can be signed on even where nobody is on the roll', () => {
    expect(tableTexts(tablesOf(signInSheetDocument(memoRecord({ roll: [] })))[0])).toHaveLength(3)
  })
})

describe('attendeeListDocument', () => {
  it('lists who was there by group, a proxy under their own name', () => {
    const rows = tableTexts(tablesOf(attendeeListDocument(memoRecord()))[0])
    expect(rows).toEqual([
      ['委員'],
      ['1', '東部地区自治会連絡協議会', '会長', '髙橋　敏夫', '会長'],
      ['2', '東部地区民生委員児童委員協議会', '会長', '佐藤　美智子', '副会長'],
      ['3', '青羽市老人クラブ連合会（東部支部）', '支部長', '岡田　ハル', ''],
      ['4', '社会福祉法人ひまわり会　特養ひまわり苑', '生活相談員', '木村　早苗', '代理'],
      ['5', 'NPO法人おたがいさま青羽', '理事長', '葛󠄀城　みどり', ''],
      ['6', 'NPO法人こどもの居場所ネットあおば', '代表理事', '佐藤　美智子', ''],
      ['7', '子ども食堂「わいわい亭」', '代表', '野口　健太', '遅刻'],
      ['8', '若者サポートステーションあおば', '相談員', '浜田　涼', '早退'],
      ['9', '青羽市手をつなぐ育成会', '会長', '栁沢　節子', ''],
      ['10', '社会福祉法人かもめ福祉会', '理事長', '鈴木　慎吾', ''],
      ['オブザーバー'],
      ['11', '青羽市高齢福祉課', '主査', '小田切　学', ''],
      ['コーディネーター・事務局'],
      ['12', '青羽市社会福祉協議会', '第２層生活支援コーディネーター', '戸田　さやか', ''],
      ['13', '青羽市社会福祉協議会', 'パート職員', '中井', ''],
    ])
  })

  it('as 別紙 of a form holds the members alone', () => {
    const document = attendeeListDocument(memoRecord(), { asAttachment: true })
    expect(document.blocks[0]).toMatchObject({ text: '別紙', align: 'end' })
    expect(tableTexts(tablesOf(document)[0])).toHaveLength(10)
  })

  it('before the meeting lists who is expected, by the replies', () => {
    const ahead = { presence: 'unmarked' } as const
    const roll = [
      attendance({ name: '来る人', reply: 'attend', ...ahead }),
      attendance({ name: '来ない人', reply: 'absent', ...ahead }),
      attendance({ name: '返事待ち', reply: 'waiting', ...ahead }),
      attendance({ name: '頼んだ人', reply: 'proxy', proxyName: '代わりの人', proxyPost: '係長', ...ahead }),
    ]
    const document = attendeeListDocument(memoRecord({ roll }))
    expect(document.name).toBe('出席予定者名簿')
    expect(tableTexts(tablesOf(document)[0])).toEqual([
      ['委員'],
      ['1', '', '', '来る人', ''],
      ['2', '', '', '返事待ち', ''],
      ['3', '', '係長', '代わりの人', '代理'],
    ])
  })
})

describe('議題ごとの出席', () => {
  it('says for each item who was in the room, who was not, and why', () => {
    const meeting = memoMeeting()
    const items = meeting.agenda.filter((_item, position) => !isHeading(meeting.agenda, position))
    const [first, second, third] = items
    if (first === undefined || second === undefined || third === undefined) throw new Error('three items')
    const roll = [
      attendance({ name: '出席', seatNumber: 1 }),
      attendance({ name: '遅刻', seatNumber: 2, late: true, arrivedItemId: second.id }),
      attendance({ name: '早退', seatNumber: 3, leftEarly: true, leftItemId: second.id }),
      attendance({
        name: '退席',
        seatNumber: 4,
        presence: 'proxy',
        proxyName: '木村　進',
        awayFor: [{ agendaItemId: second.id, because: '利害関係' }],
      }),
      attendance({ name: '欠席', seatNumber: 5, presence: 'absent' }),
      attendance({ name: '事務局', seatNumber: 6, role: 'secretariat' }),
    ]
    const [table] = tablesOf(itemAttendanceDocument(memoRecord({ roll })))
    const rows = tableTexts(table).map((row) => [row[2], ...row.slice(3, 6), row.at(-1)])
    expect(rows.slice(0, -1)).toEqual([
      ['出席', '○', '○', '○', ''],
      ['遅刻', '遅', '○', '○', '遅刻'],
      ['早退', '○', '○', '早', '早退'],
      ['退席', '代', '退', '代', expect.stringMatching(/^代理　木村　進、.*　利害関係$/)],
      ['欠席', '×', '×', '×', ''],
    ])
    expect(rows.at(-1)).toEqual(['5名中', '3', '3', '3', ''])
  })
})

describe('案内先一覧', () => {
  it('puts everybody under the way she was told by, or usually is, with where the roster says', () => {
    const told = attendance({ name: '済み', invitedBy: 'phone', invitedOn: testDate('2026-09-01') })
    const still = attendance({ name: 'まだ', reply: 'waiting' })
    const office = attendance({ name: '事務局', role: 'secretariat' })
    const reached = { address: '青葉市1-1', phone: '000-111-2222', fax: '', email: '' }
    const [table] = tablesOf(
      invitationListDocument(memoRecord({ roll: [told, still, office] }), [
        { attendanceId: told.id, usual: 'paper', reached },
        { attendanceId: still.id, usual: 'fax', reached },
      ]),
    )
    expect(tableTexts(table)).toEqual([
      ['FAX　１名'],
      ['1', '', 'まだ', '名簿にありません', '', ''],
      ['電話　１名'],
      ['1', '', '済み', '000-111-2222', '９月１日', '出席'],
    ])
  })
})
