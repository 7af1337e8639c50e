import type { councilOperations, CouncilFields } from '#shared/contract/council-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, WriteContext } from '../context.ts'
import {
  addArea,
  addCouncil,
  findAreaByName,
  getCouncilById,
  listCouncils,
  saveCouncilRules,
} from '../store/council-store.ts'
import { getSecretariat, saveSecretariat } from '../store/secretariat-store.ts'

function createCouncil({ db, ids }: WriteContext, fields: CouncilFields): CouncilId {
  let areaId = findAreaByName(db, fields.areaName)
  if (areaId === undefined) {
    areaId = ids.next<'area'>()
    addArea(db, areaId, fields.areaName)
  }
  const councilId = ids.next<'council'>()
  addCouncil(db, { councilId, areaId, stageId: ids.next<'council-stage'>(), fields })
  return councilId
}

export const councilHandlers: Handlers<OperationsOf<typeof councilOperations>> = {
  'setup.complete': (context, { secretariat, council }) => {
    if (getSecretariat(context.db)) throw new Refusal('conflict')
    saveSecretariat(context.db, secretariat)
    return { councilId: createCouncil(context, council) }
  },
  'secretariat.get': ({ db }) => {
    const secretariat = getSecretariat(db)
    if (!secretariat) throw new Refusal('not-set-up')
    return secretariat
  },
  'secretariat.save': ({ db }, secretariat) => {
    if (!getSecretariat(db)) throw new Refusal('not-set-up')
    saveSecretariat(db, secretariat)
    return null
  },
  'councils.list': ({ db }) => listCouncils(db),
  'councils.get': ({ db }, { councilId }) => {
    const council = getCouncilById(db, councilId)
    if (!council) throw new Refusal('not-found')
    return council
  },
  'councils.add': (context, fields) => ({ councilId: createCouncil(context, fields) }),
  'councils.saveRules': ({ db }, { councilId, rules }) => {
    if (!saveCouncilRules(db, councilId, rules)) throw new Refusal('not-found')
    return null
  },
}
