import { unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { read as readWithSheetJs } from 'xlsx'
import { applyRemedy } from '#core/reports/forms/inspection/apply-remedy.ts'
import type { Finding, FindingOf } from '#core/reports/forms/inspection/findings.ts'
import { inspectWorkbook } from '#core/reports/forms/inspection/inspect-workbook.ts'
import { comparePackages, compareSheets, partText } from '../compare-packages.ts'
import { findValidator, validationErrors } from '../ooxml-validator.ts'
import { tellingForm } from '../telling-form.ts'

// The validator takes seconds on a slow machine.
vi.setConfig({ testTimeout: 180_000 })

const validator = findValidator()
const before = tellingForm()
const findings = inspectWorkbook(before)

function find<Kind extends Finding['kind']>(kind: Kind): FindingOf<Kind> {
  const found = findings.find((finding): finding is FindingOf<Kind> => finding.kind === kind)
  if (found === undefined) throw new Error(`no ${kind}`)
  return found
}

const all = inspectWorkbook(before).reduce(applyRemedy, before)

describe('a form that gives away everything that a workbook can', () => {
  it('has each thing told, with its names', () => {
    expect(findings).toEqual([
      {
        kind: 'external-data',
        part: 'xl/externalLinks/externalLink1.xml',
        target: 'file:///C:/前年.xlsx',
        count: 1,
      },
      { kind: 'link-path', part: 'xl/externalLinks/externalLink1.xml', target: 'file:///C:/前年.xlsx' },
      { kind: 'connections', names: ['名簿'] },
      {
        kind: 'pivot-records',
        part: 'xl/pivotCache/pivotCacheDefinition1.xml',
        source: '様式',
        count: 2,
      },
      { kind: 'author', names: ['青羽市', '青羽 三郎'] },
      { kind: 'properties', names: ['案。佐藤さんの分は未記入', '様式番号'] },
      { kind: 'revisions', names: ['青羽 次郎'] },
      { kind: 'printers', names: ['\\\\aoba-fs01\\複合機'] },
      { kind: 'custom-xml', count: 1 },
      { kind: 'thumbnail' },
      { kind: 'hidden-names', names: ['旧単価'] },
      { kind: 'hidden-sheet', sheet: 'リスト', veryHidden: true },
      { kind: 'comments', sheet: '様式', count: 1, authors: ['青羽市'] },
      { kind: 'embedded-files', sheet: '様式', count: 1 },
      { kind: 'hidden-rows', sheet: '集計', rows: [8] },
      { kind: 'hidden-columns', sheet: '集計', columns: ['E'] },
      { kind: 'unseen-text', sheet: '集計', cells: ['A6', 'B6'] },
      { kind: 'scenarios', sheet: '集計', names: ['補助金なし'] },
    ])
  })

  it('gives nothing away after all remedies, and is as valid as it was', () => {
    expect(inspectWorkbook(all)).toEqual([])
    if (validator === undefined) return
    expect(validationErrors(validator, before)).toEqual([])
    expect(validationErrors(validator, all)).toEqual([])
  })

  it('holds none of the names and places any more', () => {
    const { Workbook } = readWithSheetJs(all)
    expect(Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 0, 0])
    const names = Object.keys(unzipSync(all))
    const everything = names
      .filter((name) => /\.(?:xml|rels|vml)$/.test(name))
      .map((name) => partText(all, name))
      .join('\n')
    for (const secret of ['次郎', '三郎', '太郎', 'secret', 'aoba-fs01', 'C:/', '佐藤', '委員名簿']) {
      expect(everything, secret).not.toContain(secret)
    }
    expect(
      names.filter((name) => /embeddings|persons|revisions|thumbnail|customXml|Records|image9/.test(name)),
    ).toEqual([])
  })
})

