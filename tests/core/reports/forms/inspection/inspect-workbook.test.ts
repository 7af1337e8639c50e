import { describe, expect, it } from 'vitest'
import { read as readWithSheetJs } from 'xlsx'
import { applyRemedy } from '#core/reports/forms/inspection/apply-remedy.ts'
import { remedyOf, type Finding } from '#core/reports/forms/inspection/findings.ts'
import { inspectWorkbook } from '#core/reports/forms/inspection/inspect-workbook.ts'
import { comparePackages, partText } from '../compare-packages.ts'
import { findValidator, validationErrors } from '../ooxml-validator.ts'
import { fixture, smallWorkbook } from '../small-workbook.ts'

const validator = findValidator()
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

function findingOf<Kind extends Finding['kind']>(
  bytes: Uint8Array,
  kind: Kind,
  audience: 'office' | 'public' = 'office',
): Extract<Finding, { kind: Kind }> {
  const found = inspectWorkbook(bytes, audience).find(
    (finding): finding is Extract<Finding, { kind: Kind }> => finding.kind === kind,
  )
  if (found === undefined) throw new Error(`no ${kind}`)
  return found
}

const text = (name: string, content: string): string =>
  `<c r="${name}" t="inlineStr"><is><t>${content}</t></is></c>`

describe('what the real forms give away', () => {
  it.each([
    ['kaisai-houkokusho.xlsx', ['file-path', 'author', 'hidden-sheet', 'hidden-names', 'printers']],
    ['katsudo-geppou.xlsx', ['file-path', 'author', 'hidden-sheet', 'comments', 'printers']],
    ['jisseki-houkokusho.xlsx', ['file-path', 'author', 'comments', 'comments', 'comments', 'printers']],
  ])('%s', (file, kinds) => {
    const found = inspectWorkbook(fixture(file)).map(({ kind }) => kind)
    expect(found).toEqual(expect.arrayContaining(kinds))
    expect(new Set(found)).toEqual(new Set(kinds))
  })

  it('is told with names, numbers and places', () => {
    const form = fixture('jisseki-houkokusho.xlsx')
    expect(findingOf(form, 'file-path').path).toContain('\\\\aoba-fs01\\')
    expect(findingOf(form, 'author').names.toSorted()).toEqual(
      ['地域支援係', '青羽市', '青羽市高齢福祉課'].toSorted(),
    )
    expect(findingOf(form, 'comments')).toEqual({
      kind: 'comments',
      sheet: '鑑',
      count: 2,
      authors: ['高齢福祉課'],
    })
  })
})

describe('remedies on the real forms', () => {
  it.each(['kaisai-houkokusho.xlsx', 'katsudo-geppou.xlsx', 'jisseki-houkokusho.xlsx'])(
    'of all findings of %s leave none and a valid workbook',
    (file) => {
      const before = fixture(file)
      const after = inspectWorkbook(before).reduce(applyRemedy, before)
      expect(inspectWorkbook(after)).toEqual([])
      if (validator === undefined) return
      expect(validationErrors(validator, after)).toEqual(validationErrors(validator, before))
    },
  )

  it('take comments out of the old drawing and leave its form controls', () => {
    const before = fixture('jisseki-houkokusho.xlsx')
    const after = applyRemedy(before, findingOf(before, 'comments'))
    const { added, removed, changed } = comparePackages(before, after)
    expect([added, removed]).toEqual([[], ['xl/comments1.xml']])
    expect([...changed].sort()).toEqual([
      '[Content_Types].xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/worksheets/_rels/sheet1.xml.rels',
    ])
    const old = partText(after, 'xl/drawings/vmlDrawing1.vml')
    expect(old.match(/ObjectType="Checkbox"/g)).toHaveLength(6)
    expect(old).not.toContain('ObjectType="Note"')
  })

  it('take the old drawing out as well where it held comments only', () => {
    const before = fixture('katsudo-geppou.xlsx')
    const after = applyRemedy(before, findingOf(before, 'comments'))
    expect(comparePackages(before, after).removed.toSorted()).toEqual([
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
    ])
    expect(partText(after, 'xl/worksheets/sheet1.xml')).not.toContain('legacyDrawing')
    expect(partText(after, 'xl/worksheets/sheet1.xml')).toContain('<drawing r:id="rId2"/>')
  })

  it('take path and names out of the one part that holds each', () => {
    const before = fixture('katsudo-geppou.xlsx')
    const path = applyRemedy(before, findingOf(before, 'file-path'))
    expect(comparePackages(before, path).changed).toEqual(['xl/workbook.xml'])
    expect(partText(path, 'xl/workbook.xml')).not.toMatch(/absPath|NAS01|AlternateContent/)
    const names = applyRemedy(before, findingOf(before, 'author'))
    expect([...comparePackages(before, names).changed].sort()).toEqual([
      'docProps/app.xml',
      'docProps/core.xml',
    ])
    expect(partText(names, 'docProps/core.xml')).toContain('<dc:creator></dc:creator>')
    expect(partText(names, 'docProps/core.xml')).toContain('<dc:title>')
  })

  it('show a hidden sheet instead of deleting it', () => {
    const before = fixture('katsudo-geppou.xlsx')
    const finding = findingOf(before, 'hidden-sheet')
    const after = applyRemedy(before, finding)
    expect(remedyOf[finding.kind]).toBe('show')
    expect(comparePackages(before, after).changed).toEqual(['xl/workbook.xml'])
    expect(readWithSheetJs(after).Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 0, 0])
  })

  it('change nothing when the finding no longer holds', () => {
    const before = fixture('katsudo-geppou.xlsx')
    const finding = findingOf(before, 'file-path')
    const once = applyRemedy(before, finding)
    expect(Buffer.compare(applyRemedy(once, finding), once)).toBe(0)
  })
})

