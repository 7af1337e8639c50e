import type { FormMapping, MappingEntry } from '#shared/contract/form-mapping.ts'
import { formatAddress } from '#shared/domain/cell-address.ts'
import type { PictureRange, SheetPicture } from '#shared/domain/sheet-picture.ts'
import { type CellPosition, rangeAt, type SheetLayout } from '../sheet/sheet-layout.ts'
import { labelOf, type SheetPlace } from './cell-ways.ts'

/** The cells and merges of a range, row by row. */
export function boxesIn(layout: SheetLayout, range: PictureRange): readonly CellPosition[] {
  const boxes: CellPosition[] = []
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const { top, left } = rangeAt(layout, { row, column })
      if (top === row && left === column) boxes.push({ row, column })
    }
  }
  return boxes
}

const monthIn = (text: string): number | undefined => {
  const found = /^(\d{1,2})月?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))
  const month = Number(found?.[1])
  return month >= 1 && month <= 12 ? month : undefined
}

/** The month that the head of a box names: above it, else at its left. */
function monthOf(picture: SheetPicture, { row, column }: CellPosition): number | undefined {
  const heads = picture.cells.filter((cell) => monthIn(cell.text) !== undefined)
  const above = heads
    .filter((cell) => cell.column === column && cell.row < row)
    .toSorted((a, b) => b.row - a.row)[0]
  const left = heads
    .filter((cell) => cell.row === row && cell.column < column)
    .toSorted((a, b) => b.column - a.column)[0]
  return monthIn((above ?? left)?.text ?? '')
}

/** The twelve empty boxes of a range with April first, by the months that stand at their heads; else in their order. undefined when they are not twelve. */
export function monthBoxes(
  layout: SheetLayout,
  picture: SheetPicture,
  range: PictureRange,
): readonly string[] | undefined {
  // The months' own heads may be chosen along: nothing goes into them.
  const isHead = (box: CellPosition): boolean =>
    picture.cells.some(
      (cell) => cell.row === box.row && cell.column === box.column && monthIn(cell.text) !== undefined,
    )
  const boxes = boxesIn(layout, range).filter((box) => !isHead(box))
  if (boxes.length !== 12) return undefined
  const months = boxes.map((box) => monthOf(picture, box))
  const isWhole = new Set(months).size === 12 && months.every((month) => month !== undefined)
  const fromApril = (month: number | undefined): number => ((month ?? 4) + 8) % 12
  const ordered = boxes.map((box, at) => ({ cell: formatAddress(box), month: months[at] }))
  const inOrder = isWhole
    ? ordered.toSorted((first, second) => fromApril(first.month) - fromApril(second.month))
    : ordered
  return inOrder.map(({ cell }) => cell)
}

type Target = SheetPlace & { readonly picture: SheetPicture }

const placed = ({ sheet, picture }: Target, range: PictureRange) => {
  const at = { row: range.top, column: range.left }
  const label = labelOf(picture, at)
  return { sheet, cell: formatAddress(at), ...(label === '' ? {} : { label }), optional: true }
}

/** What went into the cells of a range makes room for what goes there now. */
function withEntry(mapping: FormMapping, { sheet }: Target, entry: MappingEntry, cells: readonly string[]) {
  const taken = new Set(cells)
  const others = mapping.entries.filter((each) => each.sheet !== sheet || !taken.has(each.cell))
  return { ...mapping, entries: [...others, entry] }
}

/** A mark in each month in which the field has a date. */
export function addMonths(
  mapping: FormMapping,
  target: Target,
  range: PictureRange,
  cells: readonly string[],
  field: string,
): FormMapping {
  const place = placed(target, range)
  const cell = cells[0] ?? place.cell
  return withEntry(mapping, target, { ...place, cell, months: { field, cells: [...cells] } }, cells)
}

/** A picture fitted into a range. */
export function addPicture(
  mapping: FormMapping,
  target: Target,
  range: PictureRange,
  field: string,
): FormMapping {
  const place = placed(target, range)
  const to = formatAddress({ row: range.bottom, column: range.right })
  return withEntry(mapping, target, { ...place, picture: { field, to } }, [place.cell])
}
