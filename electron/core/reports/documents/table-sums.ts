import type { CellFormula, CellPlace, TableCell, TableRow } from '../report-document.ts'

/** What a formula comes to in these rows; null where a cell that it names holds no number. */
export function valueOfFormula(
  formula: CellFormula,
  at: CellPlace,
  rows: readonly TableRow[],
): number | null {
  const numberAt = ({ row, column }: CellPlace): number | null =>
    cellAt(rows, { row, column })?.number ?? null
  const sumOf = (places: readonly CellPlace[]): number | null => {
    const numbers = places.map(numberAt)
    return numbers.reduce<number | null>(
      (sum, number) => (sum === null || number === null ? null : sum + number),
      0,
    )
  }
  switch (formula.kind) {
    case 'sum':
      // A heading between the rows holds nothing that could be added.
      return sumOf(
        span(formula.fromRow, formula.toRow)
          .filter((row) => rows[row]?.kind === 'cells')
          .map((row) => ({ row, column: at.column })),
      )
    case 'sum-across':
      return sumOf(span(formula.fromColumn, formula.toColumn).map((column) => ({ row: at.row, column })))
    case 'add':
      return sumOf(formula.rows.map((row) => ({ row, column: at.column })))
    case 'difference': {
      const [of, less] = [numberAt(formula.of), numberAt(formula.less)]
      return of === null || less === null ? null : of - less
    }
  }
}

const span = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, position) => from + position)

function cellAt(rows: readonly TableRow[], { row, column }: CellPlace): TableCell | undefined {
  const found = rows[row]
  return found?.kind === 'cells' ? found.cells[column] : undefined
}

/**
 * The rows with formulas where their number is what the formula comes to. A total that counts a thing once
 * though it stands in two rows is no sum, and stays a number.
 */
export function withFormulas(
  rows: readonly TableRow[],
  formulas: readonly { readonly at: CellPlace; readonly formula: CellFormula }[],
): readonly TableRow[] {
  const byRow = Map.groupBy(
    formulas.filter(
      ({ at, formula }) => cellAt(rows, at)?.number === (valueOfFormula(formula, at, rows) ?? undefined),
    ),
    ({ at }) => at.row,
  )
  return rows.map((row, position) => {
    const own = byRow.get(position)
    if (row.kind === 'section' || own === undefined) return row
    const formulaOf = new Map(own.map(({ at, formula }) => [at.column, formula]))
    return {
      ...row,
      cells: row.cells.map((cell, column) => {
        const formula = formulaOf.get(column)
        return formula === undefined ? cell : { ...cell, formula }
      }),
    }
  })
}

/** Each row's cell `into` as the sum of its cells `from` to `to`. */
export function withSumsAcross(
  rows: readonly TableRow[],
  { from, to, into }: { readonly from: number; readonly to: number; readonly into: number },
): readonly TableRow[] {
  const formula: CellFormula = { kind: 'sum-across', fromColumn: from, toColumn: to }
  return withFormulas(
    rows,
    rows.map((_, row) => ({ at: { row, column: into }, formula })),
  )
}

/** The cells of one row, from a column on, as sums of other rows. */
export function withSumsDown(
  rows: readonly TableRow[],
  row: number,
  fromColumn: number,
  formula: Extract<CellFormula, { readonly kind: 'sum' | 'add' }>,
): readonly TableRow[] {
  const found = rows[row]
  const last = found?.kind === 'cells' ? found.cells.length - 1 : -1
  return withFormulas(
    rows,
    span(fromColumn, last).map((column) => ({ at: { row, column }, formula })),
  )
}
