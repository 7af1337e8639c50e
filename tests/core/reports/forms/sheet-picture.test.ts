import { describe, expect, it } from 'vitest'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import { shownNumber } from '#core/reports/forms/picture/shown-number.ts'
import { listFormSheets, sheetPicture } from '#core/reports/forms/sheet-picture.ts'
import type { PictureCell, PictureStyle, SheetPicture } from '#shared/domain/sheet-picture.ts'
import { refusalOf } from './refusal-of.ts'
import { fixture, smallWorkbook } from './small-workbook.ts'

function cellAt(picture: SheetPicture, row: number, column: number): PictureCell & { look: PictureStyle } {
  const cell = picture.cells.find((found) => found.row === row && found.column === column)
  const look = picture.styles[cell?.style ?? -1]
  if (cell === undefined || look === undefined) throw new Error(`nothing at ${String(row)},${String(column)}`)
  return { ...cell, look }
}

describe('the meeting report as a picture', () => {
  const picture = sheetPicture(fixture('kaisai-houkokusho.xlsx'), '様式第3号')

  it('has its heading with font and place', () => {
    expect(cellAt(picture, 14, 1)).toMatchObject({
      columnSpan: 33,
      text: '生活支援体制整備事業　協議体開催報告書',
      look: { fontName: 'ＭＳ 明朝', fontSize: 14, bold: true, horizontal: 'center', vertical: 'center' },
    })
  })

  it('has merges with the borders of all their edges, fills, and formulas marked', () => {
    const label = cellAt(picture, 24, 1)
    expect(label).toMatchObject({ rowSpan: 11, columnSpan: 6 })
    expect(label.look.fill).toBe('#f2f2f2')
    for (const side of ['left', 'right', 'top', 'bottom'] as const) {
      expect(label.look[side], side).toMatchObject({ color: '#000000' })
    }
    expect(cellAt(picture, 23, 30)).toMatchObject({ text: '0人', kind: 'number', hasFormula: true })
  })

  it('has what is drawn: the boxes of the seals within their group, the stamp, the picture', () => {
    expect(picture.drawn).toHaveLength(11)
    const texts = picture.drawn.map(({ text }) => text).filter((text) => text !== '')
    expect(texts).toEqual(['課長', '課長補佐', '係長', '係', '受付印', '市使用欄　整理番号'])
    const [first, , second] = picture.drawn
    expect(second?.left).toBeCloseTo((first?.left ?? 0) + (first?.width ?? 0), 1)
    expect(picture.drawn.find(({ text }) => text === '受付印')).toMatchObject({
      outline: 'ellipse',
      fill: null,
    })
    const image = picture.drawn.find(({ kind }) => kind === 'picture')?.picture
    expect(image?.mediaType).toBe('image/png')
    expect(
      Buffer.from(image?.base64 ?? '', 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  it('reaches as far as its print area, in widths and heights', () => {
    expect(picture.printAreas).toEqual([{ top: 1, left: 1, bottom: 56, right: 33 }])
    expect(picture.rows.length).toBe(56)
    expect(picture.columns.length).toBeGreaterThanOrEqual(33)
    for (const length of [...picture.columns, ...picture.rows]) expect(length).toBeGreaterThan(0)
  })

  it('says each look once, and stays small', () => {
    expect(new Set(picture.styles.map((style) => JSON.stringify(style))).size).toBe(picture.styles.length)
    expect(JSON.stringify(picture).length).toBeLessThan(60_000)
  })
})

describe('the other real forms as pictures', () => {
  it('show check boxes with their words, ticked or not, over their cells', () => {
    const form = fixture('jisseki-houkokusho.xlsx')
    const ticked = fillForm(form, {
      cells: [],
      rows: [],
      drawn: [{ kind: 'check-box', sheet: '鑑', cell: 'AA27', checked: true }],
    }).bytes
    const boxes = (bytes: Uint8Array) =>
      sheetPicture(bytes, '鑑').drawn.filter(({ kind }) => kind === 'check-box')
    expect(boxes(form).map(({ isChecked }) => isChecked)).toEqual([false, false, false, false, false, false])
    expect(boxes(ticked).map(({ isChecked }) => isChecked)).toEqual([false, true, false, false, false, false])
    expect(boxes(form).every(({ text, width }) => text === '添付あり' && width > 0)).toBe(true)
  })

  it('show page breaks, charts, hidden sheets and all print areas', () => {
    expect(sheetPicture(fixture('jisseki-houkokusho.xlsx'), '別紙１').pageBreaks).toEqual([39])
    const monthly = fixture('katsudo-geppou.xlsx')
    expect(sheetPicture(monthly, '総括表').drawn.map(({ kind }) => kind)).toEqual(['chart'])
    expect(sheetPicture(monthly, '総括表').rows).toHaveLength(45)
    expect(listFormSheets(monthly)).toEqual([
      { name: '総括表', hidden: 'visible' },
      { name: '日報', hidden: 'visible' },
      { name: '区分', hidden: 'hidden' },
    ])
  })

  it('follow rows that were put in', () => {
    const form = fixture('katsudo-geppou.xlsx')
    const rows = Array.from({ length: 28 }, () => ({ K: { kind: 'text', text: '会議' } as const }))
    const { bytes } = fillForm(form, {
      cells: [],
      rows: [{ sheet: '日報', firstRow: 6, lastRow: 30, rows, whenTooMany: 'insert', clearUnused: false }],
    })
    const [before, after] = [sheetPicture(form, '日報'), sheetPicture(bytes, '日報')]
    expect(after.rows).toHaveLength(before.rows.length + 3)
    expect(after.printAreas).toEqual([{ top: 1, left: 1, bottom: 34, right: 14 }])
    expect(cellAt(after, 33, 11).look).toEqual(cellAt(before, 30, 11).look)
  })
})

describe('a sheet', () => {
  it('that is not there is refused', () => {
    expect(refusalOf(() => sheetPicture(fixture('katsudo-geppou.xlsx'), '無い')).code).toBe('sheet-missing')
  })

  it('that is larger than a form is told in part', () => {
    const form = smallWorkbook({
      sheets: {
        表: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="5000"><c r="A5000"><v>2</v></c></row></sheetData>',
      },
    })
    expect(sheetPicture(form, '表')).toMatchObject({ isCut: true, cells: [{ row: 1, text: '1' }] })
  })
})

describe('numbers as cells show them', () => {
  it.each([
    [1234567, 3, undefined, '1,234,567'],
    [0.256, 9, undefined, '26%'],
    [12, 176, '0"人"', '12人'],
    [1200, 177, '"金"#,##0"円"', '金1,200円'],
    [-500, 178, '#,##0;"△"#,##0', '△500'],
    [-500, 179, '#,##0', '-500'],
    [1234.5, 4, undefined, '1,234.50'],
    [0.5625, 20, undefined, '13:30'],
    [46328, 14, undefined, '2026/11/2'],
    [46328, 180, '[$-411]ggge"年"m"月"d"日"', '令和8年11月2日'],
    [7, 0, undefined, '7'],
  ])('%d in format %d (%s) is %s', (value, id, code, shown) => {
    expect(shownNumber(value, id, code, false)).toBe(shown)
  })
})
