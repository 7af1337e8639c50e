import { Refusal } from '#shared/contract/errors.ts'
import type { SeatingLayout } from '#shared/contract/paper-operations.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import type { ReadContext } from '../context.ts'
import { type MovedSeats, type SeatedRoom, seatPeople } from '../reports/documents/seating-places.ts'
import { listRoll } from '../store/attendance-store.ts'
import { getMeetingById } from '../store/meeting-store.ts'
import { getSeatingPlan } from '../store/seating-store.ts'

export interface RoomOfMeeting {
  readonly layout: SeatingLayout
  readonly moved: MovedSeats
  readonly room: SeatedRoom
}

/** The room of a meeting as it was laid out, コの字 where nobody has said. Refuses with `not-found`. */
export function readSeating({ db }: Pick<ReadContext, 'db'>, meetingId: MeetingId): RoomOfMeeting {
  if (!getMeetingById(db, meetingId)) throw new Refusal('not-found')
  const plan = getSeatingPlan(db, meetingId)
  const layout = plan?.layout ?? 'u-shape'
  const moved = plan?.moved ?? new Map<never, number>()
  return { layout, moved, room: seatPeople(listRoll(db, meetingId), layout, moved) }
}
