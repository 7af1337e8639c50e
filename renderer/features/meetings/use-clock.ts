import { usePlace } from '#renderer/api/use-place.tsx'
import { useMinute } from '#renderer/api/saved-time.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type ClockTime, makeClockTime } from '#shared/domain/clock-time.ts'

/** The clock on the wall, to the minute. */
export function useClock(): ClockTime | null {
  const now = new Date(useMinute())
  return makeClockTime(now.getHours(), now.getMinutes())
}

/** The clock while the meeting is held; null on any other day, when a time by the clock would be untrue. */
export function useMeetingClock(heldOn: CalendarDate): ClockTime | null {
  const { today } = usePlace()
  const now = useClock()
  return heldOn === today ? now : null
}
