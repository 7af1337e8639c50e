import { printableText } from '../report-text.ts'

/** What Excel does not allow in a sheet's name, which has at most 31 characters. */
export function sheetName(name: string): string {
  const allowed = printableText(name).replace(/[\\/?*[\]:\n\t]|^'|'$/g, '')
  return allowed === '' ? '1' : allowed.slice(0, 31)
}

/** A for 1, AA for 27. */
export function columnLetters(count: number): string {
  let letters = ''
  for (let rest = Math.max(1, count); rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** Text as a cell's value: Excel reads _x0041_ as A, so what looks so must have its underscore escaped. */
export function textValue(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
