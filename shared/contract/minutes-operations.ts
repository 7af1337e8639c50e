import { z } from 'zod'
import type { DecisionId, MinutesVersionId, StatementId, TaskId } from '#shared/domain/ids.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { statementKinds, taskStatuses, type TaskStatus } from '#shared/domain/meeting.ts'
import { voteChoices, voteMethods } from '#shared/domain/vote.ts'
import { calendarDate, clockTime, id, lineText, longText, requiredLine, requiredLongText } from './fields.ts'
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
  /** 全文: the words as they were said, where `text` is only the 要点. */
  fullText: longText.default(''),
  spokenAt: clockTime.nullable(),
})
export type StatementFields = z.infer<typeof statementFields>

export const taskFields = z.strictObject({
  text: requiredLine,
  /** 担当, as it is written: a person, a group, 事務局. */
  owner: lineText,
  ownerPersonId: id<'person'>().nullable(),
  ownerOrganizationId: id<'organization'>().nullable().default(null),
  dueOn: calendarDate.nullable(),
  dueText: lineText,
})
export type TaskFields = z.infer<typeof taskFields>

export interface TaskEvent {
  /** Local day. */
  readonly on: CalendarDate
  readonly who: string
  readonly what: 'added' | 'status' | 'carried' | 'changed'
  readonly status: TaskStatus | null
  /** 第2回, where a meeting carried it. */
  readonly meetingNumber: number | null
  readonly because: string
}

export const minutesOperations = {
  /** One line of the talk, on disk when this returns. Placed behind `after`, or at the end of its item. */
  'minutes.addStatement': defineWrite(
    z.strictObject({ meetingId, statement: statementFields, after: statementId.nullable() }),
  )<{ readonly statementId: StatementId }>(),
  'minutes.saveStatement': defineWrite(z.strictObject({ statementId, statement: statementFields }))<null>(),
  'minutes.removeStatement': defineWrite(z.strictObject({ statementId }))<null>(),
  'minutes.restoreStatement': defineWrite(z.strictObject({ statementId }))<null>(),
  /** To another place: behind a line, or to the front of an item where `after` is null. */
  'minutes.moveStatement': defineWrite(
    z.strictObject({ statementId, agendaItemId, after: statementId.nullable() }),
  )<null>(),
  /** Several lines to other places, one after another as they are given; all of them or none. */
  'minutes.moveStatements': defineWrite(
    z.strictObject({
      meetingId,
      moves: z
        .array(z.strictObject({ statementId, agendaItemId, after: statementId.nullable() }))
        .min(1)
        .max(3000),
    }),
  )<null>(),
  /** A transcript, line by line, behind what an item has; all of it or nothing. */
  'minutes.addTranscript': defineWrite(
    z.strictObject({
      meetingId,
      agendaItemId,
      lines: z
        .array(z.strictObject({ attendanceId: id<'attendance'>().nullable(), text: requiredLongText }))
        .min(1)
        .max(3000),
    }),
  )<{ readonly statementIds: readonly StatementId[] }>(),
  /** Takes lines away, or brings them back: the undoing of a transcript. */
  'minutes.removeStatements': defineWrite(
    z.strictObject({ meetingId, statementIds: z.array(statementId).min(1).max(3000) }),
  )<null>(),
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
  /** With the number it had: that number belongs to no other. */
  'minutes.restoreDecision': defineWrite(z.strictObject({ decisionId: id<'decision'>() }))<null>(),
  /** 採決; null takes the record of it away. */
  'minutes.setVote': defineWrite(
    z.strictObject({
      decisionId: id<'decision'>(),
      vote: z
        .strictObject({
          method: z.enum(voteMethods),
          inFavour: z.number().int().min(0).max(999),
          against: z.number().int().min(0).max(999),
          abstained: z.number().int().min(0).max(999),
          note: lineText,
          ballots: z
            .array(z.strictObject({ attendanceId: id<'attendance'>(), choice: z.enum(voteChoices) }))
            .max(300),
        })
        .nullable(),
    }),
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
  /** How a task went: who set which state when, and the meetings that carried it. */
  'tasks.history': defineRead(z.strictObject({ taskId: id<'task'>() }))<readonly TaskEvent[]>(),
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
