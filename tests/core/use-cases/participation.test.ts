import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { day, group, membership, need, outreach, person, setUpCouncil } from '../small-council.ts'

const on = day('2026-09-17')

async function openWithGroups() {
  const opened = await openTestCore()
  const { councilId } = await setUpCouncil(opened.ask)
  const add = async (name: string, more: Parameters<typeof group>[1]) =>
    (await opened.ask('organizations.add', { organization: group(name, more) })).organizationId
  const youth = await add('青羽高校ボランティア部', {
    kind: 'youth-support',
    sectors: ['youth'],
    areaName: '東部',
  })
  await add('西部の若者の会', { kind: 'youth-support', sectors: ['youth'], areaName: '西部圏域' })
  return { ...opened, councilId, youth }
}

describe('participation', () => {
  it('counts members in office by sector and family, with the sectors of their group where they have none', async () => {
    const { ask, councilId } = await openWithGroups()
    await ask('organizations.add', {
      organization: group('ひまわり会', { kind: 'nonprofit', sectors: ['children', 'youth'] }),
    })
    await ask('roster.addPerson', {
      person: person('山口　七子', { organizationName: 'ひまわり会' }),
      membership: { councilId, ...membership() },
    })
    const { members, gaps, years } = await ask('participation.get', { councilId, on })
    // 会長, 副会長, two 委員 and the new one: observer and 事務局 sit by, they are no members.
    expect(members).toHaveLength(5)
    expect(members.find((each) => each.name === '山口　七子')).toMatchObject({
      kind: 'nonprofit',
      family: 'thematic',
      sectors: ['children', 'youth'],
    })
    expect(gaps).not.toContainEqual(expect.objectContaining({ sector: 'youth', column: 'thematic' }))
    expect(gaps).toContainEqual({ sector: 'elderly', column: 'thematic', candidates: 0 })
    expect(years).toEqual([
      expect.objectContaining({ fiscalYear: 2026, members: 5, crossing: 1, filled: 2, wanted: 12 }),
    ])
  })

  it('suggests groups of the area for a gap, and none of another area', async () => {
    const { ask, councilId } = await openWithGroups()
    const gap = { councilId, sector: 'youth', column: 'thematic', on } as const
    expect((await ask('participation.suggest', gap)).map((each) => each.name)).toEqual([
      '青羽高校ボランティア部',
    ])
  })

  it('tells how many 地域課題 of a sector are open: what speaks for filling a gap', async () => {
    const { ask, councilId } = await openWithGroups()
    const add = async (text: string) =>
      (await ask('needs.add', { need: need(councilId, text, { sectors: ['youth', 'children'] }) })).needId
    await add('放課後の居場所がない')
    const settled = await add('通学路が暗い')
    const { openNeeds } = await ask('participation.get', { councilId, on })
    expect(openNeeds).toEqual({ elderly: 0, disability: 0, children: 2, youth: 2 })
    await ask('needs.setStatus', { needId: settled, status: 'settled', because: '街灯が付いた' })
    expect((await ask('participation.get', { councilId, on })).openNeeds.youth).toBe(1)
  })

  it('lets a council say which cells matter', async () => {
    const { ask, councilId } = await openWithGroups()
    const need = { councilId, sector: 'youth', column: 'thematic' } as const
    await ask('participation.setNeed', { ...need, needed: false })
    expect((await ask('participation.get', { councilId, on })).gaps).toHaveLength(11)
    await ask('participation.setNeed', { ...need, needed: true })
    await ask('participation.setNeed', { ...need, column: 'business', needed: true })
    expect((await ask('participation.get', { councilId, on })).gaps).toHaveLength(13)
  })

  it('tells how the table was in earlier years', async () => {
    const { ask, councilId } = await openWithGroups()
    await ask('roster.addPerson', {
      person: person('昔の人', { sectors: ['elderly'] }),
      membership: {
        councilId,
        ...membership({
          termFrom: day('2024-04-01'),
          termTo: day('2026-03-31'),
          appointedOn: day('2024-04-01'),
        }),
      },
    })
    const { years } = await ask('participation.get', { councilId, on })
    expect(years.map((year) => [year.fiscalYear, year.members])).toEqual([
      [2024, 1],
      [2025, 1],
      [2026, 5],
    ])
  })
})

