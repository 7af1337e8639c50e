import { isWithin, type CellAddress } from './cell-address.ts'
import type { CachedValue } from './edit-cells.ts'
import { evaluateFormula, NotCalculated, type CellValue } from './evaluate-formula.ts'
import { addressKey, listAllFormulas, type FormulaCell } from './form-formulas.ts'
import type { FormWorkbook } from './form-workbook.ts'

/** A cell of a named sheet. */
export interface SheetCell {
  readonly sheet: string
  readonly address: CellAddress
}

export interface Recalculation {
  /** Cells whose shown value was calculated anew. */
  readonly calculated: readonly SheetCell[]
  /** Cells whose shown value was taken out, since only Excel can calculate it. */
  readonly dropped: readonly SheetCell[]
}

/** Formulas that look at changed cells, directly or through others. */
function findDependents(
  formulas: readonly FormulaCell[],
  changed: readonly SheetCell[],
  isNew: (cell: SheetCell) => boolean,
): readonly FormulaCell[] {
  const dependents = new Set(formulas.filter(isNew))
  let news: readonly SheetCell[] = [...changed, ...dependents]
  while (news.length > 0) {
    const found = formulas.filter(
      (formula) =>
        !dependents.has(formula) &&
        (formula.references === undefined ||
          formula.references.some(({ sheet, range }) =>
            news.some((cell) => cell.sheet === (sheet ?? formula.sheet) && isWithin(cell.address, range)),
          )),
    )
    for (const formula of found) dependents.add(formula)
    news = found
  }
  return [...dependents]
}

function toCached(value: CellValue): CachedValue {
  if (typeof value === 'number') return { kind: 'number', value }
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  return { kind: 'text', text: value ?? '' }
}

/**
 * Brings up to date what formulas show to programs that do not calculate: previews, and LibreOffice, which
 * does not heed the wish to calculate on loading. What cannot be calculated here shows nothing rather than
 * something that is no longer true.
 *
 * @param isNew true for formula cells that were put in and show nothing yet
 */
export function recalculate(
  workbook: FormWorkbook,
  changed: readonly SheetCell[],
  isNew: (cell: SheetCell) => boolean = () => false,
): Recalculation {
  if (changed.length === 0) return { calculated: [], dropped: [] }
  const dependents = findDependents(listAllFormulas(workbook), changed, isNew)
  const pending = new Map(dependents.map((formula) => [addressKey(formula.sheet, formula.address), formula]))
  const known = new Map<string, CellValue>()
  const failed = new Set<string>()

  const valueAt = (sheet: string, address: CellAddress): CellValue => {
    const key = addressKey(sheet, address)
    const formula = pending.get(key)
    if (formula !== undefined) return valueOfFormula(key, formula)
    if (!workbook.sheetNames.includes(sheet)) throw new NotCalculated()
    const stored = workbook.valueOf(workbook.sheet(sheet), address)
    if (stored.isError) throw new NotCalculated()
    return stored.value
  }
  const valueOfFormula = (key: string, formula: FormulaCell): CellValue => {
    if (known.has(key)) return known.get(key)
    if (failed.has(key) || formula.formula === undefined) throw new NotCalculated()
    // Marked before the attempt, so that a formula that leads back to itself ends.
    failed.add(key)
    const value = evaluateFormula(formula.formula, (sheet, address) =>
      valueAt(sheet ?? formula.sheet, address),
    )
    failed.delete(key)
    known.set(key, value)
    return value
  }
  const calculated: SheetCell[] = []
  const dropped: SheetCell[] = []
  for (const [key, formula] of pending) {
    let cached: CachedValue = { kind: 'none' }
    try {
      cached = toCached(valueOfFormula(key, formula))
      calculated.push({ sheet: formula.sheet, address: formula.address })
    } catch (error) {
      if (!(error instanceof NotCalculated)) throw error
      dropped.push({ sheet: formula.sheet, address: formula.address })
    }
    const sheet = workbook.sheet(formula.sheet)
    const edit = sheet.edits.get(formula.address.row)?.get(formula.address.column)
    // A promoted shared formula keeps its place; Excel calculates it on loading.
    if (edit === undefined) sheet.edit(formula.address, { kind: 'cached', cached })
  }
  return { calculated, dropped }
}
