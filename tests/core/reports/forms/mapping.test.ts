import { describe, expect, it } from 'vitest'
import { applyMapping } from '#core/reports/forms/apply-mapping.ts'
import { nearestField } from '#core/reports/forms/field-names.ts'
import {
  formatValue,
  type FieldValue,
  type FormValues,
  type ValueFormat,
  valueText,
} from '#core/reports/forms/form-values.ts'
import type { WriteValue } from '#core/reports/forms/form-writes.ts'
import { type FormMapping, parseMapping } from '#core/reports/forms/mapping.ts'
import { recogniseForm } from '#core/reports/forms/recognise-form.ts'
import { makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { makeClockTime } from '#shared/domain/clock-time.ts'
import { refusalOf } from './refusal-of.ts'
import { fixture, smallWorkbook } from './small-workbook.ts'

function date(year: number, month: number, day: number): FieldValue {
  const made = makeCalendarDate(year, month, day)
  if (made === null) throw new Error('no such day')
  return { kind: 'date', date: made }
}

function time(hour: number, minute: number): FieldValue {
  const made = makeClockTime(hour, minute)
  if (made === null) throw new Error('no such time')
  return { kind: 'time', time: made }
}

const text = (content: string): FieldValue => ({ kind: 'text', text: content })

const KNOWN = [
  '会議.開催日',
  '会議.回',
  '会議.場所',
  '会議.開催方法',
  '添付.次第',
  '出席者[].氏名',
  '出席者[].団体名',
  '決定事項[].内容',
]

const values: FormValues = {
  fields: {
    '会議.開催日': date(2026, 9, 17),
    '会議.回': { kind: 'number', value: 2 },
    '会議.場所': text('  '),
    '会議.開催方法': text('オンライン'),
    '添付.次第': { kind: 'yes-no', value: false },
  },
  lists: {
    出席者: [
      { 氏名: text('髙橋　敏夫'), 団体名: text('自治連') },
      { 氏名: text('岡田　ハル'), 団体名: null },
    ],
  },
}

type Entries = FormMapping['entries']

const mappingOf = (entries: unknown, blocks: unknown = []): FormMapping =>
  parseMapping(
    JSON.stringify({
      version: 1,
      name: '試し',
      kind: 'meeting',
      recognise: [{ sheet: '表', cell: 'A1', contains: '報告書' }],
      entries,
      blocks,
    }),
  )

const at = (more: object): Entries => mappingOf([{ sheet: '表', cell: 'A1', ...more }]).entries

function valueOf(more: object): WriteValue | undefined {
  return applyMapping(mappingOf(at(more)), values, KNOWN).cells[0]?.value
}

describe('formats', () => {
  it.each<[FieldValue, ValueFormat | undefined, unknown]>([
    [date(2026, 11, 23), undefined, '2026-11-23'],
    [date(2026, 11, 23), '和暦', '令和8年11月23日'],
    [date(2026, 11, 23), '和暦（曜日）', '令和8年11月23日（月）'],
    [date(2026, 11, 23), '和暦短', 'R8.11.23'],
    [date(2026, 11, 23), '和暦.元号', '令和'],
    [date(2026, 11, 23), '和暦.年', 8],
    [date(2019, 5, 1), '和暦.年', '元'],
    [date(2026, 11, 23), '和暦.月', 11],
    [date(2026, 11, 3), '和暦.日', 3],
    [date(2026, 11, 23), '曜日', '月'],
    [date(2026, 1, 5), '西暦', '2026/1/5'],
    [time(13, 5), undefined, '13:05'],
    [time(13, 5), '時', 13],
    [time(13, 5), '分', 5],
    [time(13, 30), '時分', '13時30分'],
    [time(13, 30), '午後', '午後1時30分'],
    [{ kind: 'number', value: 12300 }, '円', '12,300円'],
    [{ kind: 'number', value: -500 }, '△', '△500'],
    [{ kind: 'number', value: 9 }, '人', '9人'],
    [text('ABC 12'), '全角', 'ＡＢＣ　１２'],
    [text('ＡＢ１'), '半角', 'AB1'],
    [text('山田'), '様', '山田　様'],
    [text('山田'), '曜日', '山田'],
  ])('%o as %s is %s', (value, format, expected) => {
    const written = formatValue(value, format)
    const content =
      'text' in written
        ? written.text
        : 'value' in written
          ? written.value
          : 'date' in written
            ? written.date
            : 'time' in written
              ? written.time
              : undefined
    expect(content).toBe(expected)
  })

  it('reads well within a sentence', () => {
    expect(valueText(date(2026, 11, 23))).toBe('令和8年11月23日')
    expect(valueText({ kind: 'number', value: 2 })).toBe('2')
  })
})

describe('entries', () => {
  it('writes fields as what they are', () => {
    expect(valueOf({ field: '会議.開催日' })).toEqual({ kind: 'date', date: '2026-09-17' })
    expect(valueOf({ field: '会議.回' })).toEqual({ kind: 'number', value: 2 })
    expect(valueOf({ field: '出席者[]', format: '件数' })).toEqual({ kind: 'number', value: 2 })
    expect(valueOf({ field: '出席者[].氏名', format: '読点' })).toEqual({
      kind: 'text',
      text: '髙橋　敏夫、岡田　ハル',
    })
    expect(valueOf({ field: '会議.開催方法', dropEnding: 'ライン' })).toEqual({ kind: 'text', text: 'オン' })
  })

  it('fills templates and lines, and leaves out those without a value', () => {
    expect(valueOf({ template: '第{会議.回}回（{会議.開催日|和暦短}）' })).toEqual({
      kind: 'text',
      text: '第2回（R8.9.17）',
    })
    expect(valueOf({ template: '場所 {会議.場所}' })).toBeUndefined()
    const lines = [
      '場所 {会議.場所}',
      { heading: '【決定】', each: '決定事項', template: '・{内容}' },
      { heading: '【出席】', each: '出席者', template: '{氏名}（{団体名}）' },
    ]
    expect(valueOf({ lines })).toEqual({
      kind: 'text',
      text: '【出席】\n髙橋　敏夫（自治連）\n岡田　ハル（）',
    })
  })

  it('marks the box of the right value only', () => {
    const box = (equals: string): object => ({ markBox: { field: '会議.開催方法', equals, label: equals } })
    expect(valueOf(box('ｵﾝﾗｲﾝ'))).toEqual({ kind: 'mark-box', label: 'ｵﾝﾗｲﾝ', mark: '■' })
    expect(valueOf(box('対面'))).toBeUndefined()
    expect(valueOf({ markBox: { field: '添付.次第' } })).toBeUndefined()
    expect(valueOf({ markBox: { field: '会議.回', mark: '☑' } })).toEqual({
      kind: 'mark-box',
      label: 0,
      mark: '☑',
    })
  })

  it('chooses words, fills blanks and heeds conditions', () => {
    expect(valueOf({ whether: { field: '会議.場所', yes: '有', no: '無' } })).toEqual({
      kind: 'text',
      text: '無',
    })
    expect(valueOf({ blanks: [null, '{会議.回}', '{会議.場所}'] })).toEqual({
      kind: 'fill-blanks',
      parts: [null, '2', null],
    })
    expect(valueOf({ field: '会議.回', when: { field: '会議.開催方法', equals: '対面' } })).toBeUndefined()
    expect(valueOf({ field: '会議.回', when: { field: '会議.回' } })).toBeDefined()
  })

  it('points out what is empty, unless it may be', () => {
    const problemsOf = (more: object): unknown => applyMapping(mappingOf(at(more)), values, KNOWN).problems
    expect(problemsOf({ field: '会議.場所' })).toEqual([
      { sheet: '表', cell: 'A1', field: '会議.場所', problem: 'empty' },
    ])
    expect(problemsOf({ field: '会議.場所', optional: true })).toEqual([])
    expect(problemsOf({ markBox: { field: '会議.場所' } })).toEqual([])
  })

  it('names the nearest field to one that is not there', () => {
    const { cells, problems } = applyMapping(mappingOf(at({ template: '{会議.開催日時}' })), values, KNOWN)
    expect(cells).toEqual([])
    expect(problems).toEqual([
      { sheet: '表', cell: 'A1', field: '会議.開催日時', problem: 'unknown-field', nearest: '会議.開催日' },
    ])
    expect(nearestField('開催方法', KNOWN)).toBe('会議.開催方法')
    expect(nearestField('出席者[].姓名', KNOWN)).toBe('出席者[].氏名')
    expect(nearestField('まったく別のことば', KNOWN)).toBeUndefined()
  })
})

describe('blocks', () => {
  const block = {
    sheet: '表',
    firstRow: 5,
    lastRow: 5,
    each: '出席者',
    columns: { B: { field: '氏名' }, C: { template: '{団体名}' } },
    whenTooMany: 'stop',
  }

  it('gives each record its columns, and says when there are too many', () => {
    const { rows, problems } = applyMapping(mappingOf([], [block]), values, KNOWN)
    expect(rows[0]).toMatchObject({
      rows: [
        { B: { kind: 'text', text: '髙橋　敏夫' }, C: { kind: 'text', text: '自治連' } },
        { B: { kind: 'text', text: '岡田　ハル' } },
      ],
      columns: ['B', 'C'],
      clearUnused: false,
    })
    expect(problems).toEqual([
      { sheet: '表', cell: 'B5', field: '出席者', problem: 'rows-overflow', given: 2, room: 1 },
    ])
  })

  it('leaves out columns of unknown fields', () => {
    const { rows, problems } = applyMapping(
      mappingOf([], [{ ...block, columns: { B: { field: '氏名' }, D: { field: '団休名' } } }]),
      values,
      KNOWN,
    )
    expect(Object.keys(rows[0]?.rows[0] ?? {})).toEqual(['B'])
    expect(problems).toContainEqual({
      sheet: '表',
      cell: 'D5',
      field: '出席者[].団休名',
      problem: 'unknown-field',
      nearest: '出席者[].団体名',
    })
  })
})

describe('mapping files', () => {
  it.each([
    '',
    '[]',
    '{"version":2}',
    '{"version":1,"name":"x","kind":"meeting","recognise":[],"entries":[],"blocks":[]}',
  ])('refuses %s', (json) => {
    expect(refusalOf(() => parseMapping(json)).code).toBe('mapping-invalid')
  })

  it('names the places that are wrong', () => {
    const act = (): unknown =>
      mappingOf([
        { sheet: '表', cell: 'A1', field: '会議.回' },
        { sheet: '表', cell: 'AAAA1', field: '会議.回' },
      ])
    expect(refusalOf(act).details?.['places']).toEqual(['entries.1.cell'])
    expect(
      refusalOf(() => mappingOf([{ sheet: '表', cell: 'A1', field: '会議.回', format: '和歴' }])).code,
    ).toBe('mapping-invalid')
    expect(refusalOf(() => mappingOf([{ sheet: '表', cell: 'A1', field: '会議.回', extra: 1 }])).code).toBe(
      'mapping-invalid',
    )
  })

  it('refuses a misspelt format within a sentence', () => {
    const act = (): unknown => mappingOf(at({ template: '{会議.開催日|和歴}' }))
    expect(refusalOf(act).code).toBe('mapping-invalid')
  })

  it('is chosen by what stands in the workbook', () => {
    const mapping = mappingOf([])
    const workbook = (words: string): Uint8Array =>
      smallWorkbook({
        sheets: {
          表: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${words}</t></is></c></row></sheetData>`,
        },
      })
    expect(recogniseForm(workbook('開催 報告書'), [mapping])).toBe(mapping)
    expect(recogniseForm(workbook('計画書'), [mapping])).toBeUndefined()
    expect(recogniseForm(fixture('kaisai-houkokusho.xlsx'), [mapping])).toBeUndefined()
  })
})
