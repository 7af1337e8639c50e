const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** For text between tags and within attributes of either quote. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}

function codePoint(digits: string, radix: number): string {
  const code = Number.parseInt(digits, radix)
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return codePoint(hex, 16)
      if (decimal !== undefined) return codePoint(decimal, 10)
      return ENTITIES[name ?? ''] ?? whole
    },
  )
}

const escapeCode = (letter: string): string =>
  `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/**
 * Text as a workbook's strings keep it: what XML cannot hold is written `_xHHHH_` (ECMA-376 22.4.2.4,
 * ST_Xstring), and text that only looks like such a code has its first underscore written as one.
 * Line breaks become the single line feed that Excel uses within a cell.
 */
export function escapeCellText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').toWellFormed()
  // A control character counts as an underscore too: its own code will begin with one.
  const codes = lines.replace(
    /_(?=x[0-9A-Fa-f]{4}[_\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff])/g,
    '_x005F_',
  )
  return escapeXml(codes.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, escapeCode))
}

/** The other way round: entities first, then `_xHHHH_`. */
export function unescapeCellText(xml: string): string {
  const text = unescapeXml(xml)
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** True when XML would drop spaces or line breaks at the ends. Full-width spaces are content to XML and are safe. */
export const needsSpacePreserved = (text: string): boolean => /^[ \t\n]|[ \t\n]$|\n| {2}/.test(text)

/** Where a tag that begins at `at` ends: the position of its `>`, quoted ones passed over; -1 when it never ends. */
export function findTagEnd(xml: string, at: number): number {
  let quote = ''
  for (let position = at; position < xml.length; position++) {
    const letter = xml[position]
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'") {
      quote = letter
    } else if (letter === '>') {
      return position
    }
  }
  return -1
}

const attributePatterns = new Map<string, RegExp>()

function attributePattern(name: string): RegExp {
  const known = attributePatterns.get(name)
  if (known !== undefined) return known
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)(?:"([^"]*)"|'([^']*)')`)
  attributePatterns.set(name, pattern)
  return pattern
}

/** An attribute of a tag given as text, unescaped. */
export function readAttribute(tag: string, name: string): string | undefined {
  const match = attributePattern(name).exec(tag)
  const value = match?.[2] ?? match?.[3]
  return value === undefined ? undefined : unescapeXml(value)
}

/** The tag with an attribute set (added at its end when new), or removed. All else stays as it is written. */
export function withAttribute(tag: string, name: string, value: string | undefined): string {
  const pattern = attributePattern(name)
  if (value === undefined) return tag.replace(pattern, '')
  const escaped = escapeXml(value)
  if (pattern.test(tag)) return tag.replace(pattern, (_whole, start: string) => `${start}"${escaped}"`)
  return tag.replace(/\s*(\/?)>$/, (_whole, slash: string) => ` ${name}="${escaped}"${slash}>`)
}

/**
 * The first start tag of that local name, whatever its prefix, outside comments.
 * Meant for the short text around a sheet's rows, not for the rows.
 */
export function findElement(
  xml: string,
  name: string,
  from = 0,
): { readonly start: number; readonly tagEnd: number; readonly tag: string } | undefined {
  let at = xml.indexOf('<', from)
  while (at !== -1) {
    if (xml.startsWith('<!--', at)) {
      const end = xml.indexOf('-->', at)
      if (end === -1) return undefined
      at = xml.indexOf('<', end)
      continue
    }
    const end = findTagEnd(xml, at)
    if (end === -1) return undefined
    const tag = xml.slice(at, end + 1)
    if (/^<(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1] === name) return { start: at, tagEnd: end + 1, tag }
    at = xml.indexOf('<', end)
  }
  return undefined
}

/** The prefix of the root element with its colon, or ''. Prefixed files come from converters and other libraries. */
export function rootPrefix(xml: string): string {
  let at = xml.indexOf('<')
  while (at !== -1 && /[?!]/.test(xml[at + 1] ?? '')) {
    const end = xml.startsWith('<!--', at) ? xml.indexOf('-->', at) : xml.indexOf('>', at)
    at = end === -1 ? -1 : xml.indexOf('<', end)
  }
  return at === -1 ? '' : (/^<([\w.-]+:)/.exec(xml.slice(at, at + 200))?.[1] ?? '')
}
