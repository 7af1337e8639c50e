import type { AgendaKind, AgendaOutcome } from './meeting.ts'

export interface OutlinedItem {
  readonly kind: AgendaKind
  readonly level: 1 | 2 | 3
  readonly outcome: AgendaOutcome
}

/** A heading only gathers what stands below it: 「２ 協議」 over (1) and (2). */
export function isHeading(items: readonly OutlinedItem[], position: number): boolean {
  const item = items[position]
  const next = items[position + 1]
  return item !== undefined && next !== undefined && next.level > item.level
}

/** Where an item of an earlier meeting is put into an agenda. */
export interface CarriedPlace {
  /** Position of the item behind which it stands; -1 for the head of the agenda. */
  readonly behind: number
  readonly level: 1 | 2
}

/**
 * The place of a carried item: at the end of the last section of its kind; without one, a section of its own
 * before 閉会. An item that was a section itself stays one.
 */
export function placeForCarried(
  agenda: readonly OutlinedItem[],
  carried: Pick<OutlinedItem, 'kind' | 'level'>,
): CarriedPlace {
  const section = agenda.findLastIndex((item) => item.level === 1 && item.kind === carried.kind)
  if (section === -1) {
    const closing = agenda.findLastIndex((item) => item.level === 1 && item.kind === 'closing')
    return { behind: (closing === -1 ? agenda.length : closing) - 1, level: 1 }
  }
  const next = agenda.findIndex((item, position) => position > section && item.level === 1)
  return { behind: (next === -1 ? agenda.length : next) - 1, level: carried.level === 1 ? 1 : 2 }
}

/** 協議 items that nobody has decided, put off or ended: minutes cannot be confirmed over them. */
export function undecidedItems<Item extends OutlinedItem>(items: readonly Item[]): readonly Item[] {
  return items.filter(
    (item, position) => item.kind === 'discussion' && item.outcome === 'open' && !isHeading(items, position),
  )
}
