import { Refusal } from '#shared/contract/errors.ts'
import type { OrganizationFields } from '#shared/contract/organization-operations.ts'
import type { OrganizationId } from '#shared/domain/ids.ts'
import type { WriteContext } from '../context.ts'
import { areaNamed } from '../store/area-store.ts'
import { insertOrganization, saveOrganization, saveOrganizationSectors } from '../store/organization-store.ts'

/** Records a new group with its sectors and its area. */
export function createOrganization(context: WriteContext, fields: OrganizationFields): OrganizationId {
  const { db, ids } = context
  const { sectors, areaName, ...group } = fields
  const organizationId = ids.next<'organization'>()
  insertOrganization(
    db,
    organizationId,
    group,
    areaNamed(db, areaName, () => ids.next<'area'>()),
  )
  saveOrganizationSectors(db, organizationId, sectors, () => ids.next<'organization-sector'>())
  return organizationId
}

/** Changes a group. Older documents keep the name they were made with. Refuses with `not-found`. */
export function changeOrganization(
  { db, ids }: WriteContext,
  organizationId: OrganizationId,
  fields: OrganizationFields,
): void {
  const { sectors, areaName, ...group } = fields
  const areaId = areaNamed(db, areaName, () => ids.next<'area'>())
  if (!saveOrganization(db, organizationId, group, areaId)) throw new Refusal('not-found')
  saveOrganizationSectors(db, organizationId, sectors, () => ids.next<'organization-sector'>())
}
