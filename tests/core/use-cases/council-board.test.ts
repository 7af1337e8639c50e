import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { day, eastern, setUpCouncil } from '../small-council.ts'

describe('councils', () => {
  it('keep each step of their making with its day and paper, and stand at the furthest', async () => {
    const { ask, refused } = await openTestCore()
    const { councilId } = await setUpCouncil(ask)
    // The first steps are written down long after the council was founded.
    await ask('councilBoard.setStep', {
      councilId,
      stage: 'exchange',
      startedOn: day('2022-05-01'),
      document: '',
    })
    const preparation = { councilId, stage: 'preparation', startedOn: null, document: '' } as const
    await ask('councilBoard.setStep', preparation)
    await ask('councilBoard.setStep', {
      ...preparation,
      startedOn: day('2023-10-01'),
      document: '第3回の議事録',
    })
    expect(await ask('councilBoard.steps', { councilId })).toEqual([
      { stage: 'exchange', startedOn: '2022-05-01', document: '' },
      { stage: 'preparation', startedOn: '2023-10-01', document: '第3回の議事録' },
      { stage: 'established', startedOn: '2024-04-01', document: '' },
    ])
    expect(await ask('councils.get', { councilId })).toMatchObject({ stage: 'established' })
    await ask('councilBoard.removeStep', { councilId, stage: 'established' })
    expect(await ask('councils.get', { councilId })).toMatchObject({ stage: 'preparation' })
    await ask('councilBoard.removeStep', { councilId, stage: 'exchange' })
    expect(await refused('councilBoard.removeStep', { councilId, stage: 'preparation' })).toBe('conflict')
  })

  it('stand on a board by the tree of areas, which never runs in a circle', async () => {
    const { ask, refused } = await openTestCore()
    await setUpCouncil(ask)
    const { areaId: city } = await ask('areas.add', { name: '青羽市', parentId: null })
    await ask('councils.add', { ...eastern, name: '西部協議体', areaName: '西部圏域', stage: 'exchange' })
    const east = (await ask('councilBoard.get', {})).find((area) => area.name === '東部圏域')?.id
    if (!east) throw new Error('no area')
    await ask('areas.move', { areaId: east, parentId: city })
    const { areaId: school } = await ask('areas.add', { name: '東小学校区', parentId: east })
    expect(
      (await ask('councilBoard.get', {})).map((area) => [
        area.name,
        area.depth,
        area.councils.map((council) => council.stage),
      ]),
    ).toEqual([
      ['青羽市', 0, []],
      ['東部圏域', 1, ['established']],
      ['東小学校区', 2, []],
      ['西部圏域', 0, ['exchange']],
    ])
    expect(await refused('areas.move', { areaId: city, parentId: school })).toBe('conflict')
    expect(await refused('areas.move', { areaId: city, parentId: city })).toBe('conflict')
    // 東部 is 東部圏域.
    expect(await refused('areas.add', { name: '東部', parentId: null })).toBe('conflict')
  })
})
