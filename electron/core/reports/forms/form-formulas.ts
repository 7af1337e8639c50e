import { formatAddress, isWithin, parseRange, type CellAddress, type CellRange } from './cell-address.ts'
import type { FormSheet, FormWorkbook } from './form-workbook.ts'
import { parseReference, shiftFormula, tokenizeFormula, type FormulaReference } from './formula-tokens.ts'
import { childOf, type CellXml } from './sheet-xml.ts'
import { escapeXml, readAttribute, unescapeXml, withAttribute } from './xml-text.ts'

/** A cell that calculates. */
export interface FormulaCell {
  readonly sheet: string
  readonly address: CellAddress
  /** As it reads in this cell, without the leading =; undefined where it is kept in a way that is left to Excel. */
  readonly formula: string | undefined
  /** What it looks at; undefined when that cannot be told (INDIRECT, OFFSET, columns of tables). */
  readonly references: readonly FormulaReference[] | undefined
}

/** The `<f>` of a cell, and how it shares its formula with others. */
export interface FormulaElement {
  readonly cell: CellXml
  readonly tag: string
  readonly text: string
  readonly type: string
  readonly sharedIndex: string | undefined
  readonly range: CellRange | undefined
}

export function formulaElement(cell: CellXml, prefix: string): FormulaElement | undefined {
  const child = childOf(cell, prefix, 'f')
  if (child === undefined) return undefined
  return {
    cell,
    tag: child.tag,
    text: unescapeXml(child.inner),
    type: readAttribute(child.tag, 't') ?? 'normal',
    sharedIndex: readAttribute(child.tag, 'si'),
    range: parseRange(readAttribute(child.tag, 'ref') ?? ''),
  }
}

/** The sheet as it is in the file does not change while it is being filled, so it is looked through once. */
const listedElements = new WeakMap<FormSheet, readonly FormulaElement[]>()

/** All `<f>` of a sheet as it is in the file, in order. */
export function listFormulaElements(sheet: FormSheet): readonly FormulaElement[] {
  const known = listedElements.get(sheet)
  if (known !== undefined) return known
  const elements = findFormulaElements(sheet)
  listedElements.set(sheet, elements)
  return elements
}

function findFormulaElements(sheet: FormSheet): readonly FormulaElement[] {
  const mark = `<${sheet.xml.prefix}f`
  const hasFormula = (from: number, to: number): boolean => {
    const at = sheet.xml.data.indexOf(mark, from)
    return at !== -1 && at < to
  }
  if (!sheet.xml.data.includes(mark)) return []
  return sheet.rows
    .filter((row) => hasFormula(row.tagEnd, row.end))
    .flatMap((row) => sheet.cellsOfRow(row).flatMap((cell) => formulaElement(cell, sheet.xml.prefix) ?? []))
}

/** Names of the workbook: name in lower case → what it stands for. Of names that several sheets have, all meanings. */
export function readDefinedNames(workbookXml: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>()
  for (const match of workbookXml.matchAll(/<(?:[\w.-]+:)?definedName(\s[^>]*)>([^<]*)</g)) {
    const name = readAttribute(match[1] ?? '', 'name')?.toLowerCase()
    if (name !== undefined) names.set(name, [...(names.get(name) ?? []), unescapeXml(match[2] ?? '')])
  }
  return names
}

const UNTRACEABLE = new Set(['INDIRECT', 'OFFSET', 'EVALUATE'])

/** What a formula looks at, names followed; undefined when that cannot be told. */
export function referencesOf(
  formula: string,
  names: ReadonlyMap<string, readonly string[]>,
  depth = 0,
): readonly FormulaReference[] | undefined {
  // Columns of tables, `Table1[件数]`. `[1]` alone is another workbook, which we do not change.
  if (/\[(?!\d+\])/.test(formula) || depth > 4) return undefined
  const found: FormulaReference[] = []
  for (const token of tokenizeFormula(formula)) {
    if (token.kind === 'function' && UNTRACEABLE.has(token.text.toUpperCase())) return undefined
    if (token.kind === 'reference') {
      const reference = parseReference(token.text)
      if (reference !== undefined) found.push(reference)
    }
    if (token.kind !== 'name' || /^(TRUE|FALSE)$/i.test(token.text)) continue
    const meanings = names.get(token.text.slice(token.text.lastIndexOf('!') + 1).toLowerCase())
    if (meanings === undefined) return undefined
    for (const meaning of meanings) {
      const inner = referencesOf(meaning, names, depth + 1)
      if (inner === undefined) return undefined
      found.push(...inner)
    }
  }
  return found
}

