import type {
  BoardArea,
  BoardCouncil,
  councilBoardOperations,
  CouncilLine,
} from '#shared/contract/council-board-operations.ts'
import type { CouncilSummary } from '#shared/contract/council-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import { areaKey, inTreeOrder, wouldCircle } from '#shared/domain/areas.ts'
import type { AreaId, CouncilId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, ReadContext } from '../context.ts'
import { listAreas } from '../store/area-store.ts'
import { getCouncilById, listCouncils } from '../store/council-store.ts'
import { listMeetingsFrom } from '../store/meeting-store.ts'
import { listSeatsInOffice } from '../store/membership-store.ts'
import { getOrganizationById } from '../store/organization-store.ts'
import {
  getMakeUp,
  insertArea,
  listAreasOfCouncils,
  listSteps,
  moveArea,
  removeStep,
  saveMakeUp,
  saveStep,
} from '../store/stage-store.ts'

function checkCouncil({ db }: Pick<ReadContext, 'db'>, councilId: CouncilId): void {
  if (!getCouncilById(db, councilId)) throw new Refusal('not-found')
}

function onBoard({ db }: Pick<ReadContext, 'db'>, council: CouncilSummary): BoardCouncil {
  const { id, name, layer, stage } = council
  const makeUp = getMakeUp(db, id)
  const from = makeUp?.originOrganizationId ?? null
  const origin = from === null ? makeUp?.origin : getOrganizationById(db, from)?.name
  const steps = listSteps(db, id)
  return { id, name, layer, stage, steps, hasMembers: makeUp?.hasMembers ?? true, origin: origin ?? '' }
}

function readBoard(context: Pick<ReadContext, 'db'>): readonly BoardArea[] {
  const { db } = context
  const areaOf = new Map(listAreasOfCouncils(db).map((each) => [each.councilId, each.areaId]))
  const councils = listCouncils(db).map((council) => onBoard(context, council))
  return inTreeOrder(listAreas(db)).map(({ node, depth }) => ({
    ...node,
    depth,
    councils: councils.filter((council) => areaOf.get(council.id) === node.id),
  }))
}

function listAll(context: Pick<ReadContext, 'db' | 'today'>): readonly CouncilLine[] {
  const { db, today } = context
  const coming = listMeetingsFrom(db, null, today).filter((meeting) => !meeting.confirmed)
  return listCouncils(db).map((council) => {
    const detail = getCouncilById(db, council.id)
    const next = coming.find((meeting) => meeting.councilId === council.id)
    return {
      ...onBoard(context, council),
      areaName: council.areaName,
      basis: detail?.basis ?? '',
      seatLimit: detail?.rules.seatLimit ?? null,
      members: listSeatsInOffice(db, council.id, today).filter((seat) => isMemberRole(seat.role)).length,
      nextMeeting: next ? { heldOn: next.heldOn, startsAt: next.startsAt, place: next.place } : null,
    }
  })
}

function checkParent({ db }: Pick<ReadContext, 'db'>, parentId: AreaId | null): void {
  if (parentId !== null && !listAreas(db).some((area) => area.id === parentId)) throw new Refusal('not-found')
}

export const councilBoardHandlers: Handlers<OperationsOf<typeof councilBoardOperations>> = {
  'councilBoard.makeUp': ({ db }, { councilId }) => {
    const makeUp = getMakeUp(db, councilId)
    if (!makeUp) throw new Refusal('not-found')
    return makeUp
  },
  'councilBoard.saveMakeUp': (context, { councilId, makeUp }) => {
    checkCouncil(context, councilId)
    const { originOrganizationId } = makeUp
    if (originOrganizationId !== null && !getOrganizationById(context.db, originOrganizationId))
      throw new Refusal('not-found')
    saveMakeUp(context.db, councilId, makeUp)
    return null
  },
  'councilBoard.get': readBoard,
  'councilBoard.list': listAll,
  'councilBoard.steps': (context, { councilId }) => {
    checkCouncil(context, councilId)
    return listSteps(context.db, councilId)
  },
  'councilBoard.setStep': (context, { councilId, ...step }) => {
    checkCouncil(context, councilId)
    saveStep(context.db, councilId, step, () => context.ids.next<'council-stage'>())
    return null
  },
  'councilBoard.removeStep': (context, { councilId, stage }) => {
    checkCouncil(context, councilId)
    const { db, today, now } = context
    if (listSteps(db, councilId).every((step) => step.stage === stage)) throw new Refusal('conflict')
    if (!removeStep(db, councilId, stage, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'areas.add': (context, { name, parentId }) => {
    checkParent(context, parentId)
    if (listAreas(context.db).some((area) => areaKey(area.name) === areaKey(name)))
      throw new Refusal('conflict')
    const areaId = context.ids.next<'area'>()
    insertArea(context.db, areaId, name, parentId)
    return { areaId }
  },
  'areas.move': (context, { areaId, parentId }) => {
    const areas = listAreas(context.db)
    if (!areas.some((area) => area.id === areaId)) throw new Refusal('not-found')
    checkParent(context, parentId)
    if (wouldCircle(areas, areaId, parentId)) throw new Refusal('conflict')
    moveArea(context.db, areaId, parentId)
    return null
  },
}
