import type { Task } from '#shared/contract/meeting-operations.ts'
import type { TaskEvent, TaskFields } from '#shared/contract/minutes-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type {
  AgendaItemId,
  CouncilId,
  Id,
  MeetingId,
  OrganizationId,
  PersonId,
  TaskId,
} from '#shared/domain/ids.ts'
import type { TaskStatus } from '#shared/domain/meeting.ts'
import type { ReadDb, WriteDb } from './database.ts'

type TaskRow = Omit<Task, 'from'> & { readonly number: number; readonly heldOn: CalendarDate }

const taskQuery = `
  SELECT t.id, t.council_id AS councilId, t.meeting_id AS meetingId, t.agenda_item_id AS agendaItemId, t.text, t.owner,
         t.owner_person_id AS ownerPersonId, t.owner_organization_id AS ownerOrganizationId, t.due_on AS dueOn, t.due_text AS dueText, t.status, t.closed_on AS closedOn,
         m.number, m.held_on AS heldOn
  FROM tasks t JOIN meetings m ON m.id = t.meeting_id
  WHERE t.removed_at IS NULL AND m.removed_at IS NULL`
/** Written out as in the partial index `tasks_open`, so that SQLite uses it. */
const isOpen = `t.status IN ('open', 'carried', 'continued')`

function toTask({ number, heldOn, ...task }: TaskRow): Task {
  return { ...task, from: { number, heldOn } }
}

/** What was promised at a meeting, in the order of noting. */
export function listTasksOfMeeting(db: ReadDb, meetingId: MeetingId): readonly Task[] {
  return db
    .all<TaskRow>(`${taskQuery} AND t.meeting_id = ? ORDER BY t.position, t.id`, [meetingId])
    .map(toTask)
}

/** How many tasks are open, and how many of them were due before a day. */
export function countOpenTasks(
  db: ReadDb,
  councilId: CouncilId | null,
  on: CalendarDate,
): { readonly open: number; readonly overdue: number } {
  return (
    db.get<{ open: number; overdue: number }>(
      `SELECT COUNT(*) AS open, COALESCE(SUM(t.due_on < ?), 0) AS overdue FROM tasks t JOIN meetings m ON m.id = t.meeting_id
       WHERE t.removed_at IS NULL AND m.removed_at IS NULL AND ${isOpen} ${councilId === null ? '' : 'AND t.council_id = ?'}`,
      councilId === null ? [on] : [on, councilId],
    ) ?? { open: 0, overdue: 0 }
  )
}

/** Soonest due first; those without a date last. `most`: no more than so many. */
export function listTasks(
  db: ReadDb,
  councilId: CouncilId | null,
  openOnly: boolean,
  most: number | null = null,
): readonly Task[] {
  return db
    .all<TaskRow>(
      `${taskQuery} ${openOnly ? `AND ${isOpen}` : ''} ${councilId === null ? '' : 'AND t.council_id = ?'}
       ORDER BY t.due_on IS NULL, t.due_on, t.id ${most === null ? '' : 'LIMIT ?'}`,
      [councilId, most].filter((value) => value !== null),
    )
    .map(toTask)
}

/** Open tasks of earlier meetings: what a meeting is offered. Those it carries already are left out. */
export function listOpenTasksBefore(
  db: ReadDb,
  councilId: CouncilId,
  meeting: { readonly id: MeetingId; readonly heldOn: CalendarDate; readonly startsAt: ClockTime } | null,
): readonly Task[] {
  return db
    .all<TaskRow>(
      `${taskQuery} AND ${isOpen} AND t.council_id = ?
       ${meeting === null ? '' : 'AND (m.held_on, m.starts_at, m.id) < (?, ?, ?)'}
       AND NOT EXISTS (SELECT 1 FROM task_carries k WHERE k.task_id = t.id AND k.meeting_id = ?)
       ORDER BY t.due_on IS NULL, t.due_on, t.id`,
      [
        councilId,
        ...(meeting === null ? [] : [meeting.heldOn, meeting.startsAt, meeting.id]),
        meeting?.id ?? null,
      ],
    )
    .map(toTask)
}

/** 宿題 that a meeting took over from earlier ones. */
export function listCarriedTasks(db: ReadDb, meetingId: MeetingId): readonly Task[] {
  return db
    .all<TaskRow>(
      `${taskQuery} AND t.id IN (SELECT k.task_id FROM task_carries k WHERE k.meeting_id = ?) ORDER BY t.due_on IS NULL, t.due_on, t.id`,
      [meetingId],
    )
    .map(toTask)
}

type PromisedTask = { readonly text: string; readonly dueOn: CalendarDate | null }

