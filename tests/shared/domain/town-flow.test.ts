import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedHelpKinds } from '#shared/domain/help-kinds.ts'
import { flowRows, flowStages, type KindFlow } from '#shared/domain/town-flow.ts'

const flow = (kind: KindFlow['kind'], noted: number, newest = ''): KindFlow => ({
  kind,
  noted,
  discussed: Math.min(noted, 2),
  moving: Math.min(noted, 1),
  grown: 0,
  newest,
})

describe('the way from needs to resources', () => {
  it('shows the kinds with the most needs and puts the rest together', () => {
    const flows = [
      flow('meals', 3),
      flow('shopping', 14, '買い物便'),
      flow('outing', 9),
      flow(null, 1, '相談'),
    ]
    const { rows, totals } = flowRows(flows, 3)
    expect(rows.map(({ kinds, noted, newest }) => [kinds, noted, newest])).toEqual([
      [['shopping'], 14, '買い物便'],
      [['outing'], 9, ''],
      [['meals', null], 4, '相談'],
    ])
    expect(totals).toEqual({ noted: 27, discussed: 7, moving: 4, grown: 0 })
    expect(flowRows(flows, 4).rows).toHaveLength(4)
    expect(flowRows([], 4).rows).toEqual([])
  })

  it('loses no need on the way to the rows', () => {
    const counts = fc.nat({ max: 500 })
    const flows = fc
      .uniqueArray(fc.constantFrom(...shippedHelpKinds.map((kind) => kind.code), null), { maxLength: 16 })
      .chain((kinds) => fc.tuple(...kinds.map((kind) => counts.map((noted) => flow(kind, noted)))))
    fc.assert(
      fc.property(flows, fc.integer({ min: 1, max: 8 }), (some, most) => {
        const { rows, totals } = flowRows(some, most)
        expect(rows.length).toBeLessThanOrEqual(most)
        for (const stage of flowStages)
          expect(rows.reduce((sum, row) => sum + row[stage], 0)).toBe(totals[stage])
      }),
    )
  })
})
