import type { TextReading } from './text-reading.ts'

/** Postal codes and telephone numbers as rosters write them. */

const blank = /^[\s]*$/
const absent = /^(?:なし|無し?|ー|―|-|−|－|\/|×|✕|―+|-+)$/

/**
 * Reads 983-0011, 9830011, ９８３－００３１, 〒983-0011 or a number from a cell (whose leading zero Excel has dropped) as
 * 983-0011. Anything else is kept as note.
 */
export function readPostalCode(written: string | number): TextReading<string> {
  const text = typeof written === 'number' ? String(written).padStart(7, '0') : written
  if (blank.test(text)) return { value: null, note: '', remarks: [] }
  const digits = text
    .normalize('NFKC')
    .replace(/^\s*〒/, '')
    .replace(/[\s\-‐‑‒–—―−ー]/g, '')
  if (/^\d{7}$/.test(digits)) {
    return { value: `${digits.slice(0, 3)}-${digits.slice(3)}`, note: '', remarks: [] }
  }
  if (absent.test(text.trim())) return { value: null, note: '', remarks: [] }
  return {
    value: null,
    note: text.trim(),
    remarks: [{ severity: 'ask', message: '郵便番号として読めません。書かれたとおりに備考へ残します。' }],
  }
}

const numberStart = /^[\s]*(?:(?:tel|fax|電話|携帯)[\s:.]*)?((?:\+?\(?\d[\d() \-‐‑‒–—―−ー.]*\d)|\d)\)?/i

/** One kind of hyphen, no brackets: (000)221-0181 and 000 221 0181 → 000-221-0181. */
function tidyNumber(written: string): string {
  return written
    .replace(/^\((\d+)\)/, '$1-')
    .replace(/[()\s\-‐‑‒–—―−ー.]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Mobile and free numbers have a known division; for the others only the office knows its own. */
function divideKnown(digits: string): string {
  if (/^0[5-9]0\d{8}$/.test(digits)) return `${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`
  if (/^0120\d{6}$/.test(digits)) return `${digits.slice(0, 4)}-${digits.slice(4, 7)}-${digits.slice(7)}`
  return digits
}

function remarksOnNumber(digits: string): TextReading<string>['remarks'] {
  if (!digits.startsWith('0')) {
    const message =
      '先頭の 0 か市外局番が落ちているようです。書かれたとおりに取り込むので、番号を確かめてください。'
    return [{ severity: 'ask', message }]
  }
  if (digits.length < 10 || digits.length > 11) {
    return [
      {
        severity: 'ask',
        message: `電話番号のけた数（${digits.length}けた）が合いません。番号を確かめてください。`,
      },
    ]
  }
  return []
}

const wholeBrackets = /^\(([^()]*)\)$/

function tidyNote(rest: string): string {
  const trimmed = rest
    .trim()
    .replace(/^[、,/;・]+/, '')
    .trim()
  return wholeBrackets.exec(trimmed)?.[1]?.trim() ?? trimmed
}

/**
 * Reads a telephone or FAX number in any width, with brackets, blanks or ー between its parts; what stands
 * behind it (内線2131, 携帯, a second number) becomes the note. A number without its first zero is kept as written
 * and asked about. A cell without a number (事務局経由) is all note.
 */
export function readTelephone(written: string | number): TextReading<string> {
  const text = String(written)
  if (blank.test(text)) return { value: null, note: '', remarks: [] }
  const plain = text.normalize('NFKC').trim()
  if (absent.test(plain)) return { value: null, note: '', remarks: [] }
  const found = numberStart.exec(plain)
  const number = found?.[1]
  if (found === null || number === undefined) {
    return {
      value: null,
      note: text.trim(),
      remarks: [{ severity: 'note', message: '電話番号ではないので、メモとして残します。' }],
    }
  }
  const tidy = tidyNumber(number)
  const value = tidy.includes('-') ? tidy : divideKnown(tidy)
  const digits = telephoneKey(tidy)
  return { value, note: tidyNote(plain.slice(found[0].length)), remarks: remarksOnNumber(digits) }
}

/** The digits alone, for comparing numbers; '' when there are none. */
export function telephoneKey(written: string): string {
  return written.normalize('NFKC').replace(/\D/g, '')
}
