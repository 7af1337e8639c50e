import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import {
  addUsualAgenda,
  day,
  item,
  line,
  membership,
  person,
  planned,
  setUpCouncil,
  setUpMeeting,
  task,
  time,
} from '../small-council.ts'

const throughRules = {
  numbering: 'through',
  quorum: 'none',
  countsProxy: true,
  countsOnline: true,
  countsWritten: false,
  signers: 0,
  seatLimit: null,
} as const

describe('planning a meeting', () => {
  it('numbers within the 年度, or through, as the council’s rules say', async () => {
    const { ask } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    const numberOf = async (heldOn: string): Promise<readonly [number, number]> => {
      const { meetingId } = await ask('meetings.plan', planned(councilId, { heldOn: day(heldOn) }))
      const { fiscalYear, number } = await ask('meetings.get', { meetingId })
      return [fiscalYear, number]
    }
    expect(await numberOf('2026-05-14')).toEqual([2026, 1])
    expect(await numberOf('2027-03-31')).toEqual([2026, 2])
    expect(await numberOf('2027-04-01')).toEqual([2027, 1])
    // Planned late for an earlier day: the next number, not one in between.
    expect(await numberOf('2026-07-16')).toEqual([2026, 3])
    await ask('councils.saveRules', { councilId, rules: throughRules })
    expect(await numberOf('2027-06-10')).toEqual([2027, 4])
    expect(await numberOf('2028-04-20')).toEqual([2028, 5])
  })

  it('takes a chosen number and refuses one that is taken, in that 年度 only', async () => {
    const { ask, refused } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    await ask('meetings.plan', planned(councilId, { number: 3 }))
    expect(await refused('meetings.plan', planned(councilId, { number: 3 }))).toBe('duplicate-number')
    await ask('meetings.plan', planned(councilId, { number: 3, heldOn: day('2027-05-13') }))
    const { meetingId } = await ask('meetings.plan', planned(councilId))
    expect((await ask('meetings.get', { meetingId })).number).toBe(4)
    // Put right later; not onto another's.
    expect(await refused('meetings.renumber', { meetingId, number: 3 })).toBe('duplicate-number')
    await ask('meetings.renumber', { meetingId, number: 5 })
    expect((await ask('meetings.get', { meetingId })).number).toBe(5)
    await ask('councils.saveRules', { councilId, rules: throughRules })
    expect(await refused('meetings.plan', planned(councilId, { number: 3, heldOn: day('2028-05-11') }))).toBe(
      'duplicate-number',
    )
  })

  it('finds a free number even where the highest is taken', async () => {
    const { ask } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    await ask('meetings.plan', planned(councilId, { number: 999 }))
    await ask('meetings.plan', planned(councilId, { number: 1 }))
    const { meetingId } = await ask('meetings.plan', planned(councilId))
    expect((await ask('meetings.get', { meetingId })).number).toBe(2)
  })

  it('is refused without members in office, with an end that is no end, and for no council', async () => {
    const { ask, refused } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    expect(await refused('meetings.plan', planned(councilId, { heldOn: day('2026-03-31') }))).toBe(
      'no-members',
    )
    expect(await refused('meetings.plan', planned(councilId, { endsAt: time('13:30') }))).toBe(
      'end-before-start',
    )
    expect(await refused('meetings.plan', planned(councilId, { endsAt: time('09:00') }))).toBe(
      'end-before-start',
    )
    expect(await refused('meetings.plan', { ...planned(councilId), councilId: '0'.repeat(26) })).toBe(
      'not-found',
    )
    expect(await ask('meetings.list', { councilId: null, fiscalYear: null })).toEqual([])
  })
})

