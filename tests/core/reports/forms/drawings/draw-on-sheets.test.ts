import { deflateSync, crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { read as readWithSheetJs } from 'xlsx'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { DrawnWrite } from '#core/reports/forms/form-writes.ts'
import { applyMapping } from '#core/reports/forms/apply-mapping.ts'
import { parseMapping } from '#core/reports/forms/mapping.ts'
import { comparePackages, compareSheets, partText } from '../compare-packages.ts'
import { date, text } from '../meeting-values.ts'
import { findValidator, validationErrors } from '../ooxml-validator.ts'
import { refusalOf } from '../refusal-of.ts'
import { fixture, smallWorkbook } from '../small-workbook.ts'

const validator = findValidator()

const draw = (form: Uint8Array, ...drawn: readonly DrawnWrite[]): Uint8Array =>
  fillForm(form, { cells: [], rows: [], drawn }).bytes

function pngOf(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const pixels = Buffer.alloc((width + 1) * height, 0x80)
  for (let row = 0; row < height; row++) pixels[row * (width + 1)] = 0
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const jpegHead = (width: number, height: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8],
    ...[height >> 8, height & 255, width >> 8, width & 255],
    ...[1, 1, 0x11, 0, 0xff, 0xd9],
  ])

interface Edge {
  readonly column: number
  readonly columnOffset: number
  readonly row: number
  readonly rowOffset: number
}

/** The corners of the last thing drawn. */
function lastEdges(xml: string): readonly Edge[] {
  const pattern =
    /<xdr:col>(\d+)<\/xdr:col><xdr:colOff>(\d+)<\/xdr:colOff><xdr:row>(\d+)<\/xdr:row><xdr:rowOff>(\d+)</g
  return [...xml.matchAll(pattern)].slice(-2).map(([, column, columnOffset, row, rowOffset]) => ({
    column: Number(column),
    columnOffset: Number(columnOffset),
    row: Number(row),
    rowOffset: Number(rowOffset),
  }))
}

describe('form-control check boxes', () => {
  const before = fixture('jisseki-houkokusho.xlsx')
  const tick = (cell: string, checked = true): DrawnWrite => ({
    kind: 'check-box',
    sheet: '鑑',
    cell,
    checked,
  })
  const after = draw(before, tick('AA27'))

  it('are ticked in their properties, in the old drawing and in the linked cell', () => {
    const changed = comparePackages(before, after).changed.filter((part) => part !== 'xl/workbook.xml')
    expect(changed).toEqual(
      expect.arrayContaining(['xl/ctrlProps/ctrlProp2.xml', 'xl/drawings/vmlDrawing1.vml']),
    )
    expect(changed).not.toContain('xl/ctrlProps/ctrlProp1.xml')
    expect(partText(after, 'xl/ctrlProps/ctrlProp2.xml')).toContain('checked="Checked"')
    const old = partText(after, 'xl/drawings/vmlDrawing1.vml')
    expect(old.match(/<x:Checked>1<\/x:Checked>/g)).toHaveLength(1)
    expect(old.indexOf('<x:Checked>')).toBeGreaterThan(old.indexOf('id="_x0000_s1026"'))
    expect(old.indexOf('<x:Checked>')).toBeLessThan(old.indexOf('id="_x0000_s1027"'))
    expect(readWithSheetJs(after).Sheets['鑑']?.['AF27']).toMatchObject({ t: 'b', v: true })
  })

  it('change no other cell', () => {
    const part = 'xl/worksheets/sheet1.xml'
    expect(compareSheets(partText(before, part), partText(after, part))).toMatchObject({
      cells: ['AF27'],
      styles: [],
    })
  })

  it('lose their tick again, and are as they were', () => {
    const again = draw(after, tick('AA27', false))
    for (const part of ['xl/ctrlProps/ctrlProp2.xml', 'xl/drawings/vmlDrawing1.vml']) {
      expect(partText(again, part).replace(/\s+/g, ' ')).toBe(partText(before, part).replace(/\s+/g, ' '))
    }
    expect(readWithSheetJs(again).Sheets['鑑']?.['AF27']).toMatchObject({ t: 'b', v: false })
  })

  it('are refused where none lies, and found by their words where several do', () => {
    expect(refusalOf(() => draw(before, tick('A1'))).details).toMatchObject({ why: 'check-box' })
    const wide: DrawnWrite = { kind: 'check-box', sheet: '鑑', cell: 'AA26:AA27', checked: true }
    expect(refusalOf(() => draw(before, wide)).details).toMatchObject({ why: 'check-box' })
    expect(refusalOf(() => draw(before, { ...tick('AA27'), label: '無い言葉' } as DrawnWrite)).code).toBe(
      'form-cell-invalid',
    )
  })

  it.skipIf(validator === undefined)('leave a form as valid as it was', () => {
    if (validator === undefined) return
    expect(validationErrors(validator, after)).toEqual(validationErrors(validator, before))
  })
})

