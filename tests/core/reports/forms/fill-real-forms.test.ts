import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { read as readWithSheetJs } from 'xlsx'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { CellWrite, WriteValue } from '#core/reports/forms/form-writes.ts'
import { comparePackages, compareSheets, partText, stringsOnlyGrew } from './compare-packages.ts'
import { findValidator, validationErrors } from './ooxml-validator.ts'
import { fixture } from './small-workbook.ts'

const validator = findValidator()

const text = (content: string): WriteValue => ({ kind: 'text', text: content })
const number = (value: number): WriteValue => ({ kind: 'number', value })

function cellsOf(sheet: string, values: Readonly<Record<string, WriteValue>>): readonly CellWrite[] {
  return Object.entries(values).map(([cell, value]) => ({ sheet, cell, value }))
}

interface RealForm {
  readonly file: string
  readonly cells: readonly CellWrite[]
  /** Parts that may change at all, and in sheets the cells that may. */
  readonly changed: Readonly<Record<string, readonly string[] | 'any'>>
  /** What the cells hold afterwards, `シート!A1` → value. */
  readonly afterwards: Readonly<Record<string, string | number>>
}

const forms: readonly RealForm[] = [
  {
    file: 'kaisai-houkokusho.xlsx',
    cells: cellsOf('様式第3号', {
      X6: { kind: 'typed', text: '8' },
      X11: text('社会福祉法人 青羽市社会福祉協議会'),
      O17: { kind: 'mark-box', label: 0, mark: '■' },
      Y21: { kind: 'mark-box', label: 'オンライン', mark: '■' },
      K23: number(9),
      W23: number(2),
      AA23: number(1),
      AC45: { kind: 'date', date: '2026-12-01' },
      G49: { kind: 'mark-box', label: '議事録', mark: '☑' },
      W54: { kind: 'typed', text: '000-224-0401' },
    }),
    changed: {
      'xl/worksheets/sheet1.xml': [
        'W6',
        'X11',
        'O17',
        'Y21',
        'K23',
        'W23',
        'AA23',
        'AC45',
        'AD23',
        'G49',
        'W54',
      ],
      'xl/sharedStrings.xml': 'any',
      'xl/workbook.xml': 'any',
    },
    afterwards: {
      '様式第3号!W6': 8,
      '様式第3号!X11': '社会福祉法人 青羽市社会福祉協議会',
      '様式第3号!O17': '■',
      '様式第3号!H17': '□',
      '様式第3号!Y21': '□対面　■ｵﾝﾗｲﾝ　□併用',
      '様式第3号!AD23': 12,
      '様式第3号!AC45': 46357,
      '様式第3号!G49': '□次第　　☑議事録　　□出席簿の写し　　□配布資料　　□その他（　　　　）',
      '様式第3号!W54': '000-224-0401',
    },
  },
  {
    file: 'katsudo-geppou.xlsx',
    cells: [
      ...cellsOf('総括表', { E12: number(3), F13: number(4), F12: number(2) }),
      ...cellsOf('日報', {
        B6: { kind: 'date', date: '2026-11-02' },
        D6: { kind: 'time', time: '13:30' },
        E6: { kind: 'time', time: '15:00' },
      }),
    ],
    changed: {
      'xl/worksheets/sheet1.xml': 'any',
      'xl/worksheets/sheet2.xml': 'any',
      'xl/workbook.xml': 'any',
    },
    afterwards: {
      '総括表!G12': 5,
      '総括表!G13': 4,
      '日報!B6': 46328,
      '日報!D6': 0.5625,
      '日報!F6': 0.0625,
      '日報!F31': 0.0625,
    },
  },
  {
    file: 'jisseki-houkokusho.xlsx',
    cells: cellsOf('別紙２', { E5: number(1_200_000), E12: number(900_000), E13: number(250_000) }),
    changed: {
      'xl/worksheets/sheet1.xml': 'any',
      'xl/worksheets/sheet3.xml': 'any',
      'xl/workbook.xml': 'any',
    },
    afterwards: { '別紙２!E8': 1_200_000, '別紙２!E24': 1_150_000, '別紙２!E26': 50_000 },
  },
]

