import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import {
  addUsualAgenda,
  day,
  eastern,
  type item,
  membership,
  planned,
  setUpCouncil,
  setUpMeeting,
  time,
} from '../small-council.ts'

const afternoon = { startsAt: time('13:30'), endsAt: time('15:30'), place: '東部公民館' }

describe('the plan of a year', () => {
  it('shows the days of a rule with holidays and members, and writes all of them or none', async () => {
    const { ask, refused } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    const days = await ask('year.preview', {
      councilId,
      fiscalYear: 2026,
      rule: { by: 'weekday', weekday: '月', nths: [3] },
      months: [7, 9, 10, 1],
      ...afternoon,
    })
    expect(days.map(({ on, holiday, members }) => [on, holiday, members])).toEqual([
      ['2026-07-20', '海の日', 6],
      ['2026-09-21', '敬老の日', 6],
      ['2026-10-19', '', 6],
      ['2027-01-18', '', 6],
    ])
    const wanted = days.filter(({ holiday }) => holiday === '').map(({ on }) => on)
    const { meetingIds } = await ask('year.plan', {
      councilId,
      days: [...wanted].reverse(),
      method: 'in-person',
      ...afternoon,
    })
    const list = await ask('year.list', { councilId, fiscalYear: 2026 })
    expect(list.map(({ heldOn, number }) => [heldOn, number])).toEqual([
      ['2027-01-18', 2],
      ['2026-10-19', 1],
    ])
    expect(meetingIds).toHaveLength(2)
    // Nobody was in office in 2020: the day in December is not planned either.
    expect(
      await refused('year.plan', {
        councilId,
        days: ['2026-12-21', '2020-12-21'],
        method: 'in-person',
        ...afternoon,
      }),
    ).toBe('no-members')
    expect(await ask('year.list', { councilId, fiscalYear: 2026 })).toHaveLength(2)
    expect(
      await ask('year.preview', {
        councilId,
        fiscalYear: 2026,
        rule: { by: 'day', day: 31 },
        months: [2, 10, 12],
        ...afternoon,
      }),
    ).toMatchObject([
      { on: '2026-10-31', holiday: '' },
      { on: '2026-12-31', holiday: '年末年始' },
    ])
  })

  it('tells who would have to be in two places, and that a room is taken', async () => {
    const { ask } = await openTestCore()
    const { councilId, people } = await setUpCouncil(ask)
    const { councilId: other } = await ask('councils.add', { ...eastern, name: '第１層協議体', layer: 1 })
    const [chair, vice] = people
    if (chair === undefined || vice === undefined) throw new Error('nobody in office')
    for (const personId of [chair, vice])
      await ask('roster.addMembership', { councilId: other, personId, membership: membership() })
    await ask('meetings.plan', planned(councilId))
    const look = (startsAt: string, endsAt: string | null, place: string) =>
      ask('year.lookAt', {
        councilId: other,
        days: [day('2026-09-17')],
        startsAt: time(startsAt),
        endsAt: endsAt === null ? null : time(endsAt),
        place,
      })
    expect((await look('15:00', null, '東部　公民館'))[0]?.clashes).toMatchObject([
      { number: 1, people: ['髙橋　一郎', '佐藤　花子'], sameRoom: true },
    ])
    expect((await look('15:30', '17:00', '東部公民館'))[0]?.clashes).toEqual([])
    const { meetingId } = await ask('meetings.plan', { ...planned(other), place: '市役所' })
    expect(await ask('year.list', { councilId: other, fiscalYear: 2026 })).toMatchObject([
      { id: meetingId, clashes: [{ people: ['髙橋　一郎', '佐藤　花子'], sameRoom: false }] },
    ])
    // Who has said that she stays away is in no two places.
    const { roll } = await ask('meetings.get', { meetingId })
    const [first] = roll
    if (first === undefined) throw new Error('empty roll')
    await ask('attendance.save', { attendanceId: first.id, patch: { reply: 'absent' } })
    expect(await ask('year.list', { councilId: other, fiscalYear: 2026 })).toMatchObject([
      { clashes: [{ people: ['佐藤　花子'] }] },
    ])
  })

  it('goes out as a calendar file in Japanese time, each meeting under an id that stays', async () => {
    const { ask, core } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    const { meetingId } = await ask('meetings.plan', planned(councilId))
    const file = await ask('year.makeCalendarFile', { councilId, fiscalYear: 2026 })
    expect(file.name).toMatch(/^令和8年度.*\.ics$/)
    const text = new TextDecoder().decode(core.files.take(file.token).bytes).replaceAll('\r\n ', '')
    expect(text).toContain('BEGIN:VCALENDAR')
    // 13:30 in Japan is 04:30 in UTC.
    expect(text).toContain('DTSTART:20260917T043000Z')
    expect(text).toContain('DTEND:20260917T063000Z')
    expect(text).toContain(`UID:${meetingId}@tsudoi`)
    expect(text).toContain('第1回')
    expect(text).toContain('LOCATION:東部公民館')
  })

  it('begins each meeting with the usual 次第, the first of a year with more, and copies one', async () => {
    const { ask } = await openTestCore()
    const { councilId, meetingId } = await setUpMeeting(ask)
    await ask('agendaTemplates.takeFromMeeting', { meetingId })
    const items = await ask('agendaTemplates.get', { councilId })
    expect(items.map(({ title }) => title)).toContain('買い物支援について')
    await ask('agendaTemplates.save', {
      councilId,
      items: [
        { ...template('開会'), kind: 'opening' },
        { ...template('委員の自己紹介'), recurs: 'first' },
        template('居場所からの報告'),
      ],
    })
    const titles = async (id: typeof meetingId) =>
      (await ask('meetings.get', { meetingId: id })).agenda.map(({ title }) => title)
    const later = await ask('meetings.plan', planned(councilId, { heldOn: day('2026-11-19') }))
    expect(await titles(later.meetingId)).toEqual(['開会', '居場所からの報告'])
    const nextYear = await ask('meetings.plan', planned(councilId, { heldOn: day('2027-04-15') }))
    expect(await titles(nextYear.meetingId)).toEqual(['開会', '委員の自己紹介', '居場所からの報告'])
    await ask('meetings.copyAgenda', { meetingId: later.meetingId, fromMeetingId: meetingId })
    expect((await titles(later.meetingId)).slice(2)).toEqual(await titles(meetingId))
  })

  it('keeps several 次第 of a council by name: chosen, taken from a meeting, renamed, taken away and back', async () => {
    const { ask, refused } = await openTestCore()
    const { councilId, meetingId } = await setUpMeeting(ask)
    await ask('agendaTemplates.save', { councilId, items: [{ ...template('開会'), kind: 'opening' }] })
    const names = async () =>
      (await ask('agendaTemplates.list', { councilId })).map(({ name, items }) => `${name} ${String(items)}`)
    const { namedAgendaId } = await ask('agendaTemplates.add', {
      councilId,
      name: '臨時の会議',
      items: [template('緊急の協議')],
    })
    const kept = await ask('agendaTemplates.takeFromMeeting', { meetingId, name: '年度末' })
    expect(await names()).toEqual(['いつもの次第 1', '年度末 ' + String(kept.items), '臨時の会議 1'])
    // Under a name that stands, it takes the place of what was there.
    const again = await ask('agendaTemplates.takeFromMeeting', { meetingId, name: '臨時の会議' })
    expect(again.namedAgendaId).toBe(namedAgendaId)
    expect(
      (await ask('agendaTemplates.get', { councilId, namedAgendaId })).map(({ title }) => title),
    ).toContain('買い物支援について')
    expect((await ask('agendaTemplates.get', { councilId })).map(({ title }) => title)).toEqual(['開会'])

    await ask('agendaTemplates.save', { councilId, namedAgendaId, items: [template('緊急の協議')] })
    const chosen = await ask(
      'meetings.plan',
      planned(councilId, { heldOn: day('2026-11-19'), namedAgendaId }),
    )
    const titles = async () =>
      (await ask('meetings.get', { meetingId: chosen.meetingId })).agenda.map(({ title }) => title)
    expect(await titles()).toEqual(['緊急の協議'])
    await ask('agendaTemplates.apply', { meetingId: chosen.meetingId })
    expect(await titles()).toEqual(['緊急の協議', '開会'])

    for (const name of ['年度末', 'いつもの次第']) {
      expect(await refused('agendaTemplates.rename', { namedAgendaId, name })).toBe('name-taken')
      expect(await refused('agendaTemplates.add', { councilId, name, items: [] })).toBe('name-taken')
    }
    await ask('agendaTemplates.rename', { namedAgendaId, name: '急ぎの会議' })
    await ask('agendaTemplates.remove', { namedAgendaId })
    expect(await names()).toHaveLength(2)
    expect(await refused('agendaTemplates.apply', { meetingId: chosen.meetingId, namedAgendaId })).toBe(
      'not-found',
    )
    await ask('agendaTemplates.restore', { namedAgendaId })
    expect(await names()).toContain('急ぎの会議 1')
    // Another council's is none of this one's.
    const { councilId: other } = await ask('councils.add', { ...eastern, name: '第１層協議体', layer: 1 })
    expect(await refused('agendaTemplates.get', { councilId: other, namedAgendaId })).toBe('not-found')
  })

  it('counts attendance by person over the year and over the term', async () => {
    const { ask } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    await ask('terms.saveRules', {
      councilId,
      rules: { categories: [], firstTermOn: day('2025-04-01'), termYears: 2 },
    })
    for (const [on, presence] of [
      ['2026-05-21', 'present'],
      ['2026-09-17', 'absent'],
    ] as const) {
      const { meetingId } = await ask('meetings.plan', planned(councilId, { heldOn: day(on) }))
      for (const line of (await ask('meetings.get', { meetingId })).roll)
        await ask('attendance.save', {
          attendanceId: line.id,
          patch: { presence: line.seatNumber === 1 ? presence : 'present' },
        })
    }
    const year = await ask('year.attendance', { councilId, fiscalYear: 2026, span: 'year' })
    expect(year.meetings.map(({ heldOn }) => heldOn)).toEqual(['2026-05-21', '2026-09-17'])
    expect(year.people).toHaveLength(4)
    expect(year.people[0]).toMatchObject({ name: '髙橋　一郎', on: 2, there: 1 })
    expect(year.people[1]).toMatchObject({ on: 2, there: 2 })
    const term = await ask('year.attendance', { councilId, fiscalYear: 2026, span: 'term' })
    expect([term.from, term.to]).toEqual(['2025-04-01', '2027-03-31'])
  })

  it('keeps a register of decisions with how they were voted', async () => {
    const { ask } = await openTestCore()
    const { councilId, meetingId } = await setUpMeeting(ask)
    const [, , , , shopping] = (await ask('meetings.get', { meetingId })).agenda
    if (shopping === undefined) throw new Error('no item')
    const { decisionId } = await ask('minutes.addDecision', {
      meetingId,
      agendaItemId: shopping.id,
      statementId: null,
      text: '移動販売を始める',
    })
    const { roll } = await ask('meetings.get', { meetingId })
    const ballots = roll.slice(0, 3).map(({ id }, place) => ({
      attendanceId: id,
      choice: place === 2 ? ('against' as const) : ('favour' as const),
    }))
    const vote = { method: 'names' as const, inFavour: 9, against: 9, abstained: 9, note: '', ballots }
    await ask('minutes.setVote', { decisionId, vote })
    expect(await ask('year.decisions', { councilId, fiscalYear: 2026 })).toMatchObject([
      // Names say the numbers.
      { number: 1, text: '移動販売を始める', vote: { inFavour: 2, against: 1, abstained: 0, ballots } },
    ])
    await ask('minutes.setVote', { decisionId, vote: null })
    expect((await ask('meetings.get', { meetingId })).decisions[0]?.vote).toBeNull()
  })

  it('gives papers their numbers anew in the order of the agenda', async () => {
    const { ask } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    const { meetingId } = await ask('meetings.plan', planned(councilId))
    const items = await addUsualAgenda(ask, meetingId)
    const papers: readonly (readonly [number, Partial<ReturnType<typeof item>>])[] = [
      [2, { paperNumber: '資料５', paperTitle: '宿題一覧' }],
      [4, { paperTitle: '希望の集計' }],
      [5, { paperNumber: '参考', paperTitle: '他市の例' }],
    ]
    for (const [place, patch] of papers) {
      const agendaItemId = items[place]
      if (agendaItemId !== undefined) await ask('meetings.saveAgendaItem', { agendaItemId, item: patch })
    }
    expect(await ask('meetings.renumberPapers', { meetingId })).toEqual({ changed: 2 })
    expect((await ask('meetings.get', { meetingId })).agenda.map(({ paperNumber }) => paperNumber)).toEqual([
      '',
      '',
      '資料１',
      '',
      '資料２',
      '参考',
      '',
    ])
  })
})

function template(title: string) {
  return {
    recurs: 'always' as const,
    kind: 'report' as const,
    level: 1 as const,
    title,
    plannedMinutes: 5,
    presenter: '',
    internalNote: '',
  }
}
