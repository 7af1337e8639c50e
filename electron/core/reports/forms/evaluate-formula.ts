import type { CellAddress, CellRange } from './cell-address.ts'
import { parseReference, tokenizeFormula, type FormulaToken } from './formula-tokens.ts'

/** The value of a cell. undefined is an empty cell. */
export type CellValue = number | string | boolean | undefined

/** Asks for a cell's value. May throw NotCalculated. */
export type CellReader = (sheet: string | undefined, address: CellAddress) => CellValue

/** Thrown inside for all that this small calculator leaves to Excel: unknown functions, errors, text where a number is due. */
export class NotCalculated extends Error {}

type Range = { readonly sheet: string | undefined; readonly range: CellRange }
type Operand = { readonly value: CellValue } | Range

/** Larger ranges are left to Excel: a whole column has a million cells. */
const MAX_RANGE_CELLS = 20_000

function cellsOf({ range }: Range): readonly CellAddress[] {
  const count = (range.bottom - range.top + 1) * (range.right - range.left + 1)
  if (count > MAX_RANGE_CELLS) throw new NotCalculated()
  const cells: CellAddress[] = []
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) cells.push({ row, column })
  }
  return cells
}

/** Excel shows 15 digits and calculates so that 0.1 + 0.2 equals 0.3. */
const rounded = (value: number): number => {
  if (!Number.isFinite(value)) throw new NotCalculated()
  return Number(value.toPrecision(15))
}

function toNumber(value: CellValue): number {
  if (value === undefined) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') throw new NotCalculated()
  return value
}

function toText(value: CellValue): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value)
}

function toBoolean(value: CellValue): boolean {
  if (typeof value === 'string') throw new NotCalculated()
  return value === undefined ? false : Boolean(value)
}

/** -1, 0 or 1. An empty cell equals both 0 and ''. Text is compared for equality only, as order depends on the locale. */
function compare(left: CellValue, right: CellValue, orderMatters: boolean): number {
  const a = left ?? (typeof right === 'string' ? '' : 0)
  const b = right ?? (typeof left === 'string' ? '' : 0)
  if (typeof a === 'string' && typeof b === 'string') {
    if (a.toLowerCase() === b.toLowerCase()) return 0
    if (orderMatters) throw new NotCalculated()
    return 1
  }
  // Numbers come before text, text before true and false.
  const rank = (value: number | string | boolean): number =>
    ['number', 'string', 'boolean'].indexOf(typeof value)
  if (rank(a) !== rank(b)) return Math.sign(rank(a) - rank(b))
  return Math.sign(Number(a) - Number(b))
}

class Parser {
  private readonly tokens: readonly FormulaToken[]
  private readonly read: CellReader
  private at = 0

  constructor(tokens: readonly FormulaToken[], read: CellReader) {
    this.tokens = tokens.filter((token) => token.kind !== 'space')
    this.read = read
  }

  whole(): CellValue {
    const value = this.scalar(this.comparison())
    if (this.at < this.tokens.length) throw new NotCalculated()
    return value
  }

  private peek(): string {
    const token = this.tokens[this.at]
    return token?.kind === 'operator' ? token.text : ''
  }

  private take(...operators: readonly string[]): string | undefined {
    const operator = this.peek()
    if (operator === '' || !operators.includes(operator)) return undefined
    this.at += 1
    return operator
  }

  private scalar(operand: Operand): CellValue {
    if ('value' in operand) return operand.value
    const cells = cellsOf(operand)
    const only = cells[0]
    if (cells.length !== 1 || only === undefined) throw new NotCalculated()
    return this.read(operand.sheet, only)
  }

  private comparison(): Operand {
    let left = this.joining()
    for (;;) {
      const operator = this.take('=', '<>', '<', '>', '<=', '>=')
      if (operator === undefined) return left
      const right = this.scalar(this.joining())
      const order = compare(this.scalar(left), right, !['=', '<>'].includes(operator))
      const results: Readonly<Record<string, boolean>> = {
        '=': order === 0,
        '<>': order !== 0,
        '<': order < 0,
        '>': order > 0,
        '<=': order <= 0,
        '>=': order >= 0,
      }
      left = { value: results[operator] ?? false }
    }
  }