describe.each(forms)('$file', ({ file, cells, changed, afterwards }) => {
  const before = fixture(file)
  const { bytes: after, report } = fillForm(before, { cells, rows: [] })

  it('changes no part but those of the cells written', () => {
    const difference = comparePackages(before, after)
    expect(difference).toMatchObject({ added: [], removed: [], sameOrder: true })
    expect([...difference.changed].sort()).toEqual(Object.keys(changed).sort())
  })

  it('changes no cell but those written, and no style', () => {
    for (const [part, allowed] of Object.entries(changed)) {
      if (!part.includes('worksheets')) continue
      const difference = compareSheets(partText(before, part), partText(after, part))
      expect(difference.sameAround).toBe(true)
      expect(difference.styles).toEqual([])
      if (allowed !== 'any') expect(difference.cells).toEqual([...allowed].sort())
      // Where the list would be long: those written, and the formulas that the report names.
      const name = readWithSheetJs(before).SheetNames[Number(/(\d+)\.xml$/.exec(part)?.[1]) - 1]
      const told = [...report.written, ...report.recalculated, ...report.leftToExcel]
        .filter(({ sheet }) => sheet === name)
        .map(({ cell }) => cell)
      expect(difference.cells.length).toBeGreaterThan(0)
      expect(difference.cells.filter((cell) => !told.includes(cell))).toEqual([])
    }
  })

  it('leaves every string that was there with its furigana', () => {
    const strings = 'xl/sharedStrings.xml'
    expect(stringsOnlyGrew(partText(before, strings), partText(after, strings))).toBe(true)
  })

  it('changes of the workbook part nothing but the wish to calculate', () => {
    const part = 'xl/workbook.xml'
    expect(partText(after, part).replace(' fullCalcOnLoad="1"', '')).toBe(partText(before, part))
    expect(partText(after, part)).toContain('fullCalcOnLoad="1"')
  })

  it('is read by SheetJS with the values written and the totals', () => {
    const book = readWithSheetJs(after)
    for (const [place, value] of Object.entries(afterwards)) {
      const [sheet = '', cell = ''] = place.split('!')
      const found: unknown = book.Sheets[sheet]?.[cell]
      expect(found, place).toMatchObject({ v: value })
    }
  })

  it('gives the same bytes for the same input', () => {
    expect(Buffer.compare(after, fillForm(before, { cells, rows: [] }).bytes)).toBe(0)
  })

  it.skipIf(validator === undefined)(
    'has no error for Microsoft’s validator that it did not have before',
    () => {
      if (validator === undefined) return
      expect(validationErrors(validator, after)).toEqual(validationErrors(validator, before))
    },
  )
})

describe('kaisai-houkokusho.xlsx', () => {
  const form = forms[0]
  const before = fixture('kaisai-houkokusho.xlsx')
  const after = fillForm(before, { cells: form?.cells ?? [], rows: [] }).bytes

  it('keeps what exceljs would lose', () => {
    const untouched = [
      'xl/drawings/drawing1.xml',
      'xl/drawings/_rels/drawing1.xml.rels',
      'xl/media/image1.png',
      'xl/printerSettings/printerSettings1.bin',
      'xl/worksheets/sheet2.xml',
      'xl/styles.xml',
      'xl/calcChain.xml',
      'docProps/core.xml',
    ]
    const { changed } = comparePackages(before, after)
    expect(changed.filter((part) => untouched.includes(part))).toEqual([])
    const sheet = partText(after, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('x14:dataValidation')
    expect(sheet).toContain('<sheetProtection sheet="1" objects="1" scenarios="1"/>')
    expect(sheet).toContain('imeMode="halfAlpha"')
    expect(partText(after, 'xl/workbook.xml')).toContain(
      '<definedName name="旧圏域" hidden="1">リスト!#REF!</definedName>',
    )
  })

  it('is read by exceljs with the values written', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Uint8Array.from(after).buffer)
    const sheet = book.getWorksheet('様式第3号')
    expect(sheet?.getCell('W6').value).toBe(8)
    expect(sheet?.getCell('O17').value).toBe('■')
    expect(sheet?.getCell('AC45').value).toEqual(new Date(Date.UTC(2026, 11, 1)))
    expect(sheet?.getCell('AD23').value).toEqual({ formula: 'K23+S23+W23+AA23', result: 12 })
  })
})
