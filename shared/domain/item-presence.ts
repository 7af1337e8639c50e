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

/** `not-yet`: before a 遅刻 came; `left`: after a 早退 went; `out`: 一時退席. */
export type PresenceForItem = 'there' | 'absent' | 'unmarked' | 'not-yet' | 'left' | 'out'

/** Where somebody (or her proxy) was while an item was talked about, by 遅刻, 早退 and 一時退席 as they are tied to the agenda. */
export function presenceForItem(
  line: PresenceLine,
  itemId: AgendaItemId,
  agenda: readonly { readonly id: AgendaItemId }[],
): PresenceForItem {
  if (line.presence === 'absent' || line.presence === 'unmarked') return line.presence
  if (line.awayFor.some(({ agendaItemId }) => agendaItemId === itemId)) return 'out'
  const place = agenda.findIndex(({ id }) => id === itemId)
  const arrived = line.late ? agenda.findIndex(({ id }) => id === line.arrivedItemId) : -1
  const left = line.leftEarly ? agenda.findIndex(({ id }) => id === line.leftItemId) : -1
  if (place < arrived) return 'not-yet'
  return left >= 0 && place > left ? 'left' : 'there'
}

/** Whether somebody (or her proxy) was in the room for an item. */
export function isThereForItem(
  line: PresenceLine,
  itemId: AgendaItemId,
  agenda: readonly { readonly id: AgendaItemId }[],
): boolean {
  return presenceForItem(line, itemId, agenda) === 'there'
}
