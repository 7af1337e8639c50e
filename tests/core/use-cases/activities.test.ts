import { describe, expect, it } from 'vitest'
import { activity, coordinator, kindNamed } from '../coordinator-records.ts'
import { openTestCore } from '../core-harness.ts'
import { resource } from '../local-records.ts'
import { day, need, setUpMeeting, time } from '../small-council.ts'

async function twoCoordinators() {
  const core = await openTestCore()
  const meeting = await setUpMeeting(core.ask)
  const [first, second] = meeting.people
  if (first === undefined || second === undefined) throw new Error('nobody')
  const add = async (personId: typeof first) =>
    (await core.ask('coordinators.add', { coordinator: coordinator(personId) })).coordinatorId
  return {
    ...core,
    ...meeting,
    first: await add(first),
    second: await add(second),
    visit: await kindNamed(core.ask, '自治会'),
    council: await kindNamed(core.ask, '第２層協議体'),
  }
}

const september = { from: day('2026-09-01'), to: day('2026-09-30'), coordinatorId: null }

describe('the diary', () => {
  it('keeps an entry with all it is tied to, newest first', async () => {
    const { ask, first, visit, people, councilId, meetingId } = await twoCoordinators()
    const { needId } = await ask('needs.add', { need: need(councilId, '集まる場所がない') })
    const { resourceId } = await ask('resources.add', { resource: resource('さくらサロン') })
    const [personId] = people
    if (personId === undefined) throw new Error('nobody')
    const { activityId } = await ask('activities.add', {
      activity: activity(first, visit, {
        personIds: [personId],
        needIds: [needId],
        resourceIds: [resourceId],
        meetingId,
        insight: '男の人が少ない',
        nextStep: '自治会長に話す',
        nextOn: day('2026-09-30'),
      }),
    })
    await ask('activities.add', {
      activity: activity(first, visit, { actedOn: day('2026-09-16'), content: '電話で打ち合わせた' }),
    })
    const [newest, older] = await ask('activities.list', september)
    expect(older?.content).toBe('電話で打ち合わせた')
    expect(newest).toMatchObject({
      id: activityId,
      heading: 'network',
      kindName: '自治会・町内会等への訪問',
      areaName: '東部圏域',
      coordinators: [{ name: '髙橋　一郎' }],
      people: [{ id: personId, name: '髙橋　一郎' }],
      needs: [{ id: needId, name: '集まる場所がない' }],
      resources: [{ id: resourceId, name: 'さくらサロン' }],
      organizations: [],
      meetingName: '青羽市第２層協議体（東部圏域）　第1回',
    })
    await ask('activities.save', { activityId, activity: activity(first, visit, { needIds: [needId] }) })
    expect(await ask('activities.get', { activityId })).toMatchObject({
      people: [],
      resources: [],
      needs: [{ id: needId }],
      meetingId: null,
    })
    await ask('activities.remove', { activityId })
    expect(await ask('activities.list', september)).toHaveLength(1)
    await ask('activities.restore', { activityId })
    expect(await ask('activities.list', september)).toHaveLength(2)
  })

  it('refuses what names nothing, or ends without having begun', async () => {
    const { ask, refused, first, visit } = await twoCoordinators()
    const unknown = '0'.repeat(26)
    const given = activity(first, visit)
    expect(await refused('activities.add', { activity: { ...given, coordinatorIds: [unknown] } })).toBe(
      'not-found',
    )
    expect(await refused('activities.add', { activity: { ...given, kindId: unknown } })).toBe('not-found')
    expect(await refused('activities.add', { activity: { ...given, needIds: [unknown] } })).toBe('not-found')
    expect(await refused('activities.add', { activity: { ...given, startsAt: null } })).toBe('invalid-input')
    expect(await refused('activities.add', { activity: { ...given, coordinatorIds: [] } })).toBe(
      'invalid-input',
    )
    expect(await refused('activities.add', { activity: { ...given, content: ' ' } })).toBe('invalid-input')
    expect(await ask('activities.list', september)).toEqual([])
  })

  it('can be put right when what it names has gone since', async () => {
    const { ask, first, visit, people } = await twoCoordinators()
    const [, , personId] = people
    if (personId === undefined) throw new Error('nobody')
    const given = activity(first, visit, { personIds: [personId] })
    const { activityId } = await ask('activities.add', { activity: given })
    await ask('roster.removePerson', { personId })
    await ask('activities.save', { activityId, activity: { ...given, content: 'なおした' } })
    expect((await ask('activities.get', { activityId })).content).toBe('なおした')
  })

  it('takes an entry over midnight for the day on which it began', async () => {
    const { ask, first, visit } = await twoCoordinators()
    await ask('activities.add', {
      activity: activity(first, visit, {
        actedOn: day('2026-09-30'),
        startsAt: time('22:00'),
        endsAt: time('01:00'),
        content: '夜の見守りに同行した',
      }),
    })
    expect(await ask('activities.list', september)).toMatchObject([
      { actedOn: '2026-09-30', endsAt: '01:00' },
    ])
    const figures = await ask('activities.figures', { fiscalYear: 2026, coordinatorId: null, areaName: null })
    expect(figures.total[5]).toBe(1)
    expect(figures.total[6]).toBe(0)
    expect(figures.worked[5]).toEqual({ days: 1, halfDays: 1, minutes: 180 })
  })

  it('counts a meeting at which two coordinators were once, and each one’s time', async () => {
    const { ask, first, second, council, meetingId } = await twoCoordinators()
    const at = (who: typeof first) =>
      ask('activities.add', { activity: activity(who, council, { meetingId, method: 'meeting' }) })
    const { activityId } = await at(first)
    await at(second)
    const all = { fiscalYear: 2026, coordinatorId: null, areaName: null }
    const figures = await ask('activities.figures', all)
    expect(figures.byKind.find((row) => row.key.id === council)?.months[5]).toBe(1)
    expect(figures.byMethod.find((row) => row.key === 'meeting')?.months[5]).toBe(1)
    expect(figures.worked[5]).toEqual({ days: 2, halfDays: 2, minutes: 120 })
    const own = await ask('activities.figures', { ...all, coordinatorId: second })
    expect(own.total[5]).toBe(1)
    expect(own.worked[5]).toEqual({ days: 1, halfDays: 1, minutes: 60 })
    // Joined instead of written twice: the same.
    await ask('activities.join', { activityId, coordinatorId: second })
    await ask('activities.join', { activityId, coordinatorId: second })
    expect((await ask('activities.get', { activityId })).coordinators).toHaveLength(2)
    expect((await ask('activities.figures', all)).total[5]).toBe(1)
  })

  it('offers the last entries that differ as patterns', async () => {
    const { ask, first, second, visit, council } = await twoCoordinators()
    await ask('activities.add', { activity: activity(first, visit) })
    await ask('activities.add', { activity: activity(first, council, { place: '公民館' }) })
    await ask('activities.add', { activity: activity(first, visit, { content: '同じ所へもう一度' }) })
    const patterns = await ask('activities.patterns', { coordinatorId: first })
    expect(patterns.map((each) => each.content)).toEqual([
      '同じ所へもう一度',
      'サロンのようすを見せてもらった',
    ])
    expect(await ask('activities.patterns', { coordinatorId: second })).toEqual([])
  })

  it('keeps in mind what is to be followed up until it is done', async () => {
    const { ask, refused, first, visit, councilId } = await twoCoordinators()
    const add = async (nextStep: string, nextOn: string | null) =>
      (
        await ask('activities.add', {
          activity: activity(first, visit, { nextStep, nextOn: nextOn === null ? null : day(nextOn) }),
        })
      ).activityId
    await add('いつか', null)
    const late = await add('電話する', '2026-09-20')
    await add('もう一度行く', '2026-10-20')
    const nothing = await add('', null)
    const texts = async () => (await ask('activities.followUps', {})).map((each) => each.nextStep)
    expect(await texts()).toEqual(['電話する', 'もう一度行く', 'いつか'])
    expect((await ask('home.get', { councilId })).followUps).toMatchObject([
      { nextStep: '電話する', who: '髙橋　一郎' },
    ])
    await ask('activities.setFollowedUp', { activityId: late, doneOn: day('2026-09-17') })
    expect(await texts()).toEqual(['もう一度行く', 'いつか'])
    await ask('activities.setFollowedUp', { activityId: late, doneOn: null })
    expect(await texts()).toHaveLength(3)
    expect(await refused('activities.setFollowedUp', { activityId: nothing, doneOn: '2026-09-17' })).toBe(
      'not-found',
    )
  })

  it('is found by any of its words, in its 年度', async () => {
    const { ask, first, visit } = await twoCoordinators()
    const { activityId } = await ask('activities.add', {
      activity: activity(first, visit, { actedOn: day('2027-02-01'), insight: '囲碁の好きな人が多い' }),
    })
    const find = async (text: string, fiscalYear: number | null = null) =>
      (await ask('search.find', { text, fiscalYear })).map((each) => each.place)
    const place = { part: 'activity', activityId, actedOn: '2027-02-01' }
    expect(await find('囲碁')).toEqual([place])
    expect(await find('さくら', 2026)).toEqual([place])
    expect(await find('囲碁', 2027)).toEqual([])
    await ask('activities.remove', { activityId })
    expect(await find('囲碁')).toEqual([])
  })
})

