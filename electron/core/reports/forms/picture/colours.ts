import type { WorkbookPackage } from '../open-package.ts'
import { childOf, readTree, type XmlNode } from './xml-tree.ts'

/** The palette of old workbooks (ECMA-376 18.8.27), from 8 on; 0 to 7 are the same as 8 to 15. */
const PALETTE =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  )

/** Colours of a theme in the order in which cells number them (light before dark). */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
]

/** Names of theme colours in drawings. */
const ALIASES: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' }

const PLAIN_THEME: Readonly<Record<string, string>> = { lt1: 'FFFFFF', dk1: '000000' }

export interface Colours {
  /** A `<color>`, `<fgColor>` of a cell style; undefined for automatic. */
  readonly ofCell: (attributes: Readonly<Record<string, string>>) => string | undefined
  /** What stands within `<a:solidFill>`. */
  readonly ofDrawing: (fill: XmlNode | undefined) => string | undefined
}

/** Lighter (towards 1) or darker (towards -1), as Excel mixes tints (ECMA-376 18.8.19). */
function tinted(hex: string, tint: number): string {
  const mixed = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16)
    return Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint)
  })
  return mixed.map((value) => Math.min(255, Math.max(0, value)).toString(16).padStart(2, '0')).join('')
}

const written = (hex: string): string => `#${hex.slice(-6).toLowerCase()}`

export function readColours(workbook: WorkbookPackage): Colours {
  const part = workbook.relationshipsOf(workbook.workbookPart).find(({ type }) => type === 'theme')?.target
  const theme = new Map(Object.entries(PLAIN_THEME))
  if (part !== undefined && workbook.has(part)) {
    const scheme = childOf(childOf(readTree(workbook.partText(part), part), 'themeElements'), 'clrScheme')
    for (const { name, children } of scheme?.children ?? []) {
      const attributes = children[0]?.attributes
      const hex = attributes?.['lastClr'] ?? attributes?.['val']
      if (hex !== undefined && /^[0-9A-Fa-f]{6}$/.test(hex)) theme.set(name, hex)
    }
  }
  return {
    ofCell: (attributes) => {
      const tint = Number(attributes['tint'] ?? 0)
      const { rgb } = attributes
      if (rgb !== undefined) return written(tinted(rgb.slice(-6), tint))
      if (attributes['theme'] !== undefined) {
        const hex = theme.get(THEME_ORDER[Number(attributes['theme'])] ?? '')
        return hex === undefined ? undefined : written(tinted(hex, tint))
      }
      const index = Number(attributes['indexed'])
      if (attributes['indexed'] === undefined || index === 64) return undefined
      if (index === 65) return '#ffffff'
      const hex = PALETTE[index < 8 ? index : index - 8]
      return hex === undefined ? undefined : written(hex)
    },
    ofDrawing: (fill) => {
      const colour = fill?.children[0]
      const value = colour?.attributes['val'] ?? ''
      if (colour?.name === 'srgbClr') return written(value)
      if (colour?.name === 'sysClr') return written(colour.attributes['lastClr'] ?? '000000')
      const hex = theme.get(ALIASES[value] ?? value)
      return colour?.name !== 'schemeClr' || hex === undefined ? undefined : written(hex)
    },
  }
}
