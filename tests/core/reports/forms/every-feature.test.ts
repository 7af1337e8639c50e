import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it, vi } from 'vitest'
import { read as readWithSheetJs } from 'xlsx'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { FormOrder } from '#core/reports/forms/form-writes.ts'
import { comparePackages, compareSheets, partText, stringsOnlyGrew } from './compare-packages.ts'
import { everyFeature } from './every-feature.ts'
import { findValidator, validationErrors } from './ooxml-validator.ts'
import { fixture } from './small-workbook.ts'

// The validator and LibreOffice take seconds on a slow machine.
vi.setConfig({ testTimeout: 180_000 })

const validator = findValidator()
const before = everyFeature()
const sheet = '様式'

const single: FormOrder = {
  cells: [
    {
      sheet,
      cell: 'A3',
      value: { kind: 'fill-blanks', parts: ['８', '11', '23'] },
    },
    {
      sheet,
      cell: 'A4',
      value: { kind: 'mark-box', label: 'オンライン', mark: '■' },
    },
    { sheet, cell: 'E3', value: { kind: 'date', date: '2026-11-23' } },
    { sheet, cell: 'H3', value: { kind: 'mark-box', label: 0, mark: '☑' } },
    {
      sheet,
      cell: 'B16',
      value: { kind: 'text', text: '合わせたセルのどこを言っても左上へ' },
    },
    { sheet, cell: 'D6', value: { kind: 'number', value: 12 } },
  ],
  rows: [],
  drawn: [
    { kind: 'check-box', sheet, cell: 'G3', checked: true },
    { kind: 'circle', sheet, cell: 'E4', word: '無' },
  ],
}

