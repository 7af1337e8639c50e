import { Refusal } from '#shared/contract/errors.ts'
import { parseRange, type CellAddress, type CellRange } from '../cell-address.ts'
import type { FormSheet } from '../form-workbook.ts'
import { parseReference } from '../formula-tokens.ts'
import type { WorkbookPackage } from '../open-package.ts'
import { foldLabel } from '../sentence-tools.ts'
import { readAttribute, unescapeXml, withAttribute } from '../xml-text.ts'
import { textNow } from './package-additions.ts'

type Changes = Map<string, string | Uint8Array | null>

/** A check box of the form-control kind. */
export interface CheckBox {
  readonly sheet: string
  readonly shapeId: number
  /** `Check Box 3`, as Excel numbers them. */
  readonly name: string
  /** The words beside the box. */
  readonly label: string
  /** The cells that it lies over. */
  readonly range: CellRange
  readonly checked: boolean
  /** The cell that shows TRUE or FALSE with it. */
  readonly linked: { readonly sheet: string; readonly address: CellAddress } | undefined
  readonly part: string
}

const numberOf = (xml: string, edge: string, name: string): number => {
  const inner = new RegExp(`<(?:[\\w.-]+:)?${edge}>([^]*?)</(?:[\\w.-]+:)?${edge}>`).exec(xml)?.[1] ?? ''
  return Number(new RegExp(`<(?:[\\w.-]+:)?${name}>(\\d+)<`).exec(inner)?.[1] ?? 0)
}

function oldShapeOf(
  xml: string,
  shapeId: number,
): { readonly start: number; readonly end: number } | undefined {
  const start = new RegExp(`<v:shape\\s[^>]*id="_x0000_s${String(shapeId)}"`).exec(xml)?.index
  if (start === undefined) return undefined
  const end = xml.indexOf('</v:shape>', start)
  return end === -1 ? undefined : { start, end }
}

const oldDrawingOf = (workbook: WorkbookPackage, sheet: FormSheet): string | undefined =>
  workbook.relationshipsOf(sheet.part).find(({ type }) => type === 'vmlDrawing')?.target

function labelOf(old: string, shapeId: number): string {
  const place = oldShapeOf(old, shapeId)
  const text =
    place === undefined ? '' : /<v:textbox[^]*?<\/v:textbox>/.exec(old.slice(place.start, place.end))?.[0]
  return unescapeXml((text ?? '').replace(/<[^>]*>/g, '')).trim()
}

/** All check boxes of a sheet, in the order of the file. */
export function listCheckBoxes(workbook: WorkbookPackage, sheet: FormSheet): readonly CheckBox[] {
  const controls = [...sheet.xml.tail.matchAll(/<((?:[\w.-]+:)?)control\s[^>]*>[^]*?<\/\1control>/g)].map(
    ([xml]) => xml,
  )
  if (controls.length === 0) return []
  const targets = new Map(workbook.relationshipsOf(sheet.part).map(({ id, target }) => [id, target]))
  const oldPart = oldDrawingOf(workbook, sheet)
  const old = oldPart === undefined || !workbook.has(oldPart) ? '' : workbook.partText(oldPart)
  return controls.flatMap((xml): readonly CheckBox[] => {
    const tag = /^<[^>]*>/.exec(xml)?.[0] ?? ''
    const part = targets.get(/\s[\w.-]+:id\s*=\s*"([^"]*)"/.exec(tag)?.[1] ?? '') ?? ''
    const shapeId = Number(readAttribute(tag, 'shapeId'))
    if (!workbook.has(part)) return []
    const properties = /<(?:[\w.-]+:)?formControlPr\s[^>]*>/.exec(workbook.partText(part))?.[0] ?? ''
    if (readAttribute(properties, 'objectType') !== 'CheckBox') return []
    const link = parseReference(readAttribute(properties, 'fmlaLink') ?? '')
    const from = { row: numberOf(xml, 'from', 'row') + 1, column: numberOf(xml, 'from', 'col') + 1 }
    // A box that ends where a cell begins does not lie over it.
    const bottom = numberOf(xml, 'to', 'row') + (numberOf(xml, 'to', 'rowOff') > 0 ? 1 : 0)
    const right = numberOf(xml, 'to', 'col') + (numberOf(xml, 'to', 'colOff') > 0 ? 1 : 0)
    return [
      {
        sheet: sheet.name,
        shapeId,
        name: readAttribute(tag, 'name') ?? '',
        label: labelOf(old, shapeId),
        range: {
          top: from.row,
          left: from.column,
          bottom: Math.max(from.row, bottom),
          right: Math.max(from.column, right),
        },
        checked: readAttribute(properties, 'checked') === 'Checked',
        linked:
          link === undefined
            ? undefined
            : {
                sheet: link.sheet ?? sheet.name,
                address: { row: link.range.top, column: link.range.left },
              },
        part,
      },
    ]
  })
}

const overlap = (a: CellRange, b: CellRange): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right

/** The check boxes that lie over a cell, or over its merge; with a label only those with these words. */
export function boxesOver(
  boxes: readonly CheckBox[],
  sheet: FormSheet,
  cell: string,
  label: string | undefined,
): readonly CheckBox[] {
  const range = parseRange(cell)
  const room =
    range === undefined ? undefined : (sheet.mergeAt({ row: range.top, column: range.left }) ?? range)
  const over = boxes.filter((box) => room !== undefined && overlap(box.range, room))
  return label === undefined ? over : over.filter((box) => foldLabel(box.label) === foldLabel(label))
}

/**
 * The check box that lies over a cell; where several do, the one with these words.
 *
 * @throws Refusal `form-cell-invalid` (why: check-box) when there is none, or more than one
 */
export function findCheckBox(
  boxes: readonly CheckBox[],
  sheet: FormSheet,
  cell: string,
  label: string | undefined,
): CheckBox {
  const [box, ...others] = boxesOver(boxes, sheet, cell, label)
  if (box === undefined || others.length > 0) {
    throw new Refusal('form-cell-invalid', { sheet: sheet.name, cell, why: 'check-box' })
  }
  return box
}

/** Ticks a box (or takes the tick away) in its properties and in the old drawing; the linked cell is written apart. */
export function setCheckBox(
  workbook: WorkbookPackage,
  sheet: FormSheet,
  box: CheckBox,
  checked: boolean,
  changes: Changes,
): void {
  const properties = textNow(workbook, changes, box.part) ?? ''
  changes.set(
    box.part,
    properties.replace(/<(?:[\w.-]+:)?formControlPr\s[^>]*>/, (tag) =>
      withAttribute(tag, 'checked', checked ? 'Checked' : undefined),
    ),
  )
  const oldPart = oldDrawingOf(workbook, sheet)
  const old = oldPart === undefined ? undefined : textNow(workbook, changes, oldPart)
  const place = old === undefined ? undefined : oldShapeOf(old, box.shapeId)
  if (oldPart === undefined || old === undefined || place === undefined) return
  const bare = old.slice(place.start, place.end).replace(/\s*<x:Checked>[^<]*<\/x:Checked>/g, '')
  const shape = checked
    ? bare.replace(/\s*<\/x:ClientData>/, (end) => `\n   <x:Checked>1</x:Checked>${end}`)
    : bare
  changes.set(oldPart, old.slice(0, place.start) + shape + old.slice(place.end))
}
