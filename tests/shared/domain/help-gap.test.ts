import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GapRecord, type GapRecords, helpGap } from '#shared/domain/help-gap.ts'
import { helpKindNamed, shippedHelpKinds } from '#shared/domain/help-kinds.ts'
import { type Sector, sectors } from '#shared/domain/sectors.ts'

const helpKinds = shippedHelpKinds.map((kind) => kind.code)
const gap = (records: GapRecords, sector: Sector | null) => helpGap(records, sector, helpKinds)

const record = (id: string, more: Partial<GapRecord> = {}): GapRecord => ({
  id,
  kind: 'shopping',
  areaName: '東部',
  sectors: [],
  ...more,
})
const cell = (table: ReturnType<typeof helpGap>, areaName: string) =>
  table.rows.find((row) => row.kind === 'shopping')?.cells.find((each) => each.areaName === areaName)

describe('needs against resources', () => {
  it('are 足りない where asked for without an answer, 進行中 where somebody is at work, ある where it is there', () => {
    const needs = [record('n1'), record('n2', { areaName: '西部' }), record('n3', { areaName: '北部' })]
    const table = gap(
      {
        needs,
        resources: [record('r1', { areaName: '北部' })],
        developments: [record('d1', { areaName: '西部' })],
      },
      null,
    )
    expect(table.areas).toEqual(['北部', '東部', '西部'])
    expect(cell(table, '東部')).toMatchObject({ state: 'missing', needIds: ['n1'] })
    expect(cell(table, '西部')).toMatchObject({ state: 'growing', needIds: ['n2'], developmentIds: ['d1'] })
    expect(cell(table, '北部')).toMatchObject({ state: 'there', needIds: ['n3'], resourceIds: ['r1'] })
    expect(table.rows.find((row) => row.kind === 'meals')?.cells[0]?.state).toBe('none')
  })

  it('go by sector: what was meant for others is no help, what was said of nobody is for all', () => {
    const records = {
      needs: [record('n1', { sectors: ['children'] })],
      resources: [record('r1', { sectors: ['elderly'] })],
      developments: [],
    }
    expect(cell(gap(records, 'children'), '東部')?.state).toBe('missing')
    expect(cell(gap(records, 'elderly'), '東部')?.state).toBe('there')
    expect(cell(gap(records, null), '東部')?.state).toBe('there')
    expect(cell(gap({ ...records, resources: [record('r1')] }, 'children'), '東部')?.state).toBe('there')
  })

  it('counts what is everywhere in each area, and tells what has no kind', () => {
    const table = gap(
      {
        needs: [record('n1'), record('n2', { kind: null })],
        resources: [record('r1', { areaName: '' })],
        developments: [],
      },
      null,
    )
    expect(table.areas).toEqual(['東部'])
    expect(cell(table, '東部')?.resourceIds).toEqual(['r1'])
    expect(table.unsorted).toBe(1)
  })

  it('holds every record that has a kind in at least one cell', () => {
    const records = fc.array(
      fc.record({
        kind: fc.option(fc.constantFrom(...helpKinds)),
        areaName: fc.constantFrom('', '東部', '西部'),
        sectors: fc.subarray([...sectors]),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(records, records, (first, second) => {
        const needs = first.map((each, position) => ({ ...each, id: `n${String(position)}` }))
        const resources = second.map((each, position) => ({ ...each, id: `r${String(position)}` }))
        const cells = gap({ needs, resources, developments: [] }, null).rows.flatMap((row) => row.cells)
        for (const need of needs) {
          expect(cells.some((each) => each.needIds.includes(need.id))).toBe(need.kind !== null)
        }
        for (const each of cells) {
          expect(each.state === 'missing').toBe(each.needIds.length > 0 && each.resourceIds.length === 0)
        }
      }),
    )
  })
})

describe('the office’s own kinds', () => {
  it('make the rows of the table in their order; what is of a kind not in use is told as unsorted', () => {
    const records = {
      needs: [record('n1'), record('n2', { kind: 'meals' })],
      resources: [],
      developments: [],
    }
    const table = helpGap(records, null, ['meals', 'own'])
    expect(table.rows.map((row) => row.kind)).toEqual(['meals', 'own'])
    expect(table.unsorted).toBe(1)
  })

  it.each([
    ['買い物', 'shopping'],
    ['居場所・サロン', 'gathering'],
    ['サロン', 'gathering'],
    ['居場所　サロン', 'gathering'],
    ['介護予防', 'health'],
    ['ペットの世話', null],
    ['', null],
  ])('are known by what a list calls them: %s', (text, code) => {
    expect(helpKindNamed(shippedHelpKinds, text)).toBe(code)
  })
})
