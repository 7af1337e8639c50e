import type { AgendaItemId, AttendanceId } from './ids.ts'
import type { Presence } from './meeting.ts'

/** What is known of one line of the roll, and of the agenda, to tell who was there for an item. */
export interface PresenceLine {
  readonly id: AttendanceId
  readonly presence: Presence
  readonly late: boolean
  readonly leftEarly: boolean
  /** The first item she was there for; null where nobody said. */
  readonly arrivedItemId: AgendaItemId | null
  /** The last item she was there for. */
  readonly leftItemId: AgendaItemId | null
  /** Items she was out of the room for. */
  readonly awayFor: readonly { readonly agendaItemId: AgendaItemId }[]
}

/** Whether somebody (or her proxy) was in the room for an item, by 遅刻, 早退 and 一時退席 as they are tied to the agenda. */
export function isThereForItem(
  line: PresenceLine,
  itemId: AgendaItemId,
  agenda: readonly { readonly id: AgendaItemId }[],
): boolean {
  if (line.presence === 'absent' || line.presence === 'unmarked') return false
  if (line.awayFor.some(({ agendaItemId }) => agendaItemId === itemId)) return false
  const place = agenda.findIndex(({ id }) => id === itemId)
  const arrived = line.late ? agenda.findIndex(({ id }) => id === line.arrivedItemId) : -1
  const left = line.leftEarly ? agenda.findIndex(({ id }) => id === line.leftItemId) : -1
  return place >= arrived && (left < 0 || place <= left)
}
