import { describe, expect, it, vi } from 'vitest'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { FormOrder } from '#core/reports/forms/form-writes.ts'
import { inspectWorkbook } from '#core/reports/forms/inspection/inspect-workbook.ts'
import { openFormWorkbook } from '#core/reports/forms/form-workbook.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { comparePackages, partText } from './compare-packages.ts'
import { everyFeatureParts } from './every-feature.ts'
import { refusalOf } from './refusal-of.ts'
import { smallParts, smallWorkbook, zipParts } from './small-workbook.ts'

vi.setConfig({ testTimeout: 180_000 })

const order: FormOrder = {
  cells: [{ sheet: '表', cell: 'A1', value: { kind: 'text', text: '書く' } }],
  rows: [],
}

/** Milliseconds of the processor that an act takes; what is hostile must be answered soon. */
function timed<Value>(act: () => Value): { readonly value: Value; readonly milliseconds: number } {
  const start = process.cpuUsage()
  const value = act()
  const { user, system } = process.cpuUsage(start)
  return { value, milliseconds: (user + system) / 1000 }
}

describe('parts that are missing', () => {
  const parts = everyFeatureParts()
  const names = Object.keys(parts)
  it.each(names)('without %s the form is filled, or refused by a code', (name) => {
    const rest = Object.fromEntries(Object.entries(parts).filter(([other]) => other !== name))
    let code = ''
    try {
      fillForm(zipParts(rest), {
        cells: [
          {
            sheet: '様式',
            cell: 'A3',
            value: { kind: 'text', text: '書く' },
          },
        ],
        rows: [],
        drawn: [{ kind: 'circle', sheet: '様式', cell: 'E4', word: '無' }],
      })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      code = error.code
    }
    expect(['', 'not-a-workbook', 'workbook-truncated', 'sheet-missing', 'form-cell-invalid']).toContain(code)
    if (name === 'xl/worksheets/sheet1.xml') expect(code).toBe('workbook-truncated')
    if (name === 'docProps/app.xml') expect(code).toBe('')
  })

  it.each(names)('cut short, %s is refused by a code or passed over', (name) => {
    const part = parts[name] ?? ''
    const cut =
      typeof part === 'string' ? part.slice(0, part.length >> 1) : part.subarray(0, part.length >> 1)
    try {
      const bytes = zipParts({ ...parts, [name]: cut })
      fillForm(bytes, {
        cells: [
          {
            sheet: '様式',
            cell: 'A3',
            value: { kind: 'text', text: '書く' },
          },
        ],
        rows: [],
      })
      inspectWorkbook(bytes)
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal)
    }
  })
})

describe('a sheet that was deleted since the mapping was made', () => {
  it('is named', () => {
    const refusal = refusalOf(() => fillForm(smallWorkbook({ sheets: { 別: '<sheetData/>' } }), order))
    expect(refusal).toMatchObject({
      code: 'sheet-missing',
      details: { sheet: '表' },
    })
  })
})

describe('sheets made to keep the program busy', () => {
  it('a million merges are read and looked through within seconds', () => {
    const merges = Array.from({ length: 1_000_000 }, (_unused, at) => {
      const row = String(at + 2)
      return `<mergeCell ref="A${row}:B${row}"/>`
    }).join('')
    const form = smallWorkbook({
      sheets: {
        表: `<sheetData/><mergeCells count="1000000">${merges}</mergeCells>`,
      },
    })
    const { milliseconds } = timed(() => fillForm(form, order))
    expect(milliseconds).toBeLessThan(15_000)
    const many: FormOrder = {
      cells: Array.from({ length: 200 }, (_unused, at) => ({
        sheet: '表',
        cell: `B${String(1_000_000 - at)}`,
        value: { kind: 'number', value: at },
      })),
      rows: [],
    }
    const filled = timed(() => fillForm(form, many))
    expect(filled.value.report.written[0]).toEqual({
      sheet: '表',
      cell: 'A1000000',
    })
    expect(filled.milliseconds).toBeLessThan(20_000)
  })

  it('a million empty cells, rows without numbers, and deep nesting do not hang it', () => {
    const cells = '<c/>'.repeat(1_000_000)
    const wide = smallWorkbook({
      sheets: { 表: `<sheetData><row>${cells}</row></sheetData>` },
    })
    expect(timed(() => fillForm(wide, order)).milliseconds).toBeLessThan(15_000)
    const tall = smallWorkbook({
      sheets: { 表: `<sheetData>${'<row/>'.repeat(500_000)}</sheetData>` },
    })
    expect(timed(() => fillForm(tall, order)).milliseconds).toBeLessThan(15_000)
    const deep = smallWorkbook({
      sheets: { 表: '<sheetData/>' },
      parts: {
        'xl/styles.xml': `<styleSheet>${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}</styleSheet>`,
      },
    })
    expect(timed(() => fillForm(deep, order)).milliseconds).toBeLessThan(15_000)
  })

  it('tags that never end are told to be damaged, however long they are', () => {
    const endless = smallWorkbook({
      sheets: {
        表: `<sheetData><row r="1"><c r="A1" ${'x="1" '.repeat(300_000)}`,
      },
    })
    const { value, milliseconds } = timed(() => refusalOf(() => fillForm(endless, order)))
    expect(value.code).toBe('workbook-truncated')
    expect(milliseconds).toBeLessThan(10_000)
  })

  it('a formula that is one long chain is left to Excel, and one that leads back to itself ends', () => {
    const rows = Array.from(
      { length: 3000 },
      (_unused, at) =>
        `<row r="${String(at + 2)}"><c r="A${String(at + 2)}"><f>A${String(at + 1)}+1</f></c></row>`,
    ).join('')
    const form = smallWorkbook({
      sheets: { 表: `<sheetData>${rows}</sheetData>` },
    })
    const number: FormOrder = {
      cells: [{ sheet: '表', cell: 'A1', value: { kind: 'number', value: 1 } }],
      rows: [],
    }
    const { value, milliseconds } = timed(() => fillForm(form, number))
    const { recalculated, leftToExcel } = value.report
    expect(recalculated.length + leftToExcel.length).toBe(3000)
    expect(milliseconds).toBeLessThan(15_000)
    const ring = smallWorkbook({
      sheets: {
        表: '<sheetData><row r="2"><c r="B2"><f>C2+A1</f></c><c r="C2"><f>B2</f></c></row></sheetData>',
      },
    })
    expect(fillForm(ring, number).report.leftToExcel).toHaveLength(2)
  })
})

