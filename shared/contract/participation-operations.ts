import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { MembershipId, OrganizationId, OutreachId, PersonId } from '#shared/domain/ids.ts'
import { outreachAnswers, outreachChannels } from '#shared/domain/outreach.ts'
import {
  type CandidateGroup,
  type Gap,
  isGroupColumn,
  type Need,
  type TableCount,
  type TableMember,
} from '#shared/domain/participation.ts'
import { sectors, type Sector } from '#shared/domain/sectors.ts'
import { calendarDate, id, lineText, longText, requiredLine } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'
import { membershipFields } from './roster-operations.ts'

const groupColumn = z.string().refine(isGroupColumn)

export interface SeatedMember extends TableMember {
  readonly personId: PersonId
}

export interface Participation {
  readonly members: readonly SeatedMember[]
  readonly needs: readonly Need[]
  /** Cells that lack somebody, with how many groups of the area would fill them. */
  readonly gaps: readonly (Gap & { readonly candidates: number })[]
  /** 地域課題 of the council that are not settled, by the sectors they concern: what speaks for filling a gap. */
  readonly openNeeds: Readonly<Record<Sector, number>>
  /** The table at the end of each 年度, on the day asked about for the last one. Groups and sectors as they are known now. */
  readonly years: readonly (TableCount & { readonly fiscalYear: number; readonly on: CalendarDate })[]
}

export interface Candidate extends CandidateGroup {
  readonly organizationId: OrganizationId
  readonly areaName: string
}

export const outreachFields = z.strictObject({
  councilId: id<'council'>(),
  organizationId: id<'organization'>().nullable(),
  personId: id<'person'>().nullable(),
  /** Whom the office speaks to, where that is nobody of the roster. */
  contactName: lineText,
  /** The gap it is for; null where it is for none in particular. */
  sector: z.enum(sectors).nullable(),
  column: groupColumn.nullable(),
  /** The 地域課題 it is to help with; null for none. */
  needId: id<'need'>().nullable().default(null),
  askedOn: calendarDate,
  askedBy: requiredLine,
  channel: z.enum(outreachChannels),
  answer: z.enum(outreachAnswers),
  answerNote: longText,
  nextStep: lineText,
  nextOn: calendarDate.nullable(),
})
export type OutreachFields = z.infer<typeof outreachFields>

export interface Outreach extends OutreachFields {
  readonly id: OutreachId
  readonly organizationName: string
  readonly personName: string
  readonly sector: Sector | null
  /** What the need it is for says; '' for none. */
  readonly needText: string
  readonly endedOn: CalendarDate | null
  readonly endedBecause: string
  readonly membershipId: MembershipId | null
}

export const participationOperations = {
  'participation.get': defineRead(
    z.strictObject({ councilId: id<'council'>(), on: calendarDate }),
  )<Participation>(),
  /** Groups that would fill a gap, likeliest first. */
  'participation.suggest': defineRead(
    z.strictObject({
      councilId: id<'council'>(),
      sector: z.enum(sectors),
      column: groupColumn,
      on: calendarDate,
    }),
  )<readonly Candidate[]>(),
  'participation.setNeed': defineWrite(
    z.strictObject({
      councilId: id<'council'>(),
      sector: z.enum(sectors),
      column: groupColumn,
      needed: z.boolean(),
    }),
  )<null>(),
  'outreach.list': defineRead(z.strictObject({ councilId: id<'council'>().nullable() }))<
    readonly Outreach[]
  >(),
  'outreach.add': defineWrite(z.strictObject({ outreach: outreachFields }))<{
    readonly outreachId: OutreachId
  }>(),
  'outreach.save': defineWrite(
    z.strictObject({ outreachId: id<'outreach'>(), outreach: outreachFields }),
  )<null>(),
  /** Ends without a seat; the reason is kept. */
  'outreach.end': defineWrite(
    z.strictObject({ outreachId: id<'outreach'>(), because: requiredLine }),
  )<null>(),
  /** Ends in a seat: of somebody in the roster, or of somebody new, who then belongs to the group that was asked. */
  'outreach.seat': defineWrite(
    z.strictObject({
      outreachId: id<'outreach'>(),
      person: z.union([
        z.strictObject({ personId: id<'person'>() }),
        z.strictObject({ name: requiredLine, kana: lineText, post: lineText }),
      ]),
      membership: membershipFields,
      /** Why the seat is right although limit or term say otherwise. */
      despite: lineText.default(''),
    }),
  )<{ readonly personId: PersonId; readonly membershipId: MembershipId }>(),
  /** Goes on after all: takes its end back. Refused with `conflict` once there is a seat. */
  'outreach.reopen': defineWrite(z.strictObject({ outreachId: id<'outreach'>() }))<null>(),
  'outreach.remove': defineWrite(z.strictObject({ outreachId: id<'outreach'>() }))<null>(),
  'outreach.restore': defineWrite(z.strictObject({ outreachId: id<'outreach'>() }))<null>(),
}
