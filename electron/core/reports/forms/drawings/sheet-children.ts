import { findTagEnd } from '../xml-text.ts'

/** A child element of `<worksheet>`. */
export interface SheetChild {
  /** Without prefix. */
  readonly name: string
  readonly start: number
  readonly end: number
}

const isSkipped = (xml: string, at: number): string | undefined => {
  if (xml.startsWith('<!--', at)) return '-->'
  return xml.startsWith('<![CDATA[', at) ? ']]>' : xml.startsWith('<?', at) ? '?>' : undefined
}

/** The elements that stand side by side in `xml`, which may begin behind a start tag and end before an end tag. */
export function listChildren(xml: string, from = 0): readonly SheetChild[] {
  const children: SheetChild[] = []
  let depth = 0
  let name = ''
  let start = 0
  let at = xml.indexOf('<', from)
  while (at !== -1) {
    const skipped = isSkipped(xml, at)
    const end = skipped === undefined ? findTagEnd(xml, at) + 1 : xml.indexOf(skipped, at) + skipped.length
    if (end <= at) break
    if (skipped === undefined) {
      const closes = xml[at + 1] === '/'
      const empty = xml[end - 2] === '/'
      if (!closes && depth === 0) {
        name = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(xml.slice(at, end))?.[1] ?? ''
        start = at
      }
      if (!closes && !empty) depth += 1
      if (closes) depth -= 1
      if (depth < 0) break
      if (depth === 0) children.push({ name, start, end })
    }
    at = xml.indexOf('<', end)
  }
  return children
}

/** Children of `<worksheet>` that stand behind `<drawing>` (ECMA-376 18.3.1.99). Controls and objects come wrapped. */
const BEHIND_DRAWING = new Set([
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'AlternateContent',
  'webPublishItems',
  'tableParts',
  'extLst',
])

/** The sheet part with `<drawing>` in its place. */
export function withDrawingElement(xml: string, prefix: string, relationshipId: string): string {
  const closing = `</${prefix}sheetData>`
  const found = xml.lastIndexOf(closing)
  const empty = /<(?:[\w.-]+:)?sheetData\s*\/>/.exec(xml)
  const from = found !== -1 ? found + closing.length : empty === null ? 0 : empty.index + empty[0].length
  const next = listChildren(xml, from).find((child) => BEHIND_DRAWING.has(child.name))
  const at = next?.start ?? xml.lastIndexOf(`</${prefix}worksheet>`)
  const strict = xml.includes('http://purl.oclc.org/ooxml/spreadsheetml/main')
  const namespace = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const element = `<${prefix}drawing xmlns:r="${namespace}" r:id="${relationshipId}"/>`
  return xml.slice(0, at) + element + xml.slice(at)
}
