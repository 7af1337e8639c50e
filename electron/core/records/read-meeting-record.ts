import { Refusal } from '#shared/contract/errors.ts'
import { defaultCouncilRules } from '#shared/domain/council.ts'
import { deadlinesOf } from '#shared/domain/meeting-deadlines.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import type { ReadContext } from '../context.ts'
import type { MeetingRecord } from '../reports/documents/meeting-record.ts'
import { getNewestMinutesRecord } from '../store/minutes-store.ts'
import { getSecretariat } from '../store/secretariat-store.ts'
import { listCarriedTasks } from '../store/task-store.ts'
import { readMeeting } from './read-meeting.ts'

/** The record of confirmed minutes: the meeting, and the office that kept them, as they stood. */
export type FrozenRecord = MeetingRecord['meeting'] & Pick<MeetingRecord, 'secretariat'>

/** A version confirmed by an earlier program lacks what has come since: it had none of it. */
export function withLaterFields<Kept extends MeetingRecord['meeting']>(record: Kept): Kept {
  const earlier: Partial<MeetingRecord['meeting']> = record
  return {
    ...record,
    noticeSentOn: earlier.noticeSentOn ?? null,
    summarySentOn: earlier.summarySentOn ?? null,
    attachments: earlier.attachments ?? [],
    signers: earlier.signers ?? [],
    deadlines: earlier.deadlines ?? deadlinesOf(record.heldOn, { ...defaultCouncilRules, ...record.rules }),
    rules: { ...defaultCouncilRules, ...record.rules },
    count: { ...record.count, mandated: (record.count as Partial<typeof record.count>).mandated ?? 0 },
    agenda: record.agenda.map((item) => ({ ...laterItem, ...item })),
    roll: record.roll.map((line) => ({ ...laterLine, ...line })),
    statements: record.statements.map((statement) => ({ ...laterStatement, ...statement })),
    decisions: record.decisions.map((decision) => ({ ...laterDecision, ...decision })),
    tasks: record.tasks.map((task) => ({ ...laterTask, ...task })),
  }
}

const laterItem = { begunAt: null } as const
const laterLine = {
  invitedBy: null,
  invitedOn: null,
  mandate: false,
  mandateTo: '',
  opinion: '',
  care: '',
  arrivedItemId: null,
  leftItemId: null,
  awayFor: [],
} as const
const laterStatement = { fullText: '' } as const
const laterDecision = { vote: null } as const
const laterTask = { ownerOrganizationId: null } as const

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
  const { secretariat: then, ...meeting } = withLaterFields(JSON.parse(record) as FrozenRecord)
  return { meeting, secretariat: purpose === 'minutes' ? then : secretariat, carriedTasks }
}
