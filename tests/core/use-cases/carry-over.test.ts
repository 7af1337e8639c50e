import { describe, expect, it } from 'vitest'
import type { GivenTo } from '#shared/contract/contract.ts'
import type { AgendaItemId, MeetingId } from '#shared/domain/ids.ts'
import { openTestCore } from '../core-harness.ts'
import {
  addUsualAgenda,
  type Ask,
  day,
  eastern,
  item,
  membership,
  planned,
  setUpCouncil,
  setUpMeeting,
  task,
  time,
} from '../small-council.ts'

type How = GivenTo<'meetings.takeCarryOver'>['items'][number]['how']

const take = (agendaItemId: AgendaItemId, how: How, why = '') => ({ agendaItemId, how, why })

/** Three meetings of a council, in September, November and January, while it is September; the first has the usual agenda. */
async function threeMeetings() {
  const clock = { at: new Date('2026-09-17T13:30:00+09:00') }
  const opened = await openTestCore(undefined, clock)
  const { ask } = opened
  const meeting = await setUpMeeting(ask)
  const { meetingId: second } = await ask(
    'meetings.plan',
    planned(meeting.councilId, { heldOn: day('2026-11-19') }),
  )
  const { meetingId: third } = await ask(
    'meetings.plan',
    planned(meeting.councilId, { heldOn: day('2027-01-21') }),
  )
  const itemId = (position: number): AgendaItemId => {
    const found = meeting.items[position]
    if (found === undefined) throw new Error('no item')
    return found
  }
  const offered = async (meetingId: MeetingId | null) => {
    const { items, tasks } = await ask('meetings.listCarryOver', { councilId: meeting.councilId, meetingId })
    return {
      items: items.map((each) => `${String(each.from.number)}:${each.title}`),
      tasks: tasks.map((each) => each.text),
    }
  }
  return { ...opened, ...meeting, clock, first: meeting.meetingId, second, third, itemId, offered }
}

const titles = async (ask: Ask, meetingId: MeetingId): Promise<readonly string[]> =>
  (await ask('meetings.get', { meetingId })).agenda.map((each) => `${each.citation} ${each.title}`)

describe('what a meeting leaves', () => {
  it('is what is undecided of 協議 and what is 継続, headings apart; a flat agenda too', async () => {
    const { ask, first, second, offered, itemId } = await threeMeetings()
    expect((await offered(second)).items).toEqual(['1:買い物支援について', '1:集いの場について'])
    await ask('meetings.setItemOutcome', { agendaItemId: itemId(2), outcome: 'continued' })
    await ask('meetings.setItemOutcome', { agendaItemId: itemId(4), outcome: 'done' })
    await ask('meetings.addAgendaItem', {
      meetingId: first,
      item: item('見守りについて', { level: 1 }),
      after: itemId(5),
    })
    expect((await offered(second)).items).toEqual([
      '1:前回の宿題について',
      '1:集いの場について',
      '1:見守りについて',
    ])
  })

  it('is not yet what lies ahead: only a past or confirmed meeting leaves something undecided', async () => {
    const { ask, clock, second, third, offered } = await threeMeetings()
    await addUsualAgenda(ask, second)
    expect((await offered(third)).items).toEqual(['1:買い物支援について', '1:集いの場について'])
    expect((await offered(null)).items).toHaveLength(2)
    clock.at = new Date('2026-11-19T16:00:00+09:00')
    expect((await offered(third)).items).toHaveLength(4)
    // And nothing of a meeting to itself or to an earlier one.
    expect((await offered(second)).items).toHaveLength(2)
  })

  it('of an earlier hour of the same day is offered to the later one', async () => {
    const { ask, councilId, offered, first } = await threeMeetings()
    const { meetingId } = await ask(
      'meetings.plan',
      planned(councilId, { startsAt: time('18:00'), endsAt: null }),
    )
    expect((await offered(meetingId)).items).toHaveLength(2)
    expect((await offered(first)).items).toHaveLength(0)
  })

  it('stays with its council', async () => {
    const { ask, refused, people, itemId, second } = await threeMeetings()
    const { councilId } = await ask('councils.add', { ...eastern, name: '第１層協議体' })
    const [chair] = people
    if (chair === undefined) throw new Error('no chair')
    await ask('roster.addMembership', { councilId, personId: chair, membership: membership() })
    const { meetingId } = await ask('meetings.plan', planned(councilId, { heldOn: day('2026-12-01') }))
    expect((await ask('meetings.listCarryOver', { councilId, meetingId })).items).toEqual([])
    expect(await refused('meetings.listCarryOver', { councilId, meetingId: second })).toBe('not-found')
    expect(await refused('meetings.listCarryOver', { councilId, meetingId: '0'.repeat(26) })).toBe(
      'not-found',
    )
    expect(
      await refused('meetings.takeCarryOver', { meetingId, items: [take(itemId(4), 'moved')], tasks: [] }),
    ).toBe('conflict')
  })

  it('tells what was promised for the next time', async () => {
    const { ask, councilId, first, second } = await threeMeetings()
    const { councilId: _council, number: _number, ...fields } = planned(councilId)
    await ask('meetings.save', {
      meetingId: first,
      meeting: {
        ...fields,
        audience: 0,
        nextOn: day('2026-11-19'),
        nextStartsAt: time('10:00'),
        nextPlace: '西部公民館',
        note: '',
      },
    })
    expect((await ask('meetings.listCarryOver', { councilId, meetingId: second })).promised).toEqual({
      nextOn: '2026-11-19',
      nextStartsAt: '10:00',
      nextPlace: '西部公民館',
    })
  })
})

