import type { DrawnThing } from '#shared/domain/sheet-picture.ts'
import { listCheckBoxes } from '../drawings/check-boxes.ts'
import { EMU_PER_POINT, type SheetArea } from '../drawings/drawn-box.ts'
import type { FormSheet } from '../form-workbook.ts'
import type { WorkbookPackage } from '../open-package.ts'
import type { SheetGeometry } from '../sheet-geometry.ts'
import type { Colours } from './colours.ts'
import { childOf, descendants, numberAttribute, readTree, type XmlNode } from './xml-tree.ts'

const points = (emu: number): number => emu / EMU_PER_POINT

/** A picture larger than this is told as a box without its bytes: the screen has a form to show, not an album. */
const MAX_PICTURE_BYTES = 2 * 1024 * 1024

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
}

const NOTHING: Omit<DrawnThing, keyof SheetArea | 'kind'> = {
  outline: 'rect',
  text: '',
  fontSize: 11,
  align: 'left',
  fill: null,
  line: null,
  isChecked: false,
  picture: null,
}

interface DrawingReader {
  readonly workbook: WorkbookPackage
  readonly part: string
  readonly colours: Colours
}

const numberIn = (node: XmlNode | undefined, name: string): number => Number(childOf(node, name)?.text ?? 0)

function cornerOf(
  geometry: SheetGeometry,
  edge: XmlNode | undefined,
): { readonly x: number; readonly y: number } {
  const [column, row] = [numberIn(edge, 'col'), numberIn(edge, 'row')]
  return {
    x: geometry.widthOf({ top: 1, bottom: 1, left: 1, right: column }) + points(numberIn(edge, 'colOff')),
    y: geometry.heightOf({ top: 1, bottom: row, left: 1, right: 1 }) + points(numberIn(edge, 'rowOff')),
  }
}

function areaOfAnchor(geometry: SheetGeometry, anchor: XmlNode): SheetArea {
  const extent = childOf(anchor, 'ext')
  const size = {
    width: points(numberAttribute(extent, 'cx')),
    height: points(numberAttribute(extent, 'cy')),
  }
  const position = childOf(anchor, 'pos')
  if (position !== undefined) {
    return {
      left: points(numberAttribute(position, 'x')),
      top: points(numberAttribute(position, 'y')),
      ...size,
    }
  }
  const from = cornerOf(geometry, childOf(anchor, 'from'))
  const end = childOf(anchor, 'to')
  if (end === undefined) return { left: from.x, top: from.y, ...size }
  const to = cornerOf(geometry, end)
  return {
    left: from.x,
    top: from.y,
    width: Math.max(0, to.x - from.x),
    height: Math.max(0, to.y - from.y),
  }
}

/** Where a member of a group lies, given where the group lies and the scale that its members are drawn in. */
function areaInGroup(group: SheetArea, frame: XmlNode | undefined, member: XmlNode): SheetArea {
  const [origin, extent] = [childOf(frame, 'chOff'), childOf(frame, 'chExt')]
  const own = childOf(childOf(member, 'spPr') ?? childOf(member, 'grpSpPr'), 'xfrm')
  const [offset, size] = [childOf(own, 'off'), childOf(own, 'ext')]
  const across = group.width / Math.max(1, numberAttribute(extent, 'cx'))
  const down = group.height / Math.max(1, numberAttribute(extent, 'cy'))
  return {
    left: group.left + (numberAttribute(offset, 'x') - numberAttribute(origin, 'x')) * across,
    top: group.top + (numberAttribute(offset, 'y') - numberAttribute(origin, 'y')) * down,
    width: numberAttribute(size, 'cx') * across,
    height: numberAttribute(size, 'cy') * down,
  }
}

