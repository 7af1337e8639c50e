import type { FormMapping } from '#shared/contract/form-mapping.ts'
import { formatAddress } from '../cell-address.ts'
import { openFormWorkbook } from '../form-workbook.ts'
import type { CellPlace } from '../form-writes.ts'
import { catalogued } from '../mapping-templates.ts'
import type { Reader } from './found-content.ts'
import { joinFound, type ReadField, type UnreadCell } from './join-found.ts'
import { readBlock, type ReadRecord } from './read-block.ts'
import { readEntry, readMonths, type ReadMonths } from './read-entry.ts'
import type { FieldKind } from './read-value.ts'

export interface ReadForm {
  readonly fields: readonly ReadField[]
  readonly records: readonly ReadRecord[]
  readonly months: readonly ReadMonths[]
  readonly unread: readonly UnreadCell[]
  /** Words of the blank form that no longer stand where it has them: rows may have been put in by hand. */
  readonly moved: readonly CellPlace[]
}

/** Fixed words of the blank form that stand elsewhere in the filled one. */
function movedWords({ filled, blank }: Reader, mapping: FormMapping): readonly CellPlace[] {
  if (blank === undefined) return []
  const written = new Set(mapping.entries.map(({ sheet, cell }) => `${sheet}!${cell}`))
  const names = new Set([...mapping.entries, ...mapping.blocks].map(({ sheet }) => sheet))
  return [...names].flatMap((name): readonly CellPlace[] => {
    if (!blank.sheetNames.includes(name) || !filled.sheetNames.includes(name)) return []
    const [before, after] = [blank.sheet(name), filled.sheet(name)]
    return before.rows.flatMap((row) =>
      before.cellsOfRow(row).flatMap((cell): readonly CellPlace[] => {
        const address = { row: row.number, column: cell.column }
        const { value } = blank.valueOf(before, address)
        const place = { sheet: name, cell: formatAddress(address) }
        const isFixed = typeof value === 'string' && !/[\s\u3000□]/.test(value) && value.length > 1
        if (!isFixed || written.has(`${name}!${place.cell}`)) return []
        return filled.valueOf(after, address).value === undefined ? [place] : []
      }),
    )
  })
}

/**
 * Reads a form that somebody has filled, by the mapping that it would be filled with: last year's 実績 as
 * typed by hand. Nothing is guessed: what cannot be read is told with its cell, and what stands there.
 * Pictures, and texts put together from lists, are not read.
 *
 * @param kindOf what kind of value a field holds, by its path in the catalogue (`出席者[].氏名`)
 * @param blank the form as the city gave it out. With it, words that it has printed are known for what they
 * are, and the blanks of sentences can be read
 * @throws Refusal as openWorkbookPackage
 */
export function readBack(
  bytes: Uint8Array,
  mapping: FormMapping,
  kindOf: (path: string) => FieldKind,
  blank?: Uint8Array,
): ReadForm {
  const reader: Reader = {
    filled: openFormWorkbook(bytes),
    blank: blank === undefined ? undefined : openFormWorkbook(blank),
    kindOf: (path) => kindOf(catalogued(path)),
  }
  const unread: UnreadCell[] = []
  const isThere = (place: { sheet: string }): boolean => reader.filled.sheetNames.includes(place.sheet)
  const missing = mapping.entries.filter((entry) => !isThere(entry))
  for (const sheet of new Set(missing.map((entry) => entry.sheet))) {
    unread.push({ sheet, cell: '', field: '', text: '', why: 'sheet-missing' })
  }
  const found = mapping.entries
    .filter(isThere)
    .flatMap((entry) => readEntry(reader, reader.filled.sheet(entry.sheet), entry))
  return {
    fields: joinFound(found, reader, unread),
    records: mapping.blocks.filter(isThere).flatMap((block) => readBlock(reader, block, unread)),
    months: mapping.entries.flatMap((entry) =>
      'months' in entry && isThere(entry)
        ? [readMonths(reader, reader.filled.sheet(entry.sheet), entry)]
        : [],
    ),
    unread,
    moved: movedWords(reader, mapping),
  }
}
