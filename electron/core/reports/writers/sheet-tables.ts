import type { CellFormula, CellPlace, TableBlock } from '../report-document.ts'
import {
  placedCell,
  type PlacedFormula,
  type PlacedReference,
  rowOf,
  type SheetRow,
  type SheetSpace,
} from './sheet-cells.ts'

/** A ruled table as rows of a worksheet, its columns stretched over the width of the paper. */
export function tableRows(
  { columns, rows, minRowHeightMm }: TableBlock,
  space: SheetSpace,
): readonly SheetRow[] {
  const points = space.points * 0.95
  const whole = columns.reduce((sum, column) => sum + column.widthMm, 0)
  const scale = space.widthMm / whole
  let at = 0
  const places = columns.map((column) => {
    const fromMm = at
    at += column.widthMm * scale
    return { fromMm, toMm: at }
  })
  const ruled = { border: 'thin', vertical: 'middle', points } as const
  const head = columns.map((column, position) =>
    placedCell(space, {
      ...placeAt(places, position),
      ...ruled,
      text: column.heading,
      align: 'center',
      shaded: true,
    }),
  )
  return [
    { ...rowOf(head, 8), isTableHead: true },
    ...rows.map((row, own) => {
      if (row.kind === 'section') {
        const place = { fromMm: 0, toMm: space.widthMm }
        return rowOf([placedCell(space, { ...place, ...ruled, text: row.text, bold: true, shaded: true })], 7)
      }
      const cells = columns.map((column, position) => {
        const cell = row.cells[position] ?? { text: '' }
        const number = cell.number === undefined ? {} : { number: cell.number }
        return placedCell(space, {
          ...placeAt(places, position),
          ...ruled,
          ...number,
          ...(cell.yen === true ? { yen: true } : {}),
          ...(cell.formula === undefined ? {} : { formula: placedFormula(cell.formula, own, places) }),
          text: cell.text,
          align: column.align,
        })
      })
      return rowOf(cells, minRowHeightMm)
    }),
  ]
}

function placeAt(
  places: readonly { readonly fromMm: number; readonly toMm: number }[],
  position: number,
): { readonly fromMm: number; readonly toMm: number } {
  return places[position] ?? { fromMm: 0, toMm: 0 }
}

/** Rows told from the formula's own row on, since the table does not know where on the sheet it will stand. */
function placedFormula(
  formula: CellFormula,
  own: number,
  places: readonly { readonly fromMm: number }[],
): PlacedFormula {
  if (formula.kind === 'sum')
    return { kind: 'sum', fromRows: formula.fromRow - own, toRows: formula.toRow - own }
  const reference = ({ row, column }: CellPlace): PlacedReference => ({
    rows: row - own,
    fromMm: places[column]?.fromMm ?? 0,
  })
  return { kind: 'difference', of: reference(formula.of), less: reference(formula.less) }
}
