import { describe, expect, it, vi } from 'vitest'
import { read as readWithSheetJs } from 'xlsx'
import { copySheet, nameOfCopy } from '#core/reports/forms/copy-sheet/copy-sheet.ts'
import { countedFormula } from '#core/reports/forms/copy-sheet/count-pages.ts'
import { quotedSheet, renameInFormula } from '#core/reports/forms/copy-sheet/rename-sheet.ts'
import { withTitle } from '#core/reports/forms/copy-sheet/workbook-entry.ts'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import { openWorkbookPackage } from '#core/reports/forms/open-package.ts'
import { comparePackages, partText } from '../compare-packages.ts'
import { everyFeature, everyFeatureParts } from '../every-feature.ts'
import { findValidator, validationErrors } from '../ooxml-validator.ts'
import { refusalOf } from '../refusal-of.ts'
import { fixture } from '../small-workbook.ts'
import { addEmbeddedFile, addPivot, addQuery, asWorkbook } from '../telling-form.ts'

// The validator takes seconds on a slow machine.
vi.setConfig({ testTimeout: 120_000 })

const validator = findValidator()
const before = everyFeature()
const copied = copySheet(openWorkbookPackage(before), '様式', '様式 (2)')
const after = copied.writePackage(new Map())
const all = (xml: string, pattern: RegExp): readonly string[] =>
  [...xml.matchAll(pattern)].map((found) => found[1] ?? '')

