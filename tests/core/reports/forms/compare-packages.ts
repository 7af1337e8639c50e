import { unzipSync } from 'fflate'

/** What differs between two workbooks, part by part. Reads them without the engine that is being tested. */
export interface PackageDifference {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Parts whose bytes differ. */
  readonly changed: readonly string[]
  /** The order of the parts is that of the original, new ones at the end. */
  readonly sameOrder: boolean
}

const sameBytes = (first: Uint8Array | undefined, second: Uint8Array | undefined): boolean =>
  first !== undefined && second !== undefined && Buffer.compare(first, second) === 0

export function comparePackages(before: Uint8Array, after: Uint8Array): PackageDifference {
  const old = unzipSync(before)
  const now = unzipSync(after)
  const oldNames = Object.keys(old)
  const kept = oldNames.filter((name) => name in now)
  const added = Object.keys(now).filter((name) => !(name in old))
  return {
    added,
    removed: oldNames.filter((name) => !(name in now)),
    changed: kept.filter((name) => !sameBytes(old[name], now[name])),
    sameOrder: JSON.stringify(Object.keys(now)) === JSON.stringify([...kept, ...added]),
  }
}

export function partText(workbook: Uint8Array, part: string): string {
  const bytes = unzipSync(workbook, { filter: (file) => file.name === part })[part]
  if (bytes === undefined) throw new Error(`no part ${part}`)
  return new TextDecoder().decode(bytes)
}

const CELL =
  /<(?:\w+:)?c\s[^>]*?\sr="([A-Z]+\d+)"[^>]*?(?:\/>|>[^]*?<\/(?:\w+:)?c>)|<(?:\w+:)?c\sr="([A-Z]+\d+)"[^>]*?(?:\/>|>[^]*?<\/(?:\w+:)?c>)/g

function cutCells(sheet: string): { cells: Map<string, string>; around: string } {
  const cells = new Map<string, string>()
  const around = sheet.replace(CELL, (cell: string, first?: string, second?: string) => {
    cells.set(first ?? second ?? '', cell)
    return ''
  })
  return { cells, around }
}

export interface SheetDifference {
  /** Cells whose XML differs, or which are new or gone. */
  readonly cells: readonly string[]
  /** Everything that is not a cell, rows and their heights included, is the same to the letter. */
  readonly sameAround: boolean
  /** Cells whose style number differs. */
  readonly styles: readonly string[]
}

export function compareSheets(before: string, after: string): SheetDifference {
  const old = cutCells(before)
  const now = cutCells(after)
  const names = [...new Set([...old.cells.keys(), ...now.cells.keys()])]
  const style = (cell: string | undefined): string | undefined => /\ss="(\d+)"/.exec(cell ?? '')?.[1]
  return {
    cells: names.filter((name) => old.cells.get(name) !== now.cells.get(name)).sort(),
    sameAround: old.around === now.around,
    styles: names.filter(
      (name) => old.cells.has(name) && style(old.cells.get(name)) !== style(now.cells.get(name)),
    ),
  }
}

/** The list of strings only grew at its end: all that was there is there still, furigana included. */
export function stringsOnlyGrew(before: string, after: string): boolean {
  const itemsOf = (xml: string): string => /<sst[^>]*>([^]*)<\/sst>/.exec(xml)?.[1] ?? ''
  return itemsOf(after).startsWith(itemsOf(before))
}
