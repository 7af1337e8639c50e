import { Refusal } from '#shared/contract/errors.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import { placeForCarried } from '#shared/domain/agenda-items.ts'
import type { AgendaItemId } from '#shared/domain/ids.ts'
import type { WriteContext } from '../context.ts'
import {
  addAgendaItem,
  endLeftItem,
  getAgendaItemById,
  listAgendaItems,
  listLeftItems,
  setAgendaOutcome,
} from '../store/agenda-store.ts'
import type { WriteDb } from '../store/database.ts'
import { getMeetingById, type MeetingRow } from '../store/meeting-store.ts'
import { carryTask, listOpenTasksBefore, setTaskStatus } from '../store/task-store.ts'

type Taken = InputOf<'meetings.takeCarryOver'>

/**
 * Takes over into a meeting what earlier ones left. Refuses with `conflict` what is not on offer (any more): so
 * nothing is taken over twice, from another council, or back from a task that is done.
 */
export function takeCarryOver(
  context: WriteContext,
  meeting: MeetingRow,
  items: Taken['items'],
  tasks: Taken['tasks'],
): void {
  const { db, ids, today } = context
  const offeredItems = new Set(listLeftItems(db, meeting.councilId, meeting, today).map((item) => item.id))
  for (const { agendaItemId, how, why } of items) {
    if (!offeredItems.delete(agendaItemId)) throw new Refusal('conflict')
    takeItem(context, meeting, agendaItemId, how, why)
  }
  const offeredTasks = new Map(
    listOpenTasksBefore(db, meeting.councilId, meeting).map((task) => [task.id, task]),
  )
  for (const { taskId, how, why } of tasks) {
    const task = offeredTasks.get(taskId)
    if (!task || !offeredTasks.delete(taskId)) throw new Refusal('conflict')
    if (how === 'ended') {
      setTaskStatus(db, taskId, 'dropped', { on: today, because: why })
      continue
    }
    setTaskStatus(db, taskId, task.status === 'continued' ? 'continued' : 'carried', null)
    carryTask(db, ids.next<'task-carry'>(), taskId, meeting.id)
  }
}

function takeItem(
  { db, ids, today }: WriteContext,
  meeting: MeetingRow,
  agendaItemId: AgendaItemId,
  how: Taken['items'][number]['how'],
  why: string,
): void {
  const origin = getAgendaItemById(db, agendaItemId)
  if (!origin) throw new Refusal('conflict')
  // Confirmed minutes keep what they say of the item; an unconfirmed meeting learns how it ended there.
  const isUnsettled = origin.outcome === 'open' && getMeetingById(db, origin.meetingId)?.locked === false
  if (how === 'ended') {
    endLeftItem(db, agendaItemId, today, why)
    if (isUnsettled) setAgendaOutcome(db, agendaItemId, 'done', why)
    return
  }
  if (how === 'moved' && isUnsettled) setAgendaOutcome(db, agendaItemId, 'continued', why)
  addCarriedItem(db, meeting, ids.next<'agenda-item'>(), origin)
}

function addCarriedItem(
  db: WriteDb,
  meeting: MeetingRow,
  id: AgendaItemId,
  origin: NonNullable<ReturnType<typeof getAgendaItemById>>,
): void {
  const agenda = listAgendaItems(db, meeting.id)
  const { behind, level } = placeForCarried(agenda, origin)
  const previous = agenda[behind]
  const position = previous === undefined ? 0 : (getAgendaItemById(db, previous.id)?.position ?? 0)
  addAgendaItem(db, {
    id,
    meetingId: meeting.id,
    // The papers of the earlier meeting had numbers of their own.
    fields: { ...origin, level, paperNumber: '', paperTitle: '' },
    afterPosition: position,
    carriedFromId: origin.id,
  })
}
