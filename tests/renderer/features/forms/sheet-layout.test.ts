import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PictureCell, SheetPicture } from '#shared/domain/sheet-picture.ts'
import {
  boxOf,
  cellsIn,
  layOut,
  lineAt,
  moveOver,
  rangeAt,
  rangeBetween,
  windowOf,
} from '#renderer/features/forms/sheet/sheet-layout.ts'

const cell = (row: number, column: number, more: Partial<PictureCell> = {}): PictureCell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text: '',
  kind: 'empty',
  hasFormula: false,
  style: 0,
  ...more,
})

const picture = (
  cells: readonly PictureCell[],
  columns: readonly number[] = Array.from({ length: 60 }, () => 15),
  rows: readonly number[] = Array.from({ length: 200 }, () => 13.5),
): SheetPicture => ({
  sheet: '表',
  columns,
  rows,
  cells,
  styles: [],
  drawn: [],
  printAreas: [],
  pageBreaks: [],
  isCut: false,
})

describe('moving over a sheet by keys', () => {
  const layout = layOut(
    picture([cell(3, 2, { rowSpan: 2, columnSpan: 3 })], [15, 15, 15, 0, 15, 15], [10, 0, 10, 10, 10]),
  )

  it('takes a merge as one, and comes out on its other side in the same row', () => {
    expect(moveOver(layout, { row: 3, column: 1 }, 'right')).toEqual({ row: 3, column: 2 })
    expect(moveOver(layout, { row: 4, column: 2 }, 'right')).toEqual({ row: 4, column: 5 })
    expect(moveOver(layout, { row: 3, column: 3 }, 'down')).toEqual({ row: 5, column: 3 })
    expect(rangeAt(layout, { row: 4, column: 3 })).toEqual({ top: 3, bottom: 4, left: 2, right: 4 })
  })

  it('passes over what is hidden, and stops at the edges', () => {
    expect(moveOver(layout, { row: 1, column: 3 }, 'down')).toEqual({ row: 3, column: 3 })
    expect(moveOver(layout, { row: 5, column: 3 }, 'right')).toEqual({ row: 5, column: 5 })
    expect(moveOver(layout, { row: 1, column: 1 }, 'left')).toEqual({ row: 1, column: 1 })
    expect(moveOver(layout, { row: 5, column: 6 }, 'down')).toEqual({ row: 5, column: 6 })
  })

  it('takes in whole merges where a range cuts them', () => {
    expect(rangeBetween(layout, { row: 1, column: 3 }, { row: 3, column: 3 })).toEqual({
      top: 1,
      bottom: 4,
      left: 2,
      right: 4,
    })
  })
})

describe('what of a sheet is drawn', () => {
  it('is the same cells as a slow look at every cell would find', () => {
    const span = fc.record({
      row: fc.integer({ min: 1, max: 190 }),
      column: fc.integer({ min: 1, max: 55 }),
      rowSpan: fc.integer({ min: 1, max: 9 }),
      columnSpan: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(span, {
          maxLength: 60,
          selector: ({ row, column }) => `${String(row)},${String(column)}`,
        }),
        fc.integer({ min: 0, max: 2400 }),
        fc.integer({ min: 0, max: 800 }),
        (spans, top, left) => {
          const layout = layOut(picture(spans.map((each) => cell(each.row, each.column, each))))
          const seen = windowOf(layout, { left, top, width: 300, height: 200 })
          const drawn = new Set(cellsIn(layout, seen).flatMap(({ cells }) => cells))
          for (const each of layout.byRow.values()) {
            for (const one of each) {
              const box = boxOf(layout, rangeAt(layout, one))
              const isSeen =
                box.top < top + 200 &&
                box.top + box.height > top &&
                box.left < left + 300 &&
                box.left + box.width > left
              // A merge that lies under another is no box of its own.
              if (
                isSeen &&
                rangeAt(layout, one).top === one.row &&
                rangeAt(layout, one).left === one.column
              ) {
                expect(drawn.has(one)).toBe(true)
              }
            }
          }
        },
      ),
    )
  })

  it('is a small part of a sheet of 200 × 60 squared cells', () => {
    const cells = Array.from({ length: 200 * 60 }, (_unused, at) =>
      cell(Math.floor(at / 60) + 1, (at % 60) + 1, { text: '字', kind: 'text' }),
    )
    const layout = layOut(picture(cells))
    const seen = windowOf(layout, { left: 0, top: 1000, width: 500, height: 400 })
    const drawn = cellsIn(layout, seen).flatMap((row) => row.cells)
    expect(drawn.length).toBeLessThan(3000)
    expect(drawn.length).toBeGreaterThan(900)
  })

  it('finds the line at a length by halving as by counting', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 80 }),
        fc.nat(2000),
        (sizes, at) => {
          const starts = sizes.reduce<number[]>((sum, size) => [...sum, (sum.at(-1) ?? 0) + size], [0])
          const slow = Math.max(1, starts.slice(0, -1).filter((start) => start <= at).length)
          expect(lineAt(starts, at)).toBe(slow)
        },
      ),
    )
  })
})
