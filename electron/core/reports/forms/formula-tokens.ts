import { columnLetters, columnNumber, MAX_COLUMN, MAX_ROW, type CellRange } from './cell-address.ts'

/** A piece of a formula. Together, in order, the texts are the formula again. */
export interface FormulaToken {
  readonly kind:
    'text' | 'number' | 'reference' | 'name' | 'function' | 'error' | 'operator' | 'space' | 'unknown'
  readonly text: string
}

/** Cells that a formula speaks of. `sheet` is undefined for the formula's own sheet. */
export interface FormulaReference {
  readonly sheet: string | undefined
  readonly range: CellRange
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[^\s'"!(),;:+\-*/^&=<>{}\[\]%@#]+)!`
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`
const AREA = String.raw`(?:${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})(?![\w.(!])`

const TOKEN = new RegExp(
  [
    String.raw`(?<text>"(?:[^"]|"")*")`,
    String.raw`(?<error>(?:${SHEET})?#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!))`,
    String.raw`(?<reference>(?:${SHEET})?${AREA})`,
    String.raw`(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)`,
    String.raw`(?<function>[\p{L}_][\w.]*(?=\())`,
    String.raw`(?<name>(?:${SHEET})?[\p{L}_\\][\p{L}\p{N}\p{M}_.\\?]*(?![\[(]))`,
    String.raw`(?<operator><=|>=|<>|[-+*\/^&=<>(),;:%{}])`,
    String.raw`(?<space>\s+)`,
  ].join('|'),
  'uy',
)

/** Cuts a formula (without its leading =) into pieces. What this does not know, such as `[1]`, comes out as `unknown`. */
export function tokenizeFormula(formula: string): readonly FormulaToken[] {
  const tokens: FormulaToken[] = []
  let at = 0
  while (at < formula.length) {
    TOKEN.lastIndex = at
    const groups = TOKEN.exec(formula)?.groups ?? {}
    const kinds = ['text', 'error', 'reference', 'number', 'function', 'name', 'operator', 'space'] as const
    const kind = kinds.find((candidate) => groups[candidate] !== undefined)
    const text = kind === undefined ? undefined : groups[kind]
    if (kind === undefined || text === undefined) {
      tokens.push({ kind: 'unknown', text: formula.charAt(at) })
      at += 1
      continue
    }
    tokens.push({ kind, text })
    at += text.length
  }
  return tokens
}

function splitSheetName(text: string): { readonly sheet: string | undefined; readonly area: string } {
  const mark = text.lastIndexOf('!')
  if (mark === -1) return { sheet: undefined, area: text }
  const name = text.slice(0, mark)
  const sheet = name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name
  return { sheet, area: text.slice(mark + 1) }
}

/** The cells that a reference token means: a cell, a rectangle, whole columns or whole rows. */
export function parseReference(text: string): FormulaReference | undefined {
  const { sheet, area } = splitSheetName(text)
  const [first = '', last = first] = area.replaceAll('$', '').split(':')
  const start = /^([A-Za-z]*)(\d*)$/.exec(first)
  const end = /^([A-Za-z]*)(\d*)$/.exec(last)
  const left = start?.[1] === '' ? 1 : columnNumber(start?.[1] ?? '')
  const right = end?.[1] === '' ? MAX_COLUMN : columnNumber(end?.[1] ?? '')
  if (left === undefined || right === undefined) return undefined
  const top = Number(start?.[2] === '' ? 1 : start?.[2])
  const bottom = Number(end?.[2] === '' ? MAX_ROW : end?.[2])
  return {
    sheet,
    range: {
      top: Math.min(top, bottom),
      bottom: Math.max(top, bottom),
      left: Math.min(left, right),
      right: Math.max(left, right),
    },
  }
}

function shiftCorner(corner: string, rows: number, columns: number): string {
  return corner.replace(
    /^(\$?)([A-Za-z]*)(\$?)(\d*)$/,
    (_whole, columnFixed: string, letters: string, rowFixed: string, digits: string) => {
      // In `$3` of a whole-row reference the one sign belongs to the row.
      const rowIsFixed = rowFixed === '$' || (letters === '' && columnFixed === '$')
      const column = letters === '' ? 0 : (columnNumber(letters) ?? 0) + (columnFixed === '$' ? 0 : columns)
      const row = digits === '' ? 0 : Number(digits) + (rowIsFixed ? 0 : rows)
      const outside =
        (letters !== '' && (column < 1 || column > MAX_COLUMN)) ||
        (digits !== '' && (row < 1 || row > MAX_ROW))
      if (outside) return '#REF!'
      const rowText = digits === '' ? '' : String(row)
      return `${columnFixed}${letters === '' ? '' : columnLetters(column)}${rowFixed}${rowText}`
    },
  )
}

/** The formula as it reads when copied so many rows down and columns to the right: what is not fixed by `$` moves along. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return tokenizeFormula(formula)
    .map((token) => {
      if (token.kind !== 'reference') return token.text
      const mark = token.text.lastIndexOf('!')
      const corners = token.text
        .slice(mark + 1)
        .split(':')
        .map((corner) => shiftCorner(corner, rows, columns))
      const area = corners.includes('#REF!') ? '#REF!' : corners.join(':')
      return token.text.slice(0, mark + 1) + area
    })
    .join('')
}
