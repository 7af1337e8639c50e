import { attributeIn, isTrue, scanXml } from './xml-scan.ts'

/** What of a cell's style matters to reading it. */
export interface ReadStyle {
  readonly format: NumberFormat
  readonly struck: boolean
  readonly red: boolean
}

export type NumberFormat =
  | { readonly kind: 'number' }
  /** A date; `wareki` when it shows the Japanese era. */
  | { readonly kind: 'date'; readonly wareki: boolean }
  /** Zeros with fixed signs between, as 000\-0000 for a postal code. */
  | { readonly kind: 'pattern'; readonly pattern: string }

export const plainStyle: ReadStyle = { format: { kind: 'number' }, struck: false, red: false }

/**
 * Built-in formats that are dates (ECMA-376 18.8.30, with the Japanese ones 27–36 and 50–58, which a file
 * does not spell out). 18–21, 32, 33 and 45–47 are times of day.
 */
const builtInDates = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])
const builtInWareki = new Set([27, 28, 29, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58])

/** Reads a format code such as `[$-411]ge\.m\.d;@`, `yyyy/m/d` or `000\-0000`. */
export function readFormatCode(code: string): NumberFormat {
  const first = code.split(';')[0] ?? ''
  const bare = first
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_./g, '')
  if (/general|標準/i.test(bare)) return { kind: 'number' }
  if (/[ydeg]/i.test(bare) && !/[#?]/.test(bare)) return { kind: 'date', wareki: /[ge]/i.test(bare) }
  const pattern = first
    .replace(/"([^"]*)"/g, '$1')
    .replace(/\\(.)/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
  return /^[0\-() ]*0[0\-() ]*$/.test(pattern) && /00/.test(pattern)
    ? { kind: 'pattern', pattern }
    : { kind: 'number' }
}

function formatOf(id: number, custom: ReadonlyMap<number, string>): NumberFormat {
  const code = custom.get(id)
  if (code !== undefined) return readFormatCode(code)
  return builtInDates.has(id) ? { kind: 'date', wareki: builtInWareki.has(id) } : { kind: 'number' }
}

/** Red as offices mark with it: pure red, dark red and their neighbours; indexed 2 and 10 are red in the old palette. */
function isRed(attributes: string): boolean {
  const indexed = attributeIn(attributes, 'indexed')
  if (indexed === '2' || indexed === '10') return true
  const rgb = attributeIn(attributes, 'rgb')?.slice(-6)
  if (rgb === undefined || !/^[0-9a-f]{6}$/i.test(rgb)) return false
  const [red, green, blue] = [rgb.slice(0, 2), rgb.slice(2, 4), rgb.slice(4)].map((each) =>
    Number.parseInt(each, 16),
  )
  return (red ?? 0) >= 0xc0 && (green ?? 255) <= 0x50 && (blue ?? 255) <= 0x50
}

/** The styles that cells name by number (`s`), in order. @throws Refusal as scanXml */
export function readStyles(xml: string, part: string): readonly ReadStyle[] {
  const custom = new Map<number, string>()
  const fonts: { struck: boolean; red: boolean }[] = []
  const styles: ReadStyle[] = []
  let within = ''
  scanXml(xml, part, {
    onOpen(name, attributes) {
      if (name === 'fonts' || name === 'cellXfs' || name === 'dxfs' || name === 'cellStyleXfs') within = name
      else if (name === 'numFmt' && within !== 'dxfs') {
        custom.set(Number(attributeIn(attributes, 'numFmtId')), attributeIn(attributes, 'formatCode') ?? '')
      } else if (within === 'fonts') {
        const font = fonts.at(-1)
        if (name === 'font') fonts.push({ struck: false, red: false })
        else if (name === 'strike' && font !== undefined)
          font.struck = isTrue(attributeIn(attributes, 'val') ?? '1')
        else if (name === 'color' && font !== undefined) font.red = isRed(attributes)
      } else if (within === 'cellXfs' && name === 'xf') {
        const font = fonts[Number(attributeIn(attributes, 'fontId'))]
        const format = formatOf(Number(attributeIn(attributes, 'numFmtId')), custom)
        styles.push({ format, struck: font?.struck === true, red: font?.red === true })
      }
    },
    onClose(name) {
      if (name === within) within = ''
    },
    onText: () => undefined,
  })
  return styles
}