  private joining(): Operand {
    let left = this.sum()
    while (this.take('&') !== undefined) {
      left = { value: toText(this.scalar(left)) + toText(this.scalar(this.sum())) }
    }
    return left
  }

  private sum(): Operand {
    let left = this.product()
    for (;;) {
      const operator = this.take('+', '-')
      if (operator === undefined) return left
      const right = toNumber(this.scalar(this.product()))
      const number = toNumber(this.scalar(left))
      left = { value: rounded(operator === '+' ? number + right : number - right) }
    }
  }

  private product(): Operand {
    let left = this.sign()
    for (;;) {
      const operator = this.take('*', '/')
      if (operator === undefined) return left
      const right = toNumber(this.scalar(this.sign()))
      const number = toNumber(this.scalar(left))
      left = { value: rounded(operator === '*' ? number * right : number / right) }
    }
  }

  private sign(): Operand {
    const operator = this.take('+', '-')
    if (operator === undefined) return this.primary()
    const value = this.scalar(this.sign())
    return { value: operator === '-' ? -toNumber(value) : value }
  }

  private primary(): Operand {
    const token = this.tokens[this.at]
    this.at += 1
    if (token === undefined) throw new NotCalculated()
    if (token.kind === 'number') return { value: Number(token.text) }
    if (token.kind === 'text') return { value: token.text.slice(1, -1).replaceAll('""', '"') }
    if (token.kind === 'name' && /^(TRUE|FALSE)$/i.test(token.text))
      return { value: /^TRUE$/i.test(token.text) }
    if (token.kind === 'function') return this.call(token.text.toUpperCase())
    if (token.kind === 'reference') {
      const reference = parseReference(token.text)
      if (reference !== undefined) return reference
    }
    if (token.kind === 'operator' && token.text === '(') {
      const inner = this.comparison()
      if (this.take(')') === undefined) throw new NotCalculated()
      return inner
    }
    throw new NotCalculated()
  }

  private call(name: string): Operand {
    this.take('(')
    const operands: Operand[] = []
    if (this.take(')') === undefined) {
      do operands.push(this.argument())
      while (this.take(',') !== undefined)
      if (this.take(')') === undefined) throw new NotCalculated()
    }
    return { value: this.apply(name, operands) }
  }

  private argument(): Operand {
    return this.peek() === ',' || this.peek() === ')' ? { value: undefined } : this.comparison()
  }

  /** Numbers among the arguments: from ranges only true numbers, as SUM does. */
  private numbers(operands: readonly Operand[]): readonly number[] {
    return operands.flatMap((operand) => {
      if ('value' in operand) return [toNumber(operand.value)]
      return cellsOf(operand)
        .map((cell) => this.read(operand.sheet, cell))
        .filter((value) => typeof value === 'number')
    })
  }

  private apply(name: string, operands: readonly Operand[]): CellValue {
    const scalars = (): readonly CellValue[] => operands.map((operand) => this.scalar(operand))
    switch (name) {
      case 'SUM':
        return rounded(this.numbers(operands).reduce((sum, number) => sum + number, 0))
      case 'MAX':
      case 'MIN': {
        const numbers = this.numbers(operands)
        if (numbers.length === 0) return 0
        return name === 'MAX' ? Math.max(...numbers) : Math.min(...numbers)
      }
      case 'COUNT':
        return this.numbers(operands).length
      case 'AND':
        return scalars().every(toBoolean)
      case 'OR':
        return scalars().some(toBoolean)
      case 'IF': {
        const [condition, yes, no] = operands
        const chosen = toBoolean(this.scalar(condition ?? { value: undefined })) ? yes : no
        if (chosen === undefined) return operands.length < 3 ? false : 0
        return this.scalar(chosen) ?? 0
      }
      default:
        throw new NotCalculated()
    }
  }
}

/**
 * Calculates the plain formulas that forms are full of: + - * / &, comparisons, SUM, MAX, MIN, COUNT, IF,
 * AND, OR. What viewers that do not calculate show must be right or empty, so all else is left to Excel.
 *
 * @throws NotCalculated
 */
export function evaluateFormula(formula: string, read: CellReader): CellValue {
  return new Parser(tokenizeFormula(formula), read).whole() ?? 0
}
