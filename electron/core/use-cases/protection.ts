import type { protectionOperations } from '#shared/contract/protection-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { recoveryKeyDocument } from '../reports/documents/recovery-key-document.ts'
import { writeDocument } from '../reports/write-document.ts'
import type { Handlers, OperationsOf } from '../context.ts'

export const protectionHandlers: Handlers<OperationsOf<typeof protectionOperations>> = {
  'protection.state': ({ system }) => Promise.resolve(system.protection.state()),
  'protection.unlock': async ({ system }, proof) => {
    await system.protection.unlock(proof)
    return null
  },
  'protection.lock': ({ system }) => {
    system.protection.lock()
    return Promise.resolve(null)
  },
  // That it was asked is all there is to it.
  'protection.active': () => Promise.resolve(null),
  'protection.setPassword': ({ system }, { password, oldBackups }) =>
    system.protection.setPassword(password, oldBackups),
  'protection.changePassword': async ({ system }, { proof, password }) => {
    await system.protection.changePassword(proof, password)
    return null
  },
  'protection.renewRecoveryKey': ({ system }, { proof }) => system.protection.renewRecoveryKey(proof),
  'protection.recoveryPaper': async ({ files, printer, today }, { recoveryKey }) =>
    files.put(
      '回復キー.pdf',
      await writeDocument(printer, recoveryKeyDocument(recoveryKey, formatWareki(today, 'long')), 'pdf'),
    ),
  'protection.removePassword': ({ system }, { proof }) => system.protection.removePassword(proof),
  'protection.setSignIn': async ({ system }, { on, proof }) => {
    await system.protection.setSignIn(on, proof)
    return null
  },
  'protection.setIdleMinutes': async ({ system }, { minutes }) => {
    await system.protection.setIdleMinutes(minutes)
    return null
  },
}
