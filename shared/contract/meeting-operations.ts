import { z } from 'zod'
import type { AttendanceCount } from '#shared/domain/attendance.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import type { CouncilLayer, CouncilRules } from '#shared/domain/council.ts'
import type {
  AgendaItemId,
  AttendanceId,
  CouncilId,
  DecisionId,
  MeetingId,
  MembershipId,
  MinutesVersionId,
  OrganizationId,
  PersonId,
  StatementId,
  SubmissionId,
  TaskId,
} from '#shared/domain/ids.ts'
import type { InvitationWay, Reached } from '#shared/domain/invitation.ts'
import {
  agendaKinds,
  agendaOutcomes,
  meetingMethods,
  type AgendaKind,
  type AgendaOutcome,
  type MeetingStep,
  type Presence,
  type Reply,
  type ReplyChannel,
  type StatementKind,
  type TaskStatus,
} from '#shared/domain/meeting.ts'
import type { MeetingDeadlines } from '#shared/domain/meeting-deadlines.ts'
import type { CouncilRole } from '#shared/domain/roles.ts'
import type { VoteChoice, VoteMethod, VoteNumbers } from '#shared/domain/vote.ts'
import type { Attachment } from './attachment-operations.ts'
import { calendarDate, clockTime, fiscalYear, id, lineText, longText, requiredLine } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

export const meetingFields = z.strictObject({
  heldOn: calendarDate,
  startsAt: clockTime,
  endsAt: clockTime.nullable(),
  place: lineText,
  method: z.enum(meetingMethods),
  /** 傍聴者数. */
  audience: z.number().int().min(0).max(9999),
  nextOn: calendarDate.nullable(),
  nextStartsAt: clockTime.nullable(),
  nextPlace: lineText,
  note: longText,
  /** 開催通知 and 会議概要: when they went out; null while they have not. */
  noticeSentOn: calendarDate.nullable(),
  summarySentOn: calendarDate.nullable(),
})
export type MeetingFields = z.infer<typeof meetingFields>

/** Fields of a meeting that are to change; those left out stay as they are. */
export const meetingPatch = meetingFields.partial()
export type MeetingPatch = z.infer<typeof meetingPatch>

export interface MeetingSummary {
  readonly id: MeetingId
  readonly councilId: CouncilId
  readonly councilName: string
  readonly fiscalYear: number
  /** 第n回. */
  readonly number: number
  readonly heldOn: CalendarDate
  readonly startsAt: ClockTime
  readonly place: string
  readonly confirmed: boolean
  readonly submitted: boolean
}

export const agendaItemFields = z.strictObject({
  kind: z.enum(agendaKinds),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  title: requiredLine,
  plannedMinutes: z.number().int().min(0).max(600).nullable(),
  presenter: lineText,
  /** 資料番号: 資料１. */
  paperNumber: lineText,
  paperTitle: lineText,
  /** Never printed. */
  internalNote: longText,
})
export type AgendaItemFields = z.infer<typeof agendaItemFields>

/** Fields of an item that are to change; those left out stay as they are, whoever else writes them meanwhile. */
export const agendaItemPatch = agendaItemFields.partial()
export type AgendaItemPatch = z.infer<typeof agendaItemPatch>

export interface AgendaItem extends AgendaItemFields {
  readonly id: AgendaItemId
  /** １, (1), ア; empty for 開会 and 閉会. */
  readonly number: string
  /** ２(1), as minutes cite it. */
  readonly citation: string
  readonly outcome: AgendaOutcome
  readonly carriedFrom: string | null
  /** When the talk about it began on the day. */
  readonly begunAt: ClockTime | null
}

export interface Attendance {
  readonly id: AttendanceId
  readonly personId: PersonId | null
  readonly membershipId: MembershipId | null
  readonly seatNumber: number
  readonly role: CouncilRole
  /** As they stood on the day of the meeting: a later 異動 does not reach them. */
  readonly name: string
  readonly kana: string
  readonly post: string
  readonly organizationName: string
  readonly reply: Reply
  readonly replyChannel: ReplyChannel | null
  readonly repliedOn: CalendarDate | null
  /** 開催通知: by which way and when it went to her; both null while it has not, or nobody noted it. */
  readonly invitedBy: InvitationWay | null
  readonly invitedOn: CalendarDate | null
  readonly presence: Presence
  readonly late: boolean
  readonly arrivedAt: ClockTime | null
  readonly leftEarly: boolean
  readonly leftAt: ClockTime | null
  readonly written: boolean
  readonly proxyName: string
  readonly proxyPost: string
  readonly note: string
  /** 委任状, and to whom. */
  readonly mandate: boolean
  readonly mandateTo: string
  /** 書面意見, as it was sent in. */
  readonly opinion: string
  /** 配慮: an interpreter, a place near the door. */
  readonly care: string
  /** 遅刻・早退 by the agenda: the first item she was there for, the last one. */
  readonly arrivedItemId: AgendaItemId | null
  readonly leftItemId: AgendaItemId | null
  /** 一時退席: items she was out of the room for. */
  readonly awayFor: readonly { readonly agendaItemId: AgendaItemId; readonly because: string }[]
}

