import type { systemOperations } from '#shared/contract/system-operations.ts'
import packageFacts from '../../../package.json' with { type: 'json' }
import type { Handlers, OperationsOf } from '../context.ts'
import { hasSecretariat } from '../store/secretariat-store.ts'

export const systemHandlers: Handlers<OperationsOf<typeof systemOperations>> = {
  'system.getStatus': ({ db, today, now, state }) => ({
    version: packageFacts.version,
    today,
    now,
    setUp: hasSecretariat(db),
    practice: state.practice,
    ownDataExist: state.ownDataExist,
    lastBackup: state.lastBackup,
    lastSavedAt: state.lastSavedAt,
    checking: state.checking,
    secondPlace: state.secondPlace,
    protection: state.protection,
    seat: state.seat,
  }),
  'system.longWork': ({ state }) => state.longWork,
  'system.cancelLongWork': async ({ system }) => {
    await system.cancelLongWork()
    return null
  },
  'system.backUpNow': ({ system }) => system.backUpNow(),
  'system.setSecondPlace': async ({ system }, { path }) => {
    await system.setSecondPlace(path)
    return null
  },
  'system.startPractice': async ({ system }) => {
    await system.startPractice()
    return null
  },
  'system.removePractice': async ({ system }) => {
    await system.removePractice()
    return null
  },
}
