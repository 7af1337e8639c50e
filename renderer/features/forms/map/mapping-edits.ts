import type { FormMapping, MappingBlock, MappingEntry, MappingLook } from '#shared/contract/form-mapping.ts'
import type { OfferedField } from '#shared/contract/mapping-operations.ts'
import { columnLetters, columnNumber, formatAddress, parseAddress } from '#shared/domain/cell-address.ts'
import type { PictureRange, SheetPicture } from '#shared/domain/sheet-picture.ts'
import type { ValueFormat } from '#shared/domain/value-formats.ts'
import { type CellPosition, rangeAt, type SheetLayout } from '../sheet/sheet-layout.ts'

/** What goes into a cell: an entry of the mapping, or a column of a table. */
export type Link =
  | { readonly kind: 'entry'; readonly index: number; readonly entry: MappingEntry }
  | {
      readonly kind: 'column'
      readonly block: number
      readonly name: string
      readonly column: MappingBlock['columns'][string]
    }

/** A sheet on the screen, by which cells of a mapping are found. */
export interface SheetPlace {
  readonly sheet: string
  readonly layout: SheetLayout
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
    entry.sheet === place.sheet && isIn(range, entry.cell) ? [{ kind: 'entry', index, entry }] : [],
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
    entries: mapping.entries.filter((entry) => entry.sheet !== place.sheet || !isIn(range, entry.cell)),
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

/** The words behind the boxes of `□対面　□ｵﾝﾗｲﾝ　□併用`. */
export const boxWords = (text: string): readonly string[] =>
  [...text.matchAll(/[□☐]([^□☐■☑]*)/gu)].map((found) => (found[1] ?? '').trim())

const isDateSentence = (text: string): boolean => /年[\s\u3000]+月[\s\u3000]+日/u.test(text)

/** Words beside a box as a condition takes them: without brackets behind. */
const bare = (words: string): string => words.replace(/[（(].*$/u, '').trim()

/** What a clerk would say of a cell: the nearest words to its left, else above it. */
export function labelOf(picture: SheetPicture, { row, column }: CellPosition): string {
  const words = picture.cells.filter((cell) => cell.kind === 'text' && /\p{L}/u.test(cell.text))
  const left = words
    .filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row && cell.column < column)
    .toSorted((a, b) => b.column - a.column)[0]
  const above = words
    .filter((cell) => cell.column <= column && cell.column + cell.columnSpan > column && cell.row < row)
    .toSorted((a, b) => b.row - a.row)[0]
  return (left ?? above)?.text.replace(/\s/g, '').slice(0, 40) ?? ''
}

export interface LinkTarget extends SheetPlace {
  readonly at: CellPosition
  /** The sheet as it is without values. */
  readonly picture: SheetPicture
}

function newEntries(
  { sheet, layout, at, picture }: LinkTarget,
  field: OfferedField,
): readonly MappingEntry[] {
  const { top: row, left: column } = rangeAt(layout, at)
  const cell = formatAddress({ row, column })
  const base = picture.cells.find((each) => each.row === row && each.column === column)
  const label = labelOf(picture, { row, column })
  const place = { sheet, cell, ...(label === '' ? {} : { label }) }
  const words = boxWords(base?.text ?? '')
  const over = base?.hasFormula === true ? { overwriteFormula: true } : {}
  if (words.length > 0) {
    if (field.type === 'yes-no') return [{ ...place, markBox: { field: field.path } }]
    const [only = ''] = words
    if (words.length === 1) {
      const beside = picture.cells.find(
        (each) => each.row === row && each.column > column && each.text !== '',
      )
      const equals = bare(only === '' ? (beside?.text ?? '') : only)
      return [{ ...place, markBox: { field: field.path, ...(equals === '' ? {} : { equals }) } }]
    }
    return words.map((word) => ({
      ...place,
      label: `${label}　${word}`,
      markBox: { field: field.path, equals: bare(word), ...(word === '' ? {} : { label: word }) },
    }))
  }
  if (field.type === 'date' && isDateSentence(base?.text ?? '')) {
    return [{ ...place, blanks: ['年', '月', '日'].map((part) => `{${field.path}|和暦.${part}}`) }]
  }
  const format: { readonly format?: ValueFormat } = field.of === null ? {} : { format: '改行' }
  return [{ ...place, field: field.path, ...format, ...over }]
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
  const cleared = withoutAt(mapping, target, target.at)
  return { ...cleared, entries: [...cleared.entries, ...newEntries(target, field)] }
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
    readonly equals?: string
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
    if (change.equals !== undefined && 'markBox' in part) {
      changed['markBox'] = { ...part.markBox, equals: change.equals }
    }
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
