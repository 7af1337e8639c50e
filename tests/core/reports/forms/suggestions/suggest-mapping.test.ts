import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseMapping } from '#core/reports/forms/mapping.ts'
import { suggestMapping, type SuggestedField } from '#core/reports/forms/suggestions/suggest-mapping.ts'
import { bareLabel, fieldForLabel } from '#core/reports/forms/suggestions/label-words.ts'
import { fieldCatalogue } from '#core/reports/fields.ts'
import { fixture, smallWorkbook } from '../small-workbook.ts'

const text = (name: string, content: string): string =>
  `<c r="${name}" t="inlineStr"><is><t>${content}</t></is></c>`
const empty = (name: string): string => `<c r="${name}"/>`
const sheetOf = (...rows: readonly string[]): Uint8Array =>
  smallWorkbook({
    sheets: {
      表: `<sheetData>${rows.map((inner, index) => `<row r="${String(index + 1)}">${inner}</row>`).join('')}</sheetData>`,
    },
  })

describe('suggestions from labels', () => {
  it('find in a real form what a person mapped by hand', () => {
    const found = suggestMapping(fixture('kaisai-houkokusho.xlsx'), fieldCatalogue)
    const file = join(import.meta.dirname, '../../../../../resources/forms')
    const byHand = parseMapping(readFileSync(join(file, 'aoba-kaisai-houkokusho.mapping.json'), 'utf8'))
    const key = (entry: (typeof byHand.entries)[number]): string =>
      'field' in entry ? `${entry.cell} ${entry.field} ${entry.format ?? ''}` : ''
    const fields = byHand.entries.map(key).filter((text) => text !== '')
    const suggested = new Set(found.entries.map(key))
    const same = fields.filter((field) => suggested.has(field))
    expect(same.length / fields.length).toBeGreaterThan(0.75)
    // Nothing is put where the person put something else.
    const wrong = found.entries.filter(
      (entry) =>
        'field' in entry &&
        byHand.entries.some(
          (other) => other.cell === entry.cell && 'field' in other && other.field !== entry.field,
        ),
    )
    expect(wrong).toEqual([])
    expect(found.blocks).toMatchObject([
      {
        firstRow: 26,
        lastRow: 33,
        each: '出席者',
        columns: { I: { field: '団体名' }, W: { field: '氏名' } },
      },
      { firstRow: 45, lastRow: 47, each: '取組', columns: { G: { field: '内容' }, AC: { field: '期限' } } },
    ])
  })

  it('put no field of the meeting into the columns of a table', () => {
    const found = suggestMapping(fixture('katsudo-geppou.xlsx'), fieldCatalogue)
    expect(found.entries.filter(({ sheet }) => sheet === '日報')).toEqual([])
  })

  it('fill a date in one sentence, and mark one of several boxes', () => {
    const form = sheetOf(
      text('A1', '１．開 催 日：') + text('B1', '令和　　年　　月　　日'),
      text('A2', '開催方法') + text('B2', '□対面　□オンライン'),
    )
    expect(suggestMapping(form, fieldCatalogue).entries).toEqual([
      {
        sheet: '表',
        cell: 'B1',
        label: '１．開催日：',
        blanks: ['{会議.開催日|和暦.年}', '{会議.開催日|和暦.月}', '{会議.開催日|和暦.日}'],
      },
      {
        sheet: '表',
        cell: 'B2',
        label: '開催方法　対面',
        markBox: { field: '会議.開催方法', equals: '対面', label: '対面' },
      },
      {
        sheet: '表',
        cell: 'B2',
        label: '開催方法　オンライン',
        markBox: { field: '会議.開催方法', equals: 'オンライン', label: 'オンライン' },
      },
    ])
  })

  it('leave alone what is full, what calculates, what no field is offered for', () => {
    const form = sheetOf(
      text('A1', '開催場所') + text('B1', '公民館'),
      text('A2', '委員定数') + '<c r="B2"><f>1+1</f><v>2</v></c>',
      text('A3', '会議名') + empty('B3'),
      text('A4', '傍聴者数') + empty('B4'),
    )
    const some: readonly SuggestedField[] = [
      { path: '会議.場所', type: 'text', of: null },
      { path: '出欠.委員定数', type: 'number', of: null },
      { path: '会議.会議名', type: 'text', of: null },
    ]
    expect(suggestMapping(form, some).entries).toEqual([
      { sheet: '表', cell: 'B3', label: '会議名', field: '会議.会議名' },
    ])
  })

  it('need a box that the form has drawn', () => {
    expect(suggestMapping(sheetOf(text('A1', '会議名')), fieldCatalogue).entries).toEqual([])
  })
})

describe('labels', () => {
  it.each([
    ['開　催　日　時', '会議.開催日'],
    ['(3) 開催場所：', '会議.場所'],
    ['出席者数（人）', '出欠.委員出席'],
    ['ＴＥＬ', '事務局.電話'],
    ['ﾒｰﾙｱﾄﾞﾚｽ', '事務局.メール'],
    ['備考', undefined],
    ['日本', undefined],
  ])('%s means %s', (label, path) => {
    expect(fieldForLabel(label)).toBe(path)
  })

  it('are bare without numbers in front and a colon behind', () => {
    expect(bareLabel('① 議　題：')).toBe('議題')
  })
})
