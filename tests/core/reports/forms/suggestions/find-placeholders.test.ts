import { describe, expect, it } from 'vitest'
import { read as readWithSheetJs } from 'xlsx'
import { applyMapping } from '#core/reports/forms/apply-mapping.ts'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import { formMappingSchema, type FormMapping } from '#core/reports/forms/mapping.ts'
import { findPlaceholders } from '#core/reports/forms/suggestions/find-placeholders.ts'
import { date, text } from '../meeting-values.ts'
import { smallWorkbook } from '../small-workbook.ts'

const known = ['会議.開催日', '会議.場所', '会議.会議名', '出席者[].氏名', '出席者[].役職']

const cell = (name: string, content: string): string =>
  `<c r="${name}" t="inlineStr"><is><t>${content}</t></is></c>`

const form = smallWorkbook({
  sheets: {
    表: `<sheetData><row r="1">${cell('A1', '{{会議.開催日|和暦}}')}${cell('B1', '場所：{{会議.場所}}')}</row><row r="2">${cell('A2', '出席　{{出席者[].氏名|件数}}名')}${cell('C2', '題名')}</row><row r="4">${cell('A4', '{{出席者[].氏名}}')}${cell('B4', '（{{出席者[].役職}}）')}</row><row r="5"><c r="A5" s="1"/><c r="B5"/></row><row r="6"><c r="A6"/><c r="B6"/></row><row r="7">${cell('A7', '以上')}<c r="B7"/></row></sheetData>`,
    控え: `<sheetData><row r="3">${cell('B3', '｛｛会議．会議名｝｝')}</row></sheetData>`,
  },
})

const mappingOf = (bytes: Uint8Array): FormMapping => {
  const { entries, blocks } = findPlaceholders(bytes, known)
  return formMappingSchema.parse({
    version: 1,
    name: '試し',
    kind: 'meeting',
    recognise: [{ sheet: '表', cell: 'C2', contains: '題名' }],
    entries,
    blocks,
  })
}

describe('placeholders typed in Excel', () => {
  it('become entries: a field with its format, words with fields, full-width marks too', () => {
    expect(findPlaceholders(form, known)).toMatchObject({
      entries: [
        { sheet: '表', cell: 'A1', field: '会議.開催日', format: '和暦' },
        { sheet: '表', cell: 'B1', template: '場所：{会議.場所}' },
        { sheet: '表', cell: 'A2', template: '出席　{出席者[].氏名|件数}名' },
        { sheet: '控え', cell: 'B3', field: '会議.会議名' },
      ],
      problems: [],
    })
  })

  it('of a list become a block down to the next words', () => {
    expect(findPlaceholders(form, known).blocks).toEqual([
      {
        sheet: '表',
        firstRow: 4,
        lastRow: 6,
        each: '出席者',
        columns: { A: { field: '氏名' }, B: { template: '（{役職}）' } },
        whenTooMany: 'insert',
        clearUnused: true,
      },
    ])
  })

  it('fill the form, and nothing of them is left where nothing is entered', () => {
    const values = {
      fields: { '会議.開催日': date('2026-09-17') },
      lists: {
        出席者: ['山田', '佐藤', '鈴木', '高橋'].map((name) => ({ 氏名: text(name), 役職: text('委員') })),
      },
    }
    const { bytes } = fillForm(form, applyMapping(mappingOf(form), values, known))
    const book = readWithSheetJs(bytes)
    const values1 = ['A1', 'A2', 'A4', 'B7', 'A8'].map((name): unknown => book.Sheets['表']?.[name])
    expect(values1).toMatchObject([
      { v: '令和8年9月17日' },
      { v: '出席　4名' },
      { v: '山田' },
      { v: '（委員）' },
      { v: '以上' },
    ])
    expect(JSON.stringify(book.Sheets)).not.toMatch(/\{\{|｛｛/)
    expect(book.Sheets['表']?.['B1']).toBeUndefined()
  })

  it('that are misspelt are named with the nearest right one', () => {
    const wrong = smallWorkbook({
      sheets: {
        表: `<sheetData><row r="1">${cell('A1', '{{会議.開催び}}')}${cell('B1', '{{会議.開催日|和歴}}')}</row></sheetData>`,
      },
    })
    expect(findPlaceholders(wrong, known).problems).toEqual([
      { sheet: '表', cell: 'A1', typed: '会議.開催び', problem: 'unknown-field', nearest: '会議.開催日' },
      { sheet: '表', cell: 'B1', typed: '会議.開催日|和歴', problem: 'unknown-format', nearest: '和暦' },
    ])
    expect(findPlaceholders(wrong, known).entries).toHaveLength(1)
  })
})
