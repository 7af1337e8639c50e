import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Sector } from '#shared/domain/sectors.ts'
import type { OutreachId } from '#shared/domain/ids.ts'
import type { KindFlow } from '#shared/domain/town-flow.ts'
import type { FollowUp } from './activity-operations.ts'
import { id } from './fields.ts'
import type { Lack, MeetingSummary, Task } from './meeting-operations.ts'
import type { WaitingNeed } from './need-operations.ts'
import type { WaitingProposal } from './proposal-operations.ts'
import { defineRead } from './operation.ts'

export interface Home {
  readonly next: (MeetingSummary & { readonly lacks: readonly Lack[]; readonly daysLeft: number }) | null
  /** Meetings of the past whose minutes or report are not done. */
  readonly unfinished: readonly (MeetingSummary & { readonly lacks: readonly Lack[] })[]
  /** Open tasks, overdue first. */
  readonly tasks: readonly Task[]
  readonly openTaskCount: number
  readonly overdueTaskCount: number
  /** Replies that have not come, by meeting. */
  readonly waiting: readonly {
    readonly meeting: MeetingSummary
    readonly names: readonly string[]
  }[]
  /** 呼びかけ that go on and whose next step is due within a week, the longest due first. */
  readonly outreach: readonly {
    readonly id: OutreachId
    readonly who: string
    readonly nextStep: string
    readonly nextOn: CalendarDate
  }[]
  /** Seats whose term ends within 90 days. */
  readonly endingTerms: readonly { readonly name: string; readonly termTo: CalendarDate }[]
  /** 地域課題 passed to another layer that wait for its answer, the longest first. */
  readonly waitingNeeds: readonly WaitingNeed[]
  /** 提案・要望 handed in and not answered yet, the longest first. */
  readonly waitingProposals: readonly WaitingProposal[]
  /** このまちの今: the needs since April by kind, as far as they have come. */
  readonly flow: readonly KindFlow[]
  /** Who is missing at the table of the council being worked on, as 参画 says it; empty for all councils at once. */
  readonly gaps: readonly { readonly sector: Sector; readonly name: string }[]
  /** 次の対応 of the coordinators' diary that is due within a week, the longest due first. */
  readonly followUps: readonly FollowUp[]
  /** 地域資源 that nobody has checked for a year. */
  readonly resourcesToCheck: number
  /** Who sits at the table: members in office, by sector; a person counts in each of hers. */
  readonly table: {
    readonly members: number
    readonly bySector: Readonly<Record<Sector, number>>
    readonly crossing: number
    readonly without: number
  }
}

export const homeOperations = {
  'home.get': defineRead(z.strictObject({ councilId: id<'council'>().nullable() }))<Home>(),
}
