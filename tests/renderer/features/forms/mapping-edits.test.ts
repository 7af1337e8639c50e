import { describe, expect, it } from 'vitest'
import type { FormMapping } from '#shared/contract/form-mapping.ts'
import type { OfferedField } from '#shared/contract/mapping-operations.ts'
import type { PictureCell, SheetPicture } from '#shared/domain/sheet-picture.ts'
import {
  addBlock,
  changeLink,
  linkField,
  linksAt,
  openSuggestions,
  pathsOf,
  unlink,
} from '#renderer/features/forms/map/mapping-edits.ts'
import { layOut } from '#renderer/features/forms/sheet/sheet-layout.ts'

const cell = (row: number, column: number, text: string, more: Partial<PictureCell> = {}): PictureCell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text,
  kind: text === '' ? 'empty' : 'text',
  hasFormula: false,
  style: 0,
  ...more,
})

const picture: SheetPicture = {
  sheet: '報告',
  columns: [60, 60, 60, 60],
  rows: Array.from({ length: 12 }, () => 15),
  cells: [
    cell(1, 1, '開催方法'),
    cell(1, 2, '□対面　□ｵﾝﾗｲﾝ（Web）　□併用'),
    cell(2, 1, '開催日'),
    cell(2, 2, '令和　　年　　月　　日'),
    cell(3, 1, '会場'),
    cell(3, 2, '', { columnSpan: 3 }),
    cell(4, 1, '計'),
    cell(4, 2, '0', { hasFormula: true, kind: 'number' }),
    cell(6, 1, '氏　名'),
    cell(6, 2, '役職'),
  ],
  styles: [],
  drawn: [],
  printAreas: [],
  pageBreaks: [],
  isCut: false,
}
const place = { sheet: '報告', layout: layOut(picture), picture }

const field = (path: string, type: OfferedField['type'] = 'text'): OfferedField => {
  const list = /^(.+)\[\]\.(.+)$/.exec(path)
  return {
    path,
    name: list?.[2] ?? path.split('.')[1] ?? path,
    group: list?.[1] ?? path.split('.')[0] ?? '',
    of: list?.[1] ?? null,
    type,
    example: '',
  }
}

const empty: FormMapping = {
  version: 1,
  name: '報告',
  kind: 'meeting',
  recognise: [{ sheet: '報告', cell: 'A1', contains: '開催方法' }],
  entries: [],
  blocks: [],
}
const put = (mapping: FormMapping, row: number, column: number, wanted: OfferedField): FormMapping =>
  linkField(mapping, { ...place, at: { row, column } }, wanted)

describe('putting a field into a cell', () => {
  it('asks the cell how: boxes to be marked, blanks of a sentence, else as it is', () => {
    expect(
      put(empty, 1, 2, field('会議.開催方法')).entries.map((entry) => 'markBox' in entry && entry.markBox),
    ).toEqual([
      { field: '会議.開催方法', equals: '対面', label: '対面' },
      { field: '会議.開催方法', equals: 'ｵﾝﾗｲﾝ', label: 'ｵﾝﾗｲﾝ（Web）' },
      { field: '会議.開催方法', equals: '併用', label: '併用' },
    ])
    expect(put(empty, 2, 2, field('会議.開催日', 'date')).entries).toEqual([
      {
        sheet: '報告',
        cell: 'B2',
        label: '開催日',
        blanks: ['{会議.開催日|和暦.年}', '{会議.開催日|和暦.月}', '{会議.開催日|和暦.日}'],
      },
    ])
    expect(put(empty, 3, 4, field('会議.場所')).entries).toEqual([
      { sheet: '報告', cell: 'B3', label: '会場', field: '会議.場所' },
    ])
    expect(put(empty, 4, 2, field('会議.回', 'number')).entries).toMatchObject([{ overwriteFormula: true }])
  })

  it('replaces what went there, and takes it out again, a merge as one', () => {
    const once = put(empty, 3, 2, field('会議.場所'))
    const twice = put(once, 3, 3, field('会議.会議名'))
    expect(twice.entries.map((entry) => 'field' in entry && entry.field)).toEqual(['会議.会議名'])
    expect(unlink(twice, place, { row: 3, column: 4 }).entries).toEqual([])
  })

  it('gathers a list where there is no table, and makes columns where there is one', () => {
    expect(put(empty, 3, 2, field('出席者[].氏名')).entries).toMatchObject([{ format: '改行' }])
    const fields = [field('出席者[].氏名'), field('出席者[].役職'), field('出席者[].団体名')]
    const range = { top: 7, bottom: 10, left: 1, right: 3 }
    const made = addBlock(empty, place, range, '出席者', fields)
    expect(made.blocks).toMatchObject([
      { each: '出席者', firstRow: 7, lastRow: 10, columns: { A: { field: '氏名' }, B: { field: '役職' } } },
    ])
    const more = put(made, 9, 3, field('出席者[].団体名'))
    expect(Object.keys(more.blocks[0]?.columns ?? {})).toEqual(['A', 'B', 'C'])
    const [link] = linksAt(more, place, { row: 10, column: 3 })
    expect(link && pathsOf(link, more)).toEqual(['出席者[].団体名'])
    const none = [1, 2, 3].reduce((mapping, column) => unlink(mapping, place, { row: 8, column }), more)
    expect(none.blocks).toEqual([])
  })

  it('changes how a link is written, for entries and columns alike', () => {
    const mapping = put(empty, 3, 2, field('会議.場所'))
    const [link] = linksAt(mapping, place, { row: 3, column: 2 })
    if (link === undefined) throw new Error('nothing there')
    expect(changeLink(mapping, link, { format: '全角' }).entries).toMatchObject([{ format: '全角' }])
    expect(changeLink(mapping, link, { instead: ['長い名', '短い名'] }).entries).toMatchObject([
      { instead: { 長い名: '短い名' } },
    ])
  })

  it('does not suggest what is mapped already', () => {
    const mapping = put(empty, 3, 2, field('会議.場所'))
    const suggested = {
      entries: [
        { sheet: '報告', cell: 'B3', field: '会議.場所' },
        { sheet: '報告', cell: 'B2', field: '会議.開催日' },
      ],
      blocks: [],
    }
    expect(openSuggestions(mapping, suggested).entries.map((entry) => entry.cell)).toEqual(['B2'])
  })
})
