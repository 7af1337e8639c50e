import type { FormMapping, MappingBlock, MappingEntry, MappingLook } from '#shared/contract/form-mapping.ts'
import type { OfferedField } from '#shared/contract/mapping-operations.ts'
import { columnLetters, columnNumber, parseAddress } from '#shared/domain/cell-address.ts'
import type { PictureRange } from '#shared/domain/sheet-picture.ts'
import type { ValueFormat } from '#shared/domain/value-formats.ts'
import { type LinkTarget, type SheetPlace, type SentenceEntry, waysAt } from './cell-ways.ts'
import { type CellPosition, rangeAt } from '../sheet/sheet-layout.ts'

/** What goes into a cell: an entry of the mapping, or a column of a table. */
export type Link =
  | { readonly kind: 'entry'; readonly index: number; readonly entry: MappingEntry }
  | {
      readonly kind: 'column'
      readonly block: number
      readonly name: string
      readonly column: MappingBlock['columns'][string]
    }

const isIn = (range: PictureRange, cell: string): boolean => {
  const address = parseAddress(cell)
  return (
    address !== undefined &&
    address.row >= range.top &&
    address.row <= range.bottom &&
    address.column >= range.left &&
    address.column <= range.right
  )
}

/** The cells that an entry is seen in: of a grid of months all twelve, of a picture its whole place. */
function isOver(entry: MappingEntry, range: PictureRange): boolean {
  if ('months' in entry) return entry.months.cells.some((cell) => isIn(range, cell))
  if (!('picture' in entry) || entry.picture.to === undefined) return isIn(range, entry.cell)
  const from = parseAddress(entry.cell)
  const to = parseAddress(entry.picture.to)
  return (
    from !== undefined &&
    to !== undefined &&
    from.row <= range.bottom &&
    to.row >= range.top &&
    from.column <= range.right &&
    to.column >= range.left
  )
}

const blockRows = (block: MappingBlock, { row }: CellPosition): boolean =>
  row >= block.firstRow && row <= block.lastRow

const columnOf = (name: string): number => columnNumber(name.replace(/\+.*/, '')) ?? 0

/** The table whose rows hold a cell. */
export const blockAt = (mapping: FormMapping, sheet: string, at: CellPosition): number =>
  mapping.blocks.findIndex((block) => block.sheet === sheet && blockRows(block, at))

/** Everything that goes into a cell or merge; boxes of one sentence are several. */
export function linksAt(mapping: FormMapping, place: SheetPlace, at: CellPosition): readonly Link[] {
  const range = rangeAt(place.layout, at)
  const entries = mapping.entries.flatMap((entry, index): readonly Link[] =>
    entry.sheet === place.sheet && isOver(entry, range) ? [{ kind: 'entry', index, entry }] : [],
  )
  const columns = mapping.blocks.flatMap((block, position): readonly Link[] => {
    if (block.sheet !== place.sheet || !blockRows(block, at)) return []
    return Object.entries(block.columns)
      .filter(([name]) => columnOf(name) >= range.left && columnOf(name) <= range.right)
      .map(([name, column]) => ({ kind: 'column', block: position, name, column }))
  })
  return [...entries, ...columns]
}

/** The paths that a link takes its value from. */
export function pathsOf(link: Link, mapping: FormMapping): readonly string[] {
  const inBraces = (text: string): readonly string[] =>
    [...text.matchAll(/\{([^{}|]+)(?:\|[^{}]+)?\}/g)].map((found) => found[1] ?? '')
  if (link.kind === 'column') {
    const list = `${mapping.blocks[link.block]?.each ?? ''}[].`
    const { column } = link
    return 'field' in column ? [list + column.field] : inBraces(column.template).map((path) => list + path)
  }
  const { entry } = link
  if ('field' in entry) return [entry.field]
  if ('template' in entry) return inBraces(entry.template)
  if ('markBox' in entry) return [entry.markBox.field]
  if ('whether' in entry) return [entry.whether.field]
  if ('months' in entry) return [entry.months.field]
  if ('tick' in entry) return [entry.tick.field]
  if ('circle' in entry) return [entry.circle.field]
  if ('picture' in entry) return [entry.picture.field]
  if ('page' in entry) return []
  if ('blanks' in entry)
    return [...new Set(entry.blanks.flatMap((part) => (part === null ? [] : inBraces(part))))]
  return entry.lines.flatMap((line) =>
    typeof line === 'string'
      ? inBraces(line)
      : inBraces(line.template).map((path) => `${line.each}[].${path}`),
  )
}