describe('the roll', () => {
  it('holds who is in office on the day, by seat: not who comes later or left before, but whose term ran out', async () => {
    const { ask } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    const seat = async (name: string, more: Parameters<typeof membership>[0]): Promise<void> => {
      await ask('roster.addPerson', { person: person(name), membership: { councilId, ...membership(more) } })
    }
    await seat('明日　から', { appointedOn: day('2026-09-18'), termFrom: null })
    await seat('今日　から', { appointedOn: day('2026-09-17') })
    await seat('任期　切れ', { termFrom: day('2024-04-01'), termTo: day('2026-03-31'), appointedOn: null })
    await seat('日付　なし', { termFrom: null, termTo: null, appointedOn: null })
    await seat('昨日　まで', {})
    await seat('今日　まで', {})
    for (const [name, on] of [
      ['昨日　まで', '2026-09-16'],
      ['今日　まで', '2026-09-17'],
    ] as const) {
      const seats = await ask('roster.listSeats', { councilId, on: day('2026-09-01') })
      const membershipId = seats.find((each) => each.name === name)?.membershipId
      if (membershipId === undefined) throw new Error(`${name} has no seat`)
      await ask('roster.endMembership', { membershipId, on: day(on) })
    }
    const { meetingId } = await ask('meetings.plan', planned(councilId))
    const { roll } = await ask('meetings.get', { meetingId })
    expect(roll.slice(6).map((each) => each.name)).toEqual([
      '今日　から',
      '任期　切れ',
      '日付　なし',
      '今日　まで',
    ])
    expect(roll.map((each) => each.seatNumber)).toEqual(roll.map((_each, position) => position + 1))
  })

  it('keeps names, posts and groups as they stood on the day', async () => {
    const { ask } = await openTestCore()
    const { meetingId, people } = await setUpMeeting(ask)
    const [chair] = people
    if (chair === undefined) throw new Error('no chair')
    const before = (await ask('meetings.get', { meetingId })).roll
    await ask('roster.savePerson', {
      personId: chair,
      person: person('高橋　一郎', {
        kana: 'たかはし　いちろう',
        organizationName: '別の団体',
        post: '顧問',
      }),
    })
    await ask('roster.removePerson', { personId: chair })
    expect((await ask('meetings.get', { meetingId })).roll).toEqual(before)
    expect(before[0]).toMatchObject({ name: '髙橋　一郎', post: '代表', organizationName: '団体1' })
  })

  it('is filled again with who is missing, takes nobody off, and seats nobody twice', async () => {
    const { ask } = await openTestCore()
    const { councilId, meetingId } = await setUpMeeting(ask)
    expect(await ask('meetings.refillRoll', { meetingId })).toEqual({ added: 0 })
    const { personId } = await ask('roster.addPerson', {
      person: person('山口　七子'),
      membership: { councilId, ...membership() },
    })
    expect(await ask('meetings.refillRoll', { meetingId })).toEqual({ added: 1 })
    const seats = await ask('roster.listSeats', { councilId, on: day('2026-09-17') })
    const old = seats.find((each) => each.personId === personId)
    if (!old) throw new Error('no seat')
    // Gives the seat up and takes another, on the day itself.
    await ask('roster.endMembership', { membershipId: old.membershipId, on: day('2026-09-17') })
    await ask('roster.addMembership', {
      councilId,
      personId,
      membership: membership({ role: 'vice-chair', appointedOn: day('2026-09-17') }),
      despite: '会の途中で副会長に選ばれた',
    })
    expect(await ask('meetings.refillRoll', { meetingId })).toEqual({ added: 0 })
    const again = await ask('meetings.plan', planned(councilId))
    const { roll } = await ask('meetings.get', { meetingId: again.meetingId })
    expect(roll.filter((each) => each.personId === personId)).toHaveLength(1)
  })
})

