import { formatYen } from '#shared/domain/yen.ts'
import type { CellFormula, TableCell } from '../report-document.ts'

/** An amount in a table: a number in Excel, △ for minus everywhere. */
export function yenCell(amount: number, formula?: CellFormula): TableCell {
  return {
    text: formatYen(amount),
    number: amount,
    yen: true,
    ...(formula === undefined ? {} : { formula }),
  }
}

/** The sum of rows of its own column, as a formula where there are rows. */
export function sumCell(amount: number, fromRow: number, toRow: number): TableCell {
  return yenCell(amount, toRow < fromRow ? undefined : { kind: 'sum', fromRow, toRow })
}
