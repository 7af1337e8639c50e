import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fieldCatalogue, knownFieldPaths } from '#core/reports/fields.ts'
import { applyMapping } from '#core/reports/forms/apply-mapping.ts'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { CellWrite, DrawnWrite } from '#core/reports/forms/form-writes.ts'
import { parseMapping, type FormMapping } from '#core/reports/forms/mapping.ts'
import { readBack, type ReadForm } from '#core/reports/forms/read-back/read-back.ts'
import type { FieldKind } from '#core/reports/forms/read-back/read-value.ts'
import { memoValues } from '../meeting-values.ts'
import { fixture, smallWorkbook } from '../small-workbook.ts'

const kinds = new Map(
  fieldCatalogue.map(({ of, path, type }) => [
    of === null ? path : `${of}[].${path}`,
    // No number and no word is read out of a picture.
    type === 'picture' ? 'text' : type,
  ]),
)

const blank = fixture('jisseki-houkokusho.xlsx')
const cells = (sheet: string, texts: Readonly<Record<string, string>>): readonly CellWrite[] =>
  Object.entries(texts).map(([cell, text]) => ({ sheet, cell, value: { kind: 'typed', text } }))

const months = ['4', '5', '6', '7', '8', '9', '10', '11', '12', '1', '2', '3'] as const
const columns = [...'CDEFGHIJKLMN']

/** The yearly report as its figures are mapped: a row of the months for each kind of activity. */
const mapping: FormMapping = parseMapping(
  JSON.stringify({
    version: 1,
    name: '実績報告書',
    kind: 'meeting',
    recognise: [{ sheet: '鑑', cell: 'A1', contains: '様式第８号' }],
    entries: [
      {
        sheet: '鑑',
        cell: 'T4',
        blanks: ['{提出.提出日|和暦.年}', '{提出.提出日|和暦.月}', '{提出.提出日|和暦.日}'],
      },
      { sheet: '鑑', cell: 'A13', blanks: ['{年度.年度|年度}'] },
      { sheet: '鑑', cell: 'J21', field: '契約.金額', format: '円' },
      { sheet: '鑑', cell: 'AA26', tick: { field: '添付.別紙１' } },
      { sheet: '鑑', cell: 'AA27', tick: { field: '添付.別紙２' } },
      ...['訪問', '会議'].flatMap((kind, row) =>
        months.map((month, position) => ({
          sheet: '別紙１',
          cell: `${columns[position] ?? ''}${String(12 + row)}`,
          field: `活動件数[${kind}].${month}月`,
        })),
      ),
      { sheet: '別紙１', cell: 'O12', field: '活動.合計', optional: true },
      { sheet: '別紙２', cell: 'E5', field: '決算.委託料' },
      { sheet: '別紙２', cell: 'E6', field: '決算.自己資金' },
      { sheet: '別紙２', cell: 'E7', field: '決算.雑収入' },
    ],
    blocks: [
      {
        sheet: '別紙１',
        firstRow: 30,
        lastRow: 39,
        each: '会議一覧',
        columns: {
          B: { field: '会議名' },
          C: { field: '開催日' },
          F: { field: '場所' },
          I: { field: '出席者数', format: '人' },
        },
        whenTooMany: 'insert',
      },
    ],
  }),
)

const figures: Readonly<Record<string, FieldKind>> = {
  '提出.提出日': 'date',
  '年度.年度': 'number',
  '添付.別紙１': 'yes-no',
  '添付.別紙２': 'yes-no',
  '会議一覧[].会議名': 'text',
  '会議一覧[].開催日': 'date',
  '会議一覧[].場所': 'text',
}
const kindOf = (path: string): FieldKind => figures[path] ?? 'number'

function readHandFilled(typed: readonly CellWrite[], drawn: readonly DrawnWrite[] = []): ReadForm {
  const filled = fillForm(blank, { cells: typed, rows: [], drawn }).bytes
  return readBack(filled, mapping, kindOf, blank)
}

