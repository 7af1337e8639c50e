import { Refusal } from '#shared/contract/errors.ts'
import type { priorFigureOperations } from '#shared/contract/prior-figure-operations.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import {
  isPriorFigureReplaced,
  listPriorFigures,
  removePriorFigure,
  restorePriorFigure,
} from '../store/prior-figure-store.ts'

export const priorFigureHandlers: Handlers<OperationsOf<typeof priorFigureOperations>> = {
  'priorFigures.list': ({ db }, { fiscalYear }) => listPriorFigures(db, fiscalYear),
  'priorFigures.remove': ({ db, today, now }, { figureId }) => {
    if (!removePriorFigure(db, figureId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'priorFigures.restore': ({ db }, { figureId }) => {
    if (isPriorFigureReplaced(db, figureId)) throw new Refusal('conflict')
    if (!restorePriorFigure(db, figureId)) throw new Refusal('not-found')
    return null
  },
}
