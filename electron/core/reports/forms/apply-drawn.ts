import type { DrawnWrite } from './form-writes.ts'
import type { FormValues } from './form-values.ts'
import { holds, valuesAt } from './mapping-templates.ts'
import type { MappingEntry } from './mapping.ts'

/** Entries that draw over a cell instead of writing into it. */
export type DrawnEntry = Extract<MappingEntry, { tick: unknown } | { circle: unknown } | { picture: unknown }>

export const isDrawn = (entry: MappingEntry): entry is DrawnEntry =>
  'tick' in entry || 'circle' in entry || 'picture' in entry

/** The field that a drawn entry asks for. */
export function drawnField(entry: DrawnEntry): string {
  if ('tick' in entry) return entry.tick.field
  return 'circle' in entry ? entry.circle.field : entry.picture.field
}

/** What an entry draws; undefined when there is nothing to draw. */
export function drawnWrite(entry: DrawnEntry, values: FormValues): DrawnWrite | undefined {
  const { sheet, cell } = entry
  if ('tick' in entry) {
    const { label } = entry.tick
    const checked = holds(entry.tick, values)
    return { kind: 'check-box', sheet, cell, checked, ...(label === undefined ? {} : { label }) }
  }
  if ('circle' in entry) {
    const { word, occurrence } = entry.circle
    if (!holds(entry.circle, values)) return undefined
    const where = {
      ...(word === undefined ? {} : { word }),
      ...(occurrence === undefined ? {} : { occurrence }),
    }
    return { kind: 'circle', sheet, cell, ...where }
  }
  const bytes = values.pictures?.[entry.picture.field]
  if (bytes === undefined) return undefined
  const room = entry.picture.to === undefined ? cell : `${cell}:${entry.picture.to}`
  return { kind: 'picture', sheet, cell: room, bytes, description: entry.label ?? entry.picture.field }
}

/** What a drawn thing is, as a preview shows it. */
export function shownDrawing(write: DrawnWrite): string {
  if (write.kind === 'check-box') return write.checked ? `☑${write.label ?? ''}` : `□${write.label ?? ''}`
  return write.kind === 'circle' ? `○で囲む：${write.word ?? ''}` : `写真：${write.description}`
}

/** Cells of the months (April first) in which something was held. */
export function monthCells(
  months: { readonly field: string; readonly cells: readonly string[] },
  values: FormValues,
): readonly string[] {
  const held = new Set(
    valuesAt(months.field, values).flatMap((value) => {
      if (value.kind === 'date') return [Number(value.date.slice(5, 7))]
      return value.kind === 'number' ? [value.value] : []
    }),
  )
  return months.cells.filter((_cell, position) => held.has(((position + 3) % 12) + 1))
}
