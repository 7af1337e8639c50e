import { Refusal } from '#shared/contract/errors.ts'
import { formatAddress, formatRange, parseRange, type CellRange } from '../cell-address.ts'
import { rewriteXml } from '../rewrite-xml.ts'
import { readAttribute, withAttribute } from '../xml-text.ts'
import { moveCell, moveFormula, moveRange, moveRanges } from './move-references.ts'
import { recordTop, rowCount, shiftRow, type RowInsertion } from './row-insertion.ts'

/** Formulas around the cells of any sheet: choice lists, formats, sparklines (plain and `xm:f`). */
const FORMULA_ELEMENTS = new Set(['formula', 'formula1', 'formula2', 'f'])

/** Moves what a sheet says around its cells about the cells of another (or its own) sheet. */
export function moveFrameFormulas(xml: string, sheet: string, insertion: RowInsertion): string {
  // Fixed ends only: in a format that begins at F6, `F$6:F6` is relative to each of its cells.
  const move = (formula: string): string => moveFormula(formula, insertion, { sheet, within: 'block' })
  // The figures of a sparkline are a range of their own, like those of a chart.
  const moveSparkline = (sparkline: string): string =>
    rewriteXml(sparkline, {
      text: (element, text) =>
        element === 'f' ? moveFormula(text, insertion, { sheet, within: 'elsewhere' }) : undefined,
    })
  const pieces = xml.split(/(<(?:[\w.-]+:)?sparkline>[^]*?<\/(?:[\w.-]+:)?sparkline>)/)
  return pieces
    .map((piece, position) => (position % 2 === 1 ? moveSparkline(piece) : moveFormulasAround(piece, move)))
    .join('')
}

function moveFormulasAround(xml: string, move: (formula: string) => string): string {
  return rewriteXml(xml, {
    attribute: (element, name, value) => {
      if (element === 'hyperlink' && name === 'location') return move(value)
      if (element === 'cfvo' && name === 'val') return move(value)
      if (element === 'controlPr' && (name === 'linkedCell' || name === 'listFillRange')) return move(value)
      return undefined
    },
    text: (element, text) => (FORMULA_ELEMENTS.has(element) ? move(text) : undefined),
  })
}

const CELL_ATTRIBUTES = new Set(['activeCell', 'topLeftCell'])
const APPLIES_TO = new Set(['conditionalFormatting', 'dataValidation', 'protectedRange', 'ignoredError'])

function moveAddresses(xml: string, insertion: RowInsertion): string {
  return rewriteXml(xml, {
    attribute: (element, name, value) => {
      if (element === 'mergeCell' || element === 'dimension') return undefined
      if (name === 'sqref') {
        return APPLIES_TO.has(element)
          ? moveRanges(value, insertion)
          : value
              .split(' ')
              .map((part) => moveRange(part, insertion))
              .join(' ')
      }
      if (name === 'ref' && element !== 'dataRef') return moveRange(value, insertion)
      if (CELL_ATTRIBUTES.has(name)) return moveCell(value, insertion)
      if (name === 'r' && (element === 'cellWatch' || element === 'inputCells')) {
        return moveCell(value, insertion)
      }
      return undefined
    },
    text: (element, text) => (element === 'sqref' ? moveRanges(text, insertion) : undefined),
  })
}

/** A break belongs to the row below it, so one right behind the block moves with that row. */
function moveBreaks(xml: string, insertion: RowInsertion): string {
  return xml.replace(/<((?:[\w.-]+:)?)rowBreaks(?:\s[^>]*)?>[^]*?<\/\1rowBreaks>/g, (breaks) =>
    breaks.replace(/<(?:[\w.-]+:)?brk\s[^>]*>/g, (tag) => {
      const id = Number(readAttribute(tag, 'id'))
      return id >= insertion.lastRow ? withAttribute(tag, 'id', String(id + rowCount(insertion))) : tag
    }),
  )
}

function unevenMerge(insertion: RowInsertion, merge: CellRange): Refusal {
  return new Refusal('form-rows-uneven', {
    sheet: insertion.sheet,
    row: insertion.lastRow,
    cell: formatAddress({ row: merge.top, column: merge.left }),
    why: 'merge',
    range: formatRange(merge),
  })
}

/**
 * What becomes of a merged range: those below move, those of the record are repeated, those that stand
 * beside the whole block grow.
 *
 * @throws Refusal `form-rows-uneven` when it lies across the edge of the block or over some of its records
 */
export function moveMerge(merge: CellRange, insertion: RowInsertion): readonly CellRange[] {
  const { firstRow, lastRow, rowsPerRecord, records } = insertion
  const count = rowCount(insertion)
  if (merge.top > lastRow)
    return [{ ...merge, top: shiftRow(insertion, merge.top), bottom: merge.bottom + count }]
  if (merge.bottom < recordTop(insertion)) return [merge]
  if (merge.top >= recordTop(insertion) && merge.bottom <= lastRow) {
    const copies = Array.from({ length: records }, (_unused, position) => {
      const rows = (position + 1) * rowsPerRecord
      return { ...merge, top: merge.top + rows, bottom: merge.bottom + rows }
    })
    return [merge, ...copies]
  }
  if (merge.top <= firstRow && merge.bottom >= lastRow) return [{ ...merge, bottom: merge.bottom + count }]
  throw unevenMerge(insertion, merge)
}

function moveMerges(xml: string, insertion: RowInsertion): string {
  return xml.replace(
    /(<((?:[\w.-]+:)?)mergeCells(?:\s[^>]*)?>)([^]*?)(<\/\2mergeCells>)/,
    (_whole, open: string, prefix: string, inner: string, close: string) => {
      const copies: string[] = []
      const moved = inner.replace(/<(?:[\w.-]+:)?mergeCell\s[^>]*>/g, (tag) => {
        const merge = parseRange(readAttribute(tag, 'ref') ?? '')
        if (merge === undefined) return tag
        const [first = merge, ...more] = moveMerge(merge, insertion)
        copies.push(...more.map((copy) => `<${prefix}mergeCell ref="${formatRange(copy)}"/>`))
        return formatRange(first) === formatRange(merge) ? tag : withAttribute(tag, 'ref', formatRange(first))
      })
      const all = moved + copies.join('')
      const count = String((all.match(/<(?:[\w.-]+:)?mergeCell\s/g) ?? []).length)
      const counted = readAttribute(open, 'count') === undefined ? open : withAttribute(open, 'count', count)
      return counted + all + close
    },
  )
}

/** Moves what stands before or behind the rows of the sheet that the rows are put into, but for its formulas. */
export function moveFrame(xml: string, insertion: RowInsertion): string {
  return moveMerges(moveBreaks(moveAddresses(xml, insertion), insertion), insertion)
}

/** The note of the area in use. */
export function moveDimension(head: string, insertion: RowInsertion): string {
  return head.replace(/<(?:[\w.-]+:)?dimension\s[^>]*>/, (tag) => {
    const range = parseRange(readAttribute(tag, 'ref') ?? '')
    if (range === undefined || range.bottom < insertion.lastRow) return tag
    const bottom = range.bottom + rowCount(insertion)
    return withAttribute(tag, 'ref', formatRange({ ...range, top: shiftRow(insertion, range.top), bottom }))
  })
}
