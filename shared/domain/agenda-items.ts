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

/** 協議 items that nobody has decided, put off or ended: minutes cannot be confirmed over them. */
export function undecidedItems<Item extends OutlinedItem>(items: readonly Item[]): readonly Item[] {
  return items.filter(
    (item, position) => item.kind === 'discussion' && item.outcome === 'open' && !isHeading(items, position),
  )
}
