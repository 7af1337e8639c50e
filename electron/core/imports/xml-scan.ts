import { Refusal } from '#shared/contract/errors.ts'
import { unescapeXml } from '../reports/forms/xml-text.ts'

/**
 * Walks through the XML of a large part and tells of tags and text in order. Made for sheets of hundreds of
 * thousands of cells: nothing is built, attributes stay one piece of text until one is asked for. It checks
 * that tags close as they opened, which is what a torn part fails; document types were refused on opening.
 */
export interface XmlListener {
  /** `name` is without prefix, `attributes` the raw text between name and end of the tag. */
  readonly onOpen: (name: string, attributes: string) => void
  readonly onClose: (name: string) => void
  /** Raw text, entities still in it (in CDATA put into it); may come in several pieces. */
  readonly onText: (raw: string) => void
}

const MAX_DEPTH = 200
const doubleQuote = 34
const singleQuote = 39
const greaterThan = 62
const slash = 47

function endOfTag(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === greaterThan) return at
    else if (code === doubleQuote || code === singleQuote) quote = code
  }
  return -1
}

function endOfName(xml: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = xml.charCodeAt(at)
    if (code <= 32 || code === slash) return at
  }
  return end
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** @throws Refusal `workbook-truncated` when tags do not fit together, `workbook-hostile` when nested absurdly deep */
export function scanXml(xml: string, part: string, listener: XmlListener): void {
  const open: string[] = []
  const torn = (): never => {
    throw new Refusal('workbook-truncated', { part })
  }
  const passOver = (mark: string, from: number): number => {
    const found = xml.indexOf(mark, from)
    return found < 0 ? torn() : found + mark.length
  }
  let at = xml.indexOf('<')
  while (at >= 0) {
    const next = xml.charCodeAt(at + 1)
    let after: number
    if (next === 33 && xml.startsWith('<![CDATA[', at)) {
      after = passOver(']]>', at)
      listener.onText(xml.slice(at + 9, after - 3).replaceAll('&', '&amp;'))
    } else if (next === 33) {
      after = passOver(xml.startsWith('<!--', at) ? '-->' : '>', at)
    } else if (next === 63) {
      after = passOver('?>', at)
    } else {
      const end = endOfTag(xml, at + 1)
      if (end < 0) return torn()
      after = end + 1
      if (next === slash) {
        const name = xml.slice(at + 2, endOfName(xml, at + 2, end))
        if (open.pop() !== name) return torn()
        listener.onClose(localName(name))
      } else {
        const nameEnd = endOfName(xml, at + 1, end)
        const name = xml.slice(at + 1, nameEnd)
        const closed = xml.charCodeAt(end - 1) === slash
        const local = localName(name)
        listener.onOpen(local, xml.slice(nameEnd, closed ? end - 1 : end))
        if (closed) listener.onClose(local)
        else if (open.push(name) > MAX_DEPTH) throw new Refusal('workbook-hostile', { why: 'depth', part })
      }
    }
    at = xml.indexOf('<', after)
    if (open.length > 0 && at > after) listener.onText(xml.slice(after, at))
  }
  if (open.length > 0) torn()
}

/** One attribute out of the raw text that `onOpen` gives, unescaped; undefined when it is not there. */
export function attributeIn(attributes: string, name: string): string | undefined {
  let at = attributes.indexOf(name)
  while (at >= 0) {
    if (at > 0 && attributes.charCodeAt(at - 1) <= 32) {
      let mark = at + name.length
      while (attributes.charCodeAt(mark) <= 32) mark++
      if (attributes[mark] === '=') {
        mark++
        while (attributes.charCodeAt(mark) <= 32) mark++
        const quote = attributes[mark]
        const end = quote === undefined ? -1 : attributes.indexOf(quote, mark + 1)
        if ((quote === '"' || quote === "'") && end >= 0) return unescapeXml(attributes.slice(mark + 1, end))
      }
    }
    at = attributes.indexOf(name, at + name.length)
  }
  return undefined
}

/** Whether an attribute or a value says yes in XML. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'