describe('a sheet with everything on it, copied', () => {
  const difference = comparePackages(before, after)
  const copy = partText(after, 'xl/worksheets/sheet4.xml')

  it('gets parts of its own for all but its pictures, and leaves those of the original alone', () => {
    expect([...difference.added].sort()).toEqual([
      'xl/charts/chart2.xml',
      'xl/comments2.xml',
      'xl/ctrlProps/ctrlProp3.xml',
      'xl/ctrlProps/ctrlProp4.xml',
      'xl/diagrams/colors2.xml',
      'xl/diagrams/data2.xml',
      'xl/diagrams/layout2.xml',
      'xl/diagrams/quickStyle2.xml',
      'xl/drawings/_rels/drawing2.xml.rels',
      'xl/drawings/_rels/vmlDrawing4.vml.rels',
      'xl/drawings/drawing2.xml',
      'xl/drawings/vmlDrawing3.vml',
      'xl/drawings/vmlDrawing4.vml',
      'xl/printerSettings/printerSettings2.bin',
      'xl/tables/table2.xml',
      'xl/threadedComments/threadedComment2.xml',
      'xl/worksheets/_rels/sheet4.xml.rels',
      'xl/worksheets/sheet4.xml',
    ])
    expect(difference.removed).toEqual(['xl/calcChain.xml'])
    expect([...difference.changed].sort()).toEqual([
      '[Content_Types].xml',
      'docProps/app.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/sharedStrings.xml',
      'xl/workbook.xml',
    ])
  })

  it('stands right behind the original, and names, views and titles know it', () => {
    const book = partText(after, 'xl/workbook.xml')
    expect(all(book, /<sheet name="([^"]*)"/g)).toEqual(['様式', '様式 (2)', '集計', 'リスト'])
    expect(all(book, /<sheet [^>]*sheetId="(\d+)"/g)).toEqual(['1', '8', '4', '7'])
    expect(book).toContain('activeTab="2"')
    const names = [...book.matchAll(/<definedName name="([^"]*)"(?: localSheetId="(\d)")?[^>]*>([^<]*)</g)]
    expect(names.map(([, name, local, text]) => [name, local, text])).toEqual([
      ['_xlnm.Print_Area', '0', '様式!$A$1:$H$30'],
      ['_xlnm.Print_Area', '1', '&apos;様式 (2)&apos;!$A$1:$H$30'],
      ['_xlnm.Print_Area', '2', '集計!$A$1:$D$9'],
      ['_xlnm.Print_Titles', '0', '様式!$1:$2'],
      ['_xlnm.Print_Titles', '1', '&apos;様式 (2)&apos;!$1:$2'],
      ['記入欄', undefined, '様式!$B$6:$D$10'],
      ['記入欄', '1', '&apos;様式 (2)&apos;!$B$6:$D$10'],
      ['選択肢', undefined, 'リスト!$A$1:$A$3'],
    ])
    const titles = partText(after, 'docProps/app.xml')
    expect(all(titles, /<vt:lpstr>([^<]*)</g).slice(2)).toEqual([
      '様式',
      '様式 (2)',
      '集計',
      'リスト',
      '集計!Print_Area',
      '様式!Print_Area',
      '&apos;様式 (2)&apos;!Print_Area',
      '様式!Print_Titles',
      '&apos;様式 (2)&apos;!Print_Titles',
      '記入欄',
      '選択肢',
    ])
    expect(all(titles, /<vt:i4>(\d+)</g)).toEqual(['4', '7'])
    expect(titles).toContain('<vt:vector size="11" baseType="lpstr">')
  })

  it('speaks of its own cells: charts, text boxes, sparklines, links, controls', () => {
    expect(all(partText(after, 'xl/charts/chart2.xml'), /<c:f>([^<]*)</g)).toEqual([
      '&apos;様式 (2)&apos;!$B$6:$B$10',
      '&apos;様式 (2)&apos;!$D$6:$D$10',
    ])
    expect(copy).toContain('<xm:f>&apos;様式 (2)&apos;!D6:D10</xm:f>')
    expect(copy).toContain('location="&apos;様式 (2)&apos;!A6"')
    expect(copy).toContain('<xm:f>リスト!$A$1:$A$3</xm:f>')
    const control = all(
      partText(after, 'xl/ctrlProps/ctrlProp4.xml') + partText(after, 'xl/ctrlProps/ctrlProp3.xml'),
      /fmlaLink="([^"]*)"/g,
    )
    expect([...control].sort()).toEqual(['$A$13', '&apos;様式 (2)&apos;!$A$13'].sort())
  })

  it('numbers its shapes anew in all three places', () => {
    const old = partText(after, 'xl/drawings/vmlDrawing3.vml')
    expect(all(old, /<o:idmap [^>]*data="(\d+)"/g)).toEqual(['3'])
    expect(all(old, /<v:shape id="_x0000_s(\d+)"/g)).toEqual(['3073', '3074', '3078'])
    expect(all(copy, /<control shapeId="(\d+)"/g)).toEqual(['3073', '3074'])
    expect(all(partText(after, 'xl/drawings/drawing2.xml'), /spid="_x0000_s(\d+)"/g)).toEqual([
      '3073',
      '3074',
    ])
    expect(all(partText(after, 'xl/drawings/drawing2.xml'), /cNvPr id="(3\d+)"/g)).toEqual(['3073', '3074'])
    expect(partText(after, 'xl/drawings/vmlDrawing4.vml')).toContain('o:spid="_x0000_s4097"')
  })

  it('has a table and a conversation of its own', () => {
    const table = partText(after, 'xl/tables/table2.xml')
    expect(table).toContain('id="2" name="テーブル1_2" displayName="テーブル1_2"')
    const [number] = all(partText(after, 'xl/threadedComments/threadedComment2.xml'), /\sid="(\{[^"]*\})"/g)
    expect(number).toMatch(/^\{[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}\}$/)
    expect(partText(after, 'xl/comments2.xml')).toContain(`tc=${number ?? ''}<`)
    expect(partText(before, 'xl/comments1.xml')).not.toContain(number)
    expect(partText(after, 'xl/threadedComments/threadedComment2.xml')).toContain('0000000000FF}')
  })

  it('shows the picture of the original', () => {
    expect(partText(after, 'xl/drawings/_rels/drawing2.xml.rels')).toContain('../media/image1.png')
    expect(partText(after, 'xl/worksheets/_rels/sheet4.xml.rels')).toContain('https://www.example.jp/')
  })

  it('is otherwise the sheet as it was', () => {
    const normal = (xml: string): string =>
      xml
        .replace(/&apos;様式 \(2\)&apos;!/g, '様式!')
        .replace(
          /shapeId="3(07\d)"/g,
          (_whole, rest: string) => `shapeId="${String(1024 - 3072 + 3000 + Number(rest))}"`,
        )
        .replace(' codeName="Sheet1"', '')
    expect(normal(copy)).toBe(normal(partText(before, 'xl/worksheets/sheet1.xml')))
  })

  it('may be copied again', () => {
    const twice = copySheet(copied, '様式', '様式 (3)').writePackage(new Map())
    expect(readWithSheetJs(twice).SheetNames).toEqual(['様式', '様式 (3)', '様式 (2)', '集計', 'リスト'])
    if (validator !== undefined) expect(validationErrors(validator, twice)).toEqual([])
  })

  it.skipIf(validator === undefined)('is valid for Microsoft’s validator', () => {
    if (validator !== undefined) expect(validationErrors(validator, after)).toEqual([])
  })
})