function listOpenTasksOf(
  db: ReadDb,
  owner: 'owner_person_id' | 'owner_organization_id',
  id: PersonId | OrganizationId,
): readonly PromisedTask[] {
  return db.all(
    `SELECT t.text, t.due_on AS dueOn FROM tasks t JOIN meetings m ON m.id = t.meeting_id
     WHERE t.${owner} = ? AND t.removed_at IS NULL AND m.removed_at IS NULL AND ${isOpen} ORDER BY t.due_on IS NULL, t.due_on`,
    [id],
  )
}

export function listOpenTasksOfPerson(db: ReadDb, personId: PersonId): readonly PromisedTask[] {
  return listOpenTasksOf(db, 'owner_person_id', personId)
}

/** What a group took on itself, whoever of it does it. */
export function listOpenTasksOfOrganization(
  db: ReadDb,
  organizationId: OrganizationId,
): readonly PromisedTask[] {
  return listOpenTasksOf(db, 'owner_organization_id', organizationId)
}

export function getTaskById(db: ReadDb, taskId: TaskId): Task | undefined {
  const row = db.get<TaskRow>(`${taskQuery} AND t.id = ?`, [taskId])
  return row && toTask(row)
}

export function addTask(
  db: WriteDb,
  task: TaskFields & {
    readonly id: TaskId
    readonly councilId: CouncilId
    readonly meetingId: MeetingId
    readonly agendaItemId: AgendaItemId | null
  },
): void {
  const last = db.get<{ n: number }>(
    'SELECT COALESCE(MAX(position), 0) AS n FROM tasks WHERE meeting_id = ?',
    [task.meetingId],
  )
  db.run(
    `INSERT INTO tasks (id, council_id, meeting_id, agenda_item_id, position, text, owner, owner_person_id, owner_organization_id, due_on, due_text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      task.id,
      task.councilId,
      task.meetingId,
      task.agendaItemId,
      (last?.n ?? 0) + 1,
      task.text,
      task.owner,
      task.ownerPersonId,
      task.ownerOrganizationId,
      task.dueOn,
      task.dueText,
    ],
  )
}

export function saveTask(db: WriteDb, taskId: TaskId, task: TaskFields): void {
  db.run(
    'UPDATE tasks SET text = ?, owner = ?, owner_person_id = ?, owner_organization_id = ?, due_on = ?, due_text = ? WHERE id = ?',
    [task.text, task.owner, task.ownerPersonId, task.ownerOrganizationId, task.dueOn, task.dueText, taskId],
  )
}

export function setTaskStatus(
  db: WriteDb,
  taskId: TaskId,
  status: TaskStatus,
  closed: { readonly on: CalendarDate; readonly because: string } | null,
): void {
  db.run('UPDATE tasks SET status = ?, closed_on = ?, closed_because = ? WHERE id = ?', [
    status,
    closed?.on ?? null,
    closed?.because ?? '',
    taskId,
  ])
}

export function carryTask(db: WriteDb, id: Id<'task-carry'>, taskId: TaskId, meetingId: MeetingId): void {
  db.run(
    'INSERT INTO task_carries (id, task_id, meeting_id) VALUES (?, ?, ?) ON CONFLICT (task_id, meeting_id) DO NOTHING',
    [id, taskId, meetingId],
  )
}

export function setTaskRemoved(db: WriteDb, taskId: TaskId, removedAt: string): void {
  db.run('UPDATE tasks SET removed_at = ? WHERE id = ?', [removedAt, taskId])
}

/** How a task went, oldest first: from the log of changes, and from the meetings that carried it. `at` is an instant. */
export function listTaskEvents(
  db: ReadDb,
  taskId: TaskId,
): readonly (Omit<TaskEvent, 'on'> & { readonly at: string })[] {
  return db.all(
    `SELECT l.at, l.who,
            CASE WHEN l.table_name = 'task_carries' THEN 'carried' WHEN l.action = 'insert' THEN 'added'
                 WHEN l.new_values ->> '$.status' IS NOT NULL THEN 'status' ELSE 'changed' END AS what,
            CASE WHEN l.table_name = 'tasks' THEN l.new_values ->> '$.status' END AS status,
            (SELECT m.number FROM meetings m WHERE l.table_name = 'task_carries' AND m.id = l.new_values ->> '$.meeting_id') AS meetingNumber,
            COALESCE(l.new_values ->> '$.closed_because', '') AS because
     FROM change_log l
     WHERE (l.table_name = 'tasks' AND l.record_id = ?)
        OR (l.table_name = 'task_carries' AND l.record_id IN (SELECT k.id FROM task_carries k WHERE k.task_id = ?))
     ORDER BY l.id`,
    [taskId, taskId],
  )
}
