import { readElements, type XmlElement } from './package-parts.ts'

/** What a number in a cell is shown as. */
export type NumberKind = 'text' | 'date' | 'time' | 'other'

export interface CellStyle {
  readonly numberKind: NumberKind
  /** In points. */
  readonly fontSize: number
  readonly wraps: boolean
  readonly shrinks: boolean
  /** Upright lettering (textRotation 255) or turned text: its width cannot be judged by columns. */
  readonly rotated: boolean
  /** `general` (text left, numbers right), `left`, `center`, `right`, `distributed`, … as the file has it. */
  readonly horizontal: string
  /** `bottom` unless the file says otherwise. */
  readonly vertical: string
  /** In widths of a full-width letter. */
  readonly indent: number
}

const PLAIN: CellStyle = {
  numberKind: 'other',
  fontSize: 11,
  wraps: false,
  shrinks: false,
  rotated: false,
  horizontal: 'general',
  vertical: 'bottom',
  indent: 0,
}

const DATE_IDS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const TIME_IDS = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47])

/** Kind of a number format of the workbook's own, after quoted words, escapes, colours and locales are put aside. */
export function numberKindOfCode(code: string): NumberKind {
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .replace(/general|G\/標準/gi, '')
    .replace(/e[+-]/gi, '')
    .toLowerCase()
  if (/[ydge]|aaa/.test(bare)) return 'date'
  if (/[hs]/.test(bare)) return 'time'
  if (bare.includes('m')) return 'date'
  return /^@?(;@?)*$/.test(bare) && bare.includes('@') ? 'text' : 'other'
}

/** Kind of a number format by its id; 27–36 and 50–58 are the Japanese dates that Excel has built in (ECMA-376 18.8.30). */
export function numberKindOfId(id: number, codes: ReadonlyMap<number, string>): NumberKind {
  const code = codes.get(id)
  if (code !== undefined) return numberKindOfCode(code)
  if (id === 49) return 'text'
  if (DATE_IDS.has(id)) return 'date'
  return TIME_IDS.has(id) ? 'time' : 'other'
}

const SECTIONS = new Set([
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
])

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

interface DraftStyle {
  readonly numberFormat: number
  readonly font: number
  alignment?: Readonly<Record<string, string>>
}

export interface CellStyles {
  /** The style of a cell by its `s`; an unknown number gives a plain style. */
  readonly at: (index: number) => CellStyle
  /** Size of the workbook's first font, in points, by which column widths are counted. */
  readonly defaultFontSize: number
}

/** Reads what the engine must know of the cell styles. */
export function readCellStyles(xml: string, part: string): CellStyles {
  const codes = new Map<number, string>()
  const fontSizes: number[] = []
  const drafts: DraftStyle[] = []
  let section = ''
  const onElement = ({ name, attributes }: XmlElement): void => {
    if (SECTIONS.has(name)) section = name
    else if (section === 'numFmts' && name === 'numFmt') {
      codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
    } else if (section === 'fonts' && name === 'font') fontSizes.push(PLAIN.fontSize)
    else if (section === 'fonts' && name === 'sz') {
      fontSizes[fontSizes.length - 1] = Number(attributes['val'] ?? PLAIN.fontSize)
    } else if (section === 'cellXfs' && name === 'xf') {
      drafts.push({
        numberFormat: Number(attributes['numFmtId'] ?? 0),
        font: Number(attributes['fontId'] ?? 0),
      })
    } else if (section === 'cellXfs' && name === 'alignment') {
      const last = drafts.at(-1)
      if (last !== undefined) last.alignment = attributes
    }
  }
  readElements(xml, part, onElement)
  const styles = drafts.map(({ numberFormat, font, alignment }) => ({
    numberKind: numberKindOfId(numberFormat, codes),
    fontSize: fontSizes[font] ?? PLAIN.fontSize,
    wraps: isTrue(alignment?.['wrapText']),
    shrinks: isTrue(alignment?.['shrinkToFit']),
    rotated: (alignment?.['textRotation'] ?? '0') !== '0',
    horizontal: alignment?.['horizontal'] ?? PLAIN.horizontal,
    vertical: alignment?.['vertical'] ?? PLAIN.vertical,
    indent: Number(alignment?.['indent'] ?? 0),
  }))
  return { at: (index) => styles[index] ?? PLAIN, defaultFontSize: fontSizes[0] ?? PLAIN.fontSize }
}
