import type { FormMapping, MappingLook } from '#shared/contract/form-mapping.ts'
import { columnLetters, formatAddress, parseAddress } from '../cell-address.ts'
import { findUnfit, type UnfitText } from '../check-fit.ts'
import { fillForm } from '../fill-form.ts'
import { openFormWorkbook } from '../form-workbook.ts'
import type { CellPlace, FillReport, FormOrder, InsertedRows } from '../form-writes.ts'
import { originalCell } from '../insert-rows/plan-insertions.ts'
import { restyleCells, type RestyledCell } from './restyle-cells.ts'

export interface FittedForm {
  readonly bytes: Uint8Array
  readonly report: FillReport
  /** What still does not fit, with the ways out that there are. */
  readonly unfit: readonly UnfitText[]
}

/** What the mapping says of the look of a cell of the filled workbook. */
export function lookFor(
  mapping: FormMapping,
  anchorOf: (place: CellPlace) => string,
  inserted: readonly InsertedRows[],
  { sheet, cell }: CellPlace,
): MappingLook | undefined {
  const original = originalCell(inserted, sheet, cell)
  const address = parseAddress(original ?? cell)
  if (address === undefined) return undefined
  const entry =
    original === undefined
      ? undefined
      : mapping.entries.find((each) => each.sheet === sheet && anchorOf(each) === original)
  if (entry?.look !== undefined) return entry.look
  const letters = columnLetters(address.column)
  for (const block of mapping.blocks) {
    if (block.sheet !== sheet) continue
    // A row that was put in belongs to a block that grows.
    const isOfBlock =
      original === undefined
        ? block.whenTooMany === 'insert'
        : address.row >= block.firstRow && address.row <= block.lastRow
    if (!isOfBlock) continue
    const column = Object.entries(block.columns).find(([name]) => name.replace(/\+.*/, '') === letters)?.[1]
    if (column?.look !== undefined) return column.look
  }
  return undefined
}

/**
 * Fills a form, and where a text does not fit its cell gives that cell the look that the mapping keeps for the
 * case: smaller letters or broken lines. Cells whose text fits are left as the form has them.
 *
 * @throws Refusal as fillForm
 */
export function fillToFit(bytes: Uint8Array, order: FormOrder, mapping: FormMapping): FittedForm {
  const filled = fillForm(bytes, order)
  const unfit = findUnfit(filled.bytes, filled.report.written)
  const form = openFormWorkbook(bytes)
  const anchorOf = ({ sheet, cell }: CellPlace): string => {
    const address = parseAddress(cell)
    if (address === undefined || !form.sheetNames.includes(sheet)) return cell
    return formatAddress(form.sheet(sheet).anchorOf(address))
  }
  const restyled = unfit.flatMap(({ sheet, cell }): readonly RestyledCell[] => {
    const look = lookFor(mapping, anchorOf, filled.report.inserted, { sheet, cell })
    return look === undefined ? [] : [{ sheet, cell, look }]
  })
  if (restyled.length === 0) return { ...filled, unfit }
  const fitted = restyleCells(filled.bytes, restyled)
  return { bytes: fitted, report: filled.report, unfit: findUnfit(fitted, unfit) }
}