describe('a sheet with a pivot table, a query and an embedded file, copied', () => {
  const parts = everyFeatureParts()
  addPivot(parts)
  addEmbeddedFile(parts)
  addQuery(parts)
  const form = asWorkbook(parts)
  const bytes = copySheet(openWorkbookPackage(form), '様式', '様式 (2)').writePackage(new Map())

  it('has a pivot table of its own over the same data', () => {
    const { added } = comparePackages(form, bytes)
    expect(added).toContain('xl/pivotTables/pivotTable2.xml')
    expect(added.filter((part) => /pivotCache|embeddings|media/.test(part))).toEqual([])
    expect(partText(bytes, 'xl/pivotTables/_rels/pivotTable2.xml.rels')).toContain(
      '../pivotCache/pivotCacheDefinition1.xml',
    )
  })

  it('has the table of the query as a plain one, the figures being there', () => {
    const table = partText(bytes, 'xl/tables/table2.xml')
    expect(table).not.toMatch(/queryTable|uniqueName/)
    expect(partText(bytes, 'xl/tables/table1.xml')).toContain('tableType="queryTable"')
    expect(readWithSheetJs(bytes).Sheets['様式 (2)']).toMatchObject({ B22: { v: 4 } })
  })

  it('has the embedded file under a number of its own', () => {
    const sheet = partText(bytes, 'xl/worksheets/sheet4.xml')
    expect(all(sheet, /<oleObject [^>]*shapeId="(\d+)"/g)).toEqual(['3088', '3088'])
    expect(partText(bytes, 'xl/drawings/drawing2.xml')).toContain('_x0000_s3088')
    expect(partText(bytes, 'xl/drawings/vmlDrawing3.vml')).toContain('_x0000_s3088')
  })

  it.skipIf(validator === undefined)('is valid for Microsoft’s validator', () => {
    if (validator === undefined) return
    expect(validationErrors(validator, form)).toEqual([])
    expect(validationErrors(validator, bytes)).toEqual([])
  })
})

describe('a sheet with what may stand only once in a workbook', () => {
  it.each([
    ['slicer', 'スライサー'],
    ['timeline', 'タイムライン'],
    ['somethingNew', 'つどいの知らない部品'],
  ])('%s is not copied, and it is said why before anything is written', (type, what) => {
    const parts = everyFeatureParts()
    const rels = 'xl/worksheets/_rels/sheet1.xml.rels'
    parts[rels] = String(parts[rels]).replace(
      '</Relationships>',
      `<Relationship Id="rId60" Type="http://schemas.microsoft.com/office/2007/relationships/${type}" Target="../slicers/slicer1.xml"/></Relationships>`,
    )
    parts['xl/slicers/slicer1.xml'] = '<slicers/>'
    const form = asWorkbook(parts)
    const rows = Array.from({ length: 9 }, () => ({ B: { kind: 'text', text: '氏名' } as const }))
    const block = { sheet: '様式', firstRow: 6, lastRow: 10, rows, clearUnused: false } as const
    const fill = (whenTooMany: 'continue' | 'insert') => () =>
      fillForm(form, { cells: [], rows: [{ ...block, whenTooMany }] })
    expect(refusalOf(fill('continue')).toError()).toEqual({
      code: 'form-sheet-uncopyable',
      details: { sheet: '様式', what, row: 6 },
    })
    // Nothing else is in its way, and rows may be put in all the same.
    expect(fill('insert')().report.inserted).toHaveLength(1)
  })
})

