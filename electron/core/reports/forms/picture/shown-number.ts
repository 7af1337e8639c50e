import { formatWareki, fromExcelSerial } from '#shared/domain/calendar-date.ts'
import { numberKindOfCode, numberKindOfId } from '../cell-styles.ts'

/** Built-in formats of amounts and shares (ECMA-376 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
}

const MINUTES_OF_DAY = 1440

function shownTime(value: number): string {
  const minutes = Math.round((value - Math.floor(value)) * MINUTES_OF_DAY)
  return `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`
}

function shownDate(value: number, code: string | undefined, date1904: boolean): string {
  const date = fromExcelSerial(Math.floor(value), date1904)
  if (date === null) return String(value)
  if (code !== undefined && /[ge]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]/g, ''))) {
    return formatWareki(date, code.includes('年') ? 'long' : 'short')
  }
  return date.replaceAll('-', '/').replace(/\/0/g, '/')
}

function shownAmount(value: number, code: string): string {
  const [positive = '', negative] = code.split(';')
  const section = value < 0 && negative !== undefined && negative !== '' ? negative : positive
  const bare = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '')
    .replace(/\\(.)/g, '"$1"')
  const digits = /[#0?][#0?,]*(?:\.[0#?]+)?%?/.exec(bare)
  const words = (text: string): string => text.replace(/"([^"]*)"/g, '$1')
  if (digits === null) return /general|標準/i.test(bare) || bare === '' ? String(value) : words(bare)
  const [pattern] = digits
  const decimals = /\.([0#?]+)/.exec(pattern)?.[1]?.length ?? 0
  const scaled = Math.abs(pattern.endsWith('%') ? value * 100 : value)
  const fixed = scaled.toFixed(decimals)
  const grouped = pattern.includes(',') ? fixed.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',') : fixed
  const sign = value < 0 && section === positive ? '-' : ''
  const before = words(bare.slice(0, digits.index))
  const after = words(bare.slice(digits.index + pattern.length))
  return `${sign}${before}${grouped}${pattern.endsWith('%') ? '%' : ''}${after}`
}

/** A number as its cell shows it, near enough for a picture of the form: dates and times, amounts, shares, words around. */
export function shownNumber(value: number, id: number, code: string | undefined, date1904: boolean): string {
  const kind = code === undefined ? numberKindOfId(id, new Map()) : numberKindOfCode(code)
  if (kind === 'date') return shownDate(value, code, date1904)
  if (kind === 'time') return shownTime(value)
  const amount = code ?? BUILT_IN[id]
  return amount === undefined ? String(value) : shownAmount(value, amount)
}