describe('each remedy changes nothing but what it speaks of', () => {
  it.each<[Finding['kind'], readonly string[], readonly string[]]>([
    ['link-path', ['xl/externalLinks/_rels/externalLink1.xml.rels'], []],
    ['connections', ['xl/connections.xml'], []],
    [
      'pivot-records',
      [
        '[Content_Types].xml',
        'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels',
        'xl/pivotCache/pivotCacheDefinition1.xml',
      ],
      ['xl/pivotCache/pivotCacheRecords1.xml'],
    ],
    ['author', ['docProps/core.xml', 'xl/workbook.xml'], []],
    ['properties', ['[Content_Types].xml', '_rels/.rels', 'docProps/core.xml'], ['docProps/custom.xml']],
    ['revisions', ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels'], ['xl/revisions/userNames.xml']],
    [
      'printers',
      ['xl/worksheets/_rels/sheet1.xml.rels', 'xl/worksheets/sheet1.xml'],
      ['xl/printerSettings/printerSettings1.bin'],
    ],
    [
      'custom-xml',
      ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels'],
      ['customXml/_rels/item1.xml.rels', 'customXml/item1.xml', 'customXml/itemProps1.xml'],
    ],
    ['thumbnail', ['_rels/.rels'], ['docProps/thumbnail.png']],
    ['hidden-names', ['xl/workbook.xml'], []],
    ['hidden-sheet', ['xl/workbook.xml'], []],
    [
      'embedded-files',
      [
        '[Content_Types].xml',
        'xl/drawings/_rels/vmlDrawing1.vml.rels',
        'xl/drawings/drawing1.xml',
        'xl/drawings/vmlDrawing1.vml',
        'xl/worksheets/_rels/sheet1.xml.rels',
        'xl/worksheets/sheet1.xml',
      ],
      ['xl/embeddings/Microsoft_Word_Document1.docx', 'xl/media/image9.png'],
    ],
    ['hidden-rows', ['xl/worksheets/sheet2.xml'], []],
    ['hidden-columns', ['xl/worksheets/sheet2.xml'], []],
    ['unseen-text', ['xl/styles.xml', 'xl/worksheets/sheet2.xml'], []],
    ['scenarios', ['xl/worksheets/sheet2.xml'], []],
  ])('%s', (kind, changed, removed) => {
    const after = applyRemedy(before, find(kind))
    const difference = comparePackages(before, after)
    expect([difference.added, [...difference.changed].sort(), [...difference.removed].sort()]).toEqual([
      [],
      changed,
      removed,
    ])
    // The others are seen by the validator where all remedies have been carried out.
    const isIntricate = kind === 'embedded-files' || kind === 'pivot-records'
    if (validator !== undefined && isIntricate) expect(validationErrors(validator, after)).toEqual([])
    const kinds = (left: readonly Finding[]) => left.map((finding) => finding.kind)
    expect(kinds(inspectWorkbook(after))).toEqual(kinds(findings).filter((each) => each !== kind))
  })

  it('the embedded file goes from its three places, the check boxes stay', () => {
    const after = applyRemedy(before, find('embedded-files'))
    for (const part of [
      'xl/worksheets/sheet1.xml',
      'xl/drawings/drawing1.xml',
      'xl/drawings/vmlDrawing1.vml',
    ]) {
      expect(partText(after, part)).not.toContain('1040')
      expect(partText(after, part)).toContain('1025')
    }
    const sheet = 'xl/worksheets/sheet1.xml'
    expect(compareSheets(partText(before, sheet), partText(after, sheet)).cells).toEqual([])
  })

  it('what was unseen looks like the other cells, which look as they did', () => {
    const after = applyRemedy(before, find('unseen-text'))
    const sheet = 'xl/worksheets/sheet2.xml'
    const difference = compareSheets(partText(before, sheet), partText(after, sheet))
    expect(difference).toMatchObject({ cells: ['A6', 'B6'], styles: ['A6', 'B6'], sameAround: true })
    const styles = partText(after, 'xl/styles.xml')
    expect(styles).toContain('<font><sz val="11"/><name val="ＭＳ 明朝"/></font></fonts>')
    expect(styles).toContain(
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
    )
  })

  it('values that a pivot table does not show go with its records, those that it shows stay', () => {
    const cache = partText(
      applyRemedy(before, find('pivot-records')),
      'xl/pivotCache/pivotCacheDefinition1.xml',
    )
    expect(cache).not.toContain('青羽 太郎')
    expect(cache).toContain('<n v="1"/><n v="3"/>')
    expect(cache).toMatch(/saveData="0"[^>]*refreshOnLoad="1"/)
  })
})