describe('outreach', () => {
  it('is tied to one 地域課題, which shows whom the office called on for it', async () => {
    const { ask, refused, councilId, youth } = await openWithGroups()
    const { needId } = await ask('needs.add', { need: need(councilId, '放課後の居場所がない') })
    const asked = outreach(councilId, { organizationId: youth, needId })
    const { outreachId } = await ask('outreach.add', { outreach: asked })
    expect(await ask('outreach.list', { councilId })).toMatchObject([
      { needId, needText: '放課後の居場所がない' },
    ])
    expect((await ask('needs.get', { needId })).outreach).toMatchObject([
      { id: outreachId, organizationName: '青羽高校ボランティア部' },
    ])
    await ask('outreach.save', { outreachId, outreach: { ...asked, needId: null } })
    expect((await ask('needs.get', { needId })).outreach).toEqual([])
    const unknown = { ...asked, needId: youth as unknown as typeof needId }
    expect(await refused('outreach.add', { outreach: unknown })).toBe('not-found')
  })

  it('ends in a seat, and the gap is filled', async () => {
    const { ask, refused, councilId, youth } = await openWithGroups()
    const { outreachId } = await ask('outreach.add', {
      outreach: outreach(councilId, { organizationId: youth, sector: 'youth', column: 'thematic' }),
    })
    const seat = {
      person: { name: '福島　翔', kana: 'ふくしま　しょう', post: '部長' },
      membership: membership(),
    }
    const { personId, membershipId } = await ask('outreach.seat', { outreachId, ...seat })
    expect(await ask('roster.getPerson', { personId })).toMatchObject({
      organizationName: '青羽高校ボランティア部',
      post: '部長',
      sectors: ['youth'],
    })
    expect(await ask('outreach.list', { councilId })).toMatchObject([{ id: outreachId, membershipId }])
    const { gaps } = await ask('participation.get', { councilId, on })
    expect(gaps).not.toContainEqual(expect.objectContaining({ sector: 'youth', column: 'thematic' }))
    expect(await refused('outreach.seat', { outreachId, ...seat })).toBe('conflict')
    expect(await refused('outreach.reopen', { outreachId })).toBe('conflict')
  })

  it('ends with a reason, which can be taken back', async () => {
    const { ask, councilId, youth } = await openWithGroups()
    const { outreachId } = await ask('outreach.add', {
      outreach: outreach(councilId, { organizationId: youth }),
    })
    await ask('outreach.end', { outreachId, because: '人手がない' })
    expect(await ask('outreach.list', { councilId })).toMatchObject([
      { endedOn: on, endedBecause: '人手がない', membershipId: null },
    ])
    await ask('outreach.reopen', { outreachId })
    expect(await ask('outreach.list', { councilId })).toMatchObject([{ endedOn: null, endedBecause: '' }])
  })

  it('is on the home screen from a week before its next step until it has ended', async () => {
    const { ask, councilId, youth } = await openWithGroups()
    const due = await ask('outreach.add', {
      outreach: outreach(councilId, { organizationId: youth, nextOn: day('2026-09-24') }),
    })
    await ask('outreach.add', {
      outreach: outreach(councilId, { contactName: '池田　拓也', nextOn: day('2026-09-25') }),
    })
    expect((await ask('home.get', { councilId })).outreach).toEqual([
      { id: due.outreachId, who: '青羽高校ボランティア部', nextStep: '返事を聞く', nextOn: '2026-09-24' },
    ])
    await ask('outreach.end', { outreachId: due.outreachId, because: '来年また' })
    expect((await ask('home.get', { councilId })).outreach).toEqual([])
  })

  it('must be with somebody', async () => {
    const { refused, councilId } = await openWithGroups()
    expect(await refused('outreach.add', { outreach: outreach(councilId) })).toBe('invalid-input')
  })
})
