import { strToU8 } from 'fflate'
import { addTraces, addUnseen } from '../core/reports/forms/telling-form.ts'
import { everyFeatureParts } from '../core/reports/forms/every-feature.ts'
import { zipParts } from '../core/reports/forms/small-workbook.ts'

const text = (cell: string, words: string): string =>
  `<c r="${cell}" s="1" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`
const months = (row: number, names: readonly number[]): string =>
  [...'BCDEFG'].map((column, at) => text(`${column}${String(row)}`, `${String(names[at] ?? 0)}月`)).join('')
const boxes = (row: number): string =>
  [...'BCDEFG'].map((column) => `<c r="${column}${String(row)}" s="1"/>`).join('')
const row = (number: number, cells: string): string => `<row r="${String(number)}">${cells}</row>`

/**
 * The form that holds every feature, with what is done by hand on paper below it: words to be ringed, a sentence with
 * blanks, a grid of months, a place for a photo. Its check boxes lie over G3 and G4. It tells much of those who made it.
 */
export function drawnForm(): Uint8Array {
  const parts = everyFeatureParts()
  addTraces(parts)
  addUnseen(parts)
  const sheet = String(parts['xl/worksheets/sheet1.xml'])
  const below = [
    row(24, text('A24', '成立') + text('B24', '有・無')),
    row(25, text('A25', '提出') + text('B25', '令和　　年　　月　　日（　　）　第　　回')),
    row(26, text('A26', '活動した月') + months(26, [4, 5, 6, 7, 8, 9])),
    row(27, boxes(27)),
    row(28, months(28, [10, 11, 12, 1, 2, 3])),
    row(29, boxes(29)),
    row(31, text('A31', '会議のようす')),
    row(38, text('A38', '以上')),
  ].join('')
  const changed: Record<string, string | Uint8Array> = {
    ...parts,
    'xl/worksheets/sheet1.xml': sheet
      .replace('</sheetData>', `${below}</sheetData>`)
      .replace('ref="A1:H24"', 'ref="A1:H38"'),
  }
  return zipParts(
    Object.fromEntries(
      Object.entries(changed).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
}
