import { z } from 'zod'
import {
  activityHeadings,
  type ActivityHeading,
  activityMethods,
  activityUnits,
} from '#shared/domain/activity.ts'
import type { ActivityKind } from '#shared/domain/activity-kinds.ts'
import type { YearFigures } from '#shared/domain/activity-figures.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type {
  ActivityId,
  ActivityKindId,
  CoordinatorId,
  DevelopmentId,
  NeedId,
  OrganizationId,
  PersonId,
  ResourceId,
} from '#shared/domain/ids.ts'
import {
  calendarDate,
  clockTime,
  fiscalYear,
  id,
  lineText,
  longText,
  requiredLine,
  requiredLongText,
} from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

const activityId = id<'activity'>()
const several = 50

export const activityFields = z.strictObject({
  /** Whose diary it stands in; several of them at one meeting share one entry. */
  coordinatorIds: z.array(id<'coordinator'>()).min(1).max(20),
  actedOn: calendarDate,
  startsAt: clockTime.nullable(),
  /** Earlier than it began: after midnight. Not without a beginning. */
  endsAt: clockTime.nullable(),
  kindId: id<'activity-kind'>(),
  /** Empty: everywhere. */
  areaName: lineText,
  method: z.enum(activityMethods),
  place: lineText,
  /** 相手先, in words: what the roster does not have. */
  partner: lineText,
  content: requiredLongText,
  /** 気づき. */
  insight: longText,
  /** 次の対応, with its day; empty: nothing is left to do. */
  nextStep: lineText,
  nextOn: calendarDate.nullable(),
  /** The meeting it was at. */
  meetingId: id<'meeting'>().nullable(),
  personIds: z.array(id<'person'>()).max(several),
  organizationIds: z.array(id<'organization'>()).max(several),
  needIds: z.array(id<'need'>()).max(several),
  resourceIds: z.array(id<'resource'>()).max(several),
  developmentIds: z.array(id<'development'>()).max(several),
})
export type ActivityFields = z.infer<typeof activityFields>

interface Named<Id> {
  readonly id: Id
  readonly name: string
}

export interface Activity extends Omit<
  ActivityFields,
  'coordinatorIds' | 'personIds' | 'organizationIds' | 'needIds' | 'resourceIds' | 'developmentIds'
> {
  readonly id: ActivityId
  readonly kindName: string
  readonly heading: ActivityHeading
  readonly meetingName: string
  readonly nextDoneOn: CalendarDate | null
  readonly coordinators: readonly Named<CoordinatorId>[]
  readonly people: readonly Named<PersonId>[]
  readonly organizations: readonly Named<OrganizationId>[]
  readonly needs: readonly Named<NeedId>[]
  readonly resources: readonly Named<ResourceId>[]
  readonly developments: readonly Named<DevelopmentId>[]
}

export const activityKindFields = z.strictObject({
  heading: z.enum(activityHeadings),
  name: requiredLine,
  unit: z.enum(activityUnits),
})

/** For the home screen and the diary: 次の対応 that nobody has done yet. */
export interface FollowUp {
  readonly activityId: ActivityId
  readonly nextStep: string
  readonly nextOn: CalendarDate | null
  readonly actedOn: CalendarDate
  readonly who: string
}

export interface TiedActivity {
  readonly id: ActivityId
  readonly actedOn: CalendarDate
  readonly content: string
  readonly who: string
}

export const activityOperations = {
  /** Of a span of days, newest first. */
  'activities.list': defineRead(
    z.strictObject({
      from: calendarDate,
      to: calendarDate,
      coordinatorId: id<'coordinator'>().nullable(),
    }),
  )<readonly Activity[]>(),
  'activities.get': defineRead(z.strictObject({ activityId }))<Activity>(),
  /** Entries that are tied to a record, newest first. */
  'activities.of': defineRead(
    z.discriminatedUnion('of', [
      z.strictObject({ of: z.literal('need'), id: id<'need'>() }),
      z.strictObject({ of: z.literal('resource'), id: id<'resource'>() }),
      z.strictObject({ of: z.literal('development'), id: id<'development'>() }),
      z.strictObject({ of: z.literal('organization'), id: id<'organization'>() }),
    ]),
  )<readonly TiedActivity[]>(),
  /** The last entries that differ in more than day and words, newest first: to begin the next one from. */
  'activities.patterns': defineRead(z.strictObject({ coordinatorId: id<'coordinator'>().nullable() }))<
    readonly Activity[]
  >(),
  'activities.figures': defineRead(
    z.strictObject({
      fiscalYear,
      coordinatorId: id<'coordinator'>().nullable(),
      areaName: lineText.nullable(),
    }),
  )<YearFigures>(),
  /** The longest due first; those without a day last. */
  'activities.followUps': defineRead(z.strictObject({}))<readonly FollowUp[]>(),
  /** Refused with `end-without-start` where it ends without having begun. */
  'activities.add': defineWrite(z.strictObject({ activity: activityFields }))<{
    readonly activityId: ActivityId
  }>(),
  'activities.save': defineWrite(z.strictObject({ activityId, activity: activityFields }))<null>(),
  'activities.remove': defineWrite(z.strictObject({ activityId }))<null>(),
  'activities.restore': defineWrite(z.strictObject({ activityId }))<null>(),
  /** 次の対応 is done on that day, or open again with null. */
  'activities.setFollowedUp': defineWrite(
    z.strictObject({ activityId, doneOn: calendarDate.nullable() }),
  )<null>(),
  /** I was there as well: the same entry, one more coordinator. */
  'activities.join': defineWrite(z.strictObject({ activityId, coordinatorId: id<'coordinator'>() }))<null>(),

  'activityKinds.list': defineRead(z.strictObject({}))<readonly ActivityKind[]>(),
  'activityKinds.add': defineWrite(z.strictObject({ kind: activityKindFields }))<{
    readonly kindId: ActivityKindId
  }>(),
  'activityKinds.save': defineWrite(
    z.strictObject({ kindId: id<'activity-kind'>(), kind: activityKindFields }),
  )<null>(),
  /** Refused with `in-use-elsewhere` where the diary has it. */
  /** Within its heading; at the end of it nothing happens. */
  'activityKinds.move': defineWrite(
    z.strictObject({ kindId: id<'activity-kind'>(), by: z.literal([-1, 1]) }),
  )<null>(),
  'activityKinds.remove': defineWrite(z.strictObject({ kindId: id<'activity-kind'>() }))<null>(),
}
