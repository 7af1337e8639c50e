import { Refusal } from '#shared/contract/errors.ts'
import { MAX_ROW } from '../cell-address.ts'
import { editCells } from '../edit-cells.ts'
import { openFormPackage, type FormSheet, type FormWorkbook } from '../form-workbook.ts'
import type { WorkbookPackage } from '../open-package.ts'
import { readGeometry } from '../sheet-geometry.ts'
import { joinSheet, type SheetXml } from '../sheet-xml.ts'
import { askForCalculation, dropCalculationChain } from '../workbook-edits.ts'
import { copyRows, lastRowAfter } from './copy-rows.ts'
import { moveControlAnchors, type RowHeights } from './move-anchors.ts'
import { moveCellFormulas } from './move-cell-formulas.ts'
import { moveRelatedParts, moveWorkbookParts } from './move-related-parts.ts'
import { moveDimension, moveFrame, moveFrameFormulas } from './move-sheet-frame.ts'
import type { RowInsertion } from './row-insertion.ts'

function heightsOf(workbook: FormWorkbook, sheet: FormSheet): RowHeights {
  const rows = new Map(sheet.rows.map((row) => [row.number, row]))
  const geometry = readGeometry(
    sheet.xml,
    (number) => {
      const row = rows.get(number)
      return row === undefined ? undefined : sheet.xml.data.slice(row.start, row.tagEnd)
    },
    workbook.defaultFontSize(),
  )
  return (row) => geometry.heightOf({ top: row, bottom: row, left: 1, right: 1 })
}

function moveSheet(sheet: FormSheet, insertion: RowInsertion, heights: RowHeights | undefined): SheetXml {
  const formulas = moveCellFormulas(sheet, insertion)
  const edited = editCells(sheet.xml, sheet.edits)
  const tail = moveFrameFormulas(edited.tail, sheet.name, insertion)
  if (heights === undefined) return { ...edited, tail }
  const copied = copyRows(edited, insertion, (row, column) => formulas.get(row)?.get(column))
  return {
    ...copied,
    head: moveDimension(moveFrame(edited.head, insertion), insertion),
    tail: moveControlAnchors(moveFrame(tail, insertion), insertion, heights),
  }
}

/**
 * Puts rows into a sheet as Excel would, if a careful clerk copied the last record of a block and inserted
 * the copies below it: everything below moves down, in this sheet and in whatever speaks of it elsewhere;
 * totals, print areas, filters and charts that end with the block grow. Drawn things on the copied rows are
 * not repeated. Texts that only look like addresses (INDIRECT), columns of tables, and references from
 * other workbooks stay as they are.
 *
 * @throws Refusal `form-rows-uneven` (details: sheet, row, why, range) where a merge or array formula lies across
 * the edge of the block; `form-cell-invalid` when rows would leave the sheet; `sheet-missing`
 */
export function insertRows(workbook: WorkbookPackage, insertion: RowInsertion): WorkbookPackage {
  const form = openFormPackage(workbook)
  const target = form.sheet(insertion.sheet)
  if (lastRowAfter(target.xml, insertion) > MAX_ROW) {
    throw new Refusal('form-cell-invalid', { sheet: insertion.sheet, cell: `${String(MAX_ROW)}:` })
  }
  const changes = new Map<string, string | Uint8Array | null>()
  dropCalculationChain(workbook, changes)
  moveWorkbookParts(workbook, insertion, changes)
  for (const { name, part, kind } of workbook.sheets) {
    const isTarget = name === insertion.sheet
    const sheet = kind === 'worksheet' ? form.sheet(name) : undefined
    const heights = isTarget && sheet !== undefined ? heightsOf(form, sheet) : undefined
    if (sheet !== undefined) {
      const before = joinSheet(sheet.xml)
      const after = joinSheet(moveSheet(sheet, insertion, heights))
      if (after !== before) changes.set(part, after)
    }
    moveRelatedParts(workbook, { name, part, heights }, insertion, changes)
  }
  const moved = workbook.withParts(changes)
  const calculation = new Map<string, string | Uint8Array | null>()
  askForCalculation(moved, calculation)
  return moved.withParts(calculation)
}