describe('last year’s report, filled by hand', () => {
  const read = readHandFilled(
    [
      ...cells('鑑', {
        T4: '令和 ９年　４月３０日',
        A13: '令和８年度青羽市生活支援体制整備事業　実績報告書',
        J21: '１，２００，０００円',
      }),
      ...cells('別紙１', {
        C12: '3',
        D12: '５',
        E12: '十二',
        F12: '－',
        N12: '1,024',
        C13: '4件',
        D13: '約3',
      }),
      ...cells('別紙１', { B30: '第１層協議体', C30: 'R8.5.21', F30: '市役所', I30: '12人' }),
      ...cells('別紙１', { B32: '第２層（東部）', C32: '令和八年七月三日', I32: '十' }),
      ...cells('別紙２', { E5: '1200000', E6: '△5,000', E7: '▲５' }),
    ],
    [{ kind: 'check-box', sheet: '鑑', cell: 'AA26', checked: true }],
  )
  const value = (field: string): unknown => read.fields.find((each) => each.field === field)?.value

  it('gives figures as they were typed: full width, commas, 漢数字, units, △', () => {
    expect(value('活動件数[訪問].4月')).toEqual({ kind: 'number', value: 3 })
    expect(value('活動件数[訪問].5月')).toEqual({ kind: 'number', value: 5 })
    expect(value('活動件数[訪問].6月')).toEqual({ kind: 'number', value: 12 })
    expect(value('活動件数[訪問].3月')).toEqual({ kind: 'number', value: 1024 })
    expect(value('活動件数[会議].4月')).toEqual({ kind: 'number', value: 4 })
    expect(value('契約.金額')).toEqual({ kind: 'number', value: 1_200_000 })
    expect(value('決算.自己資金')).toEqual({ kind: 'number', value: -5000 })
    expect(value('決算.雑収入')).toEqual({ kind: 'number', value: -5 })
  })

  it('says in which cell each was found', () => {
    expect(read.fields.find(({ field }) => field === '活動件数[訪問].3月')?.places).toEqual([
      { sheet: '別紙１', cell: 'N12' },
    ])
  })

  it('takes a dash and an empty cell for nothing, and a total for what it shows', () => {
    expect(value('活動件数[訪問].7月')).toBeUndefined()
    expect(value('活動件数[訪問].8月')).toBeUndefined()
    // E12 and what else was typed as text counts for nothing in Excel's own sum either.
    expect(value('活動.合計')).toEqual({ kind: 'number', value: 3 })
  })

  it('puts a date together from the blanks of its sentence, and the 年度', () => {
    expect(value('提出.提出日')).toEqual({ kind: 'date', date: '2027-04-30' })
    expect(value('年度.年度')).toEqual({ kind: 'number', value: 2026 })
  })

  it('reads ticks', () => {
    expect(value('添付.別紙１')).toEqual({ kind: 'yes-no', value: true })
    expect(value('添付.別紙２')).toEqual({ kind: 'yes-no', value: false })
  })

  it('reads the rows of a block, gaps passed over', () => {
    expect(read.records.map(({ row, values }) => [row, values])).toEqual([
      [
        30,
        {
          会議名: { kind: 'text', text: '第１層協議体' },
          開催日: { kind: 'date', date: '2026-05-21' },
          場所: { kind: 'text', text: '市役所' },
          出席者数: { kind: 'number', value: 12 },
        },
      ],
      [
        32,
        {
          会議名: { kind: 'text', text: '第２層（東部）' },
          開催日: { kind: 'date', date: '2026-07-03' },
          出席者数: { kind: 'number', value: 10 },
        },
      ],
    ])
  })

  it('says what it could not read, where, and what stands there', () => {
    expect(read.unread).toEqual([
      { sheet: '別紙１', cell: 'D13', field: '活動件数[会議].5月', text: '約3', why: 'not-a-number' },
    ])
    expect(read.moved).toEqual([])
  })
})

describe('a form that was filled otherwise', () => {
  it.each<[string, Readonly<Record<string, string>>, unknown]>([
    ['other words', { T4: '来年の春' }, { why: 'other-words', field: '提出.提出日', text: '来年の春' }],
    ['half a date', { T4: '令和　　年４月　　日' }, { why: 'incomplete', cell: 'T4' }],
    ['no such day', { T4: '令和９年２月３０日' }, { why: 'not-a-date' }],
  ])('tells %s', (_name, texts, expected) => {
    expect(readHandFilled(cells('鑑', texts)).unread).toContainEqual(expect.objectContaining(expected))
  })

  it('says where the words of the form no longer stand, when rows were put in by hand', () => {
    const shifted = fillForm(blank, {
      cells: [],
      rows: [
        {
          sheet: '別紙２',
          firstRow: 5,
          lastRow: 7,
          rows: Array.from({ length: 5 }, () => ({ E: { kind: 'number', value: 1 } as const })),
          whenTooMany: 'insert',
          clearUnused: false,
        },
      ],
    }).bytes
    const places = readBack(shifted, mapping, kindOf, blank).moved.map(({ sheet, cell }) => sheet + cell)
    expect(places).toContain('別紙２D11')
  })

  it('tells of a sheet that is gone', () => {
    const read = readBack(smallWorkbook({ sheets: { 鑑: '<sheetData/>' } }), mapping, kindOf)
    expect(read.unread).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ sheet: '別紙１', why: 'sheet-missing' }),
        expect.objectContaining({ sheet: '別紙２', why: 'sheet-missing' }),
      ]),
    )
  })

  it('takes a formula that shows an error, or nothing, for unread', () => {
    const form = smallWorkbook({
      sheets: {
        別紙２:
          '<sheetData><row r="5"><c r="E5" t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="6"><c r="E6"><f>A1</f></c></row></sheetData>',
      },
    })
    const { unread } = readBack(form, mapping, kindOf)
    expect(unread.filter(({ why }) => why === 'formula').map(({ cell }) => cell)).toEqual(['E5', 'E6'])
  })
})

