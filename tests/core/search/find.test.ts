import { describe, expect, it } from 'vitest'
import type { GivenTo } from '#shared/contract/contract.ts'
import { openTestCore, type TestCore } from '../core-harness.ts'
import { day, item, itemAt, line, person, planned, setUpMeeting, task } from '../small-council.ts'

async function openSmall() {
  const core = await openTestCore()
  const small = await setUpMeeting(core.ask)
  return { ...core, small }
}

const texts = async (ask: TestCore['ask'], given: GivenTo<'search.find'>): Promise<readonly string[]> =>
  (await ask('search.find', given)).map((found) => `${found.kind}:${found.text}`)

/** What is marked, as it is written. */
const marked = async (ask: TestCore['ask'], text: string): Promise<readonly string[]> =>
  (await ask('search.find', { text })).flatMap((found) =>
    found.ranges.map(([from, to]) => found.text.slice(from, to)),
  )

describe('search', () => {
  it('finds what was said, decided, promised and planned, people and groups, by one character and by many', async () => {
    const { ask, small } = await openSmall()
    const { meetingId } = small
    const item = itemAt(small, 4)
    await ask('minutes.addStatement', {
      meetingId,
      statement: line(item, 'ゴミ出しの困りごとが多い。'),
      after: null,
    })
    await ask('minutes.addDecision', {
      meetingId,
      agendaItemId: item,
      statementId: null,
      text: '移動販売を試す',
    })
    await ask('minutes.addTask', {
      meetingId,
      agendaItemId: item,
      task: task('店への電話', { owner: '髙橋' }),
    })
    expect(await texts(ask, { text: 'ゴ' })).toEqual(['statement:ゴミ出しの困りごとが多い。'])
    expect(await texts(ask, { text: '多い' })).toEqual(['statement:ゴミ出しの困りごとが多い。'])
    expect(await texts(ask, { text: 'い。' })).toEqual(['statement:ゴミ出しの困りごとが多い。'])
    expect(await texts(ask, { text: '移動販' })).toEqual(['decision:移動販売を試す'])
    expect(await texts(ask, { text: '移動販売を試す' })).toEqual(['decision:移動販売を試す'])
    expect(await texts(ask, { text: '電話' })).toEqual(['task:店への電話'])
    expect(await texts(ask, { text: '公民館' })).toEqual(['meeting:東部公民館'])
    expect(await texts(ask, { text: '買い物支援' })).toEqual(['agenda-item:買い物支援について'])
    expect(await texts(ask, { text: '団体3' })).toEqual(['organization:団体3'])
    expect(await texts(ask, { text: '高橋' })).toEqual(['person:髙橋　一郎', 'task:店への電話'])
  })

  it('finds whichever variant, width and kana is typed, and marks it as it was written', async () => {
    const { ask, small } = await openSmall()
    const { meetingId } = small
    const statement = line(itemAt(small, 4), '髙橋さんのｶﾞﾚｰｼﾞで２回、サロンを開いた')
    await ask('minutes.addStatement', { meetingId, statement, after: null })
    await ask('roster.addPerson', {
      person: person('葛󠄀城　真', { kana: 'かつらぎ まこと' }),
      membership: null,
    })
    expect(await marked(ask, 'がれーじ')).toEqual(['ｶﾞﾚｰｼﾞ'])
    expect(await marked(ask, 'さろん')).toEqual(['サロン'])
    expect(await marked(ask, '高橋さん')).toEqual(['髙橋さん'])
    expect(await marked(ask, '2回')).toEqual(['２回'])
    expect(await marked(ask, '葛')).toEqual(['葛󠄀'])
    expect(await texts(ask, { text: 'カツラギマコト' })).toEqual(['person:葛󠄀城　真'])
    // Neither the name and its kana nor two words far apart make one word.
    expect(await texts(ask, { text: '真かつ' })).toEqual([])
    expect(await texts(ask, { text: '開いた髙橋' })).toEqual([])
    expect(await texts(ask, { text: '開いた　髙橋' })).toHaveLength(1)
  })

  it('does not take grams that stand apart for a word', async () => {
    const { ask, small } = await openSmall()
    const { meetingId } = small
    const statement = line(itemAt(small, 4), 'あいう、いうえ、うえお')
    await ask('minutes.addStatement', { meetingId, statement, after: null })
    expect(await texts(ask, { text: 'いうえ' })).toHaveLength(1)
    expect(await texts(ask, { text: 'あいうえ' })).toEqual([])
  })

  it('follows corrections, removal and what is brought back', async () => {
    const { ask, small } = await openSmall()
    const { meetingId } = small
    const agendaItemId = itemAt(small, 4)
    const { statementId } = await ask('minutes.addStatement', {
      meetingId,
      statement: line(agendaItemId, '朝市を開く'),
      after: null,
    })
    await ask('minutes.saveStatement', { statementId, statement: line(agendaItemId, '夕市を開く') })
    expect(await texts(ask, { text: '朝市' })).toEqual([])
    expect(await texts(ask, { text: '夕市' })).toHaveLength(1)
    await ask('minutes.removeStatement', { statementId })
    expect(await texts(ask, { text: '夕市' })).toEqual([])
    await ask('minutes.restoreStatement', { statementId })
    expect(await texts(ask, { text: '夕市' })).toHaveLength(1)
    await ask('meetings.remove', { meetingId })
    expect(await texts(ask, { text: '夕市' })).toEqual([])
  })

  it('narrows by council, 年度, kind and speaker, also after the day of a meeting was put right', async () => {
    const { ask, small } = await openSmall()
    const { meetingId, councilId } = small
    const agendaItemId = itemAt(small, 4)
    const { roll } = await ask('meetings.get', { meetingId })
    for (const seat of roll.slice(0, 2)) {
      await ask('minutes.addStatement', {
        meetingId,
        statement: line(agendaItemId, `${seat.name}は賛成`, { attendanceId: seat.id }),
        after: null,
      })
    }
    await ask('minutes.addDecision', { meetingId, agendaItemId, statementId: null, text: '賛成とする' })
    const other = await ask('councils.add', {
      name: '西部',
      layer: 2,
      areaName: '西部',
      stage: 'established',
      stageSince: null,
      basis: '',
      origin: '',
    })
    expect(await texts(ask, { text: '賛成', councilId })).toHaveLength(3)
    expect(await texts(ask, { text: '賛成', councilId: other.councilId })).toEqual([])
    expect(await texts(ask, { text: '賛成', kinds: ['decision'] })).toEqual(['decision:賛成とする'])
    expect(await texts(ask, { text: '賛成', speaker: '高橋' })).toEqual(['statement:髙橋　一郎は賛成'])
    expect(await texts(ask, { text: '賛成', speaker: '無名' })).toEqual([])
    expect(await texts(ask, { text: '賛成', fiscalYear: 2026 })).toHaveLength(3)
    expect(await texts(ask, { text: '賛成', limit: 2 })).toEqual([
      'decision:賛成とする',
      'statement:佐藤　花子は賛成',
    ])
    const { meetingId: later } = await ask('meetings.plan', planned(councilId, { heldOn: day('2026-12-01') }))
    const fields = {
      heldOn: day('2027-04-02'),
      startsAt: planned(councilId).startsAt,
      endsAt: null,
      place: '公会堂',
      method: 'in-person',
      audience: 0,
      nextOn: null,
      nextStartsAt: null,
      nextPlace: '',
      note: '',
    } as const
    await ask('meetings.save', { meetingId, meeting: fields })
    expect(await texts(ask, { text: '賛成', fiscalYear: 2026 })).toEqual([])
    expect(await texts(ask, { text: '賛成', fiscalYear: 2027 })).toHaveLength(3)
    await ask('meetings.addAgendaItem', { meetingId: later, item: item('賛成の理由'), after: null })
    expect(await texts(ask, { text: '賛成', fiscalYear: 2026 })).toEqual(['agenda-item:賛成の理由'])
  })

  it('tells where it stands: the meeting, its step and its line', async () => {
    const { ask, small } = await openSmall()
    const { meetingId } = small
    const long = `${'前置きが続きます。'.repeat(40)}ここで民生委員が話した。${'まとめが続きます。'.repeat(40)}`
    const { statementId } = await ask('minutes.addStatement', {
      meetingId,
      statement: line(itemAt(small, 4), long),
      after: null,
    })
    const [found] = await ask('search.find', { text: '民生委員' })
    expect(found?.place).toMatchObject({
      part: 'meeting',
      meetingId,
      step: 'minutes',
      number: 1,
      at: statementId,
    })
    expect(found?.text.length).toBeLessThan(130)
    expect(found?.text.slice(...(found.ranges[0] ?? [0, 0]))).toBe('民生委員')
  })

  it('answers nothing to nothing, and is not upset by the signs of its own language', async () => {
    const { ask, small } = await openSmall()
    const { meetingId } = small
    const statement = line(itemAt(small, 4), '「"AND" OR *」と書いた(100%)')
    await ask('minutes.addStatement', { meetingId, statement, after: null })
    expect(await ask('search.find', { text: '　 ' })).toEqual([])
    for (const text of ['"', '*', '(1', 'AND', '"and"', '0%)', '」と', '（１００％）']) {
      expect(await texts(ask, { text }), text).toHaveLength(1)
    }
    expect(await texts(ask, { text: "' OR 1=1 --" })).toEqual([])
  })
})