describe('the sheets of the real forms, copied', () => {
  it.skipIf(validator === undefined).each([
    ['katsudo-geppou.xlsx', '総括表'],
    ['kaisai-houkokusho.xlsx', '様式第3号'],
    ['jisseki-houkokusho.xlsx', '鑑'],
  ])('%s %s: no new error', (file, sheet) => {
    if (validator === undefined) return
    const form = fixture(file)
    const bytes = copySheet(openWorkbookPackage(form), sheet, `${sheet} (2)`).writePackage(new Map())
    expect(validationErrors(validator, bytes)).toEqual(validationErrors(validator, form))
  })
})

describe('names', () => {
  it('of copies are those that Excel gives, no longer than it takes, and never twice', () => {
    expect(nameOfCopy('日報', ['日報'])).toBe('日報 (2)')
    expect(nameOfCopy('日報', ['日報', '日報 (2)'])).toBe('日報 (3)')
    expect(nameOfCopy('あ'.repeat(31), ['あ'.repeat(31)])).toBe(`${'あ'.repeat(27)} (2)`)
    expect(nameOfCopy('Form', ['FORM (2)'])).toBe('Form (3)')
  })

  it.each([
    ['日報', '日報'],
    ['日報 (2)', "'日報 (2)'"],
    ["O'Neil", "'O''Neil'"],
    ['A1', "'A1'"],
    ['2月', "'2月'"],
    ['Sheet1', 'Sheet1'],
  ])('%s is written %s in formulas', (name, written) => {
    expect(quotedSheet(name)).toBe(written)
  })

  it.each([
    ['日報!A1+集計!A1', "'日報 (2)'!A1+集計!A1"],
    ["'日報'!A1", "'日報 (2)'!A1"],
    ['"日報!A1"&日報!$B$2:$C$3', `"日報!A1"&'日報 (2)'!$B$2:$C$3`],
    ['[1]日報!A1', '[1]日報!A1'],
    ['SUM(表1[数])&"表1[数]"', 'SUM(表1_2[数])&"表1[数]"'],
    ['日報!名前', "'日報 (2)'!名前"],
    ['A1+B2', 'A1+B2'],
  ])('%s becomes %s on the copy', (formula, expected) => {
    const renaming = { from: '日報', to: '日報 (2)', tables: new Map([['表1', '表1_2']]) }
    expect(renameInFormula(formula, renaming)).toBe(expected)
  })
})

describe('formulas that count the rows of all pages', () => {
  const continued = { sheet: '日報', copies: ['日報 (2)'], rows: [{ top: 6, bottom: 30 }] }
  it.each<[string, string | undefined]>([
    ['SUM(日報!$F$6:$F$30)', "SUM(日報!$F$6:$F$30,'日報 (2)'!$F$6:$F$30)"],
    ['IF(COUNTA( 日報!B6:B30 )=0,"",1)', `IF(COUNTA( 日報!B6:B30,'日報 (2)'!B6:B30 )=0,"",1)`],
    ['SUM(日報!F6:F30)/SUM(A1:A2)', "SUM(日報!F6:F30,'日報 (2)'!F6:F30)/SUM(A1:A2)"],
    ['日報!A1', '日報!A1'],
    ['COUNTIF(日報!B6:B30,"訪問")', undefined],
    ['SUMPRODUCT((日報!B6:B30<>"")*1)', undefined],
    ['日報!F6', undefined],
    ['日報!F31', undefined],
    ['SUM(集計!F6:F30)', 'SUM(集計!F6:F30)'],
  ])('%s → %s', (formula, expected) => {
    const isTotal = ({ top, bottom }: { top: number; bottom: number }): boolean => top <= 31 && bottom >= 31
    expect(countedFormula(formula, continued, isTotal)).toBe(expected)
  })
})

describe('titles in the properties', () => {
  it('that do not agree with themselves are left alone', () => {
    const renaming = { from: '様式', to: '様式 (2)', tables: new Map() }
    const xml = partText(before, 'docProps/app.xml')
    expect(withTitle(xml, 2, 0, renaming)).toBe(xml)
    expect(withTitle('<Properties/>', 3, 0, renaming)).toBe('<Properties/>')
    expect(withTitle(xml.replace('<vt:i4>5<', '<vt:i4>6<'), 3, 0, renaming)).toBe(
      xml.replace('<vt:i4>5<', '<vt:i4>6<'),
    )
  })
})
