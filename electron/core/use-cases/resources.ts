import { Refusal } from '#shared/contract/errors.ts'
import type { resourceOperations } from '#shared/contract/resource-operations.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { areaOfName } from '../records/area-of-name.ts'
import {
  addResource,
  checkResource,
  listResources,
  saveResource,
  setResourceRemoved,
} from '../store/resource-store.ts'
import { saveSectors } from '../store/sector-rows.ts'

export const resourceHandlers: Handlers<OperationsOf<typeof resourceOperations>> = {
  'resources.list': ({ db }) => listResources(db),
  'resources.add': (context, { resource }) => {
    const { db, ids } = context
    const resourceId = ids.next<'resource'>()
    addResource(db, resourceId, resource, areaOfName(context, resource.areaName))
    saveSectors(db, 'resource_sectors', resourceId, resource.sectors, () => ids.next())
    return { resourceId }
  },
  'resources.save': (context, { resourceId, resource }) => {
    const { db, ids } = context
    if (!saveResource(db, resourceId, resource, areaOfName(context, resource.areaName))) {
      throw new Refusal('not-found')
    }
    saveSectors(db, 'resource_sectors', resourceId, resource.sectors, () => ids.next())
    return null
  },
  'resources.remove': ({ db, today, now }, { resourceId }) => {
    if (!setResourceRemoved(db, resourceId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'resources.restore': ({ db }, { resourceId }) => {
    if (!setResourceRemoved(db, resourceId, null)) throw new Refusal('not-found')
    return null
  },
  'resources.check': ({ db }, { resourceId, checkedOn, checkedBy }) => {
    if (!checkResource(db, resourceId, checkedOn, checkedBy)) throw new Refusal('not-found')
    return null
  },
}
