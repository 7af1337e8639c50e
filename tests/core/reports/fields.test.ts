import { describe, expect, it } from 'vitest'
import { fieldCatalogue, fieldValuesOf, knownFieldPaths } from '#core/reports/fields.ts'
import { memoMeeting, memoRecord, memoSecretariat, testDate } from './memo-meeting.ts'

const handing = { submittedOn: testDate('2026-09-24') }

describe('fieldValuesOf', () => {
  it('gives the meeting as the city asks for it', () => {
    const { fields } = fieldValuesOf(memoRecord({ locked: true }), handing)
    expect(fields['提出.提出日']).toEqual({ kind: 'date', date: '2026-09-24' })
    expect(fields['事務局.代表者職氏名']).toEqual({ kind: 'text', text: '会長　山田　太郎' })
    expect(fields['協議体.層']).toEqual({ kind: 'text', text: '第2層' })
    expect(fields['協議体.圏域']).toEqual({ kind: 'text', text: '東部' })
    expect(fields['会議.回']).toEqual({ kind: 'number', value: 2 })
    expect(fields['会議.開催日']).toEqual({ kind: 'date', date: '2026-09-17' })
    expect(fields['会議.終了']).toEqual({ kind: 'time', time: '15:20' })
    expect(fields['会議.開催方法']).toEqual({ kind: 'text', text: '対面' })
    expect(fields['会議.次回開催日']).toEqual({ kind: 'date', date: '2026-12-10' })
    expect(fields['添付.議事録']).toEqual({ kind: 'yes-no', value: true })
    expect(fields['添付.その他']).toBeUndefined()
  })

  it('counts 代理 within 委員出席', () => {
    const { fields } = fieldValuesOf(memoRecord(), handing)
    const count = (path: string): unknown => {
      const value = fields[path]
      return value?.kind === 'number' ? value.value : undefined
    }
    expect(
      ['委員定数', '委員出席', 'うち代理', '委員欠席', 'オブザーバー', '事務局', '傍聴'].map((name) =>
        count(`出欠.${name}`),
      ),
    ).toEqual([12, 10, 1, 2, 1, 2, 1])
  })

  it('lists the members who were there in seat order, each remark one word of the form', () => {
    const { lists } = fieldValuesOf(memoRecord({ roll: [...memoMeeting().roll].reverse() }), handing)
    expect(lists['出席者']).toHaveLength(10)
    expect(lists['出席者']?.[3]).toEqual({
      団体名: { kind: 'text', text: '社会福祉法人ひまわり会　特養ひまわり苑' },
      役職: { kind: 'text', text: '生活相談員' },
      氏名: { kind: 'text', text: '木村　早苗' },
      備考: { kind: 'text', text: '代理' },
      役: { kind: 'text', text: '委員' },
    })
    expect(lists['出席者']?.[0]).not.toHaveProperty('備考')
    expect(lists['出席者']?.[6]?.['備考']).toEqual({ kind: 'text', text: '遅刻' })
  })

  it('gives decisions and tasks, those given up left out', () => {
    const tasks = memoMeeting().tasks.map((task, position) =>
      position === 0
        ? { ...task, status: 'dropped' as const }
        : position === 1
          ? { ...task, dueOn: null }
          : task,
    )
    const { lists } = fieldValuesOf(memoRecord({ tasks }), handing)
    expect(lists['取組']).toHaveLength(11)
    expect(lists['取組']?.[0]?.['期限']).toEqual({ kind: 'text', text: '10月末' })
    expect(lists['取組']?.[1]?.['期限']).toEqual({ kind: 'date', date: '2026-11-30' })
    expect(lists['決定事項']?.[1]).toMatchObject({ 番号: { kind: 'text', text: '第２号' } })
  })

  it('gives the whole roll, the absent, the agenda and what was said', () => {
    const { lists, fields } = fieldValuesOf(memoRecord(), handing)
    const meeting = memoMeeting()
    expect(lists['出欠簿']).toHaveLength(meeting.roll.length)
    expect(lists['欠席者']).toHaveLength(2)
    expect(lists['議題']).toHaveLength(meeting.agenda.length)
    expect(lists['発言']).toHaveLength(meeting.statements.length)
    expect(lists['発言']?.[0]).toMatchObject({ 発言者: { kind: 'text' }, 内容: { kind: 'text' } })
    expect(fields['出欠.総数']).toEqual({ kind: 'number', value: 14 })
    expect(fields['出欠.遅刻']).toEqual({ kind: 'number', value: meeting.count.late })
  })

  it('keeps agenda and outcome short enough for a box of a few rows', () => {
    const { fields } = fieldValuesOf(memoRecord(), handing)
    expect(fields['会議.議題一覧']).toEqual({
      kind: 'text',
      text: [
        '１　報告　(1)前回（６月）の宿題の確認　(2)東部居場所マップ（第２版）の作成状況',
        '２　協議　(1)買い物・通院の足について　(2)長期休みの子どもの昼食と居場所　(3)第１層協議体へ上げる課題',
        '３　各団体から',
        '４　その他　(1)次回日程',
      ].join('\n'),
    })
    expect(fields['会議.協議の概要']).toEqual({
      kind: 'text',
      text: '買い物・通院の足について：決定（第２号）。長期休みの子どもの昼食と居場所：決定（第３号）。第１層協議体へ上げる課題：決定（第４号）。',
    })
  })

  it('leaves absent what there is nothing of, and counts nobody before the day', () => {
    const record = {
      ...memoRecord({
        roll: memoMeeting().roll.map((line) => ({ ...line, presence: 'unmarked' as const })),
        endsAt: null,
        nextOn: null,
      }),
      secretariat: { ...memoSecretariat, phone: '　', representative: '' },
    }
    const { fields, lists } = fieldValuesOf(record, handing)
    for (const path of [
      '会議.終了',
      '会議.次回開催日',
      '事務局.電話',
      '事務局.代表者職氏名',
      '出欠.委員出席',
      '出欠.傍聴',
    ]) {
      expect(fields, path).not.toHaveProperty([path])
    }
    expect(fields['出欠.委員定数']).toEqual({ kind: 'number', value: 12 })
    expect(lists['出席者']).toEqual([])
  })

  it('keeps an area whose whole name is 圏域 and drops the ending of others only', () => {
    const area = (areaName: string): unknown =>
      fieldValuesOf(memoRecord({ areaName }), handing).fields['協議体.圏域']
    expect(area('圏域')).toEqual({ kind: 'text', text: '圏域' })
    expect(area('髙瀬川')).toEqual({ kind: 'text', text: '髙瀬川' })
    expect(area('圏域東')).toEqual({ kind: 'text', text: '圏域東' })
  })
})

describe('fieldCatalogue', () => {
  it('offers exactly what the values hold, each of its type, each path once', () => {
    const record = memoRecord({ locked: true })
    const { fields, lists } = fieldValuesOf(record, handing)
    expect(new Set(knownFieldPaths).size).toBe(knownFieldPaths.length)
    const types = new Map(
      fieldCatalogue.filter(({ of }) => of === null).map(({ path, type }) => [path, type]),
    )
    for (const [path, value] of Object.entries(fields)) expect(types.get(path), path).toBe(value?.kind)
    for (const [list, rows] of Object.entries(lists)) {
      const columns = fieldCatalogue.filter(({ of }) => of === list).map(({ path }) => path)
      for (const path of rows.flatMap((row) => Object.keys(row))) expect(columns).toContain(path)
      expect(knownFieldPaths).toContain(`${list}[].${columns[0] ?? ''}`)
    }
  })
})
