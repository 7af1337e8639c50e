import type {
  Development,
  DevelopmentFields,
  developmentOperations,
} from '#shared/contract/development-operations.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { isOpenDevelopment } from '#shared/domain/development.ts'
import type { DevelopmentId } from '#shared/domain/ids.ts'
import { openNeedStatuses } from '#shared/domain/need.ts'
import type { Handlers, OperationsOf, WriteContext } from '../context.ts'
import { areaOfName } from '../records/area-of-name.ts'
import { checkHelpKind } from '../records/check-help-kind.ts'
import { getCouncilById } from '../store/council-store.ts'
import type { ReadDb } from '../store/database.ts'
import {
  addDevelopment,
  addDevelopmentStep,
  getDevelopmentById,
  linkDevelopmentMeeting,
  linkDevelopmentNeed,
  listDevelopments,
  removeDevelopmentStep,
  saveDevelopment,
  saveDevelopmentStep,
  setDevelopmentRemoved,
  setDevelopmentState,
  unlinkDevelopmentMeeting,
  unlinkDevelopmentNeed,
} from '../store/development-store.ts'
import { getMeetingById } from '../store/meeting-store.ts'
import { getNeedById, setNeedStatus } from '../store/need-store.ts'
import { getResourceById } from '../store/resource-store.ts'
import { saveSectors } from '../store/sector-rows.ts'

function known(db: ReadDb, developmentId: DevelopmentId): Development {
  const development = getDevelopmentById(db, developmentId)
  if (!development) throw new Refusal('not-found')
  return development
}

/** Links what is new and unlinks what is gone; a need that is taken up is 取り組み中. */
function saveLinks({ db, ids }: WriteContext, developmentId: DevelopmentId, fields: DevelopmentFields): void {
  saveSectors(db, 'development_sectors', developmentId, fields.sectors, () => ids.next())
  const before = known(db, developmentId)
  for (const needId of fields.needIds) {
    const need = getNeedById(db, needId)
    if (!need) throw new Refusal('not-found')
    linkDevelopmentNeed(db, ids.next(), developmentId, needId)
    if (isOpenDevelopment(before.state) && (need.status === 'open' || need.status === 'discussing')) {
      setNeedStatus(db, needId, 'developing', null)
    }
  }
  for (const need of before.needs.filter((each) => !fields.needIds.includes(each.id))) {
    unlinkDevelopmentNeed(db, developmentId, need.id)
  }
}

type DevelopmentOperation = OperationsOf<typeof developmentOperations>
type StepOperation = Extract<
  DevelopmentOperation,
  `developments.${'addStep' | 'saveStep' | 'removeStep' | 'linkMeeting'}`
>

const recordHandlers: Handlers<Exclude<DevelopmentOperation, StepOperation>> = {
  'developments.list': ({ db }, { councilId }) => listDevelopments(db, councilId),
  'developments.add': (context, { development }) => {
    const { db, ids } = context
    if (!getCouncilById(db, development.councilId)) throw new Refusal('not-found')
    checkHelpKind(db, development.kind)
    const developmentId = ids.next<'development'>()
    addDevelopment(db, developmentId, development, areaOfName(context, development.areaName))
    saveLinks(context, developmentId, development)
    return { developmentId }
  },
  'developments.save': (context, { developmentId, development }) => {
    const { db } = context
    known(db, developmentId)
    if (!getCouncilById(db, development.councilId)) throw new Refusal('not-found')
    checkHelpKind(db, development.kind)
    saveDevelopment(db, developmentId, development, areaOfName(context, development.areaName))
    saveLinks(context, developmentId, development)
    return null
  },
  'developments.remove': ({ db, today, now }, { developmentId }) => {
    if (!setDevelopmentRemoved(db, developmentId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'developments.restore': ({ db }, { developmentId }) => {
    if (!setDevelopmentRemoved(db, developmentId, null)) throw new Refusal('not-found')
    return null
  },
  'developments.setState': ({ db }, { developmentId, state }) => {
    known(db, developmentId)
    setDevelopmentState(db, developmentId, state, { resourceId: null, endedOn: null, because: '' })
    return null
  },
  'developments.grow': ({ db }, { developmentId, resourceId, endedOn }) => {
    const { needs } = known(db, developmentId)
    const resource = getResourceById(db, resourceId)
    if (!resource) throw new Refusal('not-found')
    setDevelopmentState(db, developmentId, 'grown', { resourceId, endedOn, because: '' })
    for (const { id } of needs) {
      const status = getNeedById(db, id)?.status
      if (status !== undefined && openNeedStatuses.includes(status)) {
        setNeedStatus(db, id, 'settled', { on: endedOn, because: `地域資源「${resource.name}」ができた` })
      }
    }
    return null
  },
  'developments.stop': ({ db }, { developmentId, endedOn, because }) => {
    known(db, developmentId)
    setDevelopmentState(db, developmentId, 'stopped', { resourceId: null, endedOn, because })
    return null
  },
}

const stepHandlers: Handlers<StepOperation> = {
  'developments.linkMeeting': ({ db, ids }, { developmentId, meetingId, linked }) => {
    known(db, developmentId)
    if (!getMeetingById(db, meetingId)) throw new Refusal('not-found')
    if (linked) linkDevelopmentMeeting(db, ids.next(), developmentId, meetingId)
    else unlinkDevelopmentMeeting(db, developmentId, meetingId)
    return null
  },
  'developments.addStep': ({ db, ids }, { developmentId, step }) => {
    known(db, developmentId)
    const stepId = ids.next<'development-step'>()
    addDevelopmentStep(db, stepId, developmentId, step)
    return { stepId }
  },
  'developments.saveStep': ({ db }, { stepId, step }) => {
    if (!saveDevelopmentStep(db, stepId, step)) throw new Refusal('not-found')
    return null
  },
  'developments.removeStep': ({ db, today, now }, { stepId }) => {
    if (!removeDevelopmentStep(db, stepId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
}

export const developmentHandlers: Handlers<DevelopmentOperation> = { ...recordHandlers, ...stepHandlers }
