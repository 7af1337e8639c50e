import { z } from 'zod'
import type { DecisionId, MinutesVersionId, StatementId, TaskId } from '#shared/domain/ids.ts'
import { statementKinds, taskStatuses } from '#shared/domain/meeting.ts'
import { calendarDate, clockTime, id, lineText, requiredLine, requiredLongText } from './fields.ts'
import type { Task } from './meeting-operations.ts'
import { defineRead, defineWrite } from './operation.ts'

const meetingId = id<'meeting'>()
const agendaItemId = id<'agenda-item'>()
const statementId = id<'statement'>()

export const statementFields = z.strictObject({
  agendaItemId,
  /** Who spoke, by the roll; null for a line without speaker (要点, 着席). */
  attendanceId: id<'attendance'>().nullable(),
  kind: z.enum(statementKinds),
  text: requiredLongText,
  spokenAt: clockTime.nullable(),
})
export type StatementFields = z.infer<typeof statementFields>

export const taskFields = z.strictObject({
  text: requiredLine,
  /** 担当, as it is written: a person, a group, 事務局. */
  owner: lineText,
  ownerPersonId: id<'person'>().nullable(),
  dueOn: calendarDate.nullable(),
  dueText: lineText,
})
export type TaskFields = z.infer<typeof taskFields>

export const minutesOperations = {
  /** One line of the talk, on disk when this returns. Placed behind `after`, or at the end of its item. */
  'minutes.addStatement': defineWrite(
    z.strictObject({ meetingId, statement: statementFields, after: statementId.nullable() }),
  )<{ readonly statementId: StatementId }>(),
  'minutes.saveStatement': defineWrite(z.strictObject({ statementId, statement: statementFields }))<null>(),
  'minutes.removeStatement': defineWrite(z.strictObject({ statementId }))<null>(),
  'minutes.restoreStatement': defineWrite(z.strictObject({ statementId }))<null>(),
  /** Numbered on within the 年度 of the meeting; its item becomes 決定. */
  'minutes.addDecision': defineWrite(
    z.strictObject({
      meetingId,
      agendaItemId,
      statementId: statementId.nullable(),
      text: requiredLongText,
    }),
  )<{ readonly decisionId: DecisionId; readonly number: number }>(),
  'minutes.saveDecision': defineWrite(
    z.strictObject({ decisionId: id<'decision'>(), text: requiredLongText }),
  )<null>(),
  'minutes.removeDecision': defineWrite(z.strictObject({ decisionId: id<'decision'>() }))<null>(),
  'minutes.addTask': defineWrite(
    z.strictObject({ meetingId, agendaItemId: agendaItemId.nullable(), task: taskFields }),
  )<{ readonly taskId: TaskId }>(),
  'tasks.save': defineWrite(z.strictObject({ taskId: id<'task'>(), task: taskFields }))<null>(),
  'tasks.setStatus': defineWrite(
    z.strictObject({ taskId: id<'task'>(), status: z.enum(taskStatuses), why: lineText }),
  )<null>(),
  'tasks.remove': defineWrite(z.strictObject({ taskId: id<'task'>() }))<null>(),
  'tasks.list': defineRead(z.strictObject({ councilId: id<'council'>().nullable(), openOnly: z.boolean() }))<
    readonly Task[]
  >(),
  /** 確定: refused with `undecided-items` while a 協議 item is neither decided nor 継続. Locks the meeting and keeps the record as it stood. */
  'minutes.confirm': defineWrite(z.strictObject({ meetingId, confirmedBy: requiredLine }))<{
    readonly minutesVersionId: MinutesVersionId
    readonly version: number
  }>(),
  'minutes.reopen': defineWrite(z.strictObject({ meetingId, reason: requiredLine }))<null>(),
}
