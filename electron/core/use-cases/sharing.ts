import { Refusal } from '#shared/contract/errors.ts'
import type { KeptWork, sharingOperations } from '#shared/contract/sharing-operations.ts'
import type { Handlers, OperationsOf, TaskContext } from '../context.ts'
import { describeDifferences } from '../records/describe-differences.ts'
import { changeOfRecordAfter, partedAfter, takeChange } from '../store/difference-store.ts'

function readKeptWork(context: TaskContext, name: string): KeptWork {
  const [day = '', time = ''] = name.split('-')
  const at = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}T${time.slice(0, 2)}:${time.slice(2, 4)}`
  const differences = context.system.askKeptWork(name, (kept) =>
    context.read(({ db }) => describeDifferences(kept, db)),
  )
  return { name, at, differences }
}

export const sharingHandlers: Handlers<OperationsOf<typeof sharingOperations>> = {
  'sharing.getState': ({ state }) => state.sharing,
  'sharing.join': ({ system }, { path, replace }) => system.sharing.join(path, replace),
  'sharing.leave': ({ system }) => system.sharing.leave(),
  'sharing.refresh': ({ system }) => system.sharing.refresh(),
  'sharing.takePen': ({ system }) => system.sharing.takePen(),
  'sharing.returnPen': ({ system }) => system.sharing.returnPen(),
  'sharing.askForPen': ({ system }) => system.sharing.askForPen(),
  'sharing.listKeptWork': (context) =>
    Promise.resolve(context.system.keptWork().map((name) => readKeptWork(context, name))),
  'sharing.takeDifference': (context, { name, table, recordId }) => {
    context.system.askKeptWork(name, (kept) => {
      context.write(({ db }) => {
        const change = changeOfRecordAfter(kept, partedAfter(kept, db), table, recordId)
        if (change === null) throw new Refusal('not-found')
        takeChange(db, kept, change)
        return null
      })
    })
    return Promise.resolve(null)
  },
  'sharing.settleKeptWork': ({ system }, { name }) => {
    system.settleKeptWork(name)
    return Promise.resolve(null)
  },
}
