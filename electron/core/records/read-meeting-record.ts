import { Refusal } from '#shared/contract/errors.ts'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import type { ReadContext } from '../context.ts'
import type { MeetingRecord } from '../reports/documents/meeting-record.ts'
import { getNewestMinutesRecord } from '../store/minutes-store.ts'
import { getSecretariat } from '../store/secretariat-store.ts'
import { listCarriedTasks } from '../store/task-store.ts'
import { readMeeting } from './read-meeting.ts'

/** What the papers of a meeting are made from. `frozen`: the confirmed version, where the meeting stands confirmed. */
export function readMeetingRecord(
  { db }: Pick<ReadContext, 'db'>,
  meetingId: MeetingId,
  { frozen }: { readonly frozen: boolean },
): MeetingRecord {
  const secretariat = getSecretariat(db)
  if (!secretariat) throw new Refusal('not-set-up')
  const current = readMeeting(db, meetingId)
  const record = frozen && current.locked ? getNewestMinutesRecord(db, meetingId) : undefined
  return {
    // Written by `minutes.confirm` from this very type.
    meeting: record === undefined ? current : (JSON.parse(record) as MeetingDetail),
    secretariat,
    carriedTasks: listCarriedTasks(db, meetingId),
  }
}
