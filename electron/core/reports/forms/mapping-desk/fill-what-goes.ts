import { Refusal, type ErrorCode } from '#shared/contract/errors.ts'
import type { FormMapping } from '#shared/contract/form-mapping.ts'
import { columnNumber, formatAddress, parseAddress } from '../cell-address.ts'
import { openFormWorkbook, type FormWorkbook } from '../form-workbook.ts'
import type { CellPlace, FormOrder } from '../form-writes.ts'
import { fillToFit, type FittedForm } from './fill-to-fit.ts'

/** A write that was left out, and why. */
export interface LeftOut extends CellPlace {
  readonly code: ErrorCode
}

export interface FilledAsFarAsItGoes extends FittedForm {
  readonly leftOut: readonly LeftOut[]
}

/** More than so many mistakes are not told one by one. */
const MOST_TRIES = 40

function anchorIn(workbook: FormWorkbook, { sheet, cell }: CellPlace): string {
  const address = parseAddress(cell.split(':')[0] ?? '')
  if (address === undefined || !workbook.sheetNames.includes(sheet)) return cell
  return formatAddress(workbook.sheet(sheet).anchorOf(address))
}

/** The order without what a refusal speaks of; undefined when nothing of it is meant. */
function withoutRefused(
  order: FormOrder,
  workbook: FormWorkbook,
  { code, details }: Refusal,
): { readonly order: FormOrder; readonly leftOut: readonly LeftOut[] } | undefined {
  const sheet = String(details?.['sheet'] ?? '')
  const cell = String(details?.['cell'] ?? '')
  const row = Number(details?.['row'] ?? parseAddress(cell)?.row ?? 0)
  const column = parseAddress(cell)?.column
  const wholeSheet = code === 'sheet-missing'
  const isMeant = (place: CellPlace): boolean =>
    place.sheet === sheet && (wholeSheet || anchorIn(workbook, place) === cell || place.cell === cell)
  const leftOut: LeftOut[] = []
  const keep = (place: CellPlace): boolean => {
    if (!isMeant(place)) return true
    leftOut.push({ sheet: place.sheet, cell: place.cell, code })
    return false
  }
  const cells = order.cells.filter(keep)
  const drawn = (order.drawn ?? []).filter(keep)
  const rows = order.rows.flatMap((block) => {
    const isThere = block.sheet === sheet && (wholeSheet || (row >= block.firstRow && row <= block.lastRow))
    if (!isThere || leftOut.length > 0) return [block]
    leftOut.push({ sheet, cell: cell === '' ? `A${String(row)}` : cell, code })
    // A formula in one column is no reason to leave out the others.
    const isOther = (name: string): boolean => columnNumber(name.replace(/\+.*/, '')) !== column
    if (wholeSheet || column === undefined || code !== 'form-cell-formula') return []
    return [
      {
        ...block,
        ...(block.columns === undefined ? {} : { columns: block.columns.filter(isOther) }),
        rows: block.rows.map((each) =>
          Object.fromEntries(Object.entries(each).filter(([name]) => isOther(name))),
        ),
      },
    ]
  })
  return leftOut.length === 0 ? undefined : { order: { ...order, cells, drawn, rows }, leftOut }
}

/**
 * Fills a form as far as it goes: what is refused is left out and told, so that a mapping can be seen while it
 * is still being made. What is handed in goes through fillToFit, which refuses.
 *
 * @throws Refusal as fillForm, for what no single write is to blame
 */
export function fillWhatGoes(bytes: Uint8Array, given: FormOrder, mapping: FormMapping): FilledAsFarAsItGoes {
  const workbook = openFormWorkbook(bytes)
  const leftOut: LeftOut[] = []
  let order = given
  for (let tries = 0; ; tries += 1) {
    try {
      return { ...fillToFit(bytes, order, mapping), leftOut }
    } catch (error) {
      if (!(error instanceof Refusal) || tries >= MOST_TRIES) throw error
      const next = withoutRefused(order, workbook, error)
      if (next === undefined) throw error
      leftOut.push(...next.leftOut)
      ;({ order } = next)
    }
  }
}
