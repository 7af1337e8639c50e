import type { FormMapping, MappingBlock, MappingEntry } from '#shared/contract/form-mapping.ts'
import type { EditionComparison, MovedPlace } from '#shared/contract/mapping-operations.ts'
import {
  columnLetters,
  columnNumber,
  formatAddress,
  parseAddress,
  type CellAddress,
} from '../cell-address.ts'
import { openFormWorkbook, type FormWorkbook } from '../form-workbook.ts'
import { foldLabel } from '../sentence-tools.ts'
import {
  countAlikeRows,
  isBlank,
  readSheetTexts,
  type FormBox,
  type SheetTexts,
} from '../suggestions/sheet-texts.ts'
import { alignRows, type RowAlignment } from './align-rows.ts'
import { recognitionWords } from './new-mapping.ts'

export interface ComparedEditions extends Omit<EditionComparison, 'fileName'> {
  /** The mapping for the new edition; what has no place any more is left out. */
  readonly mapping: FormMapping
}

interface SheetPair {
  readonly name: string
  readonly before: SheetTexts
  readonly after: SheetTexts
  readonly alignment: RowAlignment
}

type Found = { readonly address: CellAddress; readonly how: MovedPlace['how'] }

function rowWords(texts: SheetTexts): ReadonlyMap<number, string> {
  const rows = Map.groupBy(texts.boxes, ({ range }) => range.top)
  return new Map([...rows].map(([row, boxes]) => [row, boxes.map(({ text }) => foldLabel(text)).join('|')]))
}

/** How far to look for the label of a cell. */
const REACH = 40

/** The nearest words to the left in the same row. */
function labelLeftOf(texts: SheetTexts, { row, column }: CellAddress): FormBox | undefined {
  for (let at = column - 1; at >= Math.max(1, column - REACH); at -= 1) {
    const box = texts.boxAt({ row, column: at })
    if (!isBlank(box)) return box
  }
  return undefined
}

/** The nearest words above in the same column. */
function labelAbove(texts: SheetTexts, { row, column }: CellAddress): FormBox | undefined {
  for (let at = row - 1; at >= Math.max(1, row - REACH); at -= 1) {
    const box = texts.boxAt({ row: at, column })
    if (!isBlank(box)) return box
  }
  return undefined
}

const isAlike = (first: FormBox | undefined, second: FormBox | undefined): boolean =>
  foldLabel(first?.text ?? '') === foldLabel(second?.text ?? '')

/** Whether a cell may be what the old one was: as empty as it, or with the same words of its own. */
const isLike = (old: FormBox, fresh: FormBox): boolean =>
  isBlank(old) ? isBlank(fresh) : foldLabel(old.text) === foldLabel(fresh.text)

/** The cell in the new edition that stands to the same label as the old one did. */
function byLabel(pair: SheetPair, old: CellAddress, near: CellAddress): CellAddress | undefined {
  const { before, after } = pair
  const label = labelLeftOf(before, old)
  if (label === undefined) return undefined
  const offset = old.column - label.range.right
  const candidates = after.boxes
    .filter((box) => isAlike(box, label))
    .map((box) => ({ row: box.range.top + old.row - label.range.top, column: box.range.right + offset }))
    .filter((place) => isLike(before.boxAt(old), after.boxAt(place)))
  const distance = ({ row, column }: CellAddress): number =>
    Math.abs(row - near.row) * 4 + Math.abs(column - near.column)
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0]
}

function placeOf(pair: SheetPair, old: CellAddress): Found | undefined {
  const { before, after, alignment } = pair
  const oldBox = before.boxAt(old)
  const aligned = alignment.rowOf(old.row)
  const straight = { row: aligned.row, column: old.column }
  const box = after.boxAt(straight)
  const hasSameLabels =
    isAlike(labelLeftOf(before, old), labelLeftOf(after, straight)) &&
    (aligned.sure || isAlike(labelAbove(before, old), labelAbove(after, straight)))
  const isSame = straight.row === old.row
  if (isLike(oldBox, box) && hasSameLabels) {
    return { address: straight, how: isSame ? 'same' : 'moved' }
  }
  const found = byLabel(pair, old, straight)
  if (found !== undefined) {
    const stays = found.row === old.row && found.column === old.column
    return { address: found, how: stays ? 'same' : 'moved' }
  }
  return isLike(oldBox, box) ? { address: straight, how: 'guessed' } : undefined
}

/** The sheet of the new edition that an old one has become: of the same name, else with half of its words. */
function partnerOf(
  name: string,
  before: FormWorkbook,
  after: FormWorkbook,
  taken: ReadonlySet<string>,
): string | undefined {
  if (after.sheetNames.includes(name)) return name
  const words = (workbook: FormWorkbook, sheet: string): ReadonlySet<string> =>
    new Set(readSheetTexts(workbook, workbook.sheet(sheet)).boxes.map(({ text }) => foldLabel(text)))
  const old = words(before, name)
  const candidates = after.sheetNames
    .filter((sheet) => !taken.has(sheet) && !before.sheetNames.includes(sheet))
    .map((sheet) => ({ sheet, shared: [...words(after, sheet)].filter((word) => old.has(word)).length }))
    .toSorted((a, b) => b.shared - a.shared)
  const [best] = candidates
  return best !== undefined && old.size > 0 && best.shared * 2 >= old.size ? best.sheet : undefined
}

