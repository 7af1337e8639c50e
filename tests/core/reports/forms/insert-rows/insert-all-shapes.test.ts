import { describe, expect, it } from 'vitest'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import { comparePackages, partText } from '../compare-packages.ts'
import { smallWorkbook } from '../small-workbook.ts'

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (list: Readonly<Record<string, string>>): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(list)
    .map(
      ([target, type]) => `<Relationship Id="${target}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const edge = (name: string, row: number, offset: number): string =>
  `<xdr:${name}><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>${String(offset)}</xdr:rowOff></xdr:${name}>`

const anchored = (editAs: string, from: readonly [number, number], to: readonly [number, number]): string =>
  `<xdr:twoCellAnchor${editAs === '' ? '' : ` editAs="${editAs}"`}>${edge('from', ...from)}${edge('to', ...to)}<xdr:sp textlink="$B$8"/><xdr:clientData/></xdr:twoCellAnchor>`

/** Rows of 10 points; the block is rows 3 to 5, with two rows put in below 5. EMU: 127,000 a row. */
const drawing = `<xdr:wsDr xmlns:xdr="x">${[
  anchored('', [1, 0], [3, 500]),
  anchored('', [3, 0], [7, 500]),
  anchored('', [6, 0], [7, 500]),
  anchored('oneCell', [3, 0], [6, 27_000]),
  anchored('oneCell', [6, 10], [7, 20]),
  anchored('absolute', [6, 10], [7, 20]),
  anchored('', [3, 0], [5, 0]),
  `<xdr:oneCellAnchor>${edge('from', 8, 5)}<xdr:ext cx="1" cy="1"/></xdr:oneCellAnchor>`,
].join('')}</xdr:wsDr>`

const client = (kind: string, more: string, anchor: string): string =>
  `<x:ClientData ObjectType="${kind}">${more}<x:Anchor>${anchor}</x:Anchor></x:ClientData>`

const oldDrawing = `<xml xmlns:x="x">${[
  client(
    'Note',
    '<x:MoveWithCells/><x:SizeWithCells/><x:Row>3</x:Row><x:Column>1</x:Column>',
    '1, 2, 3, 4, 5, 6, 7, 8',
  ),
  client(
    'Note',
    '<x:MoveWithCells/><x:SizeWithCells/><x:Row>7</x:Row><x:Column>1</x:Column>',
    '1, 2, 6, 4, 5, 6, 9, 8',
  ),
  client('Checkbox', '<x:SizeWithCells/><x:FmlaLink>$D$8</x:FmlaLink>', '1, 2, 7, 4, 5, 6, 7, 9'),
].join('')}</xml>`

const rows = Array.from({ length: 10 }, (_unused, index) => {
  const row = String(index + 1)
  const shared =
    index === 1
      ? '<f t="shared" ref="C2:C8" si="0">A2*B$8</f><v>0</v>'
      : index > 1 && index < 8
        ? '<f t="shared" si="0"/><v>0</v>'
        : ''
  return `<row r="${row}" ht="10" customHeight="1" spans="1:3"><c r="A${row}" s="2"><v>1</v></c><c r="B${row}" t="str"><f>IF(A${row}&gt;0,"▲","")</f><v>▲</v></c><c r="C${row}" s="1">${shared}</c></row>`
}).join('')

const tail = `<protectedRanges><protectedRange name="入力" sqref="A3:C5 A9"/></protectedRanges><autoFilter ref="A2:C5"/><mergeCells count="2"><mergeCell ref="D3:D5"/><mergeCell ref="A9:C10"/></mergeCells><conditionalFormatting sqref="C5 C8"><cfRule type="expression" priority="1"><formula>COUNTIF($A$3:$A$5,A5)&gt;$B$8</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="A5"><formula1>$A$8:$A$10</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A8" location="表!A9"/></hyperlinks><rowBreaks count="2"><brk id="2" max="16383" man="1"/><brk id="5" max="16383" man="1"/></rowBreaks><colBreaks count="1"><brk id="7" max="1048575" man="1"/></colBreaks><controls><control><controlPr linkedCell="$D$8"><anchor moveWithCells="1">${edge('from', 7, 4).replaceAll('<xdr:from', '<from').replaceAll('</xdr:from', '</from')}${edge('to', 7, 9).replaceAll('<xdr:to', '<to').replaceAll('</xdr:to', '</to')}</anchor></controlPr></control></controls><extLst><ext><x14:conditionalFormattings xmlns:x14="a" xmlns:xm="b"><x14:conditionalFormatting><x14:cfRule type="expression"><xm:f>$A$9=1</xm:f></x14:cfRule><xm:sqref>A3:A5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings><x14:dataValidations xmlns:x14="a" xmlns:xm="b"><x14:dataValidation><x14:formula1><xm:f>一覧!$A$1:$A$9</xm:f></x14:formula1><xm:sqref>B5 B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`

const form = smallWorkbook({
  sheets: {
    表: `<dimension ref="A1:D10"/><sheetViews><sheetView workbookViewId="0" topLeftCell="A7"><selection activeCell="A9" sqref="A9"/></sheetView></sheetViews><sheetData>${rows}</sheetData>${tail}`,
    一覧: '<sheetData><row r="1"><c r="A1"><f>SUM(表!A3:A5)+A9</f><v>3</v></c></row></sheetData><hyperlinks><hyperlink ref="A8" location="表!A9"/></hyperlinks>',
  },
  afterSheets:
    '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">表!$A$1:$D$5</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">表!$A:$B,表!$1:$2</definedName><definedName name="下">表!$A$9</definedName></definedNames>',
  parts: {
    'xl/worksheets/_rels/sheet1.xml.rels': relations({
      '../drawings/drawing1.xml': 'drawing',
      '../drawings/old.vml': 'vmlDrawing',
      '../comments1.xml': 'comments',
      '../ctrlProps/c1.xml': 'ctrlProp',
      '../tables/t1.xml': 'table',
    }),
    'xl/drawings/drawing1.xml': drawing,
    'xl/drawings/_rels/drawing1.xml.rels': relations({ '../charts/chart1.xml': 'chart' }),
    'xl/charts/chart1.xml': '<c:chart xmlns:c="c"><c:f>表!$A$3:$A$5</c:f><c:f>表!$A$9</c:f></c:chart>',
    'xl/drawings/old.vml': oldDrawing,
    'xl/comments1.xml': '<comments><comment ref="B4"/><comment ref="B8"/></comments>',
    'xl/ctrlProps/c1.xml': '<formControlPr objectType="CheckBox" fmlaLink="$D$8"/>',
    'xl/tables/t1.xml':
      '<table ref="A2:C5"><autoFilter ref="A2:C5"/><tableColumns><tableColumn><calculatedColumnFormula>表!A9</calculatedColumnFormula></tableColumn></tableColumns></table>',
  },
})

const { bytes, report } = fillForm(form, {
  cells: [],
  rows: [
    {
      sheet: '表',
      firstRow: 3,
      lastRow: 5,
      rows: Array.from({ length: 5 }, (_unused, index) => ({ A: { kind: 'number', value: index } as const })),
      whenTooMany: 'insert',
      clearUnused: false,
    },
  ],
})
const sheet = partText(bytes, 'xl/worksheets/sheet1.xml')
const all = (xml: string, pattern: RegExp): readonly string[] =>
  [...xml.matchAll(pattern)].map((found) => found[1] ?? '')

describe('two rows put in among everything that a sheet can hold', () => {
  it('gives the copies formulas of their own and calculates them', () => {
    expect(sheet).toContain('<c r="B6" t="str"><f>IF(A6&gt;0,&quot;▲&quot;,&quot;&quot;)</f><v>▲</v></c>')
    expect(report.recalculated).toEqual(expect.arrayContaining([{ sheet: '表', cell: 'B7' }]))
  })

  it('writes out a shared formula whose cells no longer read alike', () => {
    expect(all(sheet, /<c r="C\d+" s="1"><f>([^<]*)<\/f>/g)).toEqual(
      [2, 3, 4, 5, 6, 7, 8, 9, 10].map((row) => `A${String(row)}*B$10`),
    )
    expect(sheet).not.toContain('t="shared"')
  })

  it('moves, repeats or lengthens every range of the sheet', () => {
    expect(all(sheet, /sqref="([^"]*)"/g)).toEqual(['A11', 'A3:C7 A11', 'C5:C7 C10', 'A5:A7'])
    expect(all(sheet, /<xm:sqref>([^<]*)</g)).toEqual(['A3:A7', 'B5:B7 B11'])
    expect(all(sheet, /<formula1?>([^<]*)</g)).toEqual(['COUNTIF($A$3:$A$7,A5)&gt;$B$10', '$A$10:$A$12'])
    expect(all(sheet, /<xm:f>([^<]*)</g)).toEqual(['$A$11=1', '一覧!$A$1:$A$9'])
    expect(all(sheet, /<mergeCell ref="([^"]*)"/g)).toEqual(['D3:D7', 'A11:C12'])
    expect(all(sheet, /<brk id="(\d+)"/g)).toEqual(['2', '7', '7'])
    expect(sheet).toContain('<colBreaks count="1"><brk id="7" max="1048575" man="1"/></colBreaks>')
    expect(sheet).toContain('<autoFilter ref="A2:C7"/>')
    expect(sheet).toContain('<hyperlink ref="A10" location="表!A11"/>')
    expect(sheet).toContain('topLeftCell="A9"><selection activeCell="A11" sqref="A11"/>')
    expect(sheet).toContain('<dimension ref="A1:D12"/>')
  })

  it('moves what other sheets and names say of it', () => {
    const other = partText(bytes, 'xl/worksheets/sheet2.xml')
    expect(other).toContain('<f>SUM(表!A3:A7)+A9</f>')
    expect(other).toContain('<hyperlink ref="A8" location="表!A11"/>')
    expect(all(partText(bytes, 'xl/workbook.xml'), /<definedName [^>]*>([^<]*)</g)).toEqual([
      '表!$A$1:$D$7',
      '表!$A:$B,表!$1:$2',
      '表!$A$11',
    ])
  })

  it('moves comments, old drawings, controls, tables and charts', () => {
    expect(all(partText(bytes, 'xl/comments1.xml'), /ref="([^"]*)"/g)).toEqual(['B4', 'B10'])
    const old = partText(bytes, 'xl/drawings/old.vml')
    expect(all(old, /<x:Anchor>\s*([^<]*)</g)).toEqual([
      '1, 2, 3, 4, 5, 6, 7, 8',
      '1, 2, 8, 4, 5, 6, 11, 8',
      '1, 2, 9, 4, 5, 6, 9, 9',
    ])
    expect(all(old, /<x:Row>(\d+)/g)).toEqual(['3', '9'])
    expect(old).toContain('<x:FmlaLink>$D$10<')
    expect(partText(bytes, 'xl/ctrlProps/c1.xml')).toContain('fmlaLink="$D$10"')
    expect(sheet).toContain('linkedCell="$D$10"')
    expect(all(sheet, /<xdr:row>(\d+)</g)).toEqual(['9', '9'])
    const table = partText(bytes, 'xl/tables/t1.xml')
    expect(table).toContain('<table ref="A2:C7"><autoFilter ref="A2:C7"/>')
    expect(table).toContain('>表!A11<')
    expect(all(partText(bytes, 'xl/charts/chart1.xml'), /<c:f>([^<]*)</g)).toEqual([
      '表!$A$3:$A$7',
      '表!$A$11',
    ])
  })

  it('moves drawn things as each is told to', () => {
    const moved = partText(bytes, 'xl/drawings/drawing1.xml')
    const edges = [...moved.matchAll(/<xdr:row>(\d+)<\/xdr:row><xdr:rowOff>(\d+)</g)].map((found) => [
      Number(found[1]),
      Number(found[2]),
    ])
    expect(edges).toEqual([
      // above: stays
      [1, 0],
      [3, 500],
      // over the line: grows
      [3, 0],
      [9, 500],
      // below: moves
      [8, 0],
      [9, 500],
      // over the line, of one size: ends where it ended on paper, one row and 27,000 below the line
      [3, 0],
      [6, 27_000],
      // below, of one size: moves
      [8, 10],
      [9, 20],
      // fixed to the paper
      [6, 10],
      [7, 20],
      // ends on the line: stays
      [3, 0],
      [5, 0],
      // a single corner: moves
      [10, 5],
    ])
    expect(all(moved, /textlink="([^"]*)"/g)).toEqual(Array.from({ length: 7 }, () => '$B$10'))
  })

  it('touches no other part', () => {
    const { added, removed, changed } = comparePackages(form, bytes)
    expect([added, removed]).toEqual([[], []])
    expect([...changed].sort()).toEqual([
      'xl/charts/chart1.xml',
      'xl/comments1.xml',
      'xl/ctrlProps/c1.xml',
      'xl/drawings/drawing1.xml',
      'xl/drawings/old.vml',
      'xl/tables/t1.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ])
  })
})