export interface Invitee {
  readonly attendanceId: AttendanceId
  readonly usual: InvitationWay
  readonly reached: Reached
}

export interface Statement {
  readonly id: StatementId
  readonly agendaItemId: AgendaItemId
  readonly attendanceId: AttendanceId | null
  /** 髙橋会長, 木村（西村委員代理): as minutes name the speaker. */
  readonly speaker: string
  readonly kind: StatementKind
  readonly text: string
  /** 全文, where the text is only the 要点; '' otherwise. */
  readonly fullText: string
  readonly spokenAt: ClockTime | null
}

/** 採決 of a decision. */
export interface Vote extends VoteNumbers {
  readonly method: VoteMethod
  readonly note: string
  /** Who voted how, where it was taken by name. */
  readonly ballots: readonly { readonly attendanceId: AttendanceId; readonly choice: VoteChoice }[]
}

export interface Decision {
  readonly id: DecisionId
  readonly agendaItemId: AgendaItemId
  readonly statementId: StatementId | null
  readonly fiscalYear: number
  readonly number: number
  readonly text: string
  readonly vote: Vote | null
}

export interface Task {
  readonly id: TaskId
  readonly councilId: CouncilId
  readonly meetingId: MeetingId
  readonly agendaItemId: AgendaItemId | null
  readonly text: string
  readonly owner: string
  readonly ownerPersonId: PersonId | null
  readonly ownerOrganizationId: OrganizationId | null
  readonly dueOn: CalendarDate | null
  /** As it was said: 次回まで. */
  readonly dueText: string
  readonly status: TaskStatus
  readonly closedOn: CalendarDate | null
  /** Where it was promised: 第2回 9月17日. */
  readonly from: { readonly number: number; readonly heldOn: CalendarDate }
}

export interface MinutesVersion {
  readonly id: MinutesVersionId
  readonly version: number
  /** Local time, YYYY-MM-DDTHH:MM. */
  readonly confirmedAt: string
  readonly confirmedBy: string
  /** Why it was opened again afterwards; null while it stands. */
  readonly reopenedBecause: string | null
}

/** What a step still lacks, in the order in which a clerk would do it. */
export interface Lack {
  readonly step: MeetingStep
  readonly code:
    | 'no-agenda'
    | 'planned-minutes-missing'
    | 'over-time'
    | 'notice-not-sent'
    | 'members-not-invited'
    | 'replies-waiting'
    | 'presence-unmarked'
    | 'quorum-missed'
    | 'undecided-items'
    | 'no-statements'
    | 'tasks-without-owner'
    | 'minutes-not-confirmed'
    | 'summary-not-sent'
    | 'report-not-submitted'
  readonly count: number
  /** Names of what is lacking: titles, people. */
  readonly names: readonly string[]
  /** By the council's rule; null where there is none. */
  readonly dueOn: CalendarDate | null
}

export interface MeetingDetail extends MeetingFields {
  readonly id: MeetingId
  readonly councilId: CouncilId
  readonly councilName: string
  readonly layer: CouncilLayer
  readonly areaName: string
  readonly rules: CouncilRules
  readonly fiscalYear: number
  readonly number: number
  readonly locked: boolean
  readonly agenda: readonly AgendaItem[]
  readonly roll: readonly Attendance[]
  readonly count: AttendanceCount
  readonly quorum: number | null
  readonly statements: readonly Statement[]
  readonly decisions: readonly Decision[]
  readonly tasks: readonly Task[]
  readonly versions: readonly MinutesVersion[]
  readonly submissions: readonly {
    readonly id: SubmissionId
    readonly formName: string
    readonly submittedOn: CalendarDate
  }[]
  readonly attachments: readonly Attachment[]
  /** 議事録署名人, by seat. */
  readonly signers: readonly AttendanceId[]
  readonly deadlines: MeetingDeadlines
  readonly lacks: readonly Lack[]
}

/** 議題 left undecided and 宿題 left open, as they are offered to the next meeting. */
export interface CarryOver {
  readonly items: readonly {
    readonly id: AgendaItemId
    readonly title: string
    readonly kind: AgendaKind
    readonly outcome: AgendaOutcome
    readonly from: { readonly number: number; readonly heldOn: CalendarDate }
  }[]
  readonly tasks: readonly Task[]
  readonly promised: {
    readonly nextOn: CalendarDate | null
    readonly nextStartsAt: ClockTime | null
    readonly nextPlace: string
  } | null
}

