import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { fixture } from '../full-world.ts'
import { type Ask, day, eastern, membership, person, planned, setUpCouncil, task } from '../small-council.ts'

async function openHome() {
  const clock = { at: new Date('2026-09-17T13:30:00+09:00') }
  const opened = await openTestCore(undefined, clock)
  const council = await setUpCouncil(opened.ask)
  const { ask } = opened
  const plan = async (heldOn: string) =>
    (await ask('meetings.plan', planned(council.councilId, { heldOn: day(heldOn) }))).meetingId
  const home = () => ask('home.get', { councilId: council.councilId })
  return { ...opened, ...council, clock, plan, home }
}

const addMember = async (
  ask: Ask,
  councilId: Awaited<ReturnType<typeof setUpCouncil>>['councilId'],
  more: Parameters<typeof person>[1],
  seat: Parameters<typeof membership>[0] = {},
) =>
  ask('roster.addPerson', {
    person: person('山口　七子', more),
    membership: { councilId, ...membership(seat) },
  })

describe('home', () => {
  it('is empty but whole before the first meeting', async () => {
    const { ask } = await openTestCore()
    expect(await ask('home.get', { councilId: null })).toMatchObject({
      next: null,
      unfinished: [],
      tasks: [],
      openTaskCount: 0,
      overdueTaskCount: 0,
      waiting: [],
      endingTerms: [],
      table: { members: 0, crossing: 0, without: 0 },
    })
  })

  it('shows the next meeting with the days left, today’s until it is confirmed', async () => {
    const { ask, plan, home } = await openHome()
    await plan('2026-07-16')
    const today = await plan('2026-09-17')
    const later = await plan('2026-10-01')
    expect((await home()).next).toMatchObject({ id: today, daysLeft: 0 })
    await ask('minutes.confirm', { meetingId: today, confirmedBy: '戸田' })
    expect((await home()).next).toMatchObject({ id: later, daysLeft: 14 })
  })

  it('reminds of minutes and reports until both are done, at once after confirming', async () => {
    const { ask, core, clock, plan, home } = await openHome()
    const meetingId = await plan('2026-09-17')
    const unfinished = async () => (await home()).unfinished.map((each) => [each.id, each.confirmed])
    expect(await unfinished()).toEqual([])
    clock.at = new Date('2026-09-18T09:00:00+09:00')
    expect(await unfinished()).toEqual([[meetingId, false]])
    clock.at = new Date('2026-09-17T17:00:00+09:00')
    await ask('minutes.confirm', { meetingId, confirmedBy: '戸田' })
    expect(await unfinished()).toEqual([[meetingId, true]])
    const file = core.files.put('開催報告書.xlsx', fixture('kaisai-houkokusho.xlsx'))
    const form = await ask('forms.add', { file: file.token, mapping: null })
    await ask('forms.submit', {
      formId: form.id,
      meetingId,
      submittedOn: day('2026-09-17'),
      addressee: '市長',
    })
    expect(await unfinished()).toEqual([])
  })

  it('counts open tasks and those overdue, a task of today not yet', async () => {
    const { ask, plan, home } = await openHome()
    const meetingId = await plan('2026-09-17')
    for (const dueOn of ['2026-09-16', '2026-09-17', '2026-09-18', null])
      await ask('minutes.addTask', {
        meetingId,
        agendaItemId: null,
        task: task(dueOn ?? '日なし', { dueOn: dueOn === null ? null : day(dueOn) }),
      })
    const { tasks, openTaskCount, overdueTaskCount } = await home()
    expect(tasks.map((each) => each.text)).toEqual(['2026-09-16', '2026-09-17', '2026-09-18', '日なし'])
    expect([openTaskCount, overdueTaskCount]).toEqual([4, 1])
    await ask('meetings.remove', { meetingId })
    expect((await home()).openTaskCount).toBe(0)
  })

  it('names who has not replied, meeting by meeting', async () => {
    const { ask, plan, home } = await openHome()
    const meetingId = await plan('2026-10-01')
    const { roll } = await ask('meetings.get', { meetingId })
    for (const each of roll.slice(1))
      await ask('attendance.save', { attendanceId: each.id, patch: { reply: 'attend' } })
    expect((await home()).waiting.map((each) => each.names)).toEqual([['髙橋　一郎']])
    for (const each of roll)
      await ask('attendance.save', { attendanceId: each.id, patch: { reply: 'absent' } })
    expect((await home()).waiting).toEqual([])
  })

  it('counts who sits at the table: each person once, in each of her sectors; 分野横断 is derived', async () => {
    const { ask, councilId, home } = await openHome()
    await addMember(ask, councilId, { sectors: ['elderly', 'youth'] })
    await addMember(ask, councilId, { sectors: ['elderly'] })
    await addMember(ask, councilId, { sectors: ['children'] }, { role: 'observer' })
    await addMember(ask, councilId, { sectors: ['children'] }, { appointedOn: day('2026-10-01') })
    const expected = {
      members: 6,
      bySector: { elderly: 2, disability: 0, children: 0, youth: 1 },
      crossing: 1,
      without: 4,
    }
    expect((await home()).table).toEqual(expected)
    const { councilId: other } = await ask('councils.add', { ...eastern, name: '第１層' })
    const [chair] = await ask('roster.listSeats', { councilId, on: day('2026-09-17') })
    if (!chair) throw new Error('no chair')
    await ask('roster.addMembership', {
      councilId: other,
      personId: chair.personId,
      membership: membership(),
    })
    expect((await ask('home.get', { councilId: null })).table).toEqual(expected)
    expect((await ask('home.get', { councilId: other })).table.members).toBe(1)
  })

  it('shows terms that end within ninety days or have run out', async () => {
    const { ask, councilId, home } = await openHome()
    for (const termTo of ['2026-03-31', '2026-12-16', '2026-12-17'])
      await addMember(ask, councilId, {}, { termFrom: null, appointedOn: null, termTo: day(termTo) })
    expect((await home()).endingTerms.map((each) => each.termTo)).toEqual(['2026-03-31', '2026-12-16'])
  })
})