describe('a meeting put right', () => {
  it('gives what is due 次回まで the day of the next meeting, with it or not at all', async () => {
    const { ask, refused } = await openTestCore()
    const { councilId, meetingId } = await setUpMeeting(ask)
    const promise = async (text: string, dueText: string) => {
      const given = { ...task(text), dueOn: null, dueText }
      return (await ask('minutes.addTask', { meetingId, agendaItemId: null, task: given })).taskId
    }
    const kept = await promise('済んだこと', '次回まで')
    await ask('tasks.setStatus', { taskId: kept, status: 'done', why: '' })
    await promise('保険を調べる', '次回まで')
    await promise('家賃を調べる', '次回')
    await promise('日程を考える', '次年度まで')
    const { councilId: _councilId, number: _number, ...fields } = planned(councilId)
    const meeting = { ...fields, audience: 0, nextStartsAt: null, nextPlace: '', note: '' }
    const dues = async () => {
      const { tasks } = await ask('meetings.get', { meetingId })
      return Object.fromEntries(tasks.map((each) => [each.text, each.dueOn]))
    }
    const before = await dues()
    const wrong = { ...meeting, nextOn: day('2026-12-10'), endsAt: time('00:01') }
    expect(await refused('meetings.save', { meetingId, meeting: wrong })).toBe('end-before-start')
    expect(await dues()).toEqual(before)
    await ask('meetings.save', { meetingId, meeting: { ...meeting, nextOn: day('2026-12-10') } })
    expect(await dues()).toEqual({
      済んだこと: null,
      保険を調べる: '2026-12-10',
      家賃を調べる: '2026-12-10',
      日程を考える: null,
    })
  })

  it('moves with its decisions into the 年度 of its new day', async () => {
    const { ask } = await openTestCore()
    const { councilId, meetingId, items } = await setUpMeeting(ask)
    const next = await ask('meetings.plan', planned(councilId, { heldOn: day('2027-04-15') }))
    const nextItems = await addUsualAgenda(ask, next.meetingId)
    const decide = async (
      meeting: typeof meetingId,
      agendaItemId: (typeof items)[number] | undefined,
      text: string,
    ) => {
      if (agendaItemId === undefined) throw new Error('no item')
      return ask('minutes.addDecision', { meetingId: meeting, agendaItemId, statementId: null, text })
    }
    await decide(next.meetingId, nextItems[4], '来年度の決定')
    await decide(meetingId, items[4], '一つめ')
    await decide(meetingId, items[5], '二つめ')
    const { heldOn: _heldOn, ...meeting } = planned(councilId)
    const { councilId: _councilId, number: _number, ...fields } = meeting
    await ask('meetings.save', {
      meetingId,
      meeting: {
        ...fields,
        heldOn: day('2027-05-13'),
        audience: 0,
        nextOn: null,
        nextStartsAt: null,
        nextPlace: '',
        note: '',
      },
    })
    const moved = await ask('meetings.get', { meetingId })
    expect([moved.fiscalYear, moved.number]).toEqual([2027, 2])
    expect(moved.decisions.map((each) => [each.fiscalYear, each.number, each.text])).toEqual([
      [2027, 2, '一つめ'],
      [2027, 3, '二つめ'],
    ])
  })

  it('taken away takes its tasks and decisions along, and gives its number back, but no number of a decision', async () => {
    const { ask, refused } = await openTestCore()
    const { councilId, meetingId, items, people } = await setUpMeeting(ask)
    const [, , , , shopping] = items
    const [chair] = people
    if (shopping === undefined || chair === undefined) throw new Error('no item or chair')
    await ask('minutes.addDecision', { meetingId, agendaItemId: shopping, statementId: null, text: '決めた' })
    await ask('minutes.addTask', {
      meetingId,
      agendaItemId: shopping,
      task: task('店に行く', { ownerPersonId: chair }),
    })
    const [first] = (await ask('meetings.get', { meetingId })).roll
    if (!first) throw new Error('empty roll')
    await ask('attendance.save', { attendanceId: first.id, patch: { presence: 'present' } })
    expect((await ask('roster.getPerson', { personId: chair })).attended).toEqual({ held: 1, counted: 1 })

    await ask('meetings.remove', { meetingId })
    expect(await refused('meetings.get', { meetingId })).toBe('not-found')
    expect(await ask('tasks.list', { councilId: null, openOnly: false })).toEqual([])
    expect(await ask('roster.getPerson', { personId: chair })).toMatchObject({
      openTasks: [],
      attended: { held: 0, counted: 0 },
    })
    const again = await ask('meetings.plan', planned(councilId))
    const [item1] = await addUsualAgenda(ask, again.meetingId)
    if (item1 === undefined) throw new Error('no item')
    const { number } = await ask('minutes.addDecision', {
      meetingId: again.meetingId,
      agendaItemId: item1,
      statementId: null,
      text: '改めて決めた',
    })
    // 第1号 of the meeting that was taken away may have been handed out.
    expect([number, (await ask('meetings.get', { meetingId: again.meetingId })).number]).toEqual([2, 1])
  })
})

