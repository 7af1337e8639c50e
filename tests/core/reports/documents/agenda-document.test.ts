import { describe, expect, it } from 'vitest'
import { agendaDocument } from '#core/reports/documents/agenda-document.ts'
import { factsOf, outlinesOf } from '../block-reading.ts'
import { agendaItem, carriedTasks, memoRecord, numbered, testDate } from '../memo-meeting.ts'

describe('agendaDocument', () => {
  it('names council, number, day, hours and place as a municipal paper does', () => {
    const document = agendaDocument(memoRecord())
    expect(document.blocks[0]).toEqual({
      kind: 'title',
      above: '令和８年度　第２回　青羽市第２層協議体（東部圏域）',
      text: '次　第',
    })
    expect(factsOf(document)['日時']).toEqual(['令和８年９月17日（木）　午後１時30分から午後３時20分まで'])
    expect(factsOf(document)['場所']).toEqual(['東町コミュニティセンター　２階　大会議室'])
    expect(document.title).toBe('令和8年度第2回青羽市第２層協議体（東部圏域）次第')
  })

  it('numbers the items, with paper and minutes at the right, and says a kind where no heading says it', () => {
    const [outline] = outlinesOf(agendaDocument(memoRecord()))
    expect(outline?.items.map((item) => [item.number, item.text, ...item.notes])).toEqual([
      ['', '開　会', '', ''],
      ['', '会長あいさつ', '', '（５分）'],
      ['１', '報　告', '', ''],
      ['(1)', '前回（６月）の宿題の確認', '資料１', '（10分）'],
      ['(2)', '東部居場所マップ（第２版）の作成状況', '資料２', '（10分）'],
      ['２', '協　議', '', ''],
      ['(1)', '買い物・通院の足について', '資料３', '（30分）'],
      ['(2)', '長期休みの子どもの昼食と居場所', '資料４', '（30分）'],
      ['(3)', '第１層協議体へ上げる課題', '', '（10分）'],
      ['３', '各団体から（情報交換）', '', '（15分）'],
      ['４', 'その他', '', ''],
      ['(1)', '次回日程', '', '（10分）'],
      ['', '閉　会', '', ''],
    ])
    expect(outline?.noteWidthsEm).toEqual([3, 4])
  })

  it('never prints an internal note', () => {
    expect(memoRecord().meeting.agenda.some((item) => item.internalNote !== '')).toBe(true)
    expect(JSON.stringify(agendaDocument(memoRecord()))).not.toContain('夜の開催')
  })

  it('prints when each item begins where that is asked for', () => {
    const [outline] = outlinesOf(agendaDocument(memoRecord(), { showClock: true }))
    const starts = outline?.items.map((item) => item.notes.at(-1))
    expect(starts).toEqual([
      '',
      '13:30～',
      '',
      '13:35～',
      '13:45～',
      '',
      '13:55～',
      '14:25～',
      '14:55～',
      '15:05～',
      '',
      '15:20～',
      '',
    ])
  })

  it('marks what comes from an earlier meeting, once', () => {
    const agenda = numbered([
      agendaItem({
        kind: 'discussion',
        level: 1,
        title: '見守りの当番',
        carriedFrom: 'earlier',
        presenter: '鈴木委員',
      }),
      agendaItem({ kind: 'discussion', level: 1, title: '会場の鍵（継続）', carriedFrom: 'earlier' }),
    ])
    const [outline] = outlinesOf(agendaDocument(memoRecord({ agenda })))
    expect(outline?.items.map((item) => [item.text, ...item.notes])).toEqual([
      ['見守りの当番（協議）（継続）', '鈴木委員'],
      ['会場の鍵（継続）（協議）', ''],
    ])
  })

  it('puts a presenter with group and post below the title, so that the title keeps its room', () => {
    const agenda = numbered([
      agendaItem({
        kind: 'other',
        level: 1,
        title: '制度の説明',
        presenter: '青羽市高齢福祉課　地域づくり係長',
      }),
      agendaItem({ kind: 'other', level: 1, title: '会計', presenter: '事務局' }),
    ])
    const [outline] = outlinesOf(agendaDocument(memoRecord({ agenda })))
    expect(outline?.items.map((item) => [item.text, ...item.notes])).toEqual([
      ['制度の説明\n（青羽市高齢福祉課　地域づくり係長）', ''],
      ['会計', '事務局'],
    ])
  })

  it('frames what the last meeting left open, and says how it stands', () => {
    const tasks = carriedTasks().map((task, position) =>
      position === 1 ? { ...task, status: 'done' as const, closedOn: testDate('2026-08-20') } : task,
    )
    const document = agendaDocument(memoRecord({}, tasks))
    expect(outlinesOf(document)[1]?.items.map((item) => [item.number, item.text, ...item.notes])).toEqual([
      ['ア', '敬老会のちらしに居場所の一覧を載せる（戸田　さやか）', '９月10日まで'],
      ['イ', '東中学校との打合せ（相馬　玲子）', '済（８月20日）'],
      ['ウ', '空き店舗の家賃調べ（佐野　誠司）', '９月17日まで'],
    ])
    expect(JSON.stringify(document)).toContain('第１回（６月18日）からの持ち越し')
  })

  it('lists each paper once, and whom to call', () => {
    const facts = factsOf(agendaDocument(memoRecord()))
    expect(facts['配布資料']).toEqual([
      '資料１　宿題一覧',
      '資料２　居場所マップ案',
      '資料３　困りごと聞き取り集計',
      '資料４　夏休みの居場所まとめ',
    ])
    expect(facts['電話']).toEqual(['000-223-0301（担当　戸田　さやか）'])
  })

  it('is a paper even of a meeting of which nothing is planned', () => {
    const document = agendaDocument(memoRecord({ agenda: [], roll: [], place: '', endsAt: null }))
    expect(factsOf(document)['日時']).toEqual(['令和８年９月17日（木）　午後１時30分から'])
    expect(factsOf(document)).not.toHaveProperty('場所')
    expect(factsOf(document)).not.toHaveProperty('配布資料')
  })

  it('leaves the 年度 out where the council counts through from its founding', () => {
    const { meeting } = memoRecord()
    const document = agendaDocument(
      memoRecord({ rules: { ...meeting.rules, numbering: 'through' }, number: 25 }),
    )
    expect(document.blocks[0]).toMatchObject({ above: '第25回　青羽市第２層協議体（東部圏域）' })
  })
})
