import { Refusal } from '#shared/contract/errors.ts'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { citeAgenda, numberAgenda } from '#shared/domain/agenda-numbering.ts'
import { countAttendance, quorumOf } from '#shared/domain/attendance.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import { nameSpeakers } from '#shared/domain/speaker-name.ts'
import { listAgendaItems } from '../store/agenda-store.ts'
import { listRoll } from '../store/attendance-store.ts'
import { getCouncilById } from '../store/council-store.ts'
import type { ReadDb } from '../store/database.ts'
import { listSubmissions } from '../store/form-store.ts'
import { getMeetingById } from '../store/meeting-store.ts'
import { deadlinesOf } from '#shared/domain/meeting-deadlines.ts'
import { listAttachments } from '../store/attachment-store.ts'
import { listDecisions } from '../store/decision-store.ts'
import { listMinutesVersions, listStatements } from '../store/minutes-store.ts'
import { listSigners } from '../store/review-store.ts'
import { listTasksOfMeeting } from '../store/task-store.ts'
import { findLacks } from './meeting-lacks.ts'

/**
 * A meeting with all that belongs to it, numbered, counted and named: what screens show, papers print and a
 * confirmed version freezes. Refuses with `not-found`.
 */
export function readMeeting(db: ReadDb, meetingId: MeetingId): MeetingDetail {
  const row = getMeetingById(db, meetingId)
  const council = row && getCouncilById(db, row.councilId)
  if (!row || !council) throw new Refusal('not-found')
  const items = listAgendaItems(db, meetingId)
  const numbers = numberAgenda(items)
  const citations = citeAgenda(items)
  const roll = listRoll(db, meetingId).map(({ meetingId: _meetingId, ...line }) => line)
  const speakers = nameSpeakers(roll)
  const count = countAttendance(roll, council.rules)
  const meeting = {
    ...row,
    councilName: council.name,
    layer: council.layer,
    areaName: council.areaName,
    rules: council.rules,
    agenda: items.map(({ meetingId: _meetingId, ...item }, position) => ({
      ...item,
      number: numbers[position] ?? '',
      citation: citations[position] ?? '',
    })),
    roll,
    count,
    quorum: quorumOf(council.rules.quorum, count.members),
    statements: listStatements(db, meetingId).map(
      ({ meetingId: _meetingId, position: _position, ...statement }) => ({
        ...statement,
        speaker: statement.attendanceId === null ? '' : (speakers.get(statement.attendanceId) ?? ''),
      }),
    ),
    decisions: listDecisions(db, meetingId),
    tasks: listTasksOfMeeting(db, meetingId),
    versions: listMinutesVersions(db, meetingId),
    attachments: listAttachments(db, meetingId),
    signers: listSigners(db, meetingId),
    deadlines: deadlinesOf(row.heldOn, council.rules),
    submissions: listSubmissions(db, { meetingId }).map(({ id, formName, submittedOn }) => ({
      id,
      formName,
      submittedOn,
    })),
  }
  return { ...meeting, lacks: findLacks(meeting) }
}