function textOf(shape: XmlNode): string {
  const body = childOf(shape, 'txBody')
  if (body === undefined) return ''
  return body.children
    .filter(({ name }) => name === 'p')
    .map((paragraph) =>
      descendants(paragraph, 't')
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n')
    .trimEnd()
}

const ALIGNMENTS: Readonly<Record<string, DrawnThing['align']>> = { ctr: 'center', r: 'right' }

function shapeOf(shape: XmlNode, area: SheetArea, { colours }: DrawingReader): DrawnThing {
  const properties = childOf(shape, 'spPr')
  const line = childOf(properties, 'ln')
  const run = descendants(shape, 'rPr')[0] ?? descendants(shape, 'endParaRPr')[0]
  const size = run?.attributes['sz']
  const align = descendants(shape, 'pPr')[0]?.attributes['algn'] ?? 'l'
  const isLine = shape.name === 'cxnSp'
  return {
    ...NOTHING,
    ...area,
    kind: isLine ? 'line' : 'shape',
    outline: childOf(properties, 'prstGeom')?.attributes['prst'] ?? 'rect',
    text: textOf(shape),
    fontSize: size === undefined ? NOTHING.fontSize : Number(size) / 100,
    align: ALIGNMENTS[align] ?? 'left',
    fill: colours.ofDrawing(childOf(properties, 'solidFill')) ?? null,
    line:
      childOf(line, 'noFill') !== undefined
        ? null
        : (colours.ofDrawing(childOf(line, 'solidFill')) ??
          (line === undefined && !isLine ? null : '#000000')),
  }
}

function pictureOf(shape: XmlNode, area: SheetArea, { workbook, part }: DrawingReader): DrawnThing {
  const blip = descendants(shape, 'blip')[0]
  const id = Object.entries(blip?.attributes ?? {}).find(([name]) => name.endsWith(':embed'))?.[1]
  const target = workbook
    .relationshipsOf(part)
    .find((relationship) => relationship.id === id && !relationship.external)?.target
  const mediaType = MEDIA_TYPES[target?.split('.').at(-1)?.toLowerCase() ?? '']
  const bytes = target === undefined || !workbook.has(target) ? undefined : workbook.partBytes(target)
  const isShown = mediaType !== undefined && bytes !== undefined && bytes.length <= MAX_PICTURE_BYTES
  return {
    ...NOTHING,
    ...area,
    kind: 'picture',
    picture: isShown ? { mediaType, base64: Buffer.from(bytes).toString('base64') } : null,
  }
}

const isHidden = (shape: XmlNode): boolean =>
  /^(?:1|true)$/.test(descendants(shape, 'cNvPr')[0]?.attributes['hidden'] ?? '')

function thingsOf(shape: XmlNode, area: SheetArea, reader: DrawingReader): readonly DrawnThing[] {
  switch (shape.name) {
    case 'sp':
    case 'cxnSp':
      return isHidden(shape) ? [] : [shapeOf(shape, area, reader)]
    case 'pic':
      return isHidden(shape) ? [] : [pictureOf(shape, area, reader)]
    case 'graphicFrame': {
      const isChart = descendants(shape, 'chart').length > 0
      return [{ ...NOTHING, ...area, kind: isChart ? 'chart' : 'other' }]
    }
    case 'grpSp': {
      const frame = childOf(childOf(shape, 'grpSpPr'), 'xfrm')
      return shape.children.flatMap((member) => thingsOf(member, areaInGroup(area, frame, member), reader))
    }
    default:
      return []
  }
}

/** Anchors of a drawing; of a choice between old and new the new. */
function anchorsOf(node: XmlNode): readonly XmlNode[] {
  return node.children.flatMap((child) => {
    if (child.name === 'AlternateContent') {
      const choice = childOf(child, 'Choice')
      return choice === undefined ? [] : anchorsOf(choice)
    }
    return child.name.endsWith('Anchor') ? [child] : []
  })
}

function checkBoxesOf(
  workbook: WorkbookPackage,
  sheet: FormSheet,
  geometry: SheetGeometry,
): readonly DrawnThing[] {
  return listCheckBoxes(workbook, sheet).map(({ range, label, checked }) => ({
    ...NOTHING,
    kind: 'check-box',
    left: geometry.widthOf({ ...range, left: 1, right: range.left - 1 }),
    top: geometry.heightOf({ ...range, top: 1, bottom: range.top - 1 }),
    width: geometry.widthOf(range),
    height: geometry.heightOf(range),
    text: label,
    isChecked: checked,
  }))
}

/** Everything that lies over the cells of a sheet, the lowest first. Comments are not told. */
export function listDrawnThings(
  workbook: WorkbookPackage,
  sheet: FormSheet,
  geometry: SheetGeometry,
  colours: Colours,
): readonly DrawnThing[] {
  const part = workbook
    .relationshipsOf(sheet.part)
    .find(({ type, external }) => type === 'drawing' && !external)?.target
  const boxes = checkBoxesOf(workbook, sheet, geometry)
  if (part === undefined || !workbook.has(part)) return boxes
  const reader: DrawingReader = { workbook, part, colours }
  const things = anchorsOf(readTree(workbook.partText(part), part)).flatMap((anchor) => {
    const area = areaOfAnchor(geometry, anchor)
    const content = anchor.children.flatMap((child) =>
      child.name === 'AlternateContent' ? (childOf(child, 'Choice')?.children ?? []) : [child],
    )
    return content.flatMap((shape) => thingsOf(shape, area, reader))
  })
  return [...things, ...boxes]
}
