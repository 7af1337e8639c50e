import type { MeetingSummary } from '#shared/contract/meeting-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'

/** The meeting that papers are wanted for most likely: the next one, else the last that was held. */
export function likelyMeeting(
  meetings: readonly MeetingSummary[],
  today: CalendarDate,
): MeetingSummary | null {
  const byDay = meetings.toSorted((first, second) => (first.heldOn < second.heldOn ? -1 : 1))
  return byDay.find((meeting) => meeting.heldOn >= today) ?? byDay.at(-1) ?? null
}