const withoutAt = (mapping: FormMapping, place: SheetPlace, at: CellPosition): FormMapping => {
  const range = rangeAt(place.layout, at)
  return {
    ...mapping,
    entries: mapping.entries.filter((entry) => entry.sheet !== place.sheet || !isOver(entry, range)),
  }
}

/** Takes out what goes into a cell; of a table the column, and the table with its last one. */
export function unlink(mapping: FormMapping, place: SheetPlace, at: CellPosition): FormMapping {
  const columns = linksAt(mapping, place, at).filter((link) => link.kind === 'column')
  const blocks = mapping.blocks.flatMap((block, position) => {
    const gone = new Set(columns.filter((link) => link.block === position).map(({ name }) => name))
    if (gone.size === 0) return [block]
    const left = Object.entries(block.columns).filter(([name]) => !gone.has(name))
    return left.length === 0 ? [] : [{ ...block, columns: Object.fromEntries(left) }]
  })
  return { ...withoutAt(mapping, place, at), blocks }
}

/** Puts a field into a cell: as a column where the cell lies in a table of its list, else in the way that the cell asks for. */
export function linkField(mapping: FormMapping, target: LinkTarget, field: OfferedField): FormMapping {
  const position = blockAt(mapping, target.sheet, target.at)
  const block = mapping.blocks[position]
  if (block !== undefined && field.of === block.each) {
    const { left, top } = rangeAt(target.layout, target.at)
    const offset = (top - block.firstRow) % (block.rowsPerRecord ?? 1)
    const name = columnLetters(left) + (offset === 0 ? '' : `+${String(offset)}`)
    const columns = { ...block.columns, [name]: { field: field.name, optional: true } }
    return {
      ...mapping,
      blocks: mapping.blocks.map((each, at) => (at === position ? { ...block, columns } : each)),
    }
  }
  return putEntries(mapping, target, waysAt(target, field, blanksAt(mapping, target))[0]?.entries ?? [])
}

/** The sentence's blanks as far as they are filled by now. */
const blanksAt = (mapping: FormMapping, target: LinkTarget): SentenceEntry | undefined =>
  linksAt(mapping, target, target.at)
    .flatMap((link) => (link.kind === 'entry' && 'blanks' in link.entry ? [link.entry] : []))
    .at(0)

/** Puts entries in the place of what goes into a cell. */
export function putEntries(
  mapping: FormMapping,
  target: LinkTarget,
  entries: readonly MappingEntry[],
): FormMapping {
  const cleared = withoutAt(mapping, target, target.at)
  return { ...cleared, entries: [...cleared.entries, ...entries] }
}

/** Makes a table of rows that repeat; columns whose heads are called like a field are linked at once. */
export function addBlock(
  mapping: FormMapping,
  target: Omit<LinkTarget, 'at'>,
  range: PictureRange,
  each: string,
  fields: readonly OfferedField[],
): FormMapping {
  const { layout, picture, sheet } = target
  const first = rangeAt(layout, { row: range.top, column: range.left })
  const height = first.bottom - first.top + 1
  const columns: [string, MappingBlock['columns'][string]][] = []
  for (let column = range.left; column <= range.right;) {
    const cell = rangeAt(layout, { row: range.top, column })
    const head = picture.cells
      .filter((other) => other.row < range.top && other.column === cell.left && other.text !== '')
      .toSorted((a, b) => b.row - a.row)[0]
    const words = (head?.text ?? '').normalize('NFKC').replace(/\s/g, '')
    const field = fields.find(({ of, name }) => of === each && words !== '' && words.includes(name))
    if (field !== undefined) columns.push([columnLetters(cell.left), { field: field.name, optional: true }])
    column = cell.right + 1
  }
  const block: MappingBlock = {
    sheet,
    firstRow: range.top,
    lastRow: range.bottom,
    ...(height > 1 ? { rowsPerRecord: height } : {}),
    each,
    columns: Object.fromEntries(columns),
    whenTooMany: 'insert',
    clearUnused: true,
  }
  const isClear = (other: MappingBlock): boolean =>
    other.sheet !== sheet ||
    other.lastRow < block.firstRow ||
    other.firstRow > block.lastRow ||
    !Object.keys(other.columns).some((name) => columnOf(name) >= range.left && columnOf(name) <= range.right)
  return { ...mapping, blocks: [...mapping.blocks.filter(isClear), block] }
}

