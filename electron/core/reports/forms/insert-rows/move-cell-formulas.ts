import { Refusal } from '#shared/contract/errors.ts'
import { formatRange, type CellRange } from '../cell-address.ts'
import { listFormulaElements, type FormulaElement } from '../form-formulas.ts'
import type { FormSheet } from '../form-workbook.ts'
import { shiftFormula } from '../formula-tokens.ts'
import { escapeXml, readAttribute, withAttribute } from '../xml-text.ts'
import { moveCell, moveFormula } from './move-references.ts'
import { growRange, recordTop, type RowInsertion } from './row-insertion.ts'

interface MovedFormula {
  readonly element: FormulaElement
  readonly before: string
  readonly after: string
}

function textOf(element: FormulaElement, masters: ReadonlyMap<string, FormulaElement>): string | undefined {
  if (element.type === 'dataTable') return undefined
  if (element.type !== 'shared' || element.text !== '') return element.text
  const master = masters.get(element.sharedIndex ?? '')
  if (master === undefined) return undefined
  const rows = element.cell.row - master.cell.row
  return shiftFormula(master.text, rows, element.cell.column - master.cell.column)
}

function moveAll(sheet: FormSheet, insertion: RowInsertion): readonly MovedFormula[] {
  const elements = listFormulaElements(sheet)
  const masters = new Map(
    elements
      .filter(({ type, text }) => type === 'shared' && text !== '')
      .map((element) => [element.sharedIndex ?? '', element]),
  )
  return elements.flatMap((element) => {
    const before = textOf(element, masters)
    if (before === undefined) return []
    const { row } = element.cell
    const within =
      sheet.name === insertion.sheet && row >= insertion.firstRow && row <= insertion.lastRow
        ? 'block'
        : 'elsewhere'
    return [{ element, before, after: moveFormula(before, insertion, { sheet: sheet.name, within }) }]
  })
}

/** An array formula or data table moves whole, or is repeated whole; across the edge of the rows it cannot be. */
function movedArrayRange(range: CellRange, element: FormulaElement, insertion: RowInsertion): CellRange {
  const { lastRow } = insertion
  const top = recordTop(insertion)
  if (range.top > lastRow) return growRange(insertion, range)
  const isApart = range.bottom < top
  const isRepeated = element.type === 'array' && range.top >= top && range.bottom <= lastRow
  if (isApart || isRepeated) return range
  throw new Refusal('form-rows-uneven', {
    sheet: insertion.sheet,
    row: lastRow,
    why: 'array-formula',
    range: formatRange(range),
  })
}

function editArray(
  sheet: FormSheet,
  moved: MovedFormula | undefined,
  element: FormulaElement,
  insertion: RowInsertion,
): void {
  const isOwn = sheet.name === insertion.sheet
  const { range } = element
  let tag = element.tag
  if (isOwn && range !== undefined) {
    const next = formatRange(movedArrayRange(range, element, insertion))
    if (next !== formatRange(range)) tag = withAttribute(tag, 'ref', next)
  }
  if (isOwn && element.type === 'dataTable') {
    for (const name of ['r1', 'r2']) {
      const cell = readAttribute(tag, name)
      if (cell !== undefined) tag = withAttribute(tag, name, moveCell(cell, insertion))
    }
  }
  const text = moved?.after ?? element.text
  if (tag === element.tag && text === element.text) return
  putFormula(sheet, element, tag, text)
}

function putFormula(sheet: FormSheet, { cell }: FormulaElement, tag: string, text: string): void {
  const element = `${tag.replace(/\s*\/>$/, '>')}${escapeXml(text)}</${sheet.xml.prefix}f>`
  sheet.edit({ row: cell.row, column: cell.column }, { kind: 'formula', element })
}

/** A group of cells that share one text is written out when the text no longer reads alike in all of them. */
function editShared(sheet: FormSheet, group: readonly MovedFormula[], insertion: RowInsertion): void {
  const isOwn = sheet.name === insertion.sheet
  const stays = group.every(
    ({ element, before, after }) => before === after && !(isOwn && element.cell.row > insertion.lastRow),
  )
  if (stays) return
  for (const { element, after } of group) {
    const tag = ['t', 'ref', 'si'].reduce((sum, name) => withAttribute(sum, name, undefined), element.tag)
    putFormula(sheet, element, tag, after)
  }
}

/**
 * Notes as edits of the sheet how its formulas must read after the rows are put in; the cells stand where
 * they stood before.
 *
 * @returns the formula of each cell as it will read, row → column → text
 * @throws Refusal `form-rows-uneven` for an array formula across the edge of the rows
 */
export function moveCellFormulas(
  sheet: FormSheet,
  insertion: RowInsertion,
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const all = moveAll(sheet, insertion)
  const byElement = new Map(all.map((moved) => [moved.element, moved]))
  const groups = new Map<string, MovedFormula[]>()
  for (const element of listFormulaElements(sheet)) {
    const moved = byElement.get(element)
    if (element.type === 'array' || element.type === 'dataTable') editArray(sheet, moved, element, insertion)
    else if (moved === undefined) continue
    else if (element.type === 'shared') {
      const key = element.sharedIndex ?? ''
      groups.set(key, [...(groups.get(key) ?? []), moved])
    } else if (moved.before !== moved.after) putFormula(sheet, element, element.tag, moved.after)
  }
  for (const group of groups.values()) editShared(sheet, group, insertion)
  const texts = new Map<number, Map<number, string>>()
  for (const { element, after } of all) {
    const { row, column } = element.cell
    const cells = texts.get(row) ?? new Map<number, string>()
    cells.set(column, after)
    texts.set(row, cells)
  }
  return texts
}
