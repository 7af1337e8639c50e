import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type { ResourceFields, resourceOperations } from '#shared/contract/resource-operations.ts'
import type { Handlers, OperationsOf, TaskContext } from '../context.ts'
import { planResourceImport } from '../imports/plan-resources.ts'
import { areaOfName } from '../records/area-of-name.ts'
import { checkHelpKind } from '../records/check-help-kind.ts'
import { suggestResource } from '../records/suggest-resource.ts'
import { tieResource } from '../store/activity-store.ts'
import type { ReadDb } from '../store/database.ts'
import { listHelpKinds } from '../store/help-kind-store.ts'
import { getOrganizationById, listOrganizationsInFull } from '../store/organization-store.ts'
import {
  addResource,
  checkResource,
  listResources,
  listResourcesOfGroup,
  saveResource,
  setResourceRemoved,
} from '../store/resource-store.ts'
import { saveSectors } from '../store/sector-rows.ts'

function check(db: ReadDb, { kind, organizationId }: ResourceFields): void {
  checkHelpKind(db, kind)
  if (organizationId !== null && !getOrganizationById(db, organizationId)) throw new Refusal('not-found')
}

function planNow(context: TaskContext, given: { readonly name: string; readonly bytes: Uint8Array }) {
  return context.read(({ db }) =>
    planResourceImport({
      bytes: given.bytes,
      fileName: given.name,
      existing: listResources(db),
      kinds: listHelpKinds(db),
      groups: listOrganizationsInFull(db),
    }),
  )
}

function applyImport(
  context: TaskContext,
  { file, rows }: InputOf<'resources.applyImport'>,
): OutputOf<'resources.applyImport'> {
  // From here to the end of the transaction nothing waits, so nobody can write in between.
  const read = planNow(context, context.files.take(file))
  return context.write((writing) => {
    const { db, ids } = writing
    const wanted = new Set(rows)
    const taken = (read?.resources ?? []).filter(
      ({ planned }) => wanted.has(planned.row) && planned.state !== 'wrong' && planned.state !== 'same',
    )
    if (taken.length !== wanted.size) throw new Refusal('conflict')
    for (const { fields, planned, standing } of taken) {
      const resourceId = standing ?? ids.next<'resource'>()
      const area = areaOfName(writing, fields.areaName)
      if (standing === null) addResource(db, resourceId, fields, area)
      else saveResource(db, resourceId, fields, area)
      saveSectors(db, 'resource_sectors', resourceId, fields.sectors, () => ids.next())
      if (planned.checkedOn !== null) checkResource(db, resourceId, planned.checkedOn, fields.source)
    }
    const changed = taken.filter(({ standing }) => standing !== null).length
    return { added: taken.length - changed, changed, left: (read?.resources.length ?? 0) - taken.length }
  })
}

export const resourceHandlers: Handlers<OperationsOf<typeof resourceOperations>> = {
  'resources.list': ({ db }) => listResources(db),
  'resources.ofGroup': ({ db }, { organizationId }) => listResourcesOfGroup(db, organizationId),
  'resources.suggest': ({ db }, origin) => suggestResource(db, origin),
  'resources.add': (context, { resource, activityId }) => {
    const { db, ids } = context
    check(db, resource)
    const resourceId = ids.next<'resource'>()
    addResource(db, resourceId, resource, areaOfName(context, resource.areaName))
    saveSectors(db, 'resource_sectors', resourceId, resource.sectors, () => ids.next())
    if (activityId !== null && !tieResource(db, activityId, resourceId, ids.next<'activity-link'>()))
      throw new Refusal('not-found')
    return { resourceId }
  },
  'resources.save': (context, { resourceId, resource }) => {
    const { db, ids } = context
    check(db, resource)
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
  'resources.planImport': (context, { file }) =>
    Promise.resolve(planNow(context, context.files.take(file))?.plan ?? null),
  'resources.applyImport': (context, input) => Promise.resolve(applyImport(context, input)),
  'resources.check': ({ db }, { resourceId, checkedOn, checkedBy }) => {
    if (!checkResource(db, resourceId, checkedOn, checkedBy)) throw new Refusal('not-found')
    return null
  },
}
