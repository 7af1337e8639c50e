import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read as readWithSheetJs } from 'xlsx'
import { columnLetters } from '#core/reports/forms/cell-address.ts'
import { fillForm } from '#core/reports/forms/fill-form.ts'
import type { CellWrite } from '#core/reports/forms/form-writes.ts'
import { escapeCellText } from '#core/reports/forms/xml-text.ts'
import { findValidator, validationErrors } from './ooxml-validator.ts'
import { smallWorkbook } from './small-workbook.ts'

/** A slow, plain model of a sheet: what each address holds. */
type Model = ReadonlyMap<string, string | number>

const address = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 30 }))
  .map(([row, column]) => ({ row, column, name: columnLetters(column) + String(row) }))
const words = fc
  .string({
    unit: fc.constantFrom('あ', '髙', ' ', '\u3000', '<', '&', '"', '\n', '_x0041_', ']]>', '𠮷', 'x'),
  })
  .filter((text) => text !== '')
const content = fc.oneof(
  words,
  fc.integer(),
  // Excel knows one zero; minus zero comes back as zero.
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((value) => value + 0),
)
const filled = fc.uniqueArray(fc.tuple(address, content), {
  maxLength: 25,
  selector: ([place]) => place.name,
})

type Filled = readonly (readonly [
  { readonly row: number; readonly column: number; readonly name: string },
  string | number,
])[]

function sheetXml(cells: Filled): string {
  const rows = new Map<number, string>()
  const ordered = [...cells].sort(([a], [b]) => a.row - b.row || a.column - b.column)
  for (const [{ row, name }, value] of ordered) {
    const cell =
      typeof value === 'number'
        ? `<c r="${name}" s="1"><v>${String(value)}</v></c>`
        : `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value)}</t></is></c>`
    rows.set(row, (rows.get(row) ?? '') + cell)
  }
  return `<sheetData>${[...rows].map(([row, inner]) => `<row r="${String(row)}" spans="2:3">${inner}</row>`).join('')}</sheetData>`
}

function modelOf(...layers: readonly Filled[]): Model {
  return new Map(layers.flat().map(([{ name }, value]) => [name, value]))
}

function readModel(workbook: Uint8Array): Model {
  const sheet = readWithSheetJs(workbook).Sheets['表'] ?? {}
  const found = new Map<string, string | number>()
  for (const [name, cell] of Object.entries(sheet)) {
    if (name.startsWith('!')) continue
    const held: unknown = cell
    const value = typeof held === 'object' && held !== null && 'v' in held ? held.v : undefined
    if (typeof value === 'string' || typeof value === 'number') found.set(name, value)
  }
  return found
}

const sorted = (model: Model): readonly unknown[] => [...model].sort(([a], [b]) => (a < b ? -1 : 1))

describe('cells written at random', () => {
  it('hold what a plain model holds, whatever was there, with and without a list of strings', () => {
    fc.assert(
      fc.property(filled, filled, fc.boolean(), (before, writes, withStrings) => {
        const form = smallWorkbook({
          sheets: { 表: sheetXml(before) },
          ...(withStrings ? { strings: '<si><t>前から</t></si>' } : {}),
        })
        const cells = writes.map(([{ name }, value]): CellWrite => ({
          sheet: '表',
          cell: name,
          value: typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', text: value },
        }))
        const { bytes } = fillForm(form, { cells, rows: [] })
        expect(sorted(readModel(bytes))).toEqual(sorted(modelOf(before, writes)))
      }),
      { numRuns: 150 },
    )
  })

  const validator = findValidator()
  it.skipIf(validator === undefined)('leave a valid workbook', () => {
    if (validator === undefined) return
    fc.assert(
      fc.property(filled, filled, (before, writes) => {
        const form = smallWorkbook({ sheets: { 表: sheetXml(before) }, strings: '<si><t>前から</t></si>' })
        const cells = writes.map(([{ name }, value]): CellWrite => ({
          sheet: '表',
          cell: name,
          value: { kind: 'typed', text: String(value) },
        }))
        const { bytes } = fillForm(form, { cells, rows: [] })
        expect(validationErrors(validator, bytes)).toEqual([])
      }),
      { numRuns: 4 },
    )
  })
})