describe('what is hidden within a sheet', () => {
  const form = smallWorkbook({
    sheets: {
      表: `<cols><col min="2" max="3" width="5" hidden="1"/><col min="9" max="9" width="5" hidden="1"/></cols><sheetData><row r="1" hidden="1">${text('A1', '単価')}</row><row r="2">${text('C2', '内訳')}${text('D2', '計')}</row><row r="3" hidden="1"><c r="A3" s="1"/></row></sheetData>`,
    },
  })

  it('is told where it holds something, and shown', () => {
    expect(inspectWorkbook(form)).toEqual([
      { kind: 'hidden-rows', sheet: '表', rows: [1] },
      { kind: 'hidden-columns', sheet: '表', columns: ['C'] },
    ])
    const after = inspectWorkbook(form).reduce(applyRemedy, form)
    const sheet = partText(after, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<col min="2" max="3" width="5"/><col min="9" max="9" width="5" hidden="1"/>')
    expect(sheet).toContain('<row r="1">')
    expect(sheet).toContain('<row r="3" hidden="1">')
  })
})

describe('values of another workbook', () => {
  const link = `<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${RELATIONSHIPS}" r:id="rId1"><sheetNames><sheetName val="名簿"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>山田太郎</v></cell><cell r="B1" t="str"><v>000-1</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`
  const base = smallWorkbook({ sheets: { 表: '<sheetData/>' } })
  const form = smallWorkbook({
    sheets: { 表: '<sheetData/>' },
    parts: {
      'xl/externalLinks/externalLink1.xml': link,
      'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONSHIPS}/externalLinkPath" Target="file:///\\\\server\\meibo.xlsx" TargetMode="External"/></Relationships>`,
      'xl/_rels/workbook.xml.rels': partText(base, 'xl/_rels/workbook.xml.rels').replace(
        '</Relationships>',
        `<Relationship Id="rIdX" Type="${RELATIONSHIPS}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`,
      ),
    },
  })

  it('are counted, and taken out with the link left', () => {
    const finding = findingOf(form, 'external-data')
    expect(finding).toMatchObject({ count: 2, target: 'file:///\\\\server\\meibo.xlsx' })
    const after = applyRemedy(form, finding)
    expect(comparePackages(form, after).changed).toEqual(['xl/externalLinks/externalLink1.xml'])
    const xml = partText(after, 'xl/externalLinks/externalLink1.xml')
    expect(xml).not.toContain('山田太郎')
    expect(xml).toContain('<sheetName val="名簿"/>')
    const path = findingOf(after, 'link-path')
    expect(path.target).toBe('file:///\\\\server\\meibo.xlsx')
    const short = applyRemedy(after, path)
    expect(partText(short, 'xl/externalLinks/_rels/externalLink1.xml.rels')).toContain('Target="meibo.xlsx"')
    expect(inspectWorkbook(short)).toEqual([])
  })
})

describe('columns of personal data', () => {
  const form = smallWorkbook({
    sheets: {
      表: `<sheetData><row r="1">${text('A1', '氏　名')}${text('B1', '電話番号')}${text('C1', '住 所')}</row><row r="2">${text('A2', '山田')}${text('B2', '000-1')}${text('C2', '青羽市')}</row><row r="3">${text('A3', '佐藤')}${text('B3', '000-2')}</row><row r="4">${text('A4', '鈴木')}${text('B4', '000-3')}</row></sheetData>`,
    },
  })

  it('are told for a public paper only, where several people stand in them', () => {
    expect(inspectWorkbook(form)).toEqual([])
    expect(inspectWorkbook(form, 'public')).toEqual([
      { kind: 'personal-column', sheet: '表', head: '電話番号', cells: ['B2', 'B3', 'B4'] },
    ])
  })

  it('are emptied below their head', () => {
    const after = applyRemedy(form, findingOf(form, 'personal-column', 'public'))
    const sheet = readWithSheetJs(after).Sheets['表']
    expect(sheet?.['B3']).toBeUndefined()
    expect(sheet?.['A3']).toMatchObject({ v: '佐藤' })
    expect(inspectWorkbook(after, 'public')).toEqual([])
  })

  it('are known by what stands in them, and emptied where a formula brings it', () => {
    const contacts = smallWorkbook({
      sheets: {
        表: `<sheetData><row r="1">${text('A1', 'なまえ')}${text('B1', 'お知らせ先')}${text('C1', '連絡先（自宅）')}</row><row r="2">${text('A2', '山田')}${text('B2', '０９０－１２３４－５６７８')}<c r="C2" t="str"><f>"青羽市"&amp;1</f><v>青羽市1</v></c></row><row r="3">${text('A3', '佐藤')}${text('B3', 'sato@example.jp')}<c r="C3" t="str"><f>"青羽市"&amp;2</f><v>青羽市2</v></c></row><row r="4">${text('A4', '令和8年11月23日')}${text('B4', '10-20-30')}</row></sheetData>`,
      },
    })
    expect(inspectWorkbook(contacts, 'public')).toEqual([
      { kind: 'personal-column', sheet: '表', head: '連絡先（自宅）', cells: ['C2', 'C3'] },
      { kind: 'personal-column', sheet: '表', head: 'B列の電話・メール', cells: ['B2', 'B3'] },
    ])
    const after = inspectWorkbook(contacts, 'public').reduce(applyRemedy, contacts)
    expect(inspectWorkbook(after, 'public')).toEqual([])
    expect(readWithSheetJs(after).Sheets['表']).toMatchObject({ A3: { v: '佐藤' }, B4: { v: '10-20-30' } })
  })
})