describe('entities', () => {
  it('of the document’s own are never expanded: a document type is refused before anything is read', () => {
    const laughs = Array.from(
      { length: 10 },
      (_unused, at) => `<!ENTITY l${String(at + 1)} "${`&l${String(at)};`.repeat(10)}">`,
    ).join('')
    const bomb = `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs}]>`
    for (const part of [
      'xl/worksheets/sheet1.xml',
      'xl/styles.xml',
      'xl/sharedStrings.xml',
      '[Content_Types].xml',
    ]) {
      const parts = smallParts({ strings: '<si><t>前から</t></si>' })
      const form = zipParts({ ...parts, [part]: bomb + String(parts[part]) })
      const { value, milliseconds } = timed(() => {
        try {
          fillForm(form, {
            ...order,
            drawn: [{ kind: 'circle', sheet: '表', cell: 'A1' }],
          })
          return undefined
        } catch (error) {
          return error instanceof Refusal ? error.code : 'fault'
        }
      })
      // A part that need not be read is copied as it is.
      expect(['workbook-hostile', undefined]).toContain(value)
      expect(milliseconds).toBeLessThan(5000)
    }
  })
})

describe('a workbook with macros', () => {
  const macros = Uint8Array.from({ length: 4096 }, (_unused, at) => (at * 37) & 255)
  const parts = smallParts()
  const form = zipParts({
    ...parts,
    '[Content_Types].xml': String(parts['[Content_Types].xml'])
      .replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      )
      .replace(
        '</Types>',
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      ),
    'xl/_rels/workbook.xml.rels': String(parts['xl/_rels/workbook.xml.rels']).replace(
      '</Relationships>',
      '<Relationship Id="rIdM" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
    ),
    'xl/vbaProject.bin': macros,
  })

  it('is kept whole: its macros are copied to the byte and never looked at', () => {
    const { bytes } = fillForm(form, order)
    expect(comparePackages(form, bytes)).toMatchObject({
      added: [],
      removed: [],
      changed: ['xl/worksheets/sheet1.xml'],
    })
    expect(partText(bytes, '[Content_Types].xml')).toContain('macroEnabled')
  })
})

describe('a sheet without cells', () => {
  it('is refused, and passed over when the workbook is looked through', () => {
    const parts = smallParts({
      sheets: { 表: '<sheetData/>', 図: '<sheetData/>' },
    })
    parts['xl/worksheets/sheet2.xml'] =
      '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace(
      /worksheet"( Target="worksheets\/sheet2)/,
      'chartsheet"$1',
    )
    const form = zipParts(parts)
    expect(openFormWorkbook(form).sheetNames).toEqual(['表'])
    expect(inspectWorkbook(form)).toEqual([])
    const refusal = refusalOf(() =>
      fillForm(form, {
        cells: [{ sheet: '図', cell: 'A1', value: { kind: 'clear' } }],
        rows: [],
      }),
    )
    expect(refusal.code).toBe('sheet-missing')
  })

  it('bytes at random never end in anything but a code', () => {
    let seed = 7
    const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648)
    const good = smallWorkbook({ strings: '<si><t>前から</t></si>' })
    for (let run = 0; run < 400; run++) {
      const bytes = Uint8Array.from(good)
      for (let change = 0; change < 1 + (random() % 6); change++)
        bytes[random() % bytes.length] = random() & 255
      try {
        fillForm(bytes, order)
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }
  })
})
