import { columnLetters, formatAddress } from '../cell-address.ts'
import type { FormSheet, FormWorkbook } from '../form-workbook.ts'
import { readCellLooks, type CellLook, type CellLooks } from '../picture/cell-looks.ts'
import { readColours } from '../picture/colours.ts'
import type { CellXml } from '../sheet-xml.ts'
import { readAttribute } from '../xml-text.ts'
import type { Finding } from './findings.ts'
import { relatedParts } from './inspect-package.ts'

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

const numberOf = (tag: string, attribute: string): number =>
  Number(readAttribute(tag, attribute) ?? Number.NaN)

/** Narrower (in letters) or lower (in points) than this, nothing can be read. */
const LEAST_WIDTH = 0.5
const LEAST_HEIGHT = 2

/** Whether a `<row>` is not seen: hidden, or no higher than a line. */
export const isRowUnseen = (tag: string): boolean =>
  isTrue(readAttribute(tag, 'hidden')) || numberOf(tag, 'ht') < LEAST_HEIGHT

/** Whether the columns of a `<col>` are not seen. */
export const isColumnUnseen = (tag: string): boolean =>
  isTrue(readAttribute(tag, 'hidden')) || numberOf(tag, 'width') < LEAST_WIDTH

const holdsSomething = ({ inner }: CellXml): boolean => inner !== ''

export function hiddenRows(sheet: FormSheet): readonly Finding[] {
  const rows = sheet.rows
    .filter((row) => isRowUnseen(sheet.xml.data.slice(row.start, row.tagEnd)))
    .filter((row) => sheet.cellsOfRow(row).some(holdsSomething))
    .map(({ number }) => number)
  return rows.length === 0 ? [] : [{ kind: 'hidden-rows', sheet: sheet.name, rows }]
}

export function hiddenColumns(sheet: FormSheet): readonly Finding[] {
  const spans = [...sheet.xml.head.matchAll(new RegExp(`<${sheet.xml.prefix}col\\s[^>]*>`, 'g'))]
    .filter(([tag]) => isColumnUnseen(tag))
    .map(([tag]) => ({ from: numberOf(tag, 'min'), to: numberOf(tag, 'max') }))
  if (spans.length === 0) return []
  const filled = new Set(
    sheet.rows.flatMap((row) =>
      sheet
        .cellsOfRow(row)
        .filter(holdsSomething)
        .map(({ column }) => column),
    ),
  )
  const columns = [...filled]
    .filter((column) => spans.some(({ from, to }) => column >= from && column <= to))
    .sort((a, b) => a - b)
    .map(columnLetters)
  return columns.length === 0 ? [] : [{ kind: 'hidden-columns', sheet: sheet.name, columns }]
}

/** `;;;` shows nothing, whatever the cell holds. */
export const showsNothing = (formatCode: string | undefined): boolean => /^;{2,3}$/.test(formatCode ?? '')

export const isInkOfGround = ({ color, fill }: CellLook): boolean => color === (fill ?? '#ffffff')

export function looksOf({ package: workbook }: FormWorkbook): CellLooks {
  const [part] = relatedParts(workbook, workbook.workbookPart, 'styles')
  const xml = part === undefined ? '<styleSheet/>' : workbook.partText(part)
  return readCellLooks(xml, part ?? '', readColours(workbook))
}

/**
 * Cells that hold a text or a number which nobody can see on paper. A cell with nothing to show (a formula that
 * gives an empty text) is not told, nor are the looks of single words or those that a format gives by condition.
 */
export function unseenTexts(workbook: FormWorkbook, sheet: FormSheet, looks: CellLooks): readonly Finding[] {
  const isUnseen = new Map<number, boolean>()
  const unseen = (style: number): boolean => {
    const known = isUnseen.get(style)
    if (known !== undefined) return known
    const look = looks.at(style)
    const answer =
      look !== undefined && (isInkOfGround(look) || showsNothing(looks.formatCode(look.numberFormat)))
    isUnseen.set(style, answer)
    return answer
  }
  const cells = sheet.rows.flatMap((row) =>
    sheet
      .cellsOfRow(row)
      .filter((cell) => holdsSomething(cell) && unseen(Number(readAttribute(cell.tag, 's') ?? 0)))
      .map(({ column }) => ({ row: row.number, column }))
      .filter((address) => String(workbook.valueOf(sheet, address).value ?? '').trim() !== '')
      .map(formatAddress),
  )
  return cells.length === 0 ? [] : [{ kind: 'unseen-text', sheet: sheet.name, cells }]
}
