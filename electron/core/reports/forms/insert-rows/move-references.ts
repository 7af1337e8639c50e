import { formatAddress, formatRange, MAX_ROW, parseAddress, parseRange } from '../cell-address.ts'
import { tokenizeFormula, type FormulaToken } from '../formula-tokens.ts'
import {
  growRange,
  repeatRange,
  rowCount,
  shiftCell,
  endsWithBlock,
  type RowInsertion,
} from './row-insertion.ts'

/** Where a formula stands, for what it says without naming a sheet, and for when its ranges grow. */
export interface FormulaPlace {
  readonly sheet: string
  /**
   * `block`: among the rows that are repeated, where `F$6:F30` is a running total that must not grow, and
   * only an end fixed by `$` means the whole block.
   */
  readonly within: 'block' | 'elsewhere'
}

const sheetOf = (name: string): string =>
  name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name

const CORNER = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/

interface Corner {
  readonly letters: string
  readonly sign: string
  readonly row: number
}

function parseCorner(text: string): Corner | undefined {
  const match = CORNER.exec(text)
  const digits = match?.[4] ?? ''
  if (match === null || digits === '') return undefined
  // In `$3` of a whole-row reference the one sign belongs to the row.
  const whole = match[2] === ''
  return {
    letters: whole ? '' : (match[1] ?? '') + (match[2] ?? ''),
    sign: whole ? (match[1] ?? '') + (match[3] ?? '') : (match[3] ?? ''),
    row: Number(digits),
  }
}

function moveArea(area: string, insertion: RowInsertion, place: FormulaPlace): string {
  const corners = area.split(':').map(parseCorner)
  const [first, last] = corners
  if (first === undefined || (corners.length > 1 && last === undefined)) return area
  const write = ({ letters, sign }: Corner, row: number): string => `${letters}${sign}${String(row)}`
  const moved = (row: number): number => shiftCell(insertion, { row, column: 1 }).row
  if (last === undefined) return moved(first.row) > MAX_ROW ? '#REF!' : write(first, moved(first.row))
  const [top, bottom] = first.row <= last.row ? [first, last] : [last, first]
  const mayGrow = place.within === 'elsewhere' || bottom.sign === '$'
  const grows = mayGrow && endsWithBlock(insertion, top.row, bottom.row)
  const end = grows ? bottom.row + rowCount(insertion) : moved(bottom.row)
  const newTop = moved(top.row)
  if (newTop > MAX_ROW) return '#REF!'
  const newBottom = Math.min(MAX_ROW, end)
  const texts =
    first === top
      ? [write(first, newTop), write(last, newBottom)]
      : [write(first, newBottom), write(last, newTop)]
  return texts.join(':')
}

/** Tokens that look like cells but are none of ours: within `[…]`, behind `[1]`, or the last sheet of `一月:三月!A1`. */
export function isForeign(tokens: readonly FormulaToken[], position: number, depth: number): boolean {
  const before = tokens[position - 1]
  if (depth > 0 || (before?.kind === 'unknown' && before.text === ']')) return true
  return (
    before?.text === ':' &&
    tokens[position - 2]?.kind === 'name' &&
    tokens[position]?.text.includes('!') === true
  )
}

/**
 * A formula (without its leading =) as it must read after the rows were put in, wherever it stands. What
 * names no cells of the sheet, INDIRECT's texts and columns of tables among them, stays as it is.
 */
export function moveFormula(formula: string, insertion: RowInsertion, place: FormulaPlace): string {
  const tokens = tokenizeFormula(formula)
  let depth = 0
  let changed = false
  const texts = tokens.map((token, position) => {
    if (token.kind === 'unknown' && token.text === '[') depth += 1
    if (token.kind === 'unknown' && token.text === ']') depth -= 1
    if (token.kind !== 'reference' || isForeign(tokens, position, depth)) return token.text
    const mark = token.text.lastIndexOf('!')
    const sheet = mark === -1 ? place.sheet : sheetOf(token.text.slice(0, mark))
    if (sheet.toLowerCase() !== insertion.sheet.toLowerCase()) return token.text
    const moved = token.text.slice(0, mark + 1) + moveArea(token.text.slice(mark + 1), insertion, place)
    changed ||= moved !== token.text
    return moved
  })
  return changed ? texts.join('') : formula
}

/** A single cell in an attribute, `A31`; anything else is left. */
export function moveCell(text: string, insertion: RowInsertion): string {
  const address = parseAddress(text)
  return address === undefined ? text : formatAddress(shiftCell(insertion, address))
}

/** A range in an attribute: a filter, a table. */
export function moveRange(text: string, insertion: RowInsertion): string {
  const range = parseRange(text)
  if (range === undefined) return text
  const moved = formatRange(growRange(insertion, range))
  return moved === formatRange(range) ? text : moved
}

/** A list of ranges that says where something applies; it reaches over the new rows. */
export function moveRanges(text: string, insertion: RowInsertion): string {
  const moved = text
    .split(/\s+/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const range = parseRange(part)
      if (range === undefined) return [part]
      const ranges = repeatRange(insertion, range).map(formatRange)
      return ranges.length === 1 && ranges[0] === formatRange(range) ? [part] : ranges
    })
  const joined = moved.join(' ')
  return joined === text.trim() ? text : joined
}
