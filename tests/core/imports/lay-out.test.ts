import { describe, expect, it } from 'vitest'
import { Refusal } from '#shared/contract/errors.ts'
import { findSeparator } from '#core/imports/read-csv.ts'
import { makeWorkbook, planLines, rowOf } from './roster-fixtures.ts'
import { planRosterImport } from '#core/imports/plan-roster.ts'

const names = (lines: readonly string[]) => planLines(lines).rows.map((row) => row.fields.name)

describe('a roster that is not one table of rows', () => {
  it('side by side is read from the left, each table whole, cells named where they are seen', () => {
    const plan = planLines([
      '名簿,,,,,,',
      '番号,氏名,電話,,番号,氏名,電話',
      '1,山田　花子,000-221-0001,,3,佐藤　一,000-221-0003',
      '2,鈴木　次郎,000-221-0002,,4,未定の人,でんわなし',
    ])
    expect(plan.layout).toBe('side-by-side')
    expect(plan.rows.map(({ fields }) => [fields.name, fields.phone])).toEqual([
      ['山田　花子', '000-221-0001'],
      ['鈴木　次郎', '000-221-0002'],
      ['佐藤　一', '000-221-0003'],
      ['未定の人', ''],
    ])
    expect(new Set(plan.rows.map((row) => row.row)).size).toBe(4)
    expect(plan.rows[3]?.where.phone).toBe('G4')
    expect(plan.findings[0]?.message).toContain('横に並んだ表')
  })

  it('keeps two people of one row apart from a representative and a contact person', () => {
    const plan = planLines([
      '団体名,代表者氏名,電話,担当者氏名,メール',
      'ひまわり会,山田　花子,000-221-0001,佐藤　一,a@example.jp',
    ])
    expect(plan.layout).toBe('rows')
    expect(plan.rows).toHaveLength(1)
    expect(rowOf(plan, 2).fields).toMatchObject({ name: '山田　花子', email: 'a@example.jp' })
    // What has no place of its own is not lost.
    expect(rowOf(plan, 2).fields.note).toContain('佐藤　一')
  })

  it('with its headings down the side is turned', () => {
    const plan = planLines([
      '令和８年度　名簿,,',
      '氏名,山田　花子,佐藤　一',
      'ふりがな,やまだ　はなこ,さとう　はじめ',
      '団体名,ひまわり会,北町内会',
      '電話,000-221-0001,000-221-0003',
    ])
    expect(plan.layout).toBe('columns')
    expect(plan.rows.map(({ fields }) => [fields.name, fields.kana, fields.organizationName])).toEqual([
      ['山田　花子', 'やまだ　はなこ', 'ひまわり会'],
      ['佐藤　一', 'さとう　はじめ', '北町内会'],
    ])
    expect(plan.rows[1]?.where.phone).toBe('C5')
  })

  it('of cards, one for each person, is read card by card', () => {
    const plan = planLines([
      '氏名,山田　花子',
      '住所,青羽市１',
      '電話,000-221-0001',
      '',
      '氏名,佐藤　一',
      '住所,青羽市２',
      '電話,000-221-0003',
    ])
    expect(plan.layout).toBe('cards')
    expect(plan.rows.map(({ fields }) => [fields.name, fields.address, fields.phone])).toEqual([
      ['山田　花子', '青羽市１', '000-221-0001'],
      ['佐藤　一', '青羽市２', '000-221-0003'],
    ])
    expect(plan.rows[1]?.where.address).toBe('B6')
  })

  it('has a heading of two rows, and hidden rows and columns are told', () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
    const plan = planRosterImport({
      bytes: makeWorkbook([
        {
          name: '名簿',
          inner:
            `<cols><col min="4" max="4" hidden="1"/></cols><sheetData>` +
            `<row r="1">${cell('A1', '氏名')}${cell('B1', '連絡先')}${cell('D1', '生年月日')}</row>` +
            `<row r="2">${cell('B2', '電話')}${cell('C2', '住所')}</row>` +
            `<row r="3">${cell('A3', '山田　花子')}${cell('B3', '000-221-0001')}${cell('C3', '青羽市１')}${cell('D3', 'S40.1.1')}</row>` +
            `<row r="4" hidden="1">${cell('A4', '佐藤　一')}${cell('B4', '000-221-0003')}</row>` +
            `</sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>`,
        },
      ]),
      fileName: '名簿.xlsx',
      existing: { people: [] },
    })
    expect(plan.headerRows).toEqual([1, 2])
    expect(rowOf(plan, 3).fields).toMatchObject({ phone: '000-221-0001', address: '青羽市１', note: '' })
    expect(rowOf(plan, 4).state).toBe('doubtful')
    expect(plan.findings.map(({ message }) => message).join()).toMatch(
      /隠されている列 D.*隠されている行が1行/s,
    )
  })
})