const meetingId = id<'meeting'>()
const agendaItemId = id<'agenda-item'>()

export const meetingOperations = {
  'meetings.list': defineRead(
    z.strictObject({ councilId: id<'council'>().nullable(), fiscalYear: fiscalYear.nullable() }),
  )<readonly MeetingSummary[]>(),
  'meetings.get': defineRead(z.strictObject({ meetingId }))<MeetingDetail>(),
  /** What the next meeting of a council starts from; `meetingId` null while it is not planned yet. */
  'meetings.listCarryOver': defineRead(
    z.strictObject({ councilId: id<'council'>(), meetingId: meetingId.nullable() }),
  )<CarryOver>(),
  /** Numbers the meeting by the council's rule and fills the roll from the members in office on that day. */
  'meetings.plan': defineWrite(
    z.strictObject({
      councilId: id<'council'>(),
      heldOn: calendarDate,
      startsAt: clockTime,
      endsAt: clockTime.nullable(),
      place: lineText,
      method: z.enum(meetingMethods),
      /** null: the next number by the council's rule. */
      number: z.number().int().min(1).max(999).nullable(),
      /** The 次第 it begins with; null, or left out: the council's usual one. */
      namedAgendaId: id<'named-agenda'>().nullable().default(null),
    }),
  )<{ readonly meetingId: MeetingId }>(),
  'meetings.save': defineWrite(z.strictObject({ meetingId, meeting: meetingPatch }))<null>(),
  /** 第n回 put right; refused with `duplicate-number` where another meeting has it. */
  'meetings.renumber': defineWrite(
    z.strictObject({ meetingId, number: z.number().int().min(1).max(999) }),
  )<null>(),
  'meetings.remove': defineWrite(z.strictObject({ meetingId }))<null>(),
  /** Adds to the roll who is in office on the day and not on it yet; takes nobody off. */
  'meetings.refillRoll': defineWrite(z.strictObject({ meetingId }))<{ readonly added: number }>(),
  'meetings.addAgendaItem': defineWrite(
    z.strictObject({ meetingId, item: agendaItemFields, after: agendaItemId.nullable() }),
  )<{ readonly agendaItemId: AgendaItemId }>(),
  'meetings.saveAgendaItem': defineWrite(z.strictObject({ agendaItemId, item: agendaItemPatch }))<null>(),
  'meetings.moveAgendaItem': defineWrite(
    z.strictObject({ agendaItemId, by: z.union([z.literal(-1), z.literal(1)]) }),
  )<null>(),
  'meetings.removeAgendaItem': defineWrite(z.strictObject({ agendaItemId }))<null>(),
  /** 資料番号 in the order of the agenda, for all that have a paper; numbers of the office's own make stay. */
  'meetings.renumberPapers': defineWrite(z.strictObject({ meetingId }))<{ readonly changed: number }>(),
  /** Adds the items of another meeting, with minutes and presenters, behind those there are. */
  'meetings.copyAgenda': defineWrite(z.strictObject({ meetingId, fromMeetingId: id<'meeting'>() }))<{
    readonly added: number
  }>(),
  /** The talk about an item begins; the time it began first stays. */
  'meetings.beginItem': defineWrite(z.strictObject({ agendaItemId, at: clockTime }))<null>(),
  'meetings.setItemOutcome': defineWrite(
    z.strictObject({ agendaItemId, outcome: z.enum(agendaOutcomes) }),
  )<null>(),
  /**
   * Takes over from earlier meetings. An item is `moved` on (it ends there as 継続) or `copied` (it stays
   * open there too) or `ended` with a word why; a task is carried, or ended with a word why.
   */
  'meetings.takeCarryOver': defineWrite(
    z.strictObject({
      meetingId,
      items: z
        .array(
          z.strictObject({
            agendaItemId,
            how: z.enum(['moved', 'copied', 'ended']),
            why: lineText,
          }),
        )
        .max(500),
      tasks: z
        .array(z.strictObject({ taskId: id<'task'>(), how: z.enum(['carried', 'ended']), why: lineText }))
        .max(500),
    }),
  )<null>(),
  /** Who could sit for a member: others of the same group in the roster. */
  'meetings.listProxies': defineRead(z.strictObject({ attendanceId: id<'attendance'>() }))<
    readonly { readonly name: string; readonly post: string }[]
  >(),
  /** How each of the roll is told of the meeting unless the office says otherwise, and where the roster says they are reached. */
  'meetings.listInvitees': defineRead(z.strictObject({ meetingId }))<readonly Invitee[]>(),
}
