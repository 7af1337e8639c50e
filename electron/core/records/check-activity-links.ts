import type { Activity, ActivityFields } from '#shared/contract/activity-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { listActivityKinds } from '../store/activity-store.ts'
import { getCoordinatorById } from '../store/coordinator-store.ts'
import type { ReadDb } from '../store/database.ts'
import { getDevelopmentById } from '../store/development-store.ts'
import { getMeetingById } from '../store/meeting-store.ts'
import { getNeedById } from '../store/need-store.ts'
import { getOrganizationById } from '../store/organization-store.ts'
import { getPersonById } from '../store/person-store.ts'
import { getResourceById } from '../store/resource-store.ts'

/**
 * Refuses with `not-found` where an entry names a record that is not there. What it named before may have gone since:
 * an old entry can still be put right.
 */
export function checkActivityLinks(db: ReadDb, fields: ActivityFields, before: Activity | null): void {
  const require = <Id extends string>(
    wanted: readonly Id[],
    known: readonly { readonly id: Id }[],
    find: (id: Id) => unknown,
  ): void => {
    for (const id of wanted) {
      if (!known.some((each) => each.id === id) && !find(id)) throw new Refusal('not-found')
    }
  }
  const none = [] as const
  require(fields.coordinatorIds, before?.coordinators ?? none, (id) => getCoordinatorById(db, id))
  require(fields.personIds, before?.people ?? none, (id) => getPersonById(db, id))
  require(fields.organizationIds, before?.organizations ?? none, (id) => getOrganizationById(db, id))
  require(fields.needIds, before?.needs ?? none, (id) => getNeedById(db, id))
  require(fields.resourceIds, before?.resources ?? none, (id) => getResourceById(db, id))
  require(fields.developmentIds, before?.developments ?? none, (id) => getDevelopmentById(db, id))
  if (
    fields.meetingId !== null &&
    fields.meetingId !== before?.meetingId &&
    !getMeetingById(db, fields.meetingId)
  ) {
    throw new Refusal('not-found')
  }
  const { kindId } = fields
  if (kindId !== before?.kindId && !listActivityKinds(db).some((kind) => kind.id === kindId)) {
    throw new Refusal('not-found')
  }
}
