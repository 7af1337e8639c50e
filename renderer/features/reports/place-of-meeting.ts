import type { MeetingId } from '#shared/domain/ids.ts'
import { isId } from '#shared/domain/ids.ts'

/** The meeting in an address, where there is one: `none` stands for a paper that belongs to no meeting. */
export function meetingIdFrom(text: string | undefined): MeetingId | null {
  // Its form was checked; whether there is such a meeting, the core says.
  return text !== undefined && isId(text) ? (text as MeetingId) : null
}
