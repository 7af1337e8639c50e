import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type {
  BriefingId,
  CouncilId,
  DecisionId,
  Id,
  MeetingId,
  ProposalId,
  ProposalStepId,
  StatementId,
} from '#shared/domain/ids.ts'
import { answerKinds, briefingAudiences, proposalKinds, type ProposalState } from '#shared/domain/proposal.ts'
import { calendarDate, clockTime, id, lineText, longText, requiredLine } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

/** 働きかけ: 提案・要望 to the municipality, and 説明会. */

const proposalId = id<'proposal'>()
const briefingId = id<'briefing'>()

export const signatory = z.strictObject({
  /** Null: the council itself, or a group that is not in the roster. */
  organizationId: id<'organization'>().nullable(),
  name: requiredLine,
  post: lineText,
  person: lineText,
})
export type Signatory = z.infer<typeof signatory>

export const proposalFields = z.strictObject({
  councilId: id<'council'>(),
  kind: z.enum(proposalKinds),
  title: requiredLine,
  addressee: lineText,
  documentNumber: lineText,
  writtenOn: calendarDate,
  reason: longText,
  /** What is asked for, a line each. */
  asks: longText,
  answerDueOn: calendarDate.nullable(),
  signatories: z.array(signatory).max(60),
})
export type ProposalFields = z.infer<typeof proposalFields>

/** Handed in, answered, closed; an answer needs the day on which it was handed in, and words. */
export const proposalProgress = z
  .strictObject({
    handedOn: calendarDate.nullable(),
    receivedBy: lineText,
    answeredOn: calendarDate.nullable(),
    answerKind: z.enum(answerKinds).nullable(),
    answer: longText,
    closedOn: calendarDate.nullable(),
    closedBecause: lineText,
  })
  .refine(({ answeredOn, answer }) => answeredOn === null || answer.trim() !== '', { path: ['answer'] })
export type ProposalProgressFields = z.infer<typeof proposalProgress>

export interface ProposalRow extends ProposalProgressFields {
  readonly id: ProposalId
  readonly councilId: CouncilId
  readonly councilName: string
  readonly kind: ProposalFields['kind']
  readonly title: string
  readonly addressee: string
  readonly writtenOn: CalendarDate
  readonly answerDueOn: CalendarDate | null
  readonly state: ProposalState
  readonly signatoryCount: number
}

export interface ProposalStep {
  readonly id: ProposalStepId
  readonly text: string
  readonly dueOn: CalendarDate | null
  readonly doneOn: CalendarDate | null
}

/** Where it was prepared. */
export interface ProposalLink {
  readonly id: Id<'proposal-meeting'>
  readonly meetingId: MeetingId
  readonly councilName: string
  readonly number: number
  readonly heldOn: CalendarDate
  readonly decision: { readonly id: DecisionId; readonly number: number; readonly text: string } | null
  readonly statement: { readonly id: StatementId; readonly text: string } | null
}

export interface ProposalDetail extends ProposalRow {
  readonly documentNumber: string
  readonly reason: string
  readonly asks: string
  readonly signatories: readonly Signatory[]
  readonly meetings: readonly ProposalLink[]
  readonly steps: readonly ProposalStep[]
}

/** For the home screen. */
export interface WaitingProposal {
  readonly proposalId: ProposalId
  readonly title: string
  readonly addressee: string
  readonly handedOn: CalendarDate
  readonly answerDueOn: CalendarDate | null
}

const stepFields = z.strictObject({
  text: requiredLine,
  dueOn: calendarDate.nullable(),
  doneOn: calendarDate.nullable(),
})
const count = z.number().int().min(0).max(9999)

export const briefingFields = z.strictObject({
  councilId: id<'council'>(),
  title: requiredLine,
  audience: z.enum(briefingAudiences),
  heldOn: calendarDate,
  startsAt: clockTime.nullable(),
  endsAt: clockTime.nullable(),
  place: lineText,
  speakers: lineText,
  content: longText,
  papers: lineText,
  residents: count,
  cityStaff: count,
  others: count,
  reactions: longText,
  nextStep: lineText,
})
export type BriefingFields = z.infer<typeof briefingFields>
export interface Briefing extends BriefingFields {
  readonly id: BriefingId
  readonly councilName: string
}

export const proposalOperations = {
  /** Of a council or of all, the newest first. */
  'proposals.list': defineRead(z.strictObject({ councilId: id<'council'>().nullable() }))<
    readonly ProposalRow[]
  >(),
  'proposals.get': defineRead(z.strictObject({ proposalId }))<ProposalDetail>(),
  'proposals.add': defineWrite(z.strictObject({ proposal: proposalFields }))<{
    readonly proposalId: ProposalId
  }>(),
  'proposals.save': defineWrite(z.strictObject({ proposalId, proposal: proposalFields }))<null>(),
  'proposals.remove': defineWrite(z.strictObject({ proposalId }))<null>(),
  'proposals.restore': defineWrite(z.strictObject({ proposalId }))<null>(),
  /** Refused with `end-before-start` where an answer comes before it was handed in, or without that. */
  'proposals.setProgress': defineWrite(z.strictObject({ proposalId, progress: proposalProgress }))<null>(),
  /** The meeting, and there the decision or the statement. */
  'proposals.linkMeeting': defineWrite(
    z.strictObject({
      proposalId,
      meetingId: id<'meeting'>(),
      decisionId: id<'decision'>().nullable(),
      statementId: id<'statement'>().nullable(),
    }),
  )<null>(),
  'proposals.unlinkMeeting': defineWrite(z.strictObject({ linkId: id<'proposal-meeting'>() }))<null>(),
  'proposals.addStep': defineWrite(z.strictObject({ proposalId, step: stepFields }))<{
    readonly stepId: ProposalStepId
  }>(),
  'proposals.saveStep': defineWrite(
    z.strictObject({ stepId: id<'proposal-step'>(), step: stepFields }),
  )<null>(),
  'proposals.removeStep': defineWrite(z.strictObject({ stepId: id<'proposal-step'>() }))<null>(),

  'briefings.list': defineRead(z.strictObject({ councilId: id<'council'>().nullable() }))<
    readonly Briefing[]
  >(),
  'briefings.add': defineWrite(z.strictObject({ briefing: briefingFields }))<{
    readonly briefingId: BriefingId
  }>(),
  'briefings.save': defineWrite(z.strictObject({ briefingId, briefing: briefingFields }))<null>(),
  'briefings.remove': defineWrite(z.strictObject({ briefingId }))<null>(),
  'briefings.restore': defineWrite(z.strictObject({ briefingId }))<null>(),
}
