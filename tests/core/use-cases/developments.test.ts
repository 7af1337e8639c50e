import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { development, resource } from '../local-records.ts'
import { day, need, setUpMeeting } from '../small-council.ts'

async function open() {
  const core = await openTestCore()
  const meeting = await setUpMeeting(core.ask)
  const { councilId } = meeting
  const { needId } = await core.ask('needs.add', { need: need(councilId, '店まで歩けない') })
  return { ...core, ...meeting, needId }
}

describe('what grows from a need', () => {
  it('takes it up, goes through steps and meetings, and ends in a resource that meets it', async () => {
    const { ask, councilId, meetingId, needId } = await open()
    const { developmentId } = await ask('developments.add', {
      development: development(councilId, '移動販売', { needIds: [needId] }),
    })
    expect((await ask('needs.get', { needId })).status).toBe('developing')
    const step = { text: '事業者と話す', dueOn: day('2026-10-31'), doneOn: null }
    const { stepId } = await ask('developments.addStep', { developmentId, step })
    await ask('developments.saveStep', { stepId, step: { ...step, doneOn: day('2026-09-30') } })
    await ask('developments.linkMeeting', { developmentId, meetingId, linked: true })
    await ask('developments.setState', { developmentId, state: 'trial' })

    const { resourceId } = await ask('resources.add', { resource: resource('移動販売ひがし号') })
    await ask('developments.grow', { developmentId, resourceId, endedOn: day('2026-12-01') })
    expect(await ask('developments.list', { councilId })).toMatchObject([
      {
        state: 'grown',
        resource: { id: resourceId, name: '移動販売ひがし号' },
        endedOn: '2026-12-01',
        needs: [{ id: needId }],
        meetings: [{ meetingId }],
        steps: [{ text: '事業者と話す', doneOn: '2026-09-30' }],
        sectors: ['elderly'],
      },
    ])
    expect(await ask('needs.get', { needId })).toMatchObject({
      status: 'settled',
      closedBecause: '地域資源「移動販売ひがし号」ができた',
    })
  })

  it('or in a reason, which is asked for; and may go on after all', async () => {
    const { ask, refused, councilId, needId } = await open()
    const { developmentId } = await ask('developments.add', {
      development: development(councilId, '移動販売', { needIds: [needId] }),
    })
    const stop = { developmentId, endedOn: day('2026-12-01') }
    expect(await refused('developments.stop', { ...stop, because: '　' })).toBe('invalid-input')
    await ask('developments.stop', { ...stop, because: '事業者が見つからない' })
    expect((await ask('needs.get', { needId })).status).toBe('developing')
    await ask('developments.setState', { developmentId, state: 'planning' })
    expect(await ask('developments.list', { councilId: null })).toMatchObject([
      { state: 'planning', endedOn: null, endedBecause: '' },
    ])
  })

  it('does not change what has been settled otherwise', async () => {
    const { ask, councilId, needId } = await open()
    const { developmentId } = await ask('developments.add', {
      development: development(councilId, '移動販売', { needIds: [needId] }),
    })
    await ask('needs.setStatus', { needId, status: 'dropped', because: '転居' })
    const { resourceId } = await ask('resources.add', { resource: resource('移動販売') })
    await ask('developments.grow', { developmentId, resourceId, endedOn: day('2026-12-01') })
    expect(await ask('needs.get', { needId })).toMatchObject({ status: 'dropped', closedBecause: '転居' })
  })
})

describe('a resource', () => {
  it('keeps every column, and says when nobody has checked it for a year', async () => {
    const { ask, councilId, ports } = await open()
    expect(ports).toBeDefined()
    const fields = resource('サロンひだまり', { sectors: ['youth', 'elderly'], visibility: 'private' })
    const { resourceId } = await ask('resources.add', { resource: fields })
    const [kept] = await ask('resources.list', {})
    expect(kept).toMatchObject({
      ...fields,
      sectors: ['elderly', 'youth'],
      id: resourceId,
      checkedOn: null,
      checkedBy: '',
    })
    const toCheck = async () => (await ask('home.get', { councilId })).resourcesToCheck
    expect(await toCheck()).toBe(1)
    await ask('resources.check', { resourceId, checkedOn: day('2025-09-17'), checkedBy: '戸田' })
    expect(await toCheck()).toBe(0)
    // Today is 2026-09-17: a year and a day.
    await ask('resources.check', { resourceId, checkedOn: day('2025-09-16'), checkedBy: '戸田' })
    expect(await toCheck()).toBe(1)
    await ask('resources.remove', { resourceId })
    expect(await ask('resources.list', {})).toEqual([])
    await ask('resources.restore', { resourceId })
    expect(await ask('resources.list', {})).toHaveLength(1)
  })
})
