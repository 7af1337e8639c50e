import type { Invitee } from '#shared/contract/meeting-operations.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import { usualWay } from '#shared/domain/invitation.ts'
import { listInvitees } from '../store/attendance-store.ts'
import type { ReadDb } from '../store/database.ts'

/** The roll of a meeting with how each is told of it unless the office says otherwise, and where they are reached. */
export function readInvitees(db: ReadDb, meetingId: MeetingId): readonly Invitee[] {
  return listInvitees(db, meetingId).map(({ attendanceId, last, ...reached }) => ({
    attendanceId,
    usual: usualWay(last, reached),
    reached,
  }))
}
