import type { CellAddress, CellRange } from '../cell-address.ts'
import type { FormSheet, FormWorkbook } from '../form-workbook.ts'
import { itemText } from '../string-item.ts'

/** A box of a form: a cell, or a merge as a whole. */
export interface FormBox {
  readonly range: CellRange
  /** '' for an empty one. Numbers and dates count as text that is there. */
  readonly text: string
  readonly hasFormula: boolean
}

export interface SheetTexts {
  /** All boxes with text, row by row. */
  readonly boxes: readonly FormBox[]
  /** The box that a cell belongs to. */
  readonly boxAt: (address: CellAddress) => FormBox
  /** The box to the right of another, in its first row. */
  readonly rightOf: (box: FormBox) => FormBox
  /** The box below another, in its first column. */
  readonly below: (box: FormBox) => FormBox
}

export const anchorOf = ({ range }: FormBox): CellAddress => ({ row: range.top, column: range.left })

export const isBlank = (box: FormBox): boolean => box.text.trim() === '' && !box.hasFormula

function textAt(workbook: FormWorkbook, sheet: FormSheet, address: CellAddress): string {
  const item = workbook.itemOf(sheet, address)
  if (item !== undefined) return itemText(item.inner)
  const { value } = workbook.valueOf(sheet, address)
  return value === undefined ? '' : String(value)
}

/** Reads the texts of a sheet as boxes that stand beside each other. */
export function readSheetTexts(workbook: FormWorkbook, sheet: FormSheet): SheetTexts {
  const boxAt = (address: CellAddress): FormBox => {
    const anchor = sheet.anchorOf(address)
    const { row, column } = anchor
    const range = sheet.mergeAt(anchor) ?? { top: row, bottom: row, left: column, right: column }
    const cell = sheet.cellAt(anchor)
    const hasFormula = cell !== undefined && /<(?:[\w.-]+:)?f[\s/>]/.test(cell.inner)
    return { range, text: textAt(workbook, sheet, anchor), hasFormula }
  }
  const boxes = sheet.rows.flatMap((row) =>
    sheet
      .cellsOfRow(row)
      .filter(({ inner }) => inner !== '')
      .map((cell) => boxAt(cell))
      .filter(({ text }) => text.trim() !== ''),
  )
  return {
    boxes,
    boxAt,
    rightOf: ({ range }) => boxAt({ row: range.top, column: range.right + 1 }),
    below: ({ range }) => boxAt({ row: range.bottom + 1, column: range.left }),
  }
}

/** How many rows below `top`, itself included, have boxes of the same shape in these columns, all empty but the first row's. */
export function countAlikeRows(
  sheet: FormSheet,
  texts: SheetTexts,
  top: number,
  columns: readonly number[],
): number {
  const shapeAt = (row: number): string =>
    columns
      .map((column) => {
        const merge = sheet.mergeAt({ row, column })
        if (merge === undefined) return '-'
        return [merge.top - row, merge.bottom - row, merge.left, merge.right].join(',')
      })
      .join(';')
  const isRoom = (row: number): boolean =>
    columns.every(
      (column) => isBlank(texts.boxAt({ row, column })) && sheet.cellAt({ row, column }) !== undefined,
    )
  let count = 1
  while (shapeAt(top + count) === shapeAt(top) && isRoom(top + count)) count += 1
  return count
}
