import type { FormMapping } from '#shared/contract/form-mapping.ts'
import type { CellTrouble } from '#shared/contract/mapping-operations.ts'
import { columnNumber, parseAddress } from '#shared/domain/cell-address.ts'
import type { CellState } from '../sheet/cell-box.tsx'
import { type CellPosition, rangeAt, type SheetLayout } from '../sheet/sheet-layout.ts'
import { positionKey } from './filled-picture.ts'
import type { SheetPlace } from './cell-ways.ts'
import { pathsOf } from './mapping-edits.ts'

export interface MarkedCells {
  readonly linked: readonly CellPosition[]
  readonly suggested: readonly CellPosition[]
  readonly all: readonly CellPosition[]
}

function cellsOf(
  { entries, blocks }: Pick<FormMapping, 'entries' | 'blocks'>,
  { sheet, layout }: SheetPlace,
): readonly CellPosition[] {
  const anchorOf = (at: CellPosition): CellPosition => {
    const { top, left } = rangeAt(layout, at)
    return { row: top, column: left }
  }
  const named = entries
    .filter((entry) => entry.sheet === sheet)
    .flatMap((entry) => ('months' in entry ? [entry.cell, ...entry.months.cells] : [entry.cell]))
    .flatMap((cell) => parseAddress(cell) ?? [])
  const inTables = blocks
    .filter((block) => block.sheet === sheet)
    .flatMap((block) =>
      Object.keys(block.columns).flatMap((name) => {
        const [letters = '', below = '0'] = name.split('+')
        const rows: CellPosition[] = []
        for (
          let row = block.firstRow + Number(below);
          row <= block.lastRow;
          row += block.rowsPerRecord ?? 1
        ) {
          rows.push({ row, column: columnNumber(letters) ?? 1 })
        }
        return rows
      }),
    )
  return [...named, ...inTables].map(anchorOf)
}

/** The cells of a sheet that something goes into, or might. */
export function markedCells(
  mapping: FormMapping,
  open: Pick<FormMapping, 'entries' | 'blocks'>,
  place: SheetPlace,
): MarkedCells {
  const linked = cellsOf(mapping, place)
  const suggested = cellsOf(open, place)
  return { linked, suggested, all: [...linked, ...suggested] }
}

/** What each marked cell is; trouble counts before all else. */
export function statesOf(
  { linked, suggested }: MarkedCells,
  troubles: readonly CellTrouble[],
  layout: SheetLayout,
): ReadonlyMap<string, CellState> {
  const states = new Map<string, CellState>()
  for (const cell of suggested) states.set(positionKey(cell), 'suggested')
  for (const cell of linked) states.set(positionKey(cell), 'linked')
  for (const { cell, kind } of troubles) {
    const address = parseAddress(cell)
    if (address === undefined || kind === 'empty' || kind === 'rows-overflow') continue
    const { top, left } = rangeAt(layout, address)
    states.set(positionKey({ row: top, column: left }), kind === 'too-long' ? 'unfit' : 'wrong')
  }
  return states
}

/** Path → the first cell that it goes into, for the list of fields. */
export function placesOfFields(mapping: FormMapping): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  const note = (path: string, cell: string): void => {
    if (!places.has(path)) places.set(path, cell)
  }
  for (const [index, entry] of mapping.entries.entries()) {
    for (const path of pathsOf({ kind: 'entry', index, entry }, mapping)) note(path, entry.cell)
  }
  for (const [block, own] of mapping.blocks.entries()) {
    for (const [name, column] of Object.entries(own.columns)) {
      const cell = `${name.replace(/\+.*/, '')}${String(own.firstRow)}`
      for (const path of pathsOf({ kind: 'column', block, name, column }, mapping)) note(path, cell)
    }
  }
  return places
}
