import { useEffect, useEffectEvent } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type { AgendaItemId } from '#shared/domain/ids.ts'

/**
 * An item's clock begins when the clerk comes to it on the day, while the meeting is on: before its hour she may look at items
 * without the talk having begun.
 */
export function useItemTimer(
  meeting: MeetingDetail,
  current: AgendaItemId | null,
  clock: ClockTime | null,
): void {
  const begin = useWrite('meetings.beginItem')
  const running = clock !== null && clock >= meeting.startsAt && !meeting.locked
  const beginCurrent = useEffectEvent(() => {
    const item = meeting.agenda.find((each) => each.id === current)
    if (clock === null || item === undefined || item.begunAt !== null) return
    void begin.run({ agendaItemId: item.id, at: clock })
  })
  useEffect(() => {
    if (running && current !== null) beginCurrent()
  }, [running, current])
}