describe('a form that holds everything a form may hold, filled', () => {
  const { bytes: after, report } = fillForm(before, single)

  it('differs in the parts of the cells, of the tick and of the ring, and in no other', () => {
    const difference = comparePackages(before, after)
    expect([difference.added, difference.removed, difference.sameOrder]).toEqual([[], [], true])
    expect([...difference.changed].sort()).toEqual([
      'xl/ctrlProps/ctrlProp1.xml',
      'xl/drawings/drawing1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/sharedStrings.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ])
  })

  it('differs in its sheets in no cell but those written, and those that follow from them', () => {
    const part = 'xl/worksheets/sheet1.xml'
    const difference = compareSheets(partText(before, part), partText(after, part))
    expect(difference).toMatchObject({ sameAround: true, styles: [] })
    const told = [...report.written, ...report.recalculated, ...report.leftToExcel]
    const cells = told.filter((place) => place.sheet === sheet).map(({ cell }) => cell)
    // B16 lies within the merge A14:D18.
    expect(cells).toContain('A14')
    expect(difference.cells.filter((cell) => !cells.includes(cell))).toEqual([])
    const strings = 'xl/sharedStrings.xml'
    expect(stringsOnlyGrew(partText(before, strings), partText(after, strings))).toBe(true)
  })

  it('has real values where they belong', () => {
    const book = readWithSheetJs(after)
    expect(book.Sheets[sheet]).toMatchObject({
      A3: { v: '令和　８年　11月　23日' },
      A4: { v: '□対面　■ｵﾝﾗｲﾝ　□併用' },
      E3: { t: 'n', v: 46349 },
      H3: { v: '☑' },
      G3: { v: '□' },
      A13: { t: 'b', v: true },
      D11: { v: 12 },
      E6: { v: 24 },
    })
    expect(book.Sheets['集計']).toMatchObject({ A1: { v: 12 }, A2: { v: 12 } })
    // Values that came with the link to another workbook stay as they were.
    expect(book.Sheets[sheet]?.['B13']).toMatchObject({ v: 41 })
  })

  it.skipIf(validator === undefined)('has no error for Microsoft’s validator, as before', () => {
    if (validator === undefined) return
    expect(validationErrors(validator, before)).toEqual([])
    expect(validationErrors(validator, after)).toEqual([])
  })
})

const records = (count: number) =>
  Array.from({ length: count }, (_unused, index) => ({
    B: { kind: 'text', text: `氏名${String(index + 1)}` } as const,
    D: { kind: 'number', value: index + 1 } as const,
  }))

describe('the same form with more records than rows', () => {
  const block = {
    sheet,
    firstRow: 6,
    lastRow: 10,
    rows: records(9),
    clearUnused: false,
  } as const
  const inserted = fillForm(before, {
    ...single,
    rows: [{ ...block, whenTooMany: 'insert' }],
  })
  const continued = fillForm(before, {
    ...single,
    rows: [{ ...block, whenTooMany: 'continue' }],
  })

  it('has rows put in, and all that speaks of them follows', () => {
    const xml = partText(inserted.bytes, 'xl/worksheets/sheet1.xml')
    expect(xml).toContain('<xm:f>様式!D6:D14</xm:f><xm:sqref>F15</xm:sqref>')
    expect(xml).toContain('<protectedRange sqref="B6:D14" name="入力"/>')
    expect(xml).toContain('<xm:sqref>B6:B14</xm:sqref>')
    expect(partText(inserted.bytes, 'xl/charts/chart1.xml')).toContain('様式!$D$6:$D$14')
    expect(partText(inserted.bytes, 'xl/tables/table1.xml')).toContain('ref="A24:B26"')
    expect(partText(inserted.bytes, 'xl/ctrlProps/ctrlProp2.xml')).toContain('fmlaLink="様式!$A$17"')
    expect(partText(inserted.bytes, 'xl/comments1.xml')).toContain('ref="B7"')
    expect(partText(inserted.bytes, 'xl/workbook.xml')).toContain('様式!$B$6:$D$14')
    expect(readWithSheetJs(inserted.bytes).Sheets['集計']).toMatchObject({
      A1: { v: 45, f: 'SUM(様式!D6:D14)' },
      A2: { v: 45 },
    })
  })

  it('goes on on a copy, and what cannot count both is told', () => {
    const book = readWithSheetJs(continued.bytes)
    expect(book.SheetNames).toEqual([sheet, '様式 (2)', '集計', 'リスト'])
    expect(book.Sheets['様式 (2)']).toMatchObject({
      B9: { v: '氏名9' },
      D11: { v: 30 },
      A13: { v: true },
    })
    expect(book.Sheets['集計']).toMatchObject({ A1: { v: 45 } })
    expect(partText(continued.bytes, 'xl/worksheets/sheet2.xml')).toContain(
      'COUNTA(様式!$B$6:$B$10,&apos;様式 (2)&apos;!$B$6:$B$10)',
    )
    expect(continued.report.continued[0]?.notCounted).toEqual([{ sheet: '集計', cell: 'A2' }])
  })

  it.skipIf(validator === undefined)('is valid either way', () => {
    if (validator === undefined) return
    expect(validationErrors(validator, inserted.bytes)).toEqual([])
    expect(validationErrors(validator, continued.bytes)).toEqual([])
  })

  it('has fewer records: the rows that are left over are emptied, where that is asked', () => {
    const few = fillForm(inserted.bytes, {
      cells: [],
      rows: [
        {
          ...block,
          lastRow: 14,
          rows: records(2),
          whenTooMany: 'refuse',
          clearUnused: true,
        },
      ],
    })
    expect(readWithSheetJs(few.bytes).Sheets[sheet]).toMatchObject({
      B7: { v: '氏名2' },
      D15: { v: 3 },
    })
    expect(readWithSheetJs(few.bytes).Sheets[sheet]?.['B8']).toBeUndefined()
  })
})

describe('a workbook that another library wrote', () => {
  it('is filled in its cells alone, and stays valid', async () => {
    const book = new ExcelJS.Workbook()
    const made = book.addWorksheet('名簿', {
      pageSetup: { paperSize: 9, orientation: 'landscape' },
    })
    made.columns = [
      { header: '氏名', width: 20 },
      { header: '数', width: 8 },
    ]
    made.addRow(['髙橋', 3])
    made.mergeCells('A5:B6')
    made.getCell('B3').value = { formula: 'SUM(B2:B2)', result: 3 }
    made.getCell('A8').dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: ['"有,無"'],
    }
    made.getCell('A9').note = '注'
    made.addConditionalFormatting({
      ref: 'B2:B9',
      rules: [
        {
          type: 'cellIs',
          operator: 'greaterThan',
          formulae: [5],
          priority: 1,
          style: { font: { bold: true } },
        },
      ],
    })
    const form = new Uint8Array(await book.xlsx.writeBuffer())
    const { bytes } = fillForm(form, {
      cells: [
        { sheet: '名簿', cell: 'B6', value: { kind: 'text', text: '備考' } },
        { sheet: '名簿', cell: 'B2', value: { kind: 'number', value: 7 } },
      ],
      rows: [],
    })
    const difference = comparePackages(form, bytes)
    expect([difference.added, difference.removed]).toEqual([[], []])
    expect([...difference.changed].sort()).toEqual([
      'xl/sharedStrings.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ])
    expect(readWithSheetJs(bytes).Sheets['名簿']).toMatchObject({
      A5: { v: '備考' },
      B3: { v: 7 },
    })
    if (validator !== undefined) {
      expect(validationErrors(validator, bytes)).toEqual(validationErrors(validator, form))
    }
  })
})

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'].find(
  existsSync,
)
if (office === undefined)
  console.warn('LibreOffice is not here: pages are not counted, its own workbook is not filled')

/** Converts with LibreOffice in a folder of its own, and gives the bytes. */
function convert(bytes: Uint8Array, to: 'pdf' | 'xlsx'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-office-'))
  try {
    const from = join(folder, 'form.xlsx')
    writeFileSync(from, bytes)
    execFileSync(
      office ?? '',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        from,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    )
    return Uint8Array.from(readFileSync(join(folder, 'out', `form.${to}`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const pagesOf = (pdf: Uint8Array): number =>
  (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page[^s]/g) ?? []
  ).length

describe('LibreOffice', () => {
  it.skipIf(office === undefined).each<[string, Uint8Array, FormOrder]>([
    ['the form that holds everything', before, single],
    [
      'the meeting report',
      fixture('kaisai-houkokusho.xlsx'),
      {
        cells: [
          {
            sheet: '様式第3号',
            cell: 'G39',
            value: { kind: 'text', text: '決定\n'.repeat(5) },
          },
        ],
        rows: [],
      },
    ],
    [
      'the monthly report',
      fixture('katsudo-geppou.xlsx'),
      {
        cells: [{ sheet: '総括表', cell: 'E12', value: { kind: 'number', value: 3 } }],
        rows: [],
      },
    ],
    [
      'the yearly report',
      fixture('jisseki-houkokusho.xlsx'),
      {
        cells: [
          {
            sheet: '別紙２',
            cell: 'E5',
            value: { kind: 'number', value: 1_200_000 },
          },
        ],
        rows: [],
      },
    ],
  ])('prints as many pages of %s after filling as before', (_name, form, order) => {
    const pages = pagesOf(convert(form, 'pdf'))
    expect(pages).toBeGreaterThan(0)
    expect(pagesOf(convert(fillForm(form, order).bytes, 'pdf'))).toBe(pages)
  })

  it.skipIf(office === undefined)('writes workbooks that are filled in their cells alone', () => {
    const form = convert(before, 'xlsx')
    const { bytes, report } = fillForm(form, {
      cells: single.cells,
      rows: [],
    })
    const part = 'xl/worksheets/sheet1.xml'
    const difference = compareSheets(partText(form, part), partText(bytes, part))
    expect(difference).toMatchObject({ sameAround: true, styles: [] })
    const told = [...report.written, ...report.recalculated, ...report.leftToExcel].map(({ cell }) => cell)
    expect(difference.cells.filter((cell) => !told.includes(cell))).toEqual([])
    expect(readWithSheetJs(bytes).Sheets[sheet]).toMatchObject({
      A3: { v: '令和　８年　11月　23日' },
      D11: { v: 12 },
    })
  })
})
