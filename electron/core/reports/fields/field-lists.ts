import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type { FieldRecord, FieldValue, FormValues } from '../forms/form-values.ts'

export type FieldType = 'text' | 'number' | 'date' | 'time' | 'yes-no' | 'picture'

/** A field as it is offered to whoever maps a form. */
export interface FieldDefinition {
  /** `会議.開催日`; within a list the name alone. */
  readonly path: string
  readonly type: FieldType
  readonly example: string
  /** The list it belongs to (`出席者`), null for a field of the whole. */
  readonly of: string | null
}

// Blank text is nothing: the field stays absent, and the check before handing in names it.
export const text = (content: string): FieldValue | null =>
  content.trim() === '' ? null : { kind: 'text', text: content }
export const number = (value: number | null): FieldValue | null =>
  value === null ? null : { kind: 'number', value }
export const date = (value: CalendarDate | null): FieldValue | null =>
  value === null ? null : { kind: 'date', date: value }
export const time = (value: ClockTime | null): FieldValue | null =>
  value === null ? null : { kind: 'time', time: value }
export const yesNo = (value: boolean): FieldValue => ({ kind: 'yes-no', value })

/** A field of each record of a list: path, type, example, where it comes from. */
export type ListField<Item> = readonly [
  path: string,
  type: FieldType,
  example: string,
  read: (item: Item) => FieldValue | null,
]

/** A list that a form may be filled from, row by row. */
export interface FieldList<Source> {
  readonly name: string
  readonly catalogue: readonly FieldDefinition[]
  readonly rows: (source: Source) => readonly FieldRecord[]
}

export const present = (entries: readonly (readonly [string, FieldValue | null])[]): FieldRecord =>
  Object.fromEntries(entries.filter(([, value]) => value !== null))

/** Declares a list once: its fields as they are offered, and its rows. */
export function fieldList<Source, Item>(
  name: string,
  items: (source: Source) => readonly Item[],
  fields: readonly ListField<Item>[],
): FieldList<Source> {
  return {
    name,
    catalogue: fields.map(([path, type, example]) => ({ path, type, example, of: name })),
    rows: (source) =>
      items(source).map((item) => present(fields.map(([path, , , read]) => [path, read(item)]))),
  }
}

/** The rows of all lists, by name. */
export const rowsOf = <Source>(
  lists: readonly FieldList<Source>[],
  source: Source,
): Readonly<Record<string, readonly FieldRecord[]>> =>
  Object.fromEntries(lists.map(({ name, rows }) => [name, rows(source)]))

/** A field of the whole: path, type, example, where it comes from. */
export type WholeFieldOf<Source> = readonly [
  path: string,
  type: FieldType,
  example: string,
  read: (source: Source) => FieldValue | null,
]

/** Fields of the whole and lists that come from one source, as they are offered and as they are read. */
export interface FieldGroup<Source> {
  readonly catalogue: readonly FieldDefinition[]
  readonly values: (source: Source) => FormValues
}

export function fieldGroup<Source>(
  whole: readonly WholeFieldOf<Source>[],
  lists: readonly FieldList<Source>[],
): FieldGroup<Source> {
  return {
    catalogue: [
      ...whole.map(([path, type, example]) => ({ path, type, example, of: null })),
      ...lists.flatMap(({ catalogue }) => catalogue),
    ],
    values: (source) => ({
      fields: present(whole.map(([path, , , read]) => [path, read(source)])),
      lists: rowsOf(lists, source),
    }),
  }
}
