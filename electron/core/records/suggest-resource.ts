import { Refusal } from '#shared/contract/errors.ts'
import {
  blankResource,
  type ResourceFields,
  type ResourceOrigin,
} from '#shared/contract/resource-operations.ts'
import { formatWareki } from '#shared/domain/wareki.ts'
import { getActivityById } from '../store/activity-store.ts'
import type { ReadDb } from '../store/database.ts'
import { getOrganizationById } from '../store/organization-store.ts'

/**
 * What is known already of a resource that a group offers, or that a coordinator came upon: for its form to begin with.
 *
 * @throws Refusal `not-found`
 */
export function suggestResource(db: ReadDb, origin: ResourceOrigin): ResourceFields {
  if (origin.of === 'organization') {
    const group = getOrganizationById(db, origin.id)
    if (group === undefined) throw new Refusal('not-found')
    return {
      ...blankResource,
      areaName: group.areaName,
      organizationId: group.id,
      operator: group.name,
      contact: [group.contactName, group.phone].filter((text) => text !== '').join('　'),
      place: group.address.replaceAll('\n', '　'),
      sectors: [...group.sectors],
      content: group.activities,
      source: '団体の名簿',
    }
  }
  const activity = getActivityById(db, origin.id)
  if (activity === undefined) throw new Refusal('not-found')
  const [first] = activity.organizations
  const group = first === undefined ? undefined : getOrganizationById(db, first.id)
  return {
    ...blankResource,
    areaName: activity.areaName,
    organizationId: group?.id ?? null,
    operator: group?.name ?? '',
    contact: group?.phone ?? '',
    place: activity.place,
    sectors: [...(group?.sectors ?? [])],
    content: activity.content,
    source: `活動記録（${formatWareki(activity.actedOn)}）`,
  }
}