/** Changes what a link says; entries and columns have format, look and own words alike. */
export function changeLink(
  mapping: FormMapping,
  link: Link,
  change: {
    readonly format?: ValueFormat | null
    readonly look?: MappingLook
    readonly instead?: readonly [string, string]
    readonly equals?: string | boolean
    /** Of a grid of months. */
    readonly mark?: string
    /** Of a sentence. */
    readonly blanks?: readonly (string | null)[]
  },
): FormMapping {
  const apply = <Part extends MappingEntry | MappingBlock['columns'][string]>(part: Part): Part => {
    const changed: Record<string, unknown> = { ...part }
    if (change.format === null) delete changed['format']
    else if (change.format !== undefined) changed['format'] = change.format
    if (change.look !== undefined) changed['look'] = change.look
    if (change.instead !== undefined) {
      const [long, short] = change.instead
      changed['instead'] = { ...part.instead, [long]: short }
    }
    const { equals } = change
    if (equals !== undefined && 'markBox' in part) changed['markBox'] = { ...part.markBox, equals }
    if (equals !== undefined && 'tick' in part) changed['tick'] = { ...part.tick, equals }
    if (equals !== undefined && 'circle' in part) changed['circle'] = { ...part.circle, equals }
    if (change.mark !== undefined && 'months' in part) {
      changed['months'] = { ...part.months, mark: change.mark }
    }
    if (change.blanks !== undefined && 'blanks' in part) changed['blanks'] = change.blanks
    // Only parts that the type has are set: a format on what has none does not pass the schema.
    return changed as Part
  }
  if (link.kind === 'entry') {
    return {
      ...mapping,
      entries: mapping.entries.map((entry, index) => (index === link.index ? apply(entry) : entry)),
    }
  }
  return {
    ...mapping,
    blocks: mapping.blocks.map((block, position) =>
      position === link.block
        ? { ...block, columns: { ...block.columns, [link.name]: apply(link.column) } }
        : block,
    ),
  }
}

export function changeBlock(
  mapping: FormMapping,
  position: number,
  change: Partial<Pick<MappingBlock, 'whenTooMany' | 'clearUnused'>>,
): FormMapping {
  return {
    ...mapping,
    blocks: mapping.blocks.map((block, at) => (at === position ? { ...block, ...change } : block)),
  }
}

/** Suggestions for cells into which nothing goes yet. */
export function openSuggestions(
  mapping: FormMapping,
  suggested: Pick<FormMapping, 'entries' | 'blocks'>,
): Pick<FormMapping, 'entries' | 'blocks'> {
  const isFree = (sheet: string, cell: string): boolean => {
    const at = parseAddress(cell)
    return (
      !mapping.entries.some((entry) => entry.sheet === sheet && entry.cell === cell) &&
      (at === undefined || blockAt(mapping, sheet, at) === -1)
    )
  }
  return {
    entries: suggested.entries.filter(({ sheet, cell }) => isFree(sheet, cell)),
    blocks: suggested.blocks.filter(
      (block) =>
        !mapping.blocks.some(
          (own) =>
            own.sheet === block.sheet && own.firstRow <= block.lastRow && own.lastRow >= block.firstRow,
        ),
    ),
  }
}

export const accept = (
  mapping: FormMapping,
  { entries, blocks }: Pick<FormMapping, 'entries' | 'blocks'>,
): FormMapping => ({
  ...mapping,
  entries: [...mapping.entries, ...entries],
  blocks: [...mapping.blocks, ...blocks],
})
