import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilLayer } from '#shared/domain/council.ts'
import type { CouncilId, MeetingId, NeedId, NeedPassId, StatementId } from '#shared/domain/ids.ts'
import { needSources, needStatuses, type NeedStatus } from '#shared/domain/need.ts'
import { sectors } from '#shared/domain/sectors.ts'
import { calendarDate, helpKind, id, lineText, requiredLongText } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'
import type { Outreach } from './participation-operations.ts'

const needId = id<'need'>()

export const needFields = z.strictObject({
  councilId: id<'council'>(),
  /** What is missing, without saying to whom: anonymous by design. */
  text: requiredLongText,
  /** Empty: everywhere. */
  areaName: lineText,
  sectors: z.array(z.enum(sectors)).max(4),
  kind: helpKind.nullable(),
  source: z.enum(needSources),
  notedOn: calendarDate,
  /** 既存の資源: what there is already, as far as it goes. */
  existingHelp: lineText,
  /** 対応・主体・期限. */
  response: lineText,
  owner: lineText,
  dueOn: calendarDate.nullable(),
})
export type NeedFields = z.infer<typeof needFields>

/** From one council to another, and what it answered. */
export interface NeedPass {
  readonly id: NeedPassId
  readonly fromCouncilName: string
  readonly fromLayer: CouncilLayer
  readonly toCouncilId: CouncilId
  readonly toCouncilName: string
  readonly toLayer: CouncilLayer
  readonly passedOn: CalendarDate
  readonly asked: string
  readonly answeredOn: CalendarDate | null
  readonly answer: string
}

export interface NeedRow extends NeedFields {
  readonly id: NeedId
  readonly councilName: string
  readonly status: NeedStatus
  readonly closedOn: CalendarDate | null
  readonly closedBecause: string
  /** 同じ課題: counted with the one named here. */
  readonly sameAsId: NeedId | null
  /** The pass that nobody has answered yet. */
  readonly waitingFor: { readonly councilName: string; readonly passedOn: CalendarDate } | null
}

export interface LinkedMeeting {
  readonly meetingId: MeetingId
  readonly councilName: string
  readonly number: number
  readonly heldOn: CalendarDate
}

export interface NeedDetail extends NeedRow {
  /** The words in the minutes from which it was noted. */
  readonly statement: {
    readonly id: StatementId
    readonly meetingId: MeetingId
    readonly text: string
  } | null
  readonly meetings: readonly LinkedMeeting[]
  readonly passes: readonly NeedPass[]
  /** 呼びかけ that are to help with it, the first at the top. */
  readonly outreach: readonly Outreach[]
  readonly sameNeeds: readonly { readonly id: NeedId; readonly text: string }[]
}

/** For the home screen: what was passed on and has not been answered. */
export interface WaitingNeed {
  readonly needId: NeedId
  readonly text: string
  readonly councilName: string
  readonly passedOn: CalendarDate
}

export const needOperations = {
  /** Newest first. Of a council: its own, and those passed to it. */
  'needs.list': defineRead(z.strictObject({ councilId: id<'council'>().nullable() }))<readonly NeedRow[]>(),
  'needs.get': defineRead(z.strictObject({ needId }))<NeedDetail>(),
  /** Names of areas that are known, for fields in which one is written. */
  'needs.areas': defineRead(z.strictObject({}))<readonly string[]>(),
  'needs.add': defineWrite(z.strictObject({ need: needFields }))<{ readonly needId: NeedId }>(),
  /** One key in the minutes: its words, meeting, council and area. Noted before from the same statement, it is that one. */
  'needs.addFromStatement': defineWrite(z.strictObject({ statementId: id<'statement'>() }))<{
    readonly needId: NeedId
    readonly already: boolean
  }>(),
  'needs.save': defineWrite(z.strictObject({ needId, need: needFields }))<null>(),
  'needs.remove': defineWrite(z.strictObject({ needId }))<null>(),
  'needs.restore': defineWrite(z.strictObject({ needId }))<null>(),
  'needs.setStatus': defineWrite(
    z.strictObject({ needId, status: z.enum(needStatuses), because: lineText }),
  )<null>(),
  /** 同じ課題としてまとめる, or apart again with null. Refused with `conflict` where it would lead back to itself. */
  'needs.group': defineWrite(z.strictObject({ needId, sameAsId: needId.nullable() }))<null>(),
  'needs.linkMeeting': defineWrite(
    z.strictObject({ needId, meetingId: id<'meeting'>(), linked: z.boolean() }),
  )<null>(),
  /** To the other layer. Refused with `conflict` while an earlier one waits for its answer. */
  'needs.pass': defineWrite(
    z.strictObject({ needId, toCouncilId: id<'council'>(), passedOn: calendarDate, asked: lineText }),
  )<{ readonly passId: NeedPassId }>(),
  'needs.answer': defineWrite(
    z.strictObject({ passId: id<'need-pass'>(), answeredOn: calendarDate, answer: requiredLongText }),
  )<null>(),
}