describe('taking over', () => {
  it('moves on: there 継続, here undecided anew, and offered once only', async () => {
    const { ask, refused, first, second, third, offered, itemId } = await threeMeetings()
    await addUsualAgenda(ask, second)
    await ask('meetings.takeCarryOver', { meetingId: second, items: [take(itemId(4), 'moved')], tasks: [] })
    expect((await offered(second)).items).toEqual(['1:集いの場について'])
    expect((await offered(third)).items).toEqual(['1:集いの場について'])
    const there = (await ask('meetings.get', { meetingId: first })).agenda[4]
    expect(there?.outcome).toBe('continued')
    const { agenda } = await ask('meetings.get', { meetingId: second })
    // At the end of 協議, before 閉会, under a number of its own.
    expect(await titles(ask, second)).toContain('２(3) 買い物支援について')
    expect(agenda.at(-1)?.title).toBe('閉会')
    expect(agenda.find((each) => each.carriedFrom !== null)).toMatchObject({
      title: '買い物支援について',
      outcome: 'open',
      carriedFrom: '第1回',
    })
    expect(
      await refused('meetings.takeCarryOver', {
        meetingId: third,
        items: [take(itemId(4), 'moved')],
        tasks: [],
      }),
    ).toBe('conflict')
    expect(
      await refused('meetings.takeCarryOver', {
        meetingId: third,
        items: [take(itemId(5), 'moved'), take(itemId(5), 'copied')],
        tasks: [],
      }),
    ).toBe('conflict')
    expect((await offered(third)).items).toEqual(['1:集いの場について'])
  })

  it('copies: there it stays as it was', async () => {
    const { ask, first, second, offered, itemId } = await threeMeetings()
    await ask('meetings.takeCarryOver', { meetingId: second, items: [take(itemId(5), 'copied')], tasks: [] })
    expect((await ask('meetings.get', { meetingId: first })).agenda[5]?.outcome).toBe('open')
    expect((await offered(second)).items).toEqual(['1:買い物支援について'])
    // No 協議 and no 閉会 yet: a section of its own.
    expect(await titles(ask, second)).toEqual(['１ 集いの場について'])
  })

  it('ends with a word why, without touching minutes that are confirmed', async () => {
    const { ask, first, second, third, offered, itemId } = await threeMeetings()
    await ask('meetings.takeCarryOver', {
      meetingId: second,
      items: [take(itemId(4), 'ended', '店がなくなった')],
      tasks: [],
    })
    expect((await ask('meetings.get', { meetingId: first })).agenda[4]?.outcome).toBe('done')
    await ask('meetings.setItemOutcome', { agendaItemId: itemId(5), outcome: 'continued' })
    await ask('minutes.confirm', { meetingId: first, confirmedBy: '戸田' })
    const confirmed = (await ask('meetings.get', { meetingId: first })).agenda
    await ask('meetings.takeCarryOver', {
      meetingId: second,
      items: [take(itemId(5), 'ended', 'やめた')],
      tasks: [],
    })
    expect((await ask('meetings.get', { meetingId: first })).agenda).toEqual(confirmed)
    expect((await offered(second)).items).toEqual([])
    expect((await offered(third)).items).toEqual([])
  })

  it('over three meetings loses nothing: what is taken away again is offered anew', async () => {
    const { ask, clock, first, second, third, offered, itemId } = await threeMeetings()
    await ask('meetings.takeCarryOver', { meetingId: second, items: [take(itemId(4), 'moved')], tasks: [] })
    clock.at = new Date('2026-11-20T09:00:00+09:00')
    expect((await offered(third)).items).toEqual(['1:集いの場について', '2:買い物支援について'])
    const [carried] = (await ask('meetings.get', { meetingId: second })).agenda
    if (!carried) throw new Error('nothing carried')
    await ask('meetings.takeCarryOver', { meetingId: third, items: [take(carried.id, 'moved')], tasks: [] })
    expect((await offered(third)).items).toEqual(['1:集いの場について'])
    expect((await ask('meetings.get', { meetingId: third })).agenda[0]?.carriedFrom).toBe('第2回')

    await ask('meetings.remove', { meetingId: third })
    expect((await offered(null)).items).toEqual(['1:集いの場について', '2:買い物支援について'])
    await ask('meetings.removeAgendaItem', { agendaItemId: carried.id })
    expect((await offered(null)).items).toEqual(['1:買い物支援について', '1:集いの場について'])
    expect((await ask('meetings.get', { meetingId: first })).locked).toBe(false)
  })

  it('carries tasks until they are done, each to a meeting once', async () => {
    const { ask, refused, first, second, third, offered } = await threeMeetings()
    const add = async (text: string, on: string | null) =>
      (
        await ask('minutes.addTask', {
          meetingId: first,
          agendaItemId: null,
          task: task(text, { dueOn: on === null ? null : day(on) }),
        })
      ).taskId
    const someday = await add('いつか', null)
    const soon = await add('すぐ', '2026-10-01')
    const later = await add('あとで', '2026-12-01')
    expect((await offered(second)).tasks).toEqual(['すぐ', 'あとで', 'いつか'])
    const carry = (taskId: typeof soon) => ({ taskId, how: 'carried', why: '' }) as const
    await ask('meetings.takeCarryOver', {
      meetingId: second,
      items: [],
      tasks: [carry(soon), { taskId: later, how: 'ended', why: 'いらなくなった' }],
    })
    expect((await offered(second)).tasks).toEqual(['いつか'])
    expect(
      await refused('meetings.takeCarryOver', { meetingId: second, items: [], tasks: [carry(soon)] }),
    ).toBe('conflict')
    // Still open, so the next but one is offered it as well.
    expect((await offered(third)).tasks).toEqual(['すぐ', 'いつか'])
    expect((await offered(first)).tasks).toEqual([])
    await ask('tasks.setStatus', { taskId: soon, status: 'done', why: '' })
    expect(
      await refused('meetings.takeCarryOver', { meetingId: third, items: [], tasks: [carry(soon)] }),
    ).toBe('conflict')
    expect(
      await refused('meetings.takeCarryOver', { meetingId: third, items: [], tasks: [carry(later)] }),
    ).toBe('conflict')
    await ask('tasks.setStatus', { taskId: someday, status: 'continued', why: '' })
    await ask('meetings.takeCarryOver', { meetingId: third, items: [], tasks: [carry(someday)] })
    const all = await ask('tasks.list', { councilId: null, openOnly: false })
    expect(new Map(all.map((each) => [each.text, each.status]))).toEqual(
      new Map([
        ['すぐ', 'done'],
        ['あとで', 'dropped'],
        ['いつか', 'continued'],
      ]),
    )
  })

  it('into a confirmed meeting is refused', async () => {
    const { ask, refused } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    const { meetingId } = await ask('meetings.plan', planned(councilId))
    await ask('minutes.confirm', { meetingId, confirmedBy: '戸田' })
    expect(await refused('meetings.takeCarryOver', { meetingId, items: [], tasks: [] })).toBe(
      'minutes-locked',
    )
  })
})
