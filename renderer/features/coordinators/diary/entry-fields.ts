import type { Activity, ActivityFields } from '#shared/contract/activity-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ActivityKindId, CoordinatorId } from '#shared/domain/ids.ts'

/** An entry while it is being written: its kind may not have been chosen yet. */
export interface EntryDraft extends Omit<ActivityFields, 'kindId'> {
  readonly kindId: ActivityKindId | null
}

export function blankEntry(
  today: CalendarDate,
  coordinatorId: CoordinatorId | null,
  areaName: string,
): EntryDraft {
  return {
    coordinatorIds: coordinatorId === null ? [] : [coordinatorId],
    actedOn: today,
    startsAt: null,
    endsAt: null,
    kindId: null,
    areaName,
    method: 'visit',
    place: '',
    partner: '',
    content: '',
    insight: '',
    nextStep: '',
    nextOn: null,
    meetingId: null,
    personIds: [],
    organizationIds: [],
    needIds: [],
    resourceIds: [],
    developmentIds: [],
  }
}

export function fieldsOfActivity(activity: Activity): EntryDraft {
  const ids = <Id>(named: readonly { readonly id: Id }[]): Id[] => named.map((each) => each.id)
  return {
    coordinatorIds: ids(activity.coordinators),
    actedOn: activity.actedOn,
    startsAt: activity.startsAt,
    endsAt: activity.endsAt,
    kindId: activity.kindId,
    areaName: activity.areaName,
    method: activity.method,
    place: activity.place,
    partner: activity.partner,
    content: activity.content,
    insight: activity.insight,
    nextStep: activity.nextStep,
    nextOn: activity.nextOn,
    meetingId: activity.meetingId,
    personIds: ids(activity.people),
    organizationIds: ids(activity.organizations),
    needIds: ids(activity.needs),
    resourceIds: ids(activity.resources),
    developmentIds: ids(activity.developments),
  }
}

/** The next entry like an earlier one: what is the same each time, without its day, times and words. */
export function likeEntry(draft: EntryDraft, pattern: Activity): EntryDraft {
  const { kindId, areaName, method, place, partner } = pattern
  return {
    ...draft,
    ...{ kindId, areaName, method, place, partner },
    personIds: pattern.people.map((each) => each.id),
    organizationIds: pattern.organizations.map((each) => each.id),
  }
}

/** 訪問　さくら公園　山田さん: a pattern in a few words. */
export function patternWords(pattern: Activity): string {
  const who = [...pattern.people, ...pattern.organizations].map((each) => each.name)
  return [pattern.kindName, ...who, pattern.partner, pattern.place].filter((each) => each !== '').join('　')
}
