import type { Activity, ActivityFields, activityOperations } from '#shared/contract/activity-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { yearFigures } from '#shared/domain/activity-figures.ts'
import type { ActivityId } from '#shared/domain/ids.ts'
import { moveInList } from '#shared/domain/move-in-list.ts'
import type { Handlers, OperationsOf, WriteContext } from '../context.ts'
import { areaOfName } from '../records/area-of-name.ts'
import { checkActivityLinks } from '../records/check-activity-links.ts'
import { entriesOf } from '../records/read-coordinator-paper.ts'
import {
  addActivityKind,
  isActivityKindUsed,
  orderActivityKinds,
  removeActivityKind,
  saveActivityKind,
} from '../store/activity-kind-store.ts'
import {
  addActivity,
  getActivityById,
  linkCoordinator,
  listActivities,
  listActivityKinds,
  listFollowUps,
  listLastActivities,
  listTiedActivities,
  saveActivity,
  saveActivityLinks,
  setActivityRemoved,
  setFollowedUp,
} from '../store/activity-store.ts'
import { getCoordinatorById } from '../store/coordinator-store.ts'
import type { ReadDb } from '../store/database.ts'

/** How far back patterns are looked for, and how many are offered. */
const looked = 60
const offered = 8

function known(db: ReadDb, activityId: ActivityId): Activity {
  const activity = getActivityById(db, activityId)
  if (!activity) throw new Refusal('not-found')
  return activity
}

/** What the next entry may be like: kind, way, place and people, whatever day and words. */
function patternOf(activity: Activity): string {
  const { kindId, method, place, partner, areaName } = activity
  const people = [...activity.people, ...activity.organizations].map((each) => each.id)
  return JSON.stringify([kindId, method, place, partner, areaName, people])
}

function write(
  context: WriteContext,
  activityId: ActivityId,
  activity: ActivityFields,
  before: Activity | null,
) {
  const { db, ids } = context
  if (activity.endsAt !== null && activity.startsAt === null) {
    throw new Refusal('invalid-input', { fields: ['endsAt'] })
  }
  checkActivityLinks(db, activity, before)
  const areaId = areaOfName(context, activity.areaName)
  if (before === null) addActivity(db, activityId, activity, areaId)
  else saveActivity(db, activityId, activity, areaId)
  // Without a next step there is nothing that could be done.
  if (before !== null && activity.nextStep === '' && before.nextDoneOn !== null) {
    setFollowedUp(db, activityId, null)
  }
  saveActivityLinks(db, activityId, activity, () => ids.next())
}

type ActivityOperation = OperationsOf<typeof activityOperations>
type KindOperation = Extract<ActivityOperation, `activityKinds.${string}`>

const diaryHandlers: Handlers<Exclude<ActivityOperation, KindOperation>> = {
  'activities.list': ({ db }, { from, to, coordinatorId }) => listActivities(db, from, to, coordinatorId),
  'activities.get': ({ db }, { activityId }) => known(db, activityId),
  'activities.of': ({ db }, { of, id }) => listTiedActivities(db, of, id),
  'activities.patterns': ({ db }, { coordinatorId }) => {
    const seen = new Set<string>()
    return listLastActivities(db, coordinatorId, looked)
      .filter((each) => {
        const fresh = !seen.has(patternOf(each))
        seen.add(patternOf(each))
        return fresh
      })
      .slice(0, offered)
  },
  'activities.figures': ({ db }, { fiscalYear, coordinatorId, areaName }) => {
    const entries = entriesOf({ db }, fiscalYear, coordinatorId).filter(
      (each) => areaName === null || each.areaName === areaName,
    )
    return yearFigures(entries, listActivityKinds(db), fiscalYear)
  },
  'activities.followUps': ({ db }) => listFollowUps(db),
  'activities.add': (context, { activity }) => {
    const activityId = context.ids.next<'activity'>()
    write(context, activityId, activity, null)
    return { activityId }
  },
  'activities.save': (context, { activityId, activity }) => {
    write(context, activityId, activity, known(context.db, activityId))
    return null
  },
  'activities.remove': ({ db, today, now }, { activityId }) => {
    if (!setActivityRemoved(db, activityId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'activities.restore': ({ db }, { activityId }) => {
    if (!setActivityRemoved(db, activityId, null)) throw new Refusal('not-found')
    return null
  },
  'activities.setFollowedUp': ({ db }, { activityId, doneOn }) => {
    if (!setFollowedUp(db, activityId, doneOn)) throw new Refusal('not-found')
    return null
  },
  'activities.join': ({ db, ids }, { activityId, coordinatorId }) => {
    const activity = known(db, activityId)
    if (!getCoordinatorById(db, coordinatorId)) throw new Refusal('not-found')
    if (!activity.coordinators.some((each) => each.id === coordinatorId)) {
      linkCoordinator(db, ids.next(), activityId, coordinatorId)
    }
    return null
  },
}

const kindHandlers: Handlers<KindOperation> = {
  'activityKinds.list': ({ db }) => listActivityKinds(db),
  'activityKinds.add': ({ db, ids }, { kind }) => {
    const kindId = ids.next<'activity-kind'>()
    addActivityKind(db, kindId, kind)
    return { kindId }
  },
  'activityKinds.save': ({ db }, { kindId, kind }) => {
    if (!saveActivityKind(db, kindId, kind)) throw new Refusal('not-found')
    return null
  },
  'activityKinds.move': ({ db }, { kindId, by }) => {
    const kinds = listActivityKinds(db)
    const kind = kinds.find((each) => each.id === kindId)
    if (kind === undefined) throw new Refusal('not-found')
    const moved = moveInList(kinds, kind, by, (other) => other.heading === kind.heading)
    if (moved !== null)
      orderActivityKinds(
        db,
        moved.map((each) => each.id),
      )
    return null
  },
  'activityKinds.remove': ({ db, today, now }, { kindId }) => {
    if (isActivityKindUsed(db, kindId)) throw new Refusal('in-use-elsewhere')
    if (!removeActivityKind(db, kindId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
}

export const activityHandlers: Handlers<ActivityOperation> = { ...diaryHandlers, ...kindHandlers }
