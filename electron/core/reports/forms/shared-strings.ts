import { plainItem } from './string-item.ts'
import { findTagEnd, readAttribute, rootPrefix, withAttribute } from './xml-text.ts'

/**
 * The workbook's list of strings. What is there is never touched: new strings go to its end, as Excel's own
 * do. Inline strings would leave this part alone, but Excel moves them here on the next save, and what reads
 * a folder of forms by database drivers or old macros does not always see them; a string here is seen by all.
 */
export interface SharedStrings {
  readonly count: number
  /** The inside of `<si>` at that place (from 0); undefined when the workbook has no such string. */
  readonly itemAt: (index: number) => string | undefined
}

/** Where items begin and end, by their number. Two lists of numbers, since a roster has a hundred thousand items. */
interface ItemPlaces {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

function findItems(xml: string, prefix: string): ItemPlaces {
  const open = `<${prefix}si`
  const close = `</${prefix}si>`
  const starts: number[] = []
  const ends: number[] = []
  let at = xml.indexOf(open)
  while (at !== -1) {
    const next = xml[at + open.length] ?? ''
    if (!/[\s/>]/.test(next)) {
      at = xml.indexOf(open, at + open.length)
      continue
    }
    const tagEnd = findTagEnd(xml, at)
    const empty = xml[tagEnd - 1] === '/'
    const end = empty ? tagEnd + 1 : xml.indexOf(close, tagEnd)
    if (tagEnd === -1 || end === -1) break
    starts.push(tagEnd + 1)
    ends.push(end)
    at = xml.indexOf(open, end)
  }
  return { starts, ends }
}

export function readSharedStrings(xml: string): SharedStrings {
  const { starts, ends } = findItems(xml, rootPrefix(xml))
  return {
    count: starts.length,
    itemAt: (index) => {
      const start = starts[index]
      return start === undefined ? undefined : xml.slice(start, ends[index])
    },
  }
}

/** A list of strings that can grow. */
export interface GrowingStrings extends SharedStrings {
  /** The number of a string with exactly this text and no runs, added when it is not among those added before. */
  readonly addText: (text: string) => number
  /** The number of a string given as the inside of `<si>`. */
  readonly addItem: (inner: string) => number
  /**
   * The part as it now is; undefined when nothing was added.
   *
   * @param referencesChange how many more (or fewer) cells refer to strings than before
   */
  readonly toXml: (referencesChange: number) => string | undefined
}

export function growSharedStrings(xml: string): GrowingStrings {
  const prefix = rootPrefix(xml)
  const existing = readSharedStrings(xml)
  const added: string[] = []
  const numbers = new Map<string, number>()
  const addItem = (inner: string): number => {
    const known = numbers.get(inner)
    if (known !== undefined) return known
    const number = existing.count + added.length
    added.push(inner)
    numbers.set(inner, number)
    return number
  }
  return {
    count: existing.count,
    itemAt: (index) => (index < existing.count ? existing.itemAt(index) : added[index - existing.count]),
    addText: (text) => addItem(plainItem(text, prefix)),
    addItem,
    toXml: (referencesChange) =>
      added.length === 0 ? undefined : append(xml, prefix, existing.count, added, referencesChange),
  }
}

function append(
  xml: string,
  prefix: string,
  existing: number,
  added: readonly string[],
  referencesChange: number,
): string {
  const start = xml.indexOf(`<${prefix}sst`)
  const tagEnd = findTagEnd(xml, start) + 1
  const tag = xml.slice(start, tagEnd)
  const references = Number(readAttribute(tag, 'count') ?? existing)
  const counted = withAttribute(
    withAttribute(tag, 'count', String(Math.max(0, references + referencesChange))),
    'uniqueCount',
    String(existing + added.length),
  ).replace(/\s*\/>$/, '>')
  const items = added.map((inner) => `<${prefix}si>${inner}</${prefix}si>`).join('')
  const closing = `</${prefix}sst>`
  // Extensions stand after the strings.
  const extension = xml.indexOf(`<${prefix}extLst`, tagEnd)
  const end = extension !== -1 ? extension : xml.lastIndexOf(closing)
  const head = xml.slice(0, start) + counted
  if (end === -1) return `${head}${items}${closing}`
  return head + xml.slice(tagEnd, end) + items + xml.slice(end)
}
