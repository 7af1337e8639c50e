import type { AgendaKind } from './meeting.ts'

/** What numbering needs to know of an item: its kind and how deep it stands. */
export interface NumberedItem {
  readonly kind: AgendaKind
  /** 1: a section (１), 2: an item (1), 3: a part of it ア. */
  readonly level: 1 | 2 | 3
}

const fullWidth = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

const kana = 'アイウエオカキクケコサシスセソタチツテト'

/**
 * Numbers of a 次第 in order: １ → (1) → ア, as municipal papers number (公用文の項目番号), without full
 * stop. 開会 and 閉会 stand without number. A number runs on within its parent and begins anew below the next.
 */
export function numberAgenda(items: readonly NumberedItem[]): readonly string[] {
  let section = 0
  let item = 0
  let part = 0
  return items.map(({ kind, level }) => {
    if (level === 1) {
      item = 0
      part = 0
      if (kind === 'opening' || kind === 'closing') return ''
      section += 1
      return fullWidth(section)
    }
    if (level === 2) {
      part = 0
      item += 1
      return `(${String(item)})`
    }
    part += 1
    return kana[part - 1] ?? `(${String(part)})`
  })
}

/** The number as minutes cite it: 「２(1)」, an item's number behind that of its section. */
export function citeAgenda(items: readonly NumberedItem[]): readonly string[] {
  const numbers = numberAgenda(items)
  let section = ''
  let item = ''
  return items.map(({ level }, position) => {
    const number = numbers[position] ?? ''
    if (level === 1) {
      section = number
      item = ''
      return section
    }
    if (level === 2) {
      item = number
      return section + item
    }
    return section + item + number
  })
}