describe('kinds of activity', () => {
  it('are the office’s own, and stay while the diary has them', async () => {
    const { ask, refused, first, visit } = await twoCoordinators()
    const { kindId } = await ask('activityKinds.add', {
      kind: { heading: 'network', name: '学校との話し合い', unit: '回' },
    })
    await ask('activityKinds.save', { kindId, kind: { heading: 'matching', name: '学校へ', unit: '件' } })
    expect((await ask('activityKinds.list', {})).find((kind) => kind.id === kindId)).toEqual({
      id: kindId,
      heading: 'matching',
      name: '学校へ',
      unit: '件',
    })
    const under = async (): Promise<readonly string[]> =>
      (await ask('activityKinds.list', {}))
        .filter((kind) => kind.heading === 'matching')
        .map((kind) => kind.name)
    const before = await under()
    await ask('activityKinds.move', { kindId, by: -1 })
    expect(await under()).toEqual([...before.slice(0, -2), '学校へ', before.at(-2)])
    await ask('activities.add', { activity: activity(first, visit) })
    expect(await refused('activityKinds.remove', { kindId: visit })).toBe('in-use-elsewhere')
    await ask('activityKinds.remove', { kindId })
    expect((await ask('activityKinds.list', {})).some((kind) => kind.id === kindId)).toBe(false)
  })
})

describe('coordinators', () => {
  it('stand in order of office, and stay while they have a diary', async () => {
    const { ask, refused, first, second, visit, people } = await twoCoordinators()
    const [personId] = people
    if (personId === undefined) throw new Error('nobody')
    expect(
      await refused('coordinators.add', {
        coordinator: coordinator(personId, { toOn: day('2026-03-31') }),
      }),
    ).toBe('end-before-start')
    await ask('coordinators.save', {
      coordinatorId: first,
      coordinator: coordinator(personId, { toOn: day('2026-08-31') }),
    })
    expect((await ask('coordinators.list', {})).map((each) => each.id)).toEqual([second, first])
    await ask('activities.add', { activity: activity(first, visit) })
    expect(await refused('coordinators.remove', { coordinatorId: first })).toBe('in-use-elsewhere')
    await ask('coordinators.remove', { coordinatorId: second })
    await ask('coordinators.restore', { coordinatorId: second })
    expect(await ask('coordinators.list', {})).toHaveLength(2)
  })
})
