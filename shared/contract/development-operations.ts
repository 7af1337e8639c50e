import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type DevelopmentState, openDevelopmentStates } from '#shared/domain/development.ts'
import type { DevelopmentId, DevelopmentStepId, NeedId, ResourceId } from '#shared/domain/ids.ts'
import { sectors } from '#shared/domain/sectors.ts'
import { calendarDate, helpKind, id, lineText, longText, requiredLine } from './fields.ts'
import type { LinkedMeeting } from './need-operations.ts'
import { defineRead, defineWrite } from './operation.ts'

const developmentId = id<'development'>()

export const developmentFields = z.strictObject({
  councilId: id<'council'>(),
  title: requiredLine,
  aim: longText,
  kind: helpKind.nullable(),
  /** Empty: everywhere. */
  areaName: lineText,
  sectors: z.array(z.enum(sectors)).max(4),
  partners: lineText,
  /** 担い手: who will do it. */
  helpers: lineText,
  /** The needs from which it grew. */
  needIds: z.array(id<'need'>()).max(100),
})
export type DevelopmentFields = z.infer<typeof developmentFields>

export const developmentStepFields = z.strictObject({
  text: requiredLine,
  dueOn: calendarDate.nullable(),
  doneOn: calendarDate.nullable(),
})
export type DevelopmentStepFields = z.infer<typeof developmentStepFields>

export interface DevelopmentStep extends DevelopmentStepFields {
  readonly id: DevelopmentStepId
}

export interface Development extends Omit<DevelopmentFields, 'needIds'> {
  readonly id: DevelopmentId
  readonly state: DevelopmentState
  readonly needs: readonly { readonly id: NeedId; readonly text: string }[]
  readonly meetings: readonly LinkedMeeting[]
  readonly steps: readonly DevelopmentStep[]
  /** What came of it; null while it goes on, or where it was stopped. */
  readonly resource: { readonly id: ResourceId; readonly name: string } | null
  readonly endedOn: CalendarDate | null
  readonly endedBecause: string
}

export const developmentOperations = {
  'developments.list': defineRead(z.strictObject({ councilId: id<'council'>().nullable() }))<
    readonly Development[]
  >(),
  /** Its needs are 取り組み中 from then on. */
  'developments.add': defineWrite(z.strictObject({ development: developmentFields }))<{
    readonly developmentId: DevelopmentId
  }>(),
  'developments.save': defineWrite(z.strictObject({ developmentId, development: developmentFields }))<null>(),
  'developments.remove': defineWrite(z.strictObject({ developmentId }))<null>(),
  'developments.restore': defineWrite(z.strictObject({ developmentId }))<null>(),
  /** On the way; one that had ended goes on again. */
  'developments.setState': defineWrite(
    z.strictObject({ developmentId, state: z.enum(openDevelopmentStates) }),
  )<null>(),
  /** It has become a resource, and its needs are met: those that are still open become 対応した. */
  'developments.grow': defineWrite(
    z.strictObject({ developmentId, resourceId: id<'resource'>(), endedOn: calendarDate }),
  )<null>(),
  'developments.stop': defineWrite(
    z.strictObject({ developmentId, endedOn: calendarDate, because: requiredLine }),
  )<null>(),
  'developments.linkMeeting': defineWrite(
    z.strictObject({ developmentId, meetingId: id<'meeting'>(), linked: z.boolean() }),
  )<null>(),
  'developments.addStep': defineWrite(z.strictObject({ developmentId, step: developmentStepFields }))<{
    readonly stepId: DevelopmentStepId
  }>(),
  'developments.saveStep': defineWrite(
    z.strictObject({ stepId: id<'development-step'>(), step: developmentStepFields }),
  )<null>(),
  'developments.removeStep': defineWrite(z.strictObject({ stepId: id<'development-step'>() }))<null>(),
}
