import type { safekeepingOperations } from '#shared/contract/safekeeping-operations.ts'
import type { Handlers, OperationsOf } from '../context.ts'

export const safekeepingHandlers: Handlers<OperationsOf<typeof safekeepingOperations>> = {
  'safekeeping.makeHandover': async ({ files, system, today }, { passphrase }) =>
    files.put(`引きつぎ ${today}.tsudoi`, await system.makeHandover(passphrase)),
  'safekeeping.openHandover': ({ files, system }, { file, passphrase }) =>
    system.openHandover(files.take(file).bytes, passphrase),
  'safekeeping.check': (task) =>
    task.system.check((done, total) => {
      task.progress(done, total)
    }),
  'safekeeping.listBackups': ({ system }) => system.listBackups(),
  'safekeeping.unlockBackup': ({ system }, { file, proof }) => system.unlockBackup(file, proof),
  'safekeeping.restore': ({ system }, { file, proof }) => system.restore(file, proof ?? null),
}
