import type { CalendarDate } from './calendar-date.ts'
import type { ClockTime } from './clock-time.ts'

/** Zones are made of quarters of an hour. */
const quarter = 900_000

interface TwoClocks {
  /** Milliseconds since 1970, UTC. */
  now(): number
  local(): { readonly date: CalendarDate; readonly time: ClockTime }
}

/** How far a PC's clock is ahead of UTC, in milliseconds. */
export function aheadOfUtcOf(clock: TwoClocks): number {
  const { date, time } = clock.local()
  return Math.round((Date.parse(`${date}T${time}:00Z`) - clock.now()) / quarter) * quarter
}

/** An instant (UTC, ISO 8601) as local time, `YYYY-MM-DDTHH:MM`; '' where it is none. */
export function localTimeOf(instant: string, aheadOfUtc: number): string {
  const at = Date.parse(instant)
  return Number.isNaN(at) ? '' : new Date(at + aheadOfUtc).toISOString().slice(0, 16)
}
