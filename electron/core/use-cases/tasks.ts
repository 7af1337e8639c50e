import { Refusal } from '#shared/contract/errors.ts'
import type { minutesOperations, TaskFields } from '#shared/contract/minutes-operations.ts'
import { isCalendarDate } from '#shared/domain/calendar-date.ts'
import { localTimeOf } from '#shared/domain/local-time.ts'
import { openTaskStatuses } from '#shared/domain/meeting.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { getOpenMeeting } from '../records/open-meeting.ts'
import { getAgendaItemById } from '../store/agenda-store.ts'
import type { ReadDb } from '../store/database.ts'
import { getOrganizationById } from '../store/organization-store.ts'
import { getPersonById } from '../store/person-store.ts'
import {
  addTask,
  getTaskById,
  listTaskEvents,
  listTasks,
  saveTask,
  setTaskRemoved,
  setTaskStatus,
} from '../store/task-store.ts'

type TaskOperation = Extract<OperationsOf<typeof minutesOperations>, `tasks.${string}` | 'minutes.addTask'>

/** Whose task it is must stand in the roster, where a person or a group is named: one of them, not both. */
function checkOwner(
  db: ReadDb,
  { ownerPersonId, ownerOrganizationId }: Pick<TaskFields, 'ownerPersonId' | 'ownerOrganizationId'>,
): void {
  if (ownerPersonId !== null && ownerOrganizationId !== null) throw new Refusal('invalid-input')
  if (ownerPersonId !== null && !getPersonById(db, ownerPersonId)) throw new Refusal('not-found')
  if (ownerOrganizationId !== null && !getOrganizationById(db, ownerOrganizationId))
    throw new Refusal('not-found')
}

export const taskHandlers: Handlers<TaskOperation> = {
  'minutes.addTask': ({ db, ids }, { meetingId, agendaItemId, task }) => {
    const { councilId } = getOpenMeeting(db, meetingId)
    if (agendaItemId !== null && getAgendaItemById(db, agendaItemId)?.meetingId !== meetingId) {
      throw new Refusal('not-found')
    }
    checkOwner(db, task)
    const taskId = ids.next<'task'>()
    addTask(db, { ...task, id: taskId, councilId, meetingId, agendaItemId })
    return { taskId }
  },
  'tasks.save': ({ db }, { taskId, task }) => {
    const before = getTaskById(db, taskId)
    if (!before) throw new Refusal('not-found')
    getOpenMeeting(db, before.meetingId)
    checkOwner(db, task)
    saveTask(db, taskId, task)
    return null
  },
  // A promise is kept or dropped long after the minutes were confirmed: their frozen version stays as it was.
  'tasks.setStatus': ({ db, today }, { taskId, status, why }) => {
    if (!getTaskById(db, taskId)) throw new Refusal('not-found')
    setTaskStatus(db, taskId, status, openTaskStatuses.includes(status) ? null : { on: today, because: why })
    return null
  },
  'tasks.remove': ({ db, today, now }, { taskId }) => {
    const before = getTaskById(db, taskId)
    if (!before) throw new Refusal('not-found')
    getOpenMeeting(db, before.meetingId)
    setTaskRemoved(db, taskId, `${today}T${now}`)
    return null
  },
  'tasks.history': ({ db, aheadOfUtc }, { taskId }) => {
    if (!getTaskById(db, taskId)) throw new Refusal('not-found')
    return listTaskEvents(db, taskId).flatMap(({ at, ...event }) => {
      const on = localTimeOf(at, aheadOfUtc).slice(0, 10)
      return isCalendarDate(on) ? [{ ...event, on }] : []
    })
  },
  'tasks.list': ({ db }, { councilId, openOnly }) => listTasks(db, councilId, openOnly),
}
