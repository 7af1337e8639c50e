import { describe, expect, it } from 'vitest'
import { applyMapping } from '#core/reports/forms/apply-mapping.ts'
import { valuesAt } from '#core/reports/forms/mapping-templates.ts'
import { parseMapping } from '#core/reports/forms/mapping.ts'
import { localFieldCatalogue, localValuesOf, type LocalRecord } from '#core/reports/fields/local-lists.ts'
import type { Id } from '#shared/domain/ids.ts'
import { memoMeeting, testDate } from '../memo-meeting.ts'

const id = <Name extends string>(number: number): Id<Name> => `id-${String(number)}` as unknown as Id<Name>

const need: LocalRecord['needs'][number] = {
  id: id(1),
  councilId: id(2),
  councilName: '青羽市第２層協議体（東部圏域）',
  text: '通院の足がない',
  areaName: '東部圏域',
  sectors: ['elderly', 'children'],
  kind: 'shopping',
  kindName: '買い物',
  source: 'visit',
  notedOn: testDate('2026-06-18'),
  existingHelp: '',
  response: '',
  owner: '',
  dueOn: null,
  status: 'open',
  closedOn: null,
  closedBecause: '',
  sameAsId: null,
  waitingFor: { councilName: '青羽市第１層協議体', passedOn: testDate('2026-09-17') },
}

const development: LocalRecord['developments'][number] = {
  id: id(3),
  councilId: id(2),
  title: '買い物送迎の立上げ',
  aim: '',
  kind: 'shopping',
  kindName: '買い物',
  areaName: '東部圏域',
  sectors: ['elderly'],
  partners: '',
  helpers: '',
  state: 'grown',
  needs: [{ id: id(1), text: '通院の足がない' }],
  meetings: [],
  steps: [],
  resource: { id: id(4), name: '東町おでかけ便' },
  endedOn: testDate('2027-02-01'),
  endedBecause: '',
}

const resource = (name: string, visibility: 'public' | 'private'): LocalRecord['resources'][number] => ({
  id: id(5),
  name,
  kana: '',
  kind: 'shopping',
  kindName: '買い物',
  areaName: '東部圏域',
  operator: '',
  organizationId: null,
  organizationName: '',
  contact: '',
  place: '',
  schedule: '毎週火曜',
  sectors: [],
  audience: '',
  content: '',
  fee: '',
  capacity: '',
  helpers: '',
  transport: '',
  application: '',
  visibility,
  source: '',
  checkedOn: testDate('2026-06-01'),
  checkedBy: '',
})

const record: LocalRecord = {
  fiscalYear: 2026,
  seats: [],
  meetings: [memoMeeting()],
  needs: [need, { ...need, notedOn: testDate('2025-06-18') }],
  resources: [resource('東町おでかけ便', 'public'), resource('個人の見守り', 'private')],
  developments: [development],
  submissions: [],
}

describe('what a form may be filled with beside a meeting', () => {
  const values = localValuesOf(record)

  it('gives the months of the year, April first, and their sum', () => {
    const months = values.lists['月別'] ?? []
    expect(months).toHaveLength(13)
    expect(months[0]).toMatchObject({ 月: { text: '4月' }, 会議回数: { value: 0 } })
    expect(months[5]).toMatchObject({
      月: { text: '9月' },
      会議回数: { value: 1 },
      延べ出席者数: { value: 10 },
    })
    expect(months[2]).toMatchObject({ 課題把握件数: { value: 1 } })
    expect(months[10]).toMatchObject({ 月: { text: '2月' }, 資源創出件数: { value: 1 } })
    expect(months[12]).toMatchObject({
      月: { text: '合計' },
      会議回数: { value: 1 },
      課題把握件数: { value: 1 },
    })
  })

  it('names a month, a record, by its first field or its number', () => {
    expect(valuesAt('月別[９月].延べ出席者数', values)).toEqual([{ kind: 'number', value: 10 }])
    expect(valuesAt('地域資源[2].名称', values)).toEqual([{ kind: 'text', text: '個人の見守り' }])
    expect(valuesAt('月別[13月].会議回数', values)).toEqual([])
  })

  it('gives needs, resources and developments in the words of the office', () => {
    expect(values.lists['地域課題']?.[0]).toMatchObject({
      課題: { text: '通院の足がない' },
      経路: { text: '訪問・立ち話' },
      答え待ち: { text: '青羽市第１層協議体' },
    })
    expect(values.lists['地域課題']?.[0]).not.toHaveProperty('担当')
    expect(values.lists['資源開発']?.[0]).toMatchObject({ できた資源: { text: '東町おでかけ便' } })
    expect(values.lists['公開資源']).toHaveLength(1)
    expect(values.fields['年度計.課題把握件数']).toEqual({ kind: 'number', value: 1 })
  })

  it('holds what the catalogue offers, each of its type, each path once', () => {
    const paths = localFieldCatalogue.map(({ of, path }) => `${of ?? ''}.${path}`)
    expect(new Set(paths).size).toBe(paths.length)
    const typeOf = new Map(localFieldCatalogue.map(({ of, path, type }) => [`${of ?? ''}.${path}`, type]))
    for (const [list, rows] of Object.entries(values.lists)) {
      for (const [path, value] of rows.flatMap((row) => Object.entries(row))) {
        expect(typeOf.get(`${list}.${path}`), path).toBe(value?.kind)
      }
    }
    for (const { type, example } of localFieldCatalogue) {
      if (type === 'number') expect(Number(example)).not.toBeNaN()
    }
  })

  it('fills a grid of months, and names the nearest of a misspelt field', () => {
    const mapping = parseMapping(
      JSON.stringify({
        version: 1,
        name: '実績',
        kind: 'meeting',
        recognise: [{ sheet: '表', cell: 'A1', contains: '実績' }],
        entries: [
          { sheet: '表', cell: 'H12', field: '月別[9月].会議回数' },
          { sheet: '表', cell: 'I12', field: '月別[9月].会議回教' },
          { sheet: '表', cell: 'J12', field: '地域資源[].名称', format: '件数' },
          { sheet: '表', cell: 'K12', field: '月別[].課題把握件数', format: '合計' },
        ],
        blocks: [],
      }),
    )
    const known = localFieldCatalogue.map(({ of, path }) => (of === null ? path : `${of}[].${path}`))
    const { cells, problems } = applyMapping(mapping, values, known)
    expect(cells.map(({ cell, value }) => [cell, value])).toEqual([
      ['H12', { kind: 'number', value: 1 }],
      ['J12', { kind: 'number', value: 2 }],
      // The months and their sum: who wants the sum names it, 月別[合計].
      ['K12', { kind: 'number', value: 2 }],
    ])
    expect(problems).toMatchObject([{ cell: 'I12', problem: 'unknown-field', nearest: '月別[].会議回数' }])
  })
})
