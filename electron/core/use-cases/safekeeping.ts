import type { safekeepingOperations } from '#shared/contract/safekeeping-operations.ts'
import type { Handlers, OperationsOf } from '../context.ts'

export const safekeepingHandlers: Handlers<OperationsOf<typeof safekeepingOperations>> = {
  'safekeeping.check': ({ system }) => system.check(),
  'safekeeping.listBackups': ({ system }) => system.listBackups(),
  'safekeeping.restore': ({ system }, { file }) => system.restore(file),
}
