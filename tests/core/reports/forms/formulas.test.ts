import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  columnLetters,
  columnNumber,
  formatRange,
  parseAddress,
  parseRange,
} from '#core/reports/forms/cell-address.ts'
import { type CellValue, evaluateFormula, NotCalculated } from '#core/reports/forms/evaluate-formula.ts'
import { referencesOf } from '#core/reports/forms/form-formulas.ts'
import { parseReference, shiftFormula, tokenizeFormula } from '#core/reports/forms/formula-tokens.ts'
import { numberKindOfCode, numberKindOfId } from '#core/reports/forms/cell-styles.ts'

const FORMULAS = [
  'K23+S23+W23+AA23',
  'SUMPRODUCT((日報!$B$6:$B$30<>"")/COUNTIF(日報!$B$6:$B$30,日報!$B$6:$B$30&""))',
  'IF(OR(D9="",E9=""),0,E9-D9)',
  "'1 月'!A1+'it''s'!$B$2*[1]他!C3",
  'IF(E26=0,"残額なし A1",IF(E26>0,"要返還","不足"))',
  'リスト!#REF!',
  'SUM(A:A,$1:$3)-Table1[件数]%',
  'LOG10(A1)+売上2024',
]

describe('addresses', () => {
  it('counts columns', () => {
    expect(columnNumber('AG')).toBe(33)
    expect(columnNumber('XFD')).toBe(16384)
    expect(columnNumber('XFE')).toBeUndefined()
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16384 }), (column) => {
        expect(columnNumber(columnLetters(column))).toBe(column)
      }),
    )
  })

  it('reads addresses and ranges', () => {
    expect(parseAddress('$W$6')).toEqual({ row: 6, column: 23 })
    expect(parseAddress('W06')).toBeUndefined()
    expect(parseRange('D4:B2')).toEqual({ top: 2, left: 2, bottom: 4, right: 4 })
    expect(formatRange({ top: 2, left: 2, bottom: 4, right: 4 })).toBe('B2:D4')
  })
})

describe('formulas as text', () => {
  it.each(FORMULAS)('loses no letter of %s', (formula) => {
    expect(
      tokenizeFormula(formula)
        .map((token) => token.text)
        .join(''),
    ).toBe(formula)
    expect(shiftFormula(formula, 0, 0)).toBe(formula)
  })

  it('finds references and nothing else', () => {
    const found = tokenizeFormula("LOG10(A1)+\"B2\"&'it''s'!$C$3:D4+売上2024+AB12C").filter(
      (token) => token.kind === 'reference',
    )
    expect(found.map((token) => token.text)).toEqual(['A1', "'it''s'!$C$3:D4"])
    expect(parseReference("'it''s'!$C$3:D4")).toEqual({
      sheet: "it's",
      range: { top: 3, bottom: 4, left: 3, right: 4 },
    })
  })

  it('moves what is not fixed', () => {
    expect(shiftFormula('A1+$A1+A$1+$A$1+SUM(表!B2:C3,"A1",A:B,$1:2)', 2, 1)).toBe(
      'B3+$A3+B$1+$A$1+SUM(表!C4:D5,"A1",B:C,$1:4)',
    )
    expect(shiftFormula('A1', -1, 0)).toBe('#REF!')
  })

  it('moves back to where it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMULAS), fc.nat(100), fc.nat(50), (formula, rows, columns) => {
        // Whole columns and rows in the list begin at the edge, so only away from it and back.
        expect(shiftFormula(shiftFormula(formula, rows, columns), -rows, -columns)).toBe(formula)
      }),
    )
  })

  it('says when it cannot tell what a formula looks at', () => {
    const names = new Map([['合計', ['表!$A$1']]])
    expect(referencesOf('合計+B2', names)).toHaveLength(2)
    for (const formula of ['INDIRECT("A1")', 'SUM(Table1[件数])', '知らない名前+1']) {
      expect(referencesOf(formula, names)).toBeUndefined()
    }
  })
})

describe('calculating', () => {
  const values: Readonly<Record<string, CellValue>> = {
    A1: 2,
    A2: 3,
    A3: '4',
    B1: '',
    B2: true,
    C1: 0.1,
    C2: 0.2,
  }
  const calculate = (formula: string): CellValue =>
    evaluateFormula(formula, (_sheet, { row, column }) => values[`${columnLetters(column)}${String(row)}`])

  it.each<[string, CellValue]>([
    ['A1+A2*2-1', 7],
    ['(A1+A2)*2', 10],
    ['-A1+10', 8],
    ['SUM(A1:A3)', 5],
    ['SUM(A1:A3,10)', 15],
    ['C1+C2', 0.3],
    ['Z9', 0],
    ['A1&"件 ""計"""', '2件 "計"'],
    ['IF(B1="","空",1)', '空'],
    ['IF(Z9="","空",1)', '空'],
    ['IF(OR(A1>=2,A2<0),A2/2,0)', 1.5],
    ['IF(A1<>2,1)', false],
    ['MAX(A1:A3)-MIN(A1:A2)', 1],
    ['COUNT(A1:A3)', 2],
    ['AND(TRUE,A1=2)', true],
  ])('%s = %s', (formula, expected) => {
    expect(calculate(formula)).toBe(expected)
  })

  it.each([
    'A3+1',
    '1/0',
    'TODAY()',
    'A1:A2',
    'SUM(A:A)',
    '合計',
    '#REF!+1',
    'A1 A2',
    'SUM(A1',
    '2^3',
    'A1%',
  ])('leaves %s to Excel', (formula) => {
    expect(() => calculate(formula)).toThrow(NotCalculated)
  })
})

describe('number formats', () => {
  it.each([
    ['@', 'text'],
    ['yyyy/m/d', 'date'],
    ['[$-411]ge.m.d;@', 'date'],
    ['[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', 'date'],
    ['aaa', 'date'],
    ['h:mm', 'time'],
    ['[h]:mm', 'time'],
    ['0"人"', 'other'],
    ['#,##0;"△ "#,##0', 'other'],
    ['0.00E+00', 'other'],
    ['General"日"', 'other'],
    ['[Red]#,##0', 'other'],
    ['"第"0"回"', 'other'],
  ])('%s is %s', (code, kind) => {
    expect(numberKindOfCode(code)).toBe(kind)
  })

  it('knows those that are built in', () => {
    expect([14, 20, 27, 36, 49, 57, 0, 4].map((id) => numberKindOfId(id, new Map()))).toEqual([
      'date',
      'time',
      'date',
      'date',
      'text',
      'date',
      'other',
      'other',
    ])
  })
})
