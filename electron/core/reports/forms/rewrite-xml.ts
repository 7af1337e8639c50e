import { escapeXml, findTagEnd, unescapeXml } from './xml-text.ts'

/** What to change in a part; undefined leaves a value as it is written. Names are without prefix, values without escapes. */
export interface XmlRewriting {
  readonly attribute?: (element: string, attribute: string, value: string) => string | undefined
  /** The text directly behind a start tag. */
  readonly text?: (element: string, text: string) => string | undefined
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const ATTRIBUTE = /([\w:.-]+)(\s*=\s*)(?:"([^"]*)"|'([^']*)')/g

function rewriteTag(tag: string, element: string, rewrite: Required<XmlRewriting>['attribute']): string {
  return tag.replace(ATTRIBUTE, (whole, name: string, equals: string, double?: string, single?: string) => {
    const written = double ?? single ?? ''
    const value = unescapeXml(written)
    const changed = rewrite(element, localName(name), value)
    return changed === undefined || changed === value ? whole : `${name}${equals}"${escapeXml(changed)}"`
  })
}

/**
 * Changes attributes and texts of a part and leaves every other letter of it as it is. Comments, CDATA and
 * instructions are passed over.
 */
export function rewriteXml(xml: string, rewriting: XmlRewriting): string {
  let out = ''
  let copied = 0
  let at = xml.indexOf('<')
  while (at !== -1) {
    const special = xml[at + 1] ?? ''
    if (/[!?/]/.test(special)) {
      const close = xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<![CDATA[', at) ? ']]>' : '>'
      const end = xml.indexOf(close, at)
      at = end === -1 ? -1 : xml.indexOf('<', end)
      continue
    }
    const tagEnd = findTagEnd(xml, at) + 1
    if (tagEnd === 0) break
    const tag = xml.slice(at, tagEnd)
    const element = localName(/^<([^\s/>]+)/.exec(tag)?.[1] ?? '')
    const next = xml.indexOf('<', tagEnd)
    const newTag = rewriting.attribute === undefined ? tag : rewriteTag(tag, element, rewriting.attribute)
    const written = tag.endsWith('/>') || next === -1 ? '' : xml.slice(tagEnd, next)
    const text = unescapeXml(written)
    const newText = written === '' ? undefined : rewriting.text?.(element, text)
    if (newTag !== tag || (newText !== undefined && newText !== text)) {
      out += xml.slice(copied, at) + newTag
      out += newText === undefined || newText === text ? written : escapeXml(newText)
      copied = tagEnd + written.length
    }
    at = next
  }
  return copied === 0 ? xml : out + xml.slice(copied)
}
