import type { FieldValue } from '../form-values.ts'
import type { CellPlace } from '../form-writes.ts'
import type { Found, Reader } from './found-content.ts'
import { joinParts, type DatePart, type ReadValue, type UnreadReason } from './read-value.ts'

/** The value of a field, with the cells that it was read from. */
export interface ReadField {
  readonly field: string
  readonly value: FieldValue
  readonly places: readonly CellPlace[]
}

/** Something that stands in the form and was not taken over. */
export interface UnreadCell extends CellPlace {
  readonly field: string
  /** What stands there. */
  readonly text: string
  readonly why: UnreadReason
}

const sameValue = (first: FieldValue, second: FieldValue): boolean =>
  JSON.stringify(first) === JSON.stringify(second)

/** Puts parts together, and tells what could not be read. */
export function joinFound(
  found: readonly Found[],
  reader: Reader,
  unread: UnreadCell[],
): readonly ReadField[] {
  const values = new Map<string, { value: FieldValue; places: CellPlace[] }>()
  const parts = new Map<string, { parts: Partial<Record<DatePart, string>>; places: CellPlace[] }>()
  const tell = (field: string, place: CellPlace, text: string, why: UnreadReason): void => {
    unread.push({ ...place, field, text, why })
  }
  const take = (field: string, read: ReadValue, places: readonly CellPlace[], text: string): void => {
    const [place] = places
    if (place === undefined) return
    if ('why' in read) {
      tell(field, place, text, read.why)
      return
    }
    if (read.value === null) return
    const known = values.get(field)
    if (known === undefined) values.set(field, { value: read.value, places: [...places] })
    else if (sameValue(known.value, read.value)) known.places.push(...places)
    else tell(field, place, text, 'several-marked')
  }
  for (const { field, place, text, read } of found) {
    if (!('part' in read)) {
      take(field, read, [place], text)
      continue
    }
    const group = parts.get(field) ?? { parts: {}, places: [] }
    // The same date asked for twice on one form: the first one filled in counts.
    if ((group.parts[read.part] ?? '') === '') group.parts[read.part] = read.text
    group.places.push(place)
    parts.set(field, group)
  }
  for (const [field, group] of parts) {
    const shown = Object.values(group.parts).join(' ')
    take(field, joinParts(group.parts, reader.kindOf(field)), group.places, shown)
  }
  return [...values].map(([field, { value, places }]) => ({ field, value, places }))
}
