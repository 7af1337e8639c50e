import type { CellRange } from '../cell-address.ts'
import { isForeign } from '../insert-rows/move-references.ts'
import { listFormulaElements, type FormulaElement } from '../form-formulas.ts'
import { openFormPackage, type FormSheet } from '../form-workbook.ts'
import type { CellPlace } from '../form-writes.ts'
import { formatAddress } from '../cell-address.ts'
import { parseReference, tokenizeFormula, type FormulaToken } from '../formula-tokens.ts'
import { editCells } from '../edit-cells.ts'
import type { WorkbookPackage } from '../open-package.ts'
import { joinSheet } from '../sheet-xml.ts'
import { escapeXml } from '../xml-text.ts'
import { quotedSheet, sameSheet, sheetOfReference } from './rename-sheet.ts'

/** A sheet whose rows go on on copies of it. */
export interface Continued {
  readonly sheet: string
  readonly copies: readonly string[]
  /** Rows that hold the records, on each page. */
  readonly rows: readonly { readonly top: number; readonly bottom: number }[]
}

/** Functions to which more ranges of the same kind may be given. */
const TAKES_MORE = new Set(['SUM', 'MAX', 'MIN', 'COUNT', 'COUNTA', 'AVERAGE', 'PRODUCT'])

type Rows = Continued['rows']
const touches = (range: CellRange, rows: Rows): boolean =>
  rows.some(({ top, bottom }) => range.top <= bottom && range.bottom >= top)

/** Whether a reference is a whole argument of a function that takes more of them. */
function isWholeArgument(
  tokens: readonly FormulaToken[],
  position: number,
  functions: readonly string[],
): boolean {
  const beside = (step: number): string => {
    let at = position + step
    while (tokens[at]?.kind === 'space') at += step
    return tokens[at]?.text ?? ''
  }
  return (
    TAKES_MORE.has(functions.at(-1) ?? '') &&
    ['(', ','].includes(beside(-1)) &&
    [')', ','].includes(beside(1))
  )
}

/**
 * A formula elsewhere that adds up the rows of a sheet, with those of its copies added: `SUM(日報!F6:F30)` →
 * `SUM(日報!F6:F30,'日報 (2)'!F6:F30)`.
 *
 * @param isTotal tells whether a cell of the sheet adds up the rows itself
 * @returns the formula; undefined when it looks at the rows in a way that cannot be told to count the copies
 */
export function countedFormula(
  formula: string,
  { sheet, copies, rows }: Continued,
  isTotal: (range: CellRange) => boolean,
): string | undefined {
  const tokens = tokenizeFormula(formula)
  const functions: string[] = []
  let depth = 0
  let all = true
  const texts = tokens.map((token, position) => {
    if (token.kind === 'unknown' && token.text === '[') depth += 1
    if (token.kind === 'unknown' && token.text === ']') depth -= 1
    if (token.text === '(') {
      const before = tokens[position - 1]
      functions.push(before?.kind === 'function' ? before.text.toUpperCase() : '')
    }
    if (token.text === ')') functions.pop()
    const isOwn = token.kind === 'reference' && sameSheet(sheetOfReference(token.text), sheet)
    const range = isOwn && !isForeign(tokens, position, depth) ? parseReference(token.text)?.range : undefined
    if (range === undefined) return token.text
    if (isTotal(range)) all = false
    if (!touches(range, rows)) return token.text
    if (!isWholeArgument(tokens, position, functions)) {
      all = false
      return token.text
    }
    const cells = token.text.slice(token.text.lastIndexOf('!'))
    return [token.text, ...copies.map((copy) => `${quotedSheet(copy)}${cells}`)].join(',')
  })
  return all ? texts.join('') : undefined
}

/** Cells of the sheet itself that add up its rows: subtotals of the page. */
function totalsOf(sheet: FormSheet, rows: Rows): readonly FormulaElement[] {
  return listFormulaElements(sheet).filter((element) => {
    if (rows.some(({ top, bottom }) => element.cell.row >= top && element.cell.row <= bottom)) return false
    return tokenizeFormula(element.text).some((token) => {
      const range = token.kind === 'reference' ? parseReference(token.text) : undefined
      return range !== undefined && range.sheet === undefined && touches(range.range, rows)
    })
  })
}

export interface CountedPages {
  readonly workbook: WorkbookPackage
  /** Formulas that look at the rows of the first page and do not count those of the copies. */
  readonly notCounted: readonly CellPlace[]
}

/** Makes the formulas of other sheets count the rows of the copies, where that can be done by adding ranges. */
export function countPages(workbook: WorkbookPackage, continued: Continued): CountedPages {
  const form = openFormPackage(workbook)
  const changes = new Map<string, string>()
  const notCounted: CellPlace[] = []
  const first = form.sheet(continued.sheet)
  const totals = totalsOf(first, continued.rows).map(({ cell }) => cell)
  const isTotal = (range: CellRange): boolean =>
    totals.some(
      ({ row, column }) =>
        row >= range.top && row <= range.bottom && column >= range.left && column <= range.right,
    )
  for (const name of form.sheetNames) {
    if (name === continued.sheet || continued.copies.includes(name)) continue
    const sheet = form.sheet(name)
    for (const element of listFormulaElements(sheet)) {
      if (!element.text.toLowerCase().includes(continued.sheet.toLowerCase())) continue
      const place = { row: element.cell.row, column: element.cell.column }
      const counted = countedFormula(element.text, continued, isTotal)
      if (counted === element.text) continue
      if (counted === undefined || element.type === 'shared' || element.type === 'array') {
        notCounted.push({ sheet: name, cell: formatAddress(place) })
        continue
      }
      const tag = element.tag.replace(/\s*\/>$/, '>')
      sheet.edit(place, { kind: 'formula', element: `${tag}${escapeXml(counted)}</${sheet.xml.prefix}f>` })
    }
    if (sheet.edits.size > 0) changes.set(sheet.part, joinSheet(editCells(sheet.xml, sheet.edits)))
  }
  return { workbook: workbook.withParts(changes), notCounted }
}
