import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read as readWithSheetJs } from 'xlsx'
import { knownFieldPaths } from '#core/reports/fields.ts'
import { applyMapping } from '#core/reports/forms/apply-mapping.ts'
import { checkFit } from '#core/reports/forms/check-fit.ts'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import { parseMapping } from '#core/reports/forms/mapping.ts'
import { recogniseForm } from '#core/reports/forms/recognise-form.ts'
import { comparePackages, compareSheets, partText, stringsOnlyGrew } from './compare-packages.ts'
import { memoValues, text } from './meeting-values.ts'
import { findValidator, validationErrors } from './ooxml-validator.ts'
import { fixture } from './small-workbook.ts'

const validator = findValidator()
const form = fixture('kaisai-houkokusho.xlsx')
const mappingFile = join(
  import.meta.dirname,
  '../../../../resources/forms/aoba-kaisai-houkokusho.mapping.json',
)
const mapping = parseMapping(readFileSync(mappingFile, 'utf8'))

describe('the city’s meeting report with the meeting of the memo', () => {
  const mapped = applyMapping(mapping, memoValues(), knownFieldPaths)
  const { bytes, report } = fillForm(form, mapped)
  const sheet = readWithSheetJs(bytes, { cellNF: true }).Sheets['様式第3号'] ?? {}
  const valueAt = (cell: string): unknown => {
    const found: unknown = sheet[cell]
    return typeof found === 'object' && found !== null && 'v' in found ? found.v : undefined
  }

  it('recognises the form', () => {
    expect(recogniseForm(form, [mapping])).toBe(mapping)
    expect(recogniseForm(fixture('katsudo-geppou.xlsx'), [mapping])).toBeUndefined()
  })

  it('uses only fields of the catalogue', () => {
    expect(mapped.problems.filter((problem) => problem.problem === 'unknown-field')).toEqual([])
  })

  it('says that ten people and twelve tasks are more than the form has rows for', () => {
    expect(mapped.problems).toEqual([
      { sheet: '様式第3号', cell: 'I26', field: '出席者', problem: 'rows-overflow', given: 10, room: 8 },
      { sheet: '様式第3号', cell: 'G45', field: '取組', problem: 'rows-overflow', given: 12, room: 3 },
    ])
    expect(report.overflow.map(({ given, room }) => [given, room])).toEqual([
      [10, 8],
      [12, 3],
    ])
  })

  it.each<[string, unknown]>([
    ['W6', 8],
    ['Z6', 9],
    ['AC6', 24],
    ['X10', '青羽市中央１丁目１番１号'],
    ['X12', '会長　山田　太郎'],
    ['H17', '□'],
    ['O17', '■'],
    ['H18', '□'],
    ['S17', '東部'],
    ['O18', undefined],
    ['G19', '青羽市第２層協議体（東部圏域）'],
    ['AA19', 2],
    ['I20', 8],
    ['L20', 9],
    ['O20', 17],
    ['S20', '木'],
    ['U20', 13],
    ['X20', 30],
    ['AB20', 15],
    ['AE20', 20],
    ['Y21', '■対面　□ｵﾝﾗｲﾝ　□併用'],
    ['G23', 12],
    ['K23', 10],
    ['O23', 1],
    ['AD23', 14],
    ['G26', 1],
    ['I26', '東部地区自治会連絡協議会'],
    ['W26', '髙橋　敏夫'],
    ['AD26', undefined],
    ['W29', '木村　早苗'],
    ['AD29', '代理'],
    ['W30', '葛\u{e0100}城　みどり'],
    ['W33', '浜田　涼'],
    ['AD33', '早退'],
    ['G45', 'ちらしの文字を14ポイントにする'],
    ['AC45', 46326],
    ['I48', 8],
    ['L48', 12],
    ['O48', 10],
    ['R48', '（予定）'],
    ['G49', '■次第　　■議事録　　□出席簿の写し　　■配布資料　　■その他（　　名簿）'],
    ['W53', '戸田　さやか'],
    ['W54', '000-224-0401'],
  ])('%s holds %s', (cell, expected) => {
    expect(valueAt(cell)).toBe(expected)
  })

  it('puts decisions below each other', () => {
    expect(valueAt('G39')).toMatch(/^【決定事項】\n第１号　居場所マップに[^]*\n第４号　移送の保険/)
  })

  it('shows what stands in the form to the letter: labels, numbers, notes', () => {
    const part = 'xl/worksheets/sheet1.xml'
    const difference = compareSheets(partText(form, part), partText(bytes, part))
    const places = [...report.written, ...report.recalculated].map((place) => place.cell)
    expect(difference.sameAround).toBe(true)
    expect(difference.styles).toEqual([])
    expect(difference.cells.filter((cell) => !places.includes(cell))).toEqual([])
  })

  it('leaves every other part as it was', () => {
    expect(comparePackages(form, bytes)).toEqual({
      added: [],
      removed: [],
      changed: ['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'],
      sameOrder: true,
    })
    const strings = 'xl/sharedStrings.xml'
    expect(stringsOnlyGrew(partText(form, strings), partText(bytes, strings))).toBe(true)
  })

  it('finds the one text that would be too small to read, and the list that is a line too long', () => {
    const problems = checkFit(bytes, report.written)
    expect(problems.map(({ cell, linesNeeded, linesThatFit }) => [cell, linesNeeded, linesThatFit])).toEqual([
      ['G39', 7, 6],
      ['W46', 2, 1],
    ])
  })

  it.skipIf(validator === undefined)('is valid for Microsoft’s validator', () => {
    if (validator !== undefined) expect(validationErrors(validator, bytes)).toEqual([])
  })

  it('points out text that is longer than its box', () => {
    const long = { ...memoValues() }
    const fields = {
      ...long.fields,
      '会議.議題一覧': text(Array.from({ length: 9 }, (_unused, at) => `議題${String(at)}`).join('\n')),
    }
    const filled = fillForm(form, applyMapping(mapping, { ...long, fields }, knownFieldPaths))
    expect(checkFit(filled.bytes, filled.report.written)).toContainEqual(
      expect.objectContaining({ cell: 'G35', linesNeeded: 9, linesThatFit: 4 }),
    )
  })
})

describe('another meeting', () => {
  const fill = (changes: ReturnType<typeof memoValues>['fields']): unknown => {
    const values = memoValues()
    const mapped = applyMapping(
      mapping,
      { ...values, fields: { ...values.fields, ...changes } },
      knownFieldPaths,
    )
    return readWithSheetJs(fillForm(form, mapped).bytes).Sheets['様式第3号']
  }

  it('of the first layer, online, without a next date', () => {
    expect(
      fill({
        '協議体.層': text('第1層'),
        '会議.開催方法': text('オンライン'),
        '会議.次回開催日': null,
        '添付.その他': null,
      }),
    ).toMatchObject({
      H17: { v: '■' },
      O17: { v: '□' },
      Y21: { v: '□対面　■ｵﾝﾗｲﾝ　□併用' },
      R48: { v: '（未定）' },
      G49: { v: '■次第　　■議事録　　□出席簿の写し　　■配布資料　　□その他（　　　　）' },
    })
  })

  it('of the third layer', () => {
    expect(fill({ '協議体.層': text('第3層'), '協議体.圏域': text('東町') })).toMatchObject({
      H18: { v: '■' },
      O18: { v: '第３層　東町' },
    })
  })
})