describe('the agenda', () => {
  it('is added to, moved and taken from in order, and numbered as it stands', async () => {
    const { ask } = await openTestCore()
    const { meetingId, items } = await setUpMeeting(ask)
    const outline = async () =>
      (await ask('meetings.get', { meetingId })).agenda.map((each) => `${each.citation} ${each.title}`)
    expect(await outline()).toEqual([
      ' 開会',
      '１ 報告',
      '１(1) 前回の宿題について',
      '２ 協議',
      '２(1) 買い物支援について',
      '２(2) 集いの場について',
      ' 閉会',
    ])
    const [, , , , shopping, gathering, closing] = items
    if (shopping === undefined || gathering === undefined || closing === undefined) throw new Error('no item')
    await ask('meetings.addAgendaItem', { meetingId, item: item('間に入る'), after: shopping })
    await ask('meetings.moveAgendaItem', { agendaItemId: gathering, by: -1 })
    await ask('meetings.moveAgendaItem', { agendaItemId: closing, by: 1 })
    await ask('meetings.saveAgendaItem', { agendaItemId: shopping, item: item('買い物', { level: 3 }) })
    await ask('meetings.addAgendaItem', {
      meetingId,
      item: item('最後', { level: 1, kind: 'other' }),
      after: null,
    })
    expect((await outline()).slice(3)).toEqual([
      '２ 協議',
      '２ア 買い物',
      '２(1) 集いの場について',
      '２(2) 間に入る',
      ' 閉会',
      '３ 最後',
    ])
    await ask('meetings.removeAgendaItem', { agendaItemId: closing })
    expect((await outline()).slice(-2)).toEqual(['２(2) 間に入る', '３ 最後'])
  })

  it('does not let go of an item under which something was said, decided or promised', async () => {
    const { ask, core, refused } = await openTestCore()
    const { meetingId, items } = await setUpMeeting(ask)
    const [, , report, , shopping, gathering] = items
    if (report === undefined || shopping === undefined || gathering === undefined) throw new Error('no item')
    const { statementId } = await ask('minutes.addStatement', {
      meetingId,
      statement: line(report, '報告します。'),
      after: null,
    })
    await ask('minutes.addDecision', { meetingId, agendaItemId: shopping, statementId: null, text: '決めた' })
    await ask('minutes.addTask', { meetingId, agendaItemId: gathering, task: task('調べる') })
    for (const agendaItemId of [report, shopping, gathering])
      expect(await refused('meetings.removeAgendaItem', { agendaItemId })).toBe('still-in-minutes')
    expect(await core.dispatch('meetings.removeAgendaItem', { agendaItemId: report })).toMatchObject({
      error: { details: { name: '前回の宿題について' } },
    })
    await ask('minutes.removeStatement', { statementId })
    await ask('meetings.removeAgendaItem', { agendaItemId: report })
    // A line cannot come back to where its item no longer is.
    expect(await refused('minutes.restoreStatement', { statementId })).toBe('not-found')
  })

  it('takes no item from behind one of another meeting', async () => {
    const { ask, refused } = await openTestCore()
    const { councilId, items } = await setUpMeeting(ask)
    const other = await ask('meetings.plan', planned(councilId))
    expect(
      await refused('meetings.addAgendaItem', {
        meetingId: other.meetingId,
        item: item('x'),
        after: items[0],
      }),
    ).toBe('not-found')
  })

  it('says what a meeting still lacks, step by step', async () => {
    const { ask } = await openTestCore()
    const { councilId, meetingId, items } = await setUpMeeting(ask)
    const [, , , , shopping] = items
    if (shopping === undefined) throw new Error('no item')
    await ask('meetings.saveAgendaItem', {
      agendaItemId: shopping,
      item: item('買い物支援について', { plannedMinutes: 130 }),
    })
    await ask('minutes.addTask', { meetingId, agendaItemId: null, task: task('誰かがやる', { owner: '' }) })
    const lacks = (await ask('meetings.get', { meetingId })).lacks.map(({ step, code, count }) => [
      step,
      code,
      count,
    ])
    expect(lacks).toEqual([
      ['prepare', 'planned-minutes-missing', 4],
      ['prepare', 'over-time', 10],
      ['prepare', 'notice-not-sent', 1],
      ['prepare', 'replies-waiting', 6],
      ['day', 'presence-unmarked', 6],
      ['minutes', 'no-statements', 1],
      ['minutes', 'undecided-items', 2],
      ['minutes', 'tasks-without-owner', 1],
      ['minutes', 'minutes-not-confirmed', 1],
      ['report', 'summary-not-sent', 1],
      ['report', 'report-not-submitted', 1],
    ])
    const bare = await ask('meetings.plan', planned(councilId))
    expect((await ask('meetings.get', { meetingId: bare.meetingId })).lacks[0]?.code).toBe('no-agenda')
  })
})