describe('what the user says of the table', () => {
  const lines = ['会員,かいいん,ところ,秘', '山田　花子,やまだ　はなこ,青羽市１,ないしょ']

  it('lets headings that say nothing be told, and leaves what is to be left', () => {
    expect(() => planLines(lines)).toThrow(Refusal)
    const plan = planLines(lines, {
      wish: {
        headerRow: 1,
        mapping: [
          { column: 'A', use: 'name' },
          { column: 'B', use: 'kana' },
          { column: 'C', use: 'address' },
          { column: 'D', use: 'leave' },
        ],
      },
    })
    expect(rowOf(plan, 2).fields).toMatchObject({
      name: '山田　花子',
      kana: 'やまだ　はなこ',
      address: '青羽市１',
      note: '',
    })
    expect(plan.columns.map((column) => column.use)).toEqual(['name', 'kana', 'address', 'leave'])
  })

  it('takes a field from the column that had it', () => {
    const plan = planLines(['氏名,電話,自宅', '山田　花子,000-221-0001,000-221-0002'], {
      wish: { headerRow: null, mapping: [{ column: 'C', use: 'phone' }] },
    })
    expect(rowOf(plan, 2).fields.phone).toBe('000-221-0002')
    expect(rowOf(plan, 2).fields.note).toContain('000-221-0001')
  })
})

describe('a text of columns', () => {
  it.each([
    [',', 'CSV'],
    ['\t', 'copied out of Excel'],
    [';', 'semicolons'],
    ['|', 'bars'],
    ['、', '読点'],
  ])('%j is found', (separator) => {
    const rows = [
      ['氏名', '電話', '住所'],
      ['山田　花子', '000-221-0001', '青羽市１'],
      ['佐藤　一', '000-221-0003', '青羽市２'],
    ]
    const text = rows.map((row) => row.join(separator))
    expect(findSeparator(text.join('\n'))).toBe(separator)
    expect(names(text)).toEqual(['山田　花子', '佐藤　一'])
  })

  it('is not parted at a sign of the remarks', () => {
    expect(findSeparator('氏名,備考\n山田,犬、猫、鳥\n佐藤,9:30、10:30\n鈴木,')).toBe(',')
  })
})

describe('a file that is no roster', () => {
  it.each([
    ['名簿.png', [0x89, 0x50, 0x4e, 0x47, 13, 10], '写真や画像'],
    ['名簿.xlsx', [0xff, 0xd8, 0xff, 0xe0], '写真や画像'],
    ['名簿.csv', [...new TextEncoder().encode('%PDF-1.7')], 'PDF'],
    ['写真.heic', [0, 0, 0, 24, ...new TextEncoder().encode('ftypheic')], '写真や画像'],
    ['名簿.xlsx', [0x50, 0x4b, 3, 4, ...new TextEncoder().encode('....word/document.xml')], 'Wordの文書'],
  ])('%s is refused, and said what it is', (fileName, bytes, kind) => {
    let refusal: unknown
    try {
      planRosterImport({ bytes: Uint8Array.from(bytes), fileName, existing: { people: [] } })
    } catch (thrown) {
      refusal = thrown
    }
    if (!(refusal instanceof Refusal)) throw new Error('it was read')
    expect(refusal.toError()).toMatchObject({ code: 'not-a-roster', details: { kind } })
  })
})
