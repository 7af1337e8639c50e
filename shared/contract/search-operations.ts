import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { TextRange } from '#shared/domain/found-places.ts'
import type {
  ActivityId,
  AgendaItemId,
  DecisionId,
  MeetingId,
  OrganizationId,
  PersonId,
  StatementId,
  TaskId,
} from '#shared/domain/ids.ts'
import type { MeetingStep } from '#shared/domain/meeting.ts'
import { fiscalYear, id, lineText } from './fields.ts'
import { defineRead } from './operation.ts'

/** In the order in which they are shown: few and firm first, the talk last. */
export const foundKinds = [
  'person',
  'organization',
  'meeting',
  'decision',
  'task',
  'agenda-item',
  'statement',
  'activity',
] as const
export type FoundKind = (typeof foundKinds)[number]
export const foundKindNames: Readonly<Record<FoundKind, string>> = {
  person: '人',
  organization: '団体',
  meeting: '会議',
  decision: '決定',
  task: '宿題',
  'agenda-item': '議題',
  statement: '発言',
  activity: '活動',
}

/** Where something found stands, to be opened there. */
export type FoundPlace =
  | { readonly part: 'person'; readonly personId: PersonId }
  /** 名簿, narrowed to the people of a group. */
  | { readonly part: 'organization'; readonly organizationId: OrganizationId; readonly name: string }
  /** The diary of the コーディネーター, on that day. */
  | { readonly part: 'activity'; readonly activityId: ActivityId; readonly actedOn: CalendarDate }
  | {
      readonly part: 'meeting'
      readonly meetingId: MeetingId
      readonly step: MeetingStep
      readonly councilName: string
      readonly number: number
      readonly heldOn: CalendarDate
      /** What is brought into sight there. */
      readonly at: StatementId | DecisionId | TaskId | AgendaItemId | null
    }

export interface Found {
  readonly kind: FoundKind
  readonly id: string
  /** The text in which it was found, cut out around it where it is long. */
  readonly text: string
  /** What was found, to be marked: from and up to, in `text`. */
  readonly ranges: readonly TextRange[]
  /** A word beside it: who said it, whose task it is, the group of a person. */
  readonly beside: string
  readonly place: FoundPlace
}

export const searchOperations = {
  /** All that was said, decided, promised and planned, people and groups, by any part of them from one character up. Newest first within a kind. */
  'search.find': defineRead(
    z.strictObject({
      text: lineText,
      councilId: id<'council'>().nullable().default(null),
      fiscalYear: fiscalYear.nullable().default(null),
      /** Empty: all. */
      kinds: z.array(z.enum(foundKinds)).max(foundKinds.length).default([]),
      /** Part of the name or kana of who spoke, or whose task it is; empty: anybody. */
      speaker: lineText.default(''),
      limit: z.number().int().min(1).max(500).default(50),
    }),
  )<readonly Found[]>(),
}
