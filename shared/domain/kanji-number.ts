const DIGITS = '〇一二三四五六七八九'
const UNITS = ['', '十', '百', '千'] as const
const GROUPS = ['', '万', '億', '兆'] as const

/** 1 to 9999: 二千二十六, 百八. */
function groupText(value: number): string {
  return [...String(value)]
    .map((digit, position, all) => {
      if (digit === '0') return ''
      const unit = UNITS[all.length - 1 - position] ?? ''
      return (digit === '1' && unit !== '' ? '' : DIGITS.charAt(Number(digit))) + unit
    })
    .join('')
}

/**
 * A whole number in 漢数字, as certificates and vertical letters write it: 二十三, 百八, 一万二千, 〇.
 * Negative numbers begin with △; what is not whole, or greater than 9,999兆, stays in digits.
 */
export function formatKanjiNumber(value: number): string {
  if (!Number.isSafeInteger(value)) return String(value)
  if (value === 0) return DIGITS.charAt(0)
  let rest = Math.abs(value)
  let text = ''
  for (const group of GROUPS) {
    const part = rest % 10_000
    if (part > 0) text = groupText(part) + group + text
    rest = Math.floor(rest / 10_000)
  }
  return value < 0 ? `△${text}` : text
}

const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 億: 100_000_000, 兆: 1_000_000_000_000 }

/** The number that 漢数字 mean, with units (百二十三) or as digits in a row (一二三); null for anything else. */
export function parseKanjiNumber(text: string): number | null {
  if (!/^[〇一二三四五六七八九十百千万億兆]+$/.test(text)) return null
  if (/^[〇一二三四五六七八九]+$/.test(text)) {
    return Number([...text].map((letter) => DIGITS.indexOf(letter)).join(''))
  }
  let total = 0
  let group = 0
  let digit: number | undefined
  for (const letter of text) {
    const power = POWERS[letter]
    const large = LARGE[letter]
    if (power !== undefined) {
      group += (digit ?? 1) * power
      digit = undefined
    } else if (large !== undefined) {
      total += (group + (digit ?? 0)) * large
      group = 0
      digit = undefined
    } else {
      if (digit !== undefined) return null
      digit = DIGITS.indexOf(letter)
    }
  }
  return total + group + (digit ?? 0)
}