interface Mover {
  readonly pairOf: (sheet: string) => SheetPair | undefined
  readonly places: MovedPlace[]
}

function moveCell(mover: Mover, sheet: string, cell: string, label: string): Found | undefined {
  const pair = mover.pairOf(sheet)
  const old = parseAddress(cell)
  const found = pair === undefined || old === undefined ? undefined : placeOf(pair, old)
  mover.places.push({
    label,
    from: { sheet, cell },
    to:
      pair === undefined || found === undefined
        ? null
        : { sheet: pair.name, cell: formatAddress(found.address) },
    how: found?.how ?? 'lost',
  })
  return found
}

const fieldName = (entry: MappingEntry): string =>
  'field' in entry ? entry.field : 'template' in entry ? entry.template : entry.cell

function moveEntry(mover: Mover, entry: MappingEntry): readonly MappingEntry[] {
  const pair = mover.pairOf(entry.sheet)
  const found = moveCell(mover, entry.sheet, entry.cell, entry.label ?? fieldName(entry))
  if (pair === undefined || found === undefined) return []
  const place = { sheet: pair.name, cell: formatAddress(found.address) }
  const shift = (cell: string): string => {
    const old = parseAddress(cell)
    const anchor = parseAddress(entry.cell)
    if (old === undefined || anchor === undefined) return cell
    const row = Math.max(1, old.row + found.address.row - anchor.row)
    return formatAddress({ row, column: Math.max(1, old.column + found.address.column - anchor.column) })
  }
  if ('months' in entry) {
    return [{ ...entry, ...place, months: { ...entry.months, cells: entry.months.cells.map(shift) } }]
  }
  if ('picture' in entry && entry.picture.to !== undefined) {
    return [{ ...entry, ...place, picture: { ...entry.picture, to: shift(entry.picture.to) } }]
  }
  return [{ ...entry, ...place }]
}

/** A table by the heads of its columns: its first row in the new edition, and as many rows as are there now. */
function moveBlock(mover: Mover, after: FormWorkbook, block: MappingBlock): readonly MappingBlock[] {
  const pair = mover.pairOf(block.sheet)
  const columns = Object.entries(block.columns).flatMap(([name, column]) => {
    const [letters = '', below] = name.split('+')
    const label = `${block.label ?? block.each}　${'field' in column ? column.field : column.template}`
    const found = moveCell(mover, block.sheet, `${letters}${String(block.firstRow)}`, label)
    if (found === undefined) return []
    const moved = columnLetters(found.address.column) + (below === undefined ? '' : `+${below}`)
    return [{ name: moved, column, row: found.address.row }]
  })
  const [first] = columns
  if (pair === undefined || first === undefined) return []
  const numbers = columns.map(({ name }) => columnNumber(name.replace(/\+.*/, '')) ?? 1)
  const length = block.lastRow - block.firstRow + 1
  const alike =
    block.rowsPerRecord === undefined
      ? countAlikeRows(after.sheet(pair.name), pair.after, first.row, numbers)
      : length
  return [
    {
      ...block,
      sheet: pair.name,
      firstRow: first.row,
      lastRow: first.row + (alike > 1 ? alike : length) - 1,
      columns: Object.fromEntries(columns.map(({ name, column }) => [name, column])),
    },
  ]
}

/**
 * Takes a mapping over into a new edition of its form: by the words of rows, by the labels beside cells, and where
 * neither helps by position. Nothing goes where other words stand now; what has no place is told as lost.
 *
 * @throws Refusal as openWorkbookPackage and recognitionWords, of either workbook
 */
export function compareEditions(
  oldBytes: Uint8Array,
  newBytes: Uint8Array,
  mapping: FormMapping,
): ComparedEditions {
  const [before, after] = [openFormWorkbook(oldBytes), openFormWorkbook(newBytes)]
  const sheets = [...new Set([...mapping.entries, ...mapping.blocks].map(({ sheet }) => sheet))]
  const taken = new Set<string>()
  const pairs = new Map<string, SheetPair>()
  for (const name of sheets) {
    if (!before.sheetNames.includes(name)) continue
    const partner = partnerOf(name, before, after, taken)
    if (partner === undefined) continue
    taken.add(partner)
    const texts = {
      before: readSheetTexts(before, before.sheet(name)),
      after: readSheetTexts(after, after.sheet(partner)),
    }
    pairs.set(name, {
      name: partner,
      ...texts,
      alignment: alignRows(rowWords(texts.before), rowWords(texts.after)),
    })
  }
  const mover: Mover = { pairOf: (sheet) => pairs.get(sheet), places: [] }
  const entries = mapping.entries.flatMap((entry) => moveEntry(mover, entry))
  const blocks = mapping.blocks.flatMap((block) => moveBlock(mover, after, block))
  return {
    mapping: { ...mapping, recognise: [...recognitionWords(newBytes)], entries, blocks },
    places: mover.places,
    sheetsGone: sheets.filter((name) => !pairs.has(name)),
    sheetsRenamed: [...pairs].flatMap(([from, { name }]) => (from === name ? [] : [{ from, to: name }])),
  }
}
