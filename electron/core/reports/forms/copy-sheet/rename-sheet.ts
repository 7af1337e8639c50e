import { isForeign } from '../insert-rows/move-references.ts'
import { tokenizeFormula } from '../formula-tokens.ts'
import { rewriteXml } from '../rewrite-xml.ts'

/** A sheet's name as formulas write it: plain where that is safe, else in quotes. */
export function quotedSheet(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^(?:[A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i.test(name)
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`
}

/** The sheet that a reference names, without its quotes; undefined when it names none. */
export function sheetOfReference(token: string): string | undefined {
  const mark = token.lastIndexOf('!')
  if (mark === -1) return undefined
  const name = token.slice(0, mark)
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name
}

export const sameSheet = (first: string | undefined, second: string): boolean =>
  first?.toLowerCase() === second.toLowerCase()

/** What a copied sheet says by name is said of the copy: its own name, and those of its tables. */
export interface Renaming {
  readonly from: string
  readonly to: string
  /** Tables: old name → new name. */
  readonly tables: ReadonlyMap<string, string>
}

/** `表1[[#This Row],[数]]`: the name before the bracket, outside texts. */
function renameTables(formula: string, tables: Renaming['tables']): string {
  if (tables.size === 0 || !formula.includes('[')) return formula
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((piece, position) =>
      position % 2 === 1
        ? piece
        : piece.replace(/[\p{L}_\\][\p{L}\p{N}\p{M}_.\\?]*(?=\[)/gu, (name) => tables.get(name) ?? name),
    )
    .join('')
}

export function renameInFormula(formula: string, { from, to, tables }: Renaming): string {
  const tokens = tokenizeFormula(formula)
  let depth = 0
  let changed = false
  const texts = tokens.map((token, position) => {
    if (token.kind === 'unknown' && token.text === '[') depth += 1
    if (token.kind === 'unknown' && token.text === ']') depth -= 1
    if (token.kind === 'text' || isForeign(tokens, position, depth)) return token.text
    if (!sameSheet(sheetOfReference(token.text), from)) return token.text
    changed = true
    return `${quotedSheet(to)}${token.text.slice(token.text.lastIndexOf('!'))}`
  })
  return renameTables(changed ? texts.join('') : formula, tables)
}

const FORMULA_ELEMENTS = new Set([
  'f',
  'formula',
  'formula1',
  'formula2',
  'calculatedColumnFormula',
  'totalsRowFormula',
])
const FORMULA_ATTRIBUTES = new Set([
  'location',
  'linkedCell',
  'listFillRange',
  'textlink',
  'fmlaLink',
  'fmlaRange',
  'fmlaTxbx',
  'fmlaGroup',
])
const OLD_FORMULAS = new Set(['FmlaLink', 'FmlaRange', 'FmlaTxbx', 'FmlaMacro'])

/** A part of the sheet (itself, a drawing, a chart, a control, a table) with its own name changed wherever it is a formula. */
export function renameInPart(xml: string, renaming: Renaming): string {
  // Most parts name neither the sheet nor a table.
  const names = [renaming.from, ...renaming.tables.keys()]
  if (!names.some((name) => xml.includes(name) || /&#/.test(xml))) return xml
  const rename = (formula: string): string => renameInFormula(formula, renaming)
  return rewriteXml(xml, {
    attribute: (_element, name, value) => (FORMULA_ATTRIBUTES.has(name) ? rename(value) : undefined),
    text: (element, text) =>
      FORMULA_ELEMENTS.has(element) || OLD_FORMULAS.has(element) ? rename(text) : undefined,
  })
}