/** All formulas of a sheet, shared ones written out for each cell. Cells that are being overwritten are left out. */
export function listFormulas(
  sheet: FormSheet,
  names: ReadonlyMap<string, readonly string[]>,
): readonly FormulaCell[] {
  const elements = listFormulaElements(sheet)
  const masters = new Map<string, FormulaElement>()
  for (const element of elements) {
    if (element.type === 'shared' && element.text !== '') masters.set(element.sharedIndex ?? '', element)
  }
  return elements.flatMap((element) => {
    const { row, column } = element.cell
    if (sheet.edits.get(row)?.get(column)?.kind === 'content') return []
    const formula = formulaText(element, masters)
    const references = formula === undefined ? undefined : referencesOf(formula, names)
    // A formula for several cells at once cannot be calculated here, but what it looks at is known.
    const single = element.type === 'normal' || element.type === 'shared'
    return [
      { sheet: sheet.name, address: { row, column }, formula: single ? formula : undefined, references },
    ]
  })
}

function formulaText(
  element: FormulaElement,
  masters: ReadonlyMap<string, FormulaElement>,
): string | undefined {
  if (element.type === 'dataTable') return undefined
  if (element.type !== 'shared' || element.text !== '') return element.text
  const master = masters.get(element.sharedIndex ?? '')
  if (master === undefined) return undefined
  const rows = element.cell.row - master.cell.row
  return shiftFormula(master.text, rows, element.cell.column - master.cell.column)
}

/** True when the cell belongs to an array formula or data table of several cells: Excel does not let one of them be changed. */
export function isInFormulaBlock(sheet: FormSheet, address: CellAddress): boolean {
  return listFormulaElements(sheet).some(
    ({ type, range, cell }) =>
      (type === 'array' || type === 'dataTable') &&
      range !== undefined &&
      isWithin(address, range) &&
      (type === 'dataTable' ||
        formatAddress({ row: range.bottom, column: range.right }) !==
          formatAddress({ row: cell.row, column: cell.column })),
  )
}

/**
 * When cells that hold the text of a shared formula are overwritten, the first of those that lean on it
 * takes it over, written as it reads there. Without this Excel would find formulas without text.
 */
export function promoteSharedFormulas(sheet: FormSheet, overwritten: readonly CellAddress[]): void {
  const gone = new Set(overwritten.map(formatAddress))
  const elements = listFormulaElements(sheet)
  for (const master of elements) {
    if (master.type !== 'shared' || master.text === '') continue
    if (!gone.has(formatAddress(master.cell))) continue
    const others = elements.filter(
      (element) =>
        element.type === 'shared' &&
        element.sharedIndex === master.sharedIndex &&
        !gone.has(formatAddress(element.cell)),
    )
    const heir = others[0]
    if (heir === undefined) continue
    const rows = heir.cell.row - master.cell.row
    const text = shiftFormula(master.text, rows, heir.cell.column - master.cell.column)
    const columns = others.map((element) => element.cell.column)
    const from = formatAddress({ row: heir.cell.row, column: Math.min(...columns) })
    const to = formatAddress({
      row: Math.max(...others.map((element) => element.cell.row)),
      column: Math.max(...columns),
    })
    const tag = withAttribute(heir.tag, 'ref', from === to ? from : `${from}:${to}`).replace(/\s*\/>$/, '>')
    const element = `${tag}${escapeXml(text)}</${sheet.xml.prefix}f>`
    sheet.edit({ row: heir.cell.row, column: heir.cell.column }, { kind: 'formula', element })
  }
}

/** Every formula of the workbook. Opens all its sheets. */
export function listAllFormulas(workbook: FormWorkbook): readonly FormulaCell[] {
  const names = readDefinedNames(workbook.package.partText(workbook.package.workbookPart))
  return workbook.sheetNames.flatMap((name) => listFormulas(workbook.sheet(name), names))
}

/** One text for a cell of a sheet, to look it up by. No sheet name holds a NUL. */
export const addressKey = (sheet: string, address: CellAddress): string =>
  `${sheet}\u0000${formatAddress(address)}`
