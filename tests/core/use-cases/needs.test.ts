import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { day, eastern, itemAt, line, need, setUpMeeting } from '../small-council.ts'

async function twoLayers() {
  const core = await openTestCore()
  const meeting = await setUpMeeting(core.ask)
  const { councilId: upper } = await core.ask('councils.add', {
    ...eastern,
    name: '青羽市第１層協議体',
    layer: 1,
    areaName: '青羽市',
  })
  return { ...core, ...meeting, upper }
}

describe('a need noted from the minutes', () => {
  it('takes words, day, council, area and meeting with it, once', async () => {
    const { ask, refused, meetingId, councilId, ...meeting } = await twoLayers()
    const { statementId } = await ask('minutes.addStatement', {
      meetingId,
      statement: line(itemAt({ meetingId, councilId, ...meeting }, 4), 'バス停まで20分歩けない人がいる'),
      after: null,
    })
    const noted = await ask('needs.addFromStatement', { statementId })
    expect(noted.already).toBe(false)
    expect(await ask('needs.addFromStatement', { statementId })).toEqual({ ...noted, already: true })

    expect(await ask('needs.get', { needId: noted.needId })).toMatchObject({
      text: 'バス停まで20分歩けない人がいる',
      councilId,
      areaName: '東部圏域',
      source: 'meeting',
      notedOn: '2026-09-17',
      status: 'open',
      statement: { id: statementId, meetingId },
      meetings: [{ meetingId, number: 1, heldOn: '2026-09-17' }],
    })
    // Taken back and noted anew: not the removed one.
    await ask('needs.remove', { needId: noted.needId })
    const anew = await ask('needs.addFromStatement', { statementId })
    expect(anew).toMatchObject({ already: false })
    expect(anew.needId).not.toBe(noted.needId)
    await ask('minutes.removeStatement', { statementId })
    expect(await refused('needs.addFromStatement', { statementId })).toBe('not-found')
  })
})

describe('a need passed to the other layer', () => {
  it('waits for its answer, is seen there, and may be passed again only after it', async () => {
    const { ask, refused, councilId, upper } = await twoLayers()
    const { needId } = await ask('needs.add', { need: need(councilId, '買い物に行く足がない') })
    expect(await ask('needs.list', { councilId: upper })).toEqual([])

    const passed = { needId, toCouncilId: upper, passedOn: day('2026-09-18'), asked: '市全体で考えてほしい' }
    const { passId } = await ask('needs.pass', passed)
    const [seen] = await ask('needs.list', { councilId: upper })
    expect(seen?.waitingFor).toEqual({ councilName: '青羽市第１層協議体', passedOn: '2026-09-18' })
    expect((await ask('home.get', { councilId })).waitingNeeds).toMatchObject([
      { needId, text: '買い物に行く足がない', councilName: '青羽市第１層協議体', passedOn: '2026-09-18' },
    ])
    expect(await refused('needs.pass', passed)).toBe('conflict')

    const answer = { passId, answer: '移動販売の事業者と話す' }
    expect(await refused('needs.answer', { ...answer, answeredOn: '2026-09-17' })).toBe('end-before-start')
    await ask('needs.answer', { ...answer, answeredOn: day('2026-10-20') })
    expect(await ask('needs.get', { needId })).toMatchObject({
      waitingFor: null,
      passes: [{ fromLayer: 2, toLayer: 1, answeredOn: '2026-10-20', answer: '移動販売の事業者と話す' }],
    })
    expect((await ask('home.get', { councilId })).waitingNeeds).toEqual([])
    await ask('needs.pass', { ...passed, passedOn: day('2026-11-01') })
  })

  it('does not go to its own council', async () => {
    const { ask, refused, councilId } = await twoLayers()
    const { needId } = await ask('needs.add', { need: need(councilId, '集う場がない') })
    expect(
      await refused('needs.pass', { needId, toCouncilId: councilId, passedOn: '2026-09-18', asked: '' }),
    ).toBe('conflict')
  })
})

describe('needs that are the same', () => {
  it('stand under one, never in a circle', async () => {
    const { ask, refused, councilId } = await twoLayers()
    const add = async (text: string) => (await ask('needs.add', { need: need(councilId, text) })).needId
    const [one, two, three] = [await add('一'), await add('二'), await add('三')]
    await ask('needs.group', { needId: two, sameAsId: one })
    // Joined to one that stands under another itself, it comes under that one.
    await ask('needs.group', { needId: three, sameAsId: two })
    expect((await ask('needs.get', { needId: one })).sameNeeds.map((each) => each.id)).toEqual([two, three])
    expect(await refused('needs.group', { needId: one, sameAsId: three })).toBe('conflict')
    expect(await refused('needs.group', { needId: one, sameAsId: one })).toBe('conflict')
    await ask('needs.group', { needId: two, sameAsId: null })
    expect((await ask('needs.get', { needId: one })).sameNeeds.map((each) => each.id)).toEqual([three])
  })
})

describe('a need', () => {
  it('is discussed once a meeting is named, and ended with a reason', async () => {
    const { ask, councilId, meetingId } = await twoLayers()
    const { needId } = await ask('needs.add', {
      need: need(councilId, '集う場がない', { sectors: ['youth', 'elderly'], areaName: '' }),
    })
    const link = { needId, meetingId, linked: true }
    await ask('needs.linkMeeting', link)
    await ask('needs.linkMeeting', link)
    expect(await ask('needs.get', { needId })).toMatchObject({
      status: 'discussing',
      sectors: ['elderly', 'youth'],
      areaName: '',
      meetings: [{ meetingId }],
    })
    await ask('needs.setStatus', { needId, status: 'dropped', because: '別の事業で足りる' })
    expect(await ask('needs.get', { needId })).toMatchObject({
      status: 'dropped',
      closedBecause: '別の事業で足りる',
    })
    await ask('needs.setStatus', { needId, status: 'open', because: '' })
    expect((await ask('needs.get', { needId })).closedBecause).toBe('')
    await ask('needs.linkMeeting', { ...link, linked: false })
    expect((await ask('needs.get', { needId })).meetings).toEqual([])
  })
})