/** Columns of 69 px (51.75 pt), rows of 15 pt, font of 11 pt: a full-width letter is 11 pt wide. */
const plain = smallWorkbook({
  sheets: {
    表: '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="9" width="8.625" customWidth="1"/></cols><sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>有・無・有り</t></is></c></row></sheetData><mergeCells count="1"><mergeCell ref="B4:D8"/></mergeCells><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>1</formula><extLst><ext uri="x"/></extLst></cfRule></conditionalFormatting><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><tableParts count="0"/>',
  },
})

describe('a ring around a word', () => {
  it('lies over the word, in a drawing made for it', () => {
    const bytes = draw(plain, { kind: 'circle', sheet: '表', cell: 'B2', word: '無' })
    expect(comparePackages(plain, bytes).added).toEqual([
      'xl/drawings/drawing1.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
    ])
    const [from, to] = lastEdges(partText(bytes, 'xl/drawings/drawing1.xml'))
    // 無 is the third letter: from 22 to 33 points behind the edge of column B, with the padding of 1.9.
    expect(from).toMatchObject({ column: 1, row: 0 })
    expect(from?.rowOffset).toBeGreaterThan(14 * 12_700)
    expect(to).toMatchObject({ column: 1 })
    expect((from?.columnOffset ?? 0) / 12_700).toBeLessThan(22 + 1.9)
    expect((from?.columnOffset ?? 0) / 12_700).toBeGreaterThan(22 - 4)
    expect((to?.columnOffset ?? 0) / 12_700).toBeGreaterThan(33 + 1.9)
    expect((to?.columnOffset ?? 0) / 12_700).toBeLessThan(33 + 7)
  })

  it('stands in its place among the children of the sheet, and formats keep their extensions', () => {
    const sheet = partText(
      draw(plain, { kind: 'circle', sheet: '表', cell: 'B2' }),
      'xl/worksheets/sheet1.xml',
    )
    expect(sheet).toMatch(/<pageMargins [^>]*\/><drawing [^>]*r:id="rId1"\/><tableParts count="0"\/>/)
  })

  it('finds the second of two alike, and refuses a word that is not there', () => {
    const at = (occurrence: number): number => {
      const bytes = draw(plain, { kind: 'circle', sheet: '表', cell: 'B2', word: '有', occurrence })
      const [from] = lastEdges(partText(bytes, 'xl/drawings/drawing1.xml'))
      return (from?.column ?? 0) * 51.75 + (from?.columnOffset ?? 0) / 12_700
    }
    expect(at(1) - at(0)).toBeCloseTo(4 * 11, 0)
    expect(
      refusalOf(() => draw(plain, { kind: 'circle', sheet: '表', cell: 'B2', word: '否' })).details,
    ).toMatchObject({ why: 'word' })
  })

  it('lies on top of what a form has drawn already, nothing of which changes', () => {
    const before = fixture('kaisai-houkokusho.xlsx')
    const after = draw(before, { kind: 'circle', sheet: '様式第3号', cell: 'R48', word: '未定' })
    const difference = comparePackages(before, after)
    expect([difference.added, difference.removed, difference.changed]).toEqual([
      [],
      [],
      ['xl/drawings/drawing1.xml'],
    ])
    const [old, now] = [before, after].map((bytes) => partText(bytes, 'xl/drawings/drawing1.xml'))
    const head = (old ?? '').replace('</xdr:wsDr>', '')
    expect(now?.startsWith(head)).toBe(true)
    expect(now?.slice(head.length)).toContain('prst="ellipse"')
  })
})

