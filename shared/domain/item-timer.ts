import { type ClockTime, minutesBetween } from './clock-time.ts'
import type { AgendaItemId } from './ids.ts'

export interface TimedItem {
  readonly id: AgendaItemId
  readonly begunAt: ClockTime | null
}

/**
 * Minutes that an item has taken: from when the talk about it began to when the next began, or to `now` for the one being talked
 * about. Null where nobody began it, or where its end is not known.
 */
export function minutesSpent(
  items: readonly TimedItem[],
  itemId: AgendaItemId,
  current: AgendaItemId | null,
  now: ClockTime | null,
): number | null {
  const begunAt = items.find((item) => item.id === itemId)?.begunAt ?? null
  if (begunAt === null) return null
  if (itemId === current) return now === null || now < begunAt ? null : minutesBetween(begunAt, now)
  const later = items
    .map((item) => item.begunAt)
    .filter((at) => at !== null)
    .filter((at) => at > begunAt)
    .sort()
  const [next] = later
  if (next !== undefined) return minutesBetween(begunAt, next)
  return now === null || now < begunAt ? null : minutesBetween(begunAt, now)
}