const folded = (value: unknown): string => JSON.stringify(value).normalize('NFKC')

describe('what the program itself has filled in', () => {
  it('comes back: every answer of the meeting report', () => {
    const form = fixture('kaisai-houkokusho.xlsx')
    const meeting = parseMapping(
      readFileSync(
        join(import.meta.dirname, '../../../../../resources/forms/aoba-kaisai-houkokusho.mapping.json'),
        'utf8',
      ),
    )
    const values = memoValues()
    const { bytes } = fillForm(form, applyMapping(meeting, values, knownFieldPaths))
    const read = readBack(bytes, meeting, (path) => kinds.get(path) ?? 'text', form)
    const kept = Object.fromEntries(read.fields.map(({ field, value }) => [field, value]))
    for (const [path, value] of Object.entries(values.fields)) {
      // Composed texts, what this form does not ask for, and 東部, since 圏域 is printed.
      if (value === null || ['会議.協議の概要', '協議体.名称', '協議体.圏域'].includes(path)) continue
      // 第２層 and 第2層 are one: width of letters makes no difference to a box.
      expect(folded(kept[path]), path).toBe(folded(value))
    }
    const attendees = read.records.filter(({ list }) => list === '出席者')
    expect(attendees.map(({ values: row }) => row['氏名'])).toEqual(
      (values.lists['出席者'] ?? []).slice(0, 8).map((row) => row['氏名']),
    )
    expect(read.unread.map(({ cell, why }) => [cell, why])).toEqual([['G39', 'composed']])
  })

  it('comes back: rings, marks in the months, choices', () => {
    const form = smallWorkbook({
      sheets: {
        表: '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="9" width="20" customWidth="1"/></cols><sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>有・無</t></is></c></row></sheetData>',
      },
    })
    const cellsOfMonths = columns.map((letters) => `${letters}5`)
    const rings = parseMapping(
      JSON.stringify({
        version: 1,
        name: '輪',
        kind: 'meeting',
        recognise: [{ sheet: '表', cell: 'B2', contains: '有' }],
        entries: [
          { sheet: '表', cell: 'B2', circle: { field: '公開', equals: '公開する', word: '有' } },
          { sheet: '表', cell: 'B2', circle: { field: '公開', equals: '公開しない', word: '無' } },
          { sheet: '表', cell: 'B3', whether: { field: '予定', yes: '（予定）', no: '（未定）' } },
          { sheet: '表', cell: 'C5', months: { field: '会議一覧[].開催日', cells: cellsOfMonths } },
        ],
        blocks: [],
      }),
    )
    const filled = fillForm(form, {
      cells: [
        { sheet: '表', cell: 'B3', value: { kind: 'text', text: '(予定)' } },
        { sheet: '表', cell: 'C5', value: { kind: 'text', text: '○' } },
        { sheet: '表', cell: 'N5', value: { kind: 'text', text: '○' } },
      ],
      rows: [],
      drawn: [{ kind: 'circle', sheet: '表', cell: 'B2', word: '無' }],
    }).bytes
    const read = readBack(filled, rings, (path) => (path === '予定' ? 'yes-no' : 'text'))
    expect(read.fields.map(({ field, value }) => [field, value])).toEqual([
      ['公開', { kind: 'text', text: '公開しない' }],
      ['予定', { kind: 'yes-no', value: true }],
    ])
    expect(read.months.map(({ months: marked }) => marked)).toEqual([[4, 3]])
  })
})
