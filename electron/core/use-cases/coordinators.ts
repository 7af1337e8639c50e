import type { coordinatorOperations, CoordinatorFields } from '#shared/contract/coordinator-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { inOffice } from '#shared/domain/coordinator.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { areaOfName } from '../records/area-of-name.ts'
import {
  addCoordinator,
  hasDiary,
  listCoordinators,
  saveCoordinator,
  setCoordinatorRemoved,
} from '../store/coordinator-store.ts'
import type { ReadDb } from '../store/database.ts'
import { getPersonById } from '../store/person-store.ts'

function check(db: ReadDb, { personId, fromOn, toOn }: CoordinatorFields): void {
  if (!getPersonById(db, personId)) throw new Refusal('not-found')
  if (toOn !== null && toOn < fromOn) throw new Refusal('end-before-start')
}

export const coordinatorHandlers: Handlers<OperationsOf<typeof coordinatorOperations>> = {
  'coordinators.list': ({ db, today }) => {
    const all = listCoordinators(db)
    return [...all.filter((each) => inOffice(each, today)), ...all.filter((each) => !inOffice(each, today))]
  },
  'coordinators.add': (context, { coordinator }) => {
    const { db, ids } = context
    check(db, coordinator)
    const coordinatorId = ids.next<'coordinator'>()
    addCoordinator(db, coordinatorId, coordinator, {
      areaId: areaOfName(context, coordinator.areaName),
      selectionId: null,
    })
    return { coordinatorId }
  },
  'coordinators.save': (context, { coordinatorId, coordinator }) => {
    const { db } = context
    check(db, coordinator)
    if (!saveCoordinator(db, coordinatorId, coordinator, areaOfName(context, coordinator.areaName))) {
      throw new Refusal('not-found')
    }
    return null
  },
  'coordinators.remove': ({ db, today, now }, { coordinatorId }) => {
    if (hasDiary(db, coordinatorId)) throw new Refusal('in-use-elsewhere')
    if (!setCoordinatorRemoved(db, coordinatorId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'coordinators.restore': ({ db }, { coordinatorId }) => {
    if (!setCoordinatorRemoved(db, coordinatorId, null)) throw new Refusal('not-found')
    return null
  },
}
