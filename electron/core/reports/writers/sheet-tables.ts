import type { CellFormula, CellPlace, TableBlock } from '../report-document.ts'
import {
  placedCell,
  type PlacedCell,
  type PlacedFormula,
  type PlacedReference,
  rowOf,
  rowPieces,
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
  const laid = rows.map((row, own): PlacedRow => {
    if (row.kind === 'section') {
      const place = { fromMm: 0, toMm: space.widthMm }
      const cell = placedCell(space, { ...place, ...ruled, text: row.text, bold: true, shaded: true })
      return { minHeightMm: 7, cells: [cell], formulas: [], own }
    }
    const cells = columns.map((column, position) => {
      const { text, number, yen } = row.cells[position] ?? { text: '' }
      return placedCell(space, {
        ...placeAt(places, position),
        ...ruled,
        ...(number === undefined ? {} : { number }),
        ...(yen === true ? { yen } : {}),
        text,
        align: column.align,
      })
    })
    return { minHeightMm: minRowHeightMm, cells, formulas: row.cells.map(({ formula }) => formula), own }
  })
  // A row too tall for Excel goes on in rows below it, so that a row of the table may stand lower than its number says.
  const pieces = laid.map(({ cells }) => cells.map(rowPieces))
  const heights = pieces.map((texts) => Math.max(1, ...texts.map(({ length }) => length)))
  let below = 0
  const starts = heights.map((height) => {
    below += height
    return below - height
  })
  return [
    { ...rowOf(head, 8), isTableHead: true },
    ...laid.flatMap((row) => piecesOfRow(row, pieces[row.own] ?? [], { starts, places })),
  ]
}

interface PlacedRow {
  readonly minHeightMm: number
  readonly cells: readonly PlacedCell[]
  readonly formulas: readonly (CellFormula | undefined)[]
  readonly own: number
}

interface TablePlaces {
  /** Rows of the sheet from the table's first on at which its rows begin. */
  readonly starts: readonly number[]
  readonly places: readonly { readonly fromMm: number; readonly toMm: number }[]
}

/** A row of the table as rows of the sheet: one, or several where a text is too long for one. */
function piecesOfRow(
  { minHeightMm, cells, formulas, own }: PlacedRow,
  pieces: readonly (readonly string[])[],
  table: TablePlaces,
): readonly SheetRow[] {
  const rows = Math.max(1, ...pieces.map(({ length }) => length))
  return Array.from({ length: rows }, (_, piece) =>
    rowOf(
      cells.map((cell, position): PlacedCell => {
        const text = pieces[position]?.[piece] ?? ''
        const joined = rows === 1 ? {} : { joined: { above: piece > 0, below: piece < rows - 1 } }
        if (piece > 0) {
          const { number, yen, ...plain } = cell
          void [number, yen]
          return { ...plain, ...joined, text, vertical: 'top' }
        }
        const formula = formulas[position]
        const placed = formula === undefined ? {} : { formula: placedFormula(formula, own, table) }
        return { ...cell, ...joined, ...placed, text, ...(rows === 1 ? {} : { vertical: 'top' }) }
      }),
      rows === 1 ? minHeightMm : 0,
    ),
  )
}

function placeAt(
  places: readonly { readonly fromMm: number; readonly toMm: number }[],
  position: number,
): { readonly fromMm: number; readonly toMm: number } {
  return places[position] ?? { fromMm: 0, toMm: 0 }
}

/** Rows told from the formula's own row on, since the table does not know where on the sheet it will stand. */
function placedFormula(formula: CellFormula, own: number, { starts, places }: TablePlaces): PlacedFormula {
  const rowsTo = (row: number): number => (starts[row] ?? row) - (starts[own] ?? own)
  const reference = ({ row, column }: CellPlace): PlacedReference => ({
    rows: rowsTo(row),
    fromMm: places[column]?.fromMm ?? 0,
  })
  switch (formula.kind) {
    case 'sum':
      return { kind: 'sum', fromRows: rowsTo(formula.fromRow), toRows: rowsTo(formula.toRow) }
    case 'sum-across':
      return {
        kind: 'sum-across',
        fromMm: places[formula.fromColumn]?.fromMm ?? 0,
        toMm: places[formula.toColumn]?.fromMm ?? 0,
      }
    case 'add':
      return { kind: 'add', rows: formula.rows.map(rowsTo) }
    case 'difference':
      return { kind: 'difference', of: reference(formula.of), less: reference(formula.less) }
  }
}
