import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { councilLayers } from '#shared/domain/council.ts'
import type {
  CandidateId,
  CoordinatorId,
  DecisionId,
  MeetingId,
  SelectionId,
  StatementId,
} from '#shared/domain/ids.ts'
import { consents, type Deliberation, type SelectionState } from '#shared/domain/selection.ts'
import { coordinatorFields } from './coordinator-operations.ts'
import { calendarDate, id, lineText, longText, requiredLongText } from './fields.ts'
import type { LinkedMeeting } from './need-operations.ts'
import { defineRead, defineWrite } from './operation.ts'

const selectionId = id<'selection'>()
const candidateId = id<'selection-candidate'>()

export const selectionFields = z.strictObject({
  /** The council that chooses. */
  councilId: id<'council'>(),
  layer: z.literal(councilLayers),
  /** Empty: the whole town. */
  areaName: lineText,
  /** 選ぶめやす: what the council looks for. */
  criteria: longText,
  openedOn: calendarDate,
})
export type SelectionFields = z.infer<typeof selectionFields>

export const candidateFields = z.strictObject({
  personId: id<'person'>(),
  proposedBy: lineText,
  /** 推薦のわけ. */
  reason: longText,
  consent: z.enum(consents),
  consentedOn: calendarDate.nullable(),
})
export type CandidateFields = z.infer<typeof candidateFields>

export interface Candidate extends CandidateFields {
  readonly id: CandidateId
  readonly name: string
  /** Group and post of today. */
  readonly belongs: string
}

export interface SelectionStatement {
  readonly id: StatementId
  readonly meetingId: MeetingId
  readonly speaker: string
  readonly text: string
}

export interface SelectionDecision {
  readonly id: DecisionId
  readonly meetingId: MeetingId
  readonly number: number
  readonly text: string
}

export interface Selection extends SelectionFields {
  readonly id: SelectionId
  readonly councilName: string
  readonly state: SelectionState
  readonly candidates: readonly Candidate[]
  readonly chosenId: CandidateId | null
  readonly decidedOn: CalendarDate | null
  readonly because: string
  readonly meetings: readonly LinkedMeeting[]
  readonly statements: readonly SelectionStatement[]
  readonly decision: SelectionDecision | null
  readonly deliberation: Deliberation
  readonly recommendedOn: CalendarDate | null
  /** Whom it led to, where the appointment is recorded. */
  readonly coordinatorId: CoordinatorId | null
  readonly appointedFrom: CalendarDate | null
  readonly appointedTo: CalendarDate | null
}

/** What was said and decided at a meeting, to be tied to a choice. */
export interface MeetingWords {
  readonly statements: readonly SelectionStatement[]
  readonly decisions: readonly SelectionDecision[]
}

export const selectionOperations = {
  /** Newest first. */
  'selections.list': defineRead(z.strictObject({ councilId: id<'council'>().nullable() }))<
    readonly Selection[]
  >(),
  'selections.wordsOfMeetings': defineRead(z.strictObject({ selectionId }))<MeetingWords>(),
  'selections.add': defineWrite(z.strictObject({ selection: selectionFields }))<{
    readonly selectionId: SelectionId
  }>(),
  'selections.save': defineWrite(z.strictObject({ selectionId, selection: selectionFields }))<null>(),
  'selections.remove': defineWrite(z.strictObject({ selectionId }))<null>(),
  'selections.restore': defineWrite(z.strictObject({ selectionId }))<null>(),
  /** Refused with `conflict` where the person stands already. */
  'selections.addCandidate': defineWrite(z.strictObject({ selectionId, candidate: candidateFields }))<{
    readonly candidateId: CandidateId
  }>(),
  'selections.saveCandidate': defineWrite(
    z.strictObject({ candidateId, candidate: candidateFields }),
  )<null>(),
  /** Refused with `conflict` for the one that was chosen. */
  'selections.removeCandidate': defineWrite(z.strictObject({ candidateId }))<null>(),
  'selections.linkMeeting': defineWrite(
    z.strictObject({ selectionId, meetingId: id<'meeting'>(), linked: z.boolean() }),
  )<null>(),
  /** Of a meeting that is linked. */
  'selections.linkStatement': defineWrite(
    z.strictObject({ selectionId, statementId: id<'statement'>(), linked: z.boolean() }),
  )<null>(),
  'selections.setDecision': defineWrite(
    z.strictObject({ selectionId, decisionId: id<'decision'>().nullable() }),
  )<null>(),
  /** Refused with `no-consent` where the candidate has not agreed. */
  'selections.decide': defineWrite(
    z.strictObject({ selectionId, candidateId, decidedOn: calendarDate, because: requiredLongText }),
  )<null>(),
  'selections.stop': defineWrite(z.strictObject({ selectionId, because: requiredLongText }))<null>(),
  /** Refused with `conflict` once somebody was appointed by it. */
  'selections.reopen': defineWrite(z.strictObject({ selectionId }))<null>(),
  'selections.setRecommended': defineWrite(
    z.strictObject({ selectionId, recommendedOn: calendarDate.nullable() }),
  )<null>(),
  /** The one who was chosen takes office. */
  'selections.appoint': defineWrite(
    z.strictObject({ selectionId, coordinator: coordinatorFields.omit({ personId: true }) }),
  )<{ readonly coordinatorId: CoordinatorId }>(),
}
