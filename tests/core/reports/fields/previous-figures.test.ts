import { describe, expect, it } from 'vitest'
import { activityGroup } from '#core/reports/fields/activity-lists.ts'
import {
  chooseFigure,
  isFigurePath,
  isStanding,
  previousCatalogue,
  previousValues,
} from '#core/reports/fields/previous-figures.ts'
import { priorPathsOf } from '#core/reports/fields/prior-paths.ts'
import { yearGroup } from '#core/reports/fields/year-lists.ts'
import type { FieldValue } from '#core/reports/forms/form-values.ts'
import { catalogued } from '#core/reports/forms/mapping-templates.ts'
import { yearFigureCatalogue } from '#core/reports/year-figures.ts'
import type { ActivityKindId } from '#shared/domain/ids.ts'

const fields = [...yearGroup.catalogue, ...activityGroup.catalogue]
const number = (value: number): FieldValue => ({ kind: 'number', value })
const text = (content: string): FieldValue => ({ kind: 'text', text: content })

describe('figures of the year before', () => {
  it('of a survey are found again under names that forms have', () => {
    const known = new Set(fields.map(({ of, path }) => (of === null ? path : `${of}[].${path}`)))
    const figures = yearFigureCatalogue({
      groupKinds: [{ code: 'jichikai', name: '自治会' }],
      activityKinds: [{ id: 'k' as ActivityKindId, heading: 'network', name: '訪問', unit: '件' }],
    })
    const paths = figures.map((figure) => priorPathsOf(figure))
    for (const path of paths.flat()) expect(known).toContain(catalogued(path))
    expect(paths).toContainEqual(['活動件数[訪問].合計', '年度の数[活動件数（訪問）].数'])
    expect(paths).toContainEqual(['実績.第2層の会議の回数', '年度の数[協議体の開催回数（第2層）].数'])
  })

  it('are offered for every figure of a year, and for those of a month', () => {
    const offered = (span: 'year' | 'month') =>
      new Set(previousCatalogue(span, fields).map(({ of, path }) => (of === null ? path : `${of}[].${path}`)))
    const figures = yearGroup.catalogue.filter(({ of, type }) => of === null && type === 'number')
    expect(figures.length).toBeGreaterThan(15)
    for (const { path } of figures) expect(offered('year')).toContain(`前年度.${path}`)
    expect(offered('year')).toContain('前年度.活動件数[].合計')
    expect(offered('year')).toContain('前年度.活動件数[].区分')
    expect(offered('year')).not.toContain('前年度.活動件数[].当月')
    expect(offered('year')).not.toContain('前年度.活動記録[].月日')
    expect(offered('month')).toContain('前年同月.活動件数[].当月')
    expect(offered('month')).not.toContain('前年同月.実績.会議の回数')
  })

  it.each([
    ['実績.会議の回数', 3, 12, true, 3],
    ['実績.会議の回数', 0, 12, true, 12],
    ['実績.会議の回数', 0, null, true, 0],
    ['実績.会議の回数', 0, null, false, null],
    ['実績.会議の回数', null, 12, false, 12],
    // What stands today was not last year's.
    ['実績.地域資源の数', 86, 61, true, 61],
    ['実績.地域資源の数', 86, null, true, null],
  ] as const)(
    '%s: Tsudoi’s %s and the form’s %s, of a year with records (%s), are %s',
    (field, own, kept, has, found) => {
      const value = (count: number | null) => (count === null ? null : number(count))
      expect(chooseFigure(value(own), value(kept), field, has)).toEqual(value(found))
    },
  )

  it.each([
    ['実績.第2層の協議体の数', true],
    ['年度の数[把握している地域資源].数', true],
    ['年度計.委員数', true],
    ['実績.延べ出席者数', false],
    ['年度の数[協議体の開催回数].数', false],
    ['活動件数[訪問].合計', false],
  ])('%s is what there is, and not what was done: %s', (field, standing) => {
    expect(isStanding(field)).toBe(standing)
  })

  it('are not who writes to whom', () => {
    const words = ['事務局.担当者', '提出.提出日', '協議体.名称', '期間.年度', '期間.年月', '活動.担当者']
    expect(words.filter(isFigurePath)).toEqual([])
    expect(isFigurePath('期間.会議の回数')).toBe(true)
  })

  it('of a list stand in Tsudoi’s rows, by name however wide, then in rows that only the form had', () => {
    const catalogue = previousCatalogue('year', fields)
    const own = {
      fields: { '活動.累計件数': number(4) },
      lists: {
        活動件数: [
          { 区分: text('訪問'), 合計: number(4) },
          { 区分: text('ＳＮＳ'), 合計: number(0) },
        ],
      },
    }
    const kept = [
      { field: '活動件数[SNS].合計', value: number(7) },
      { field: '活動件数[電話].合計', value: number(9) },
    ]
    expect(previousValues('year', catalogue, own, kept).lists['前年度.活動件数']).toEqual([
      { 区分: text('訪問'), 合計: number(4) },
      { 区分: text('ＳＮＳ'), 合計: number(7) },
      { 区分: text('電話'), 合計: number(9) },
    ])
  })
})