describe('a picture in a box', () => {
  const box = { sheet: '表', cell: 'C5', description: '会議の様子' }

  it('is as large as fits, in the middle of the merge', () => {
    const bytes = draw(plain, { kind: 'picture', ...box, bytes: pngOf(100, 100) })
    expect(comparePackages(plain, bytes).added).toContain('xl/media/image1.png')
    const xml = partText(bytes, 'xl/drawings/drawing1.xml')
    const [from, to] = lastEdges(xml)
    // The merge is 155.25 wide and 75 high, so the picture is 71 square, 42.1 from the left and 2 from the top.
    expect(from).toMatchObject({ column: 1, row: 3, rowOffset: 25_400 })
    expect((from?.columnOffset ?? 0) / 12_700).toBeCloseTo(42.1, 0)
    expect(to).toMatchObject({ column: 3, row: 7 })
    expect(xml).toContain('descr="会議の様子"')
    const types = partText(bytes, '[Content_Types].xml')
    expect(types).toContain('<Default Extension="png" ContentType="image/png"/>')
  })

  it('may be a JPEG; two pictures get a part each, and one drawing', () => {
    const bytes = draw(
      plain,
      { kind: 'picture', ...box, bytes: jpegHead(400, 300) },
      { kind: 'picture', ...box, cell: 'F1:G6', bytes: pngOf(30, 60) },
    )
    const { added } = comparePackages(plain, bytes)
    expect(added).toEqual(expect.arrayContaining(['xl/media/image1.jpeg', 'xl/media/image1.png']))
    expect(added.filter((part) => part.startsWith('xl/drawings/drawing'))).toHaveLength(1)
    const xml = partText(bytes, 'xl/drawings/drawing1.xml')
    expect([...xml.matchAll(/cNvPr id="(\d+)"/g)].map((found) => found[1])).toEqual(['2', '3'])
  })

  it('is refused when it is something else', () => {
    const write = (bytes: Uint8Array) => () => draw(plain, { kind: 'picture', ...box, bytes })
    for (const bytes of [
      new Uint8Array(),
      Uint8Array.from([0xff, 0xd8, 0xff]),
      new TextEncoder().encode('<svg/>'),
    ]) {
      expect(refusalOf(write(bytes)).details).toMatchObject({ why: 'picture' })
    }
  })

  it.skipIf(validator === undefined)('leaves a valid workbook, new drawing or old', () => {
    if (validator === undefined) return
    const form = fixture('kaisai-houkokusho.xlsx')
    const after = draw(
      form,
      { kind: 'picture', sheet: '様式第3号', cell: 'G39', description: '写真', bytes: pngOf(40, 30) },
      { kind: 'circle', sheet: '様式第3号', cell: 'R48', word: '予定' },
      { kind: 'circle', sheet: 'リスト', cell: 'A1' },
    )
    expect(validationErrors(validator, after)).toEqual(validationErrors(validator, form))
  })
})

describe('drawn entries of a mapping', () => {
  const mapping = parseMapping(
    JSON.stringify({
      version: 1,
      name: '試し',
      kind: 'meeting',
      recognise: [{ sheet: '表', cell: 'A1', contains: '題' }],
      entries: [
        { sheet: '表', cell: 'B2', circle: { field: '会議.方法', equals: '対面', word: '有' } },
        { sheet: '表', cell: 'B2', circle: { field: '会議.方法', equals: 'オンライン', word: '無' } },
        { sheet: '表', cell: 'B3', tick: { field: '会議.方法', equals: '対面' } },
        { sheet: '表', cell: 'B4', picture: { field: '会議.写真', to: 'D8' } },
        {
          sheet: '表',
          cell: 'B9',
          months: {
            field: '会議一覧[].開催日',
            cells: ['B9', 'C9', 'D9', 'E9', 'F9', 'G9', 'H9', 'I9', 'J9', 'K9', 'L9', 'M9'],
          },
        },
      ],
      blocks: [],
    }),
  )
  const known = ['会議.方法', '会議.写真', '会議一覧[].開催日']
  const photo = pngOf(4, 3)
  const mapped = applyMapping(
    mapping,
    {
      fields: { '会議.方法': text('対面') },
      lists: {
        会議一覧: [
          { 開催日: date('2026-04-10') },
          { 開催日: date('2027-03-05') },
          { 開催日: date('2026-04-24') },
        ],
      },
      pictures: { '会議.写真': photo },
    },
    known,
  )

  it('become what is drawn, and marks in the months', () => {
    expect(mapped.drawn).toEqual([
      { kind: 'circle', sheet: '表', cell: 'B2', word: '有' },
      { kind: 'check-box', sheet: '表', cell: 'B3', checked: true },
      { kind: 'picture', sheet: '表', cell: 'B4:D8', bytes: photo, description: '会議.写真' },
    ])
    expect(mapped.cells.map(({ cell, value }) => [cell, value])).toEqual([
      ['B9', { kind: 'text', text: '○' }],
      ['M9', { kind: 'text', text: '○' }],
    ])
    expect(mapped.problems).toEqual([])
  })

  it('say what is missing: a picture, never a ring', () => {
    const empty = applyMapping(mapping, { fields: {}, lists: {} }, known)
    expect(empty.problems.map(({ field, problem }) => [field, problem])).toEqual([
      ['会議.写真', 'empty'],
      ['会議一覧[].開催日', 'empty'],
    ])
  })
})
