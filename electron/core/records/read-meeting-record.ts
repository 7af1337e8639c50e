import { Refusal } from '#shared/contract/errors.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import type { ReadContext } from '../context.ts'
import type { MeetingRecord } from '../reports/documents/meeting-record.ts'
import { getNewestMinutesRecord } from '../store/minutes-store.ts'
import { getSecretariat } from '../store/secretariat-store.ts'
import { listCarriedTasks } from '../store/task-store.ts'
import { readMeeting } from './read-meeting.ts'

/** The record of confirmed minutes: the meeting, and the office that kept them, as they stood. */
export type FrozenRecord = MeetingRecord['meeting'] & Pick<MeetingRecord, 'secretariat'>

/**
 * What the papers of a meeting are made from, where it stands confirmed:
 * `minutes` takes meeting and office as they were frozen; `report` the frozen meeting, handed in by the office
 * of today; `now` everything as it is.
 */
export function readMeetingRecord(
  { db }: Pick<ReadContext, 'db'>,
  meetingId: MeetingId,
  purpose: 'minutes' | 'report' | 'now',
): MeetingRecord {
  const secretariat = getSecretariat(db)
  if (!secretariat) throw new Refusal('not-set-up')
  const current = readMeeting(db, meetingId)
  const carriedTasks = listCarriedTasks(db, meetingId)
  const record = purpose !== 'now' && current.locked ? getNewestMinutesRecord(db, meetingId) : undefined
  if (record === undefined) return { meeting: current, secretariat, carriedTasks }
  // Written by `minutes.confirm` from this very type.
  const { secretariat: then, ...meeting } = JSON.parse(record) as FrozenRecord
  return { meeting, secretariat: purpose === 'minutes' ? then : secretariat, carriedTasks }
}
