import type { BorderLine, PictureBorder } from '#shared/domain/sheet-picture.ts'
import type { Colours } from './colours.ts'
import { childOf, readTree, type XmlNode } from './xml-tree.ts'

/** How cells of one style look, as the file has it. */
export interface CellLook {
  readonly fontName: string
  readonly fontSize: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underlined: boolean
  readonly struck: boolean
  readonly color: string
  readonly fill: string | null
  readonly horizontal: string
  readonly vertical: string
  readonly indent: number
  readonly wraps: boolean
  readonly shrinks: boolean
  readonly rotation: 'stacked' | number
  readonly left: PictureBorder | null
  readonly right: PictureBorder | null
  readonly top: PictureBorder | null
  readonly bottom: PictureBorder | null
  readonly numberFormat: number
}

const LINES: Readonly<Record<string, BorderLine>> = {
  hair: 'hair',
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  double: 'double',
  dashed: 'dashed',
  mediumDashed: 'dashed',
  dashDot: 'dashed',
  mediumDashDot: 'dashed',
  slantDashDot: 'dashed',
  dotted: 'dotted',
  dashDotDot: 'dotted',
  mediumDashDotDot: 'dotted',
}

const isOn = (node: XmlNode | undefined): boolean =>
  node !== undefined && !/^(?:0|false|none)$/.test(node.attributes['val'] ?? '1')

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** 0 to 90 turns to the left, 91 to 180 to the right, 255 stands upright (ECMA-376 18.8.1). */
function rotationOf(text: string | undefined): 'stacked' | number {
  const value = Number(text ?? 0)
  if (value === 255) return 'stacked'
  return value > 90 ? 90 - value : value
}

function fontOf(font: XmlNode | undefined, colours: Colours) {
  return {
    fontName: childOf(font, 'name')?.attributes['val'] ?? '',
    fontSize: Number(childOf(font, 'sz')?.attributes['val'] ?? 11),
    bold: isOn(childOf(font, 'b')),
    italic: isOn(childOf(font, 'i')),
    underlined: isOn(childOf(font, 'u')),
    struck: isOn(childOf(font, 'strike')),
    color: colours.ofCell(childOf(font, 'color')?.attributes ?? {}) ?? '#000000',
  }
}

function fillOf(fill: XmlNode | undefined, colours: Colours): string | null {
  const pattern = childOf(fill, 'patternFill')
  const kind = pattern?.attributes['patternType'] ?? 'none'
  if (kind === 'none') return null
  if (kind === 'gray125') return '#f2f2f2'
  return colours.ofCell(childOf(pattern, 'fgColor')?.attributes ?? {}) ?? null
}

function borderOf(border: XmlNode | undefined, side: string, colours: Colours): PictureBorder | null {
  const edge = childOf(border, side)
  const line = LINES[edge?.attributes['style'] ?? '']
  if (line === undefined) return null
  return { line, color: colours.ofCell(childOf(edge, 'color')?.attributes ?? {}) ?? '#000000' }
}

export interface CellLooks {
  readonly at: (index: number) => CellLook | undefined
  readonly formatCode: (id: number) => string | undefined
}

/** Reads how the styles of a workbook look. */
export function readCellLooks(xml: string, part: string, colours: Colours): CellLooks {
  const root = readTree(xml, part)
  const listOf = (name: string): readonly XmlNode[] => childOf(root, name)?.children ?? []
  const [fonts, fills, borders] = [listOf('fonts'), listOf('fills'), listOf('borders')]
  const codes = new Map(
    listOf('numFmts').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  )
  const looks = listOf('cellXfs').map((style): CellLook => {
    const { attributes } = style
    const alignment = childOf(style, 'alignment')?.attributes ?? {}
    const border = borders[Number(attributes['borderId'] ?? 0)]
    return {
      ...fontOf(fonts[Number(attributes['fontId'] ?? 0)], colours),
      fill: fillOf(fills[Number(attributes['fillId'] ?? 0)], colours),
      horizontal: alignment['horizontal'] ?? 'general',
      vertical: alignment['vertical'] ?? 'bottom',
      indent: Number(alignment['indent'] ?? 0),
      wraps: isTrue(alignment['wrapText']),
      shrinks: isTrue(alignment['shrinkToFit']),
      rotation: rotationOf(alignment['textRotation']),
      left: borderOf(border, 'left', colours),
      right: borderOf(border, 'right', colours),
      top: borderOf(border, 'top', colours),
      bottom: borderOf(border, 'bottom', colours),
      numberFormat: Number(attributes['numFmtId'] ?? 0),
    }
  })
  return { at: (index) => looks[index], formatCode: (id) => codes.get(id) }
}
