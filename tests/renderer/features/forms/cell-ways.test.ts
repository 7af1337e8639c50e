import { describe, expect, it } from 'vitest'
import type { FormMapping } from '#shared/contract/form-mapping.ts'
import type { OfferedField } from '#shared/contract/mapping-operations.ts'
import type { DrawnThing, PictureCell, SheetPicture } from '#shared/domain/sheet-picture.ts'
import { fillNextBlank, ringWords, waysAt } from '#renderer/features/forms/map/cell-ways.ts'
import { linkField, linksAt, unlink } from '#renderer/features/forms/map/mapping-edits.ts'
import { addMonths, addPicture, monthBoxes } from '#renderer/features/forms/map/range-ways.ts'
import { layOut } from '#renderer/features/forms/sheet/sheet-layout.ts'

const cell = (row: number, column: number, text: string): PictureCell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text,
  kind: text === '' ? 'empty' : 'text',
  hasFormula: false,
  style: 0,
})
const checkBox = (left: number, top: number, text: string): DrawnThing => ({
  kind: 'check-box',
  left,
  top,
  width: 20,
  height: 10,
  outline: 'rect',
  text,
  fontSize: 9,
  align: 'left',
  fill: null,
  line: null,
  isChecked: false,
  picture: null,
})

/** Months from 10月 to 3月 above those from 4月 to 9月, as some cities have them. */
const months = [10, 11, 12, 1, 2, 3].flatMap((month, at) => [
  cell(5, 2 + at, `${String(month)}月`),
  cell(7, 2 + at, `${String(4 + at)}月`),
])
const picture: SheetPicture = {
  sheet: '表',
  columns: Array.from({ length: 8 }, () => 60),
  rows: Array.from({ length: 20 }, () => 15),
  cells: [
    cell(1, 1, '成立'),
    cell(1, 2, '有・無'),
    cell(2, 1, '提出'),
    cell(2, 2, '令和　　年　　月　　日（　　）　第　　回'),
    cell(3, 1, '添付'),
    ...months,
  ],
  styles: [],
  drawn: [checkBox(65, 32, '添付あり'), checkBox(90, 32, '添付なし')],
  printAreas: [],
  pageBreaks: [],
  isCut: false,
}
const place = { sheet: '表', layout: layOut(picture), picture }
const field = (path: string, type: OfferedField['type'] = 'text'): OfferedField => ({
  path,
  name: path,
  group: '',
  of: null,
  type,
  example: '',
})
const empty: FormMapping = {
  version: 1,
  name: '表',
  kind: 'meeting',
  recognise: [{ sheet: '表', cell: 'A1', contains: '成立' }],
  entries: [],
  blocks: [],
}
const put = (mapping: FormMapping, row: number, column: number, wanted: OfferedField): FormMapping =>
  linkField(mapping, { ...place, at: { row, column } }, wanted)

describe('what a cell asks for', () => {
  it('is a ring around one of its words, each with its answer', () => {
    expect(put(empty, 1, 2, field('出欠.成立', 'yes-no')).entries).toMatchObject([
      { cell: 'B1', circle: { word: '有', equals: true } },
      { cell: 'B1', circle: { word: '無', equals: false } },
    ])
    expect(put(empty, 1, 2, field('会議.開催方法')).entries).toMatchObject([
      { circle: { word: '有', equals: '有' } },
      { circle: { word: '無', equals: '無' } },
    ])
    const ways = waysAt({ ...place, at: { row: 1, column: 2 } }, field('会議.開催方法'))
    expect(ways.map(({ key }) => key)).toEqual(['rings', 'plain'])
  })

  it.each([
    ['有・無', ['有', '無']],
    ['対面 ／ オンライン ／ 併用（　）', ['対面', 'オンライン', '併用']],
    ['議題・資料の内容をこの欄に書いてください', []],
    ['□有・□無', []],
    ['１／２', []],
    ['氏名', []],
  ])('takes %s for words to ring: %j', (text, words) => {
    expect(ringWords(text)).toEqual(words)
  })

  it('is a tick in the check boxes that lie over it', () => {
    expect(put(empty, 3, 2, field('添付.次第', 'yes-no')).entries).toMatchObject([
      { cell: 'B3', tick: { field: '添付.次第', equals: true, label: '添付あり' } },
      { cell: 'B3', tick: { field: '添付.次第', equals: false, label: '添付なし' } },
    ])
  })

  it('is the blanks of its sentence, one field after the other, and the whole of them anew', () => {
    const dated = put(empty, 2, 2, field('提出.提出日', 'date'))
    const day = ['年', '月', '日'].map((part) => `{提出.提出日|和暦.${part}}`)
    expect(dated.entries).toMatchObject([{ blanks: [...day, '{提出.提出日|曜日}', null, null] }])
    const full = put(dated, 2, 2, field('会議.回', 'number'))
    expect(full.entries).toMatchObject([{ blanks: [...day, '{提出.提出日|曜日}', null, '{会議.回}'] }])
    expect(fillNextBlank('第　　回', [], field('会議.回', 'number'))).toEqual(['{会議.回}'])
    const filled = put(full, 2, 2, field('会議.年度'))
    const again = put(filled, 2, 2, field('会議.開催日', 'date'))
    expect(JSON.stringify(again.entries)).toContain('{会議.開催日|和暦.年}')
    expect(JSON.stringify(again.entries)).not.toContain('会議.回')
    // 氏　　名 is a heading, and what is put there takes its place.
    expect(fillNextBlank('氏　　名', [], field('会議.会議名'))).toBeUndefined()
  })

  it('is a picture for a picture, with the opposite corner where a range was chosen', () => {
    expect(put(empty, 9, 1, field('会議.写真', 'picture')).entries).toMatchObject([
      { cell: 'A9', picture: { field: '会議.写真' } },
    ])
    const made = addPicture(empty, place, { top: 10, bottom: 16, left: 2, right: 5 }, '会議.写真')
    expect(made.entries).toMatchObject([{ cell: 'B10', picture: { field: '会議.写真', to: 'E16' } }])
    expect(linksAt(made, place, { row: 12, column: 4 })).toHaveLength(1)
    expect(unlink(made, place, { row: 16, column: 5 }).entries).toEqual([])
  })
})

describe('a grid of months', () => {
  const range = { top: 5, bottom: 8, left: 2, right: 7 }

  it('has April first, whatever the order of its heads, and no mark in a head', () => {
    const cells = monthBoxes(place.layout, picture, range)
    expect(cells).toEqual(
      [...'BCDEFG'].flatMap((column) => `${column}8`).concat([...'BCDEFG'].map((c) => `${c}6`)),
    )
    expect(monthBoxes(place.layout, picture, { ...range, right: 6 })).toBeUndefined()
  })

  it('is one link, found in each of its months', () => {
    const cells = monthBoxes(place.layout, picture, range) ?? []
    const made = addMonths(empty, place, range, cells, '会議一覧[].開催日')
    expect(made.entries).toMatchObject([{ months: { field: '会議一覧[].開催日' }, optional: true }])
    expect(linksAt(made, place, { row: 6, column: 4 })).toHaveLength(1)
    expect(unlink(made, place, { row: 8, column: 7 }).entries).toEqual([])
  })
})
