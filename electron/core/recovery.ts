import { Refusal, type Result } from '#shared/contract/errors.ts'
import { protectionOperations } from '#shared/contract/protection-operations.ts'
import { safekeepingOperations } from '#shared/contract/safekeeping-operations.ts'
import { placeToOpen } from './data-places.ts'
import type { Ports } from './ports.ts'
import { backupPath, describeBackups, describeOneBackup } from './safekeeping/backup-list.ts'
import { lockFolder } from './safekeeping/folder-lock.ts'
import { createKeyHolder, type KeyHolder } from './safekeeping/protection/key-holder.ts'
import { proveKey, proveKeyOfCopy } from './safekeeping/protection/unlock.ts'
import { restoreInto } from './safekeeping/restore.ts'
import { noKey } from './store/connect.ts'
import { asOpeningRefusal } from './store/open-database.ts'

export interface RecoveryOptions {
  readonly folder: string
  readonly ports: Ports
  readonly keys?: KeyHolder
}

/**
 * Answers the one question of data that are locked. Never rejects; afterwards the keys are at hand, and the folder can be opened.
 */
export async function unlockFolder(
  { folder, ports, keys = createKeyHolder() }: RecoveryOptions,
  given: unknown,
): Promise<Result<null>> {
  try {
    const input = protectionOperations['protection.unlock'].input.safeParse(given)
    if (!input.success) throw new Refusal('invalid-input', { fields: ['secret'] })
    keys.setCurrent(await proveKey(folder, input.data, keys))
    return { ok: true, value: null }
  } catch (fault) {
    if (fault instanceof Refusal) return { ok: false, error: fault.toError() }
    ports.log.error('unlocking failed', fault)
    return { ok: false, error: { code: 'unexpected' } }
  }
}

/** Whether an operation can be answered though the data cannot be opened. */
export function isRecovery(operation: string): boolean {
  return (
    operation === 'safekeeping.listBackups' ||
    operation === 'safekeeping.unlockBackup' ||
    operation === 'safekeeping.restore'
  )
}

/**
 * Answers the operations that help where the data are damaged: what backups there are, opening one, and restoring one.
 * Never rejects. After a restore the folder can be opened as always.
 */
export async function recover(
  { folder, ports, keys = createKeyHolder() }: RecoveryOptions,
  operation: string,
  given: unknown,
): Promise<Result<unknown>> {
  try {
    const place = placeToOpen(folder)
    const keyring = place === folder ? keys : noKey
    if (operation === 'safekeeping.listBackups')
      return { ok: true, value: { now: null, backups: await describeBackups(place, ports.clock, keyring) } }
    if (operation === 'safekeeping.unlockBackup') {
      const wanted = safekeepingOperations['safekeeping.unlockBackup'].input.safeParse(given)
      if (!wanted.success) throw new Refusal('invalid-input', { fields: ['file', 'proof'] })
      await proveKeyOfCopy(backupPath(place, wanted.data.file), wanted.data.proof, keys)
      return { ok: true, value: describeOneBackup(place, wanted.data.file, ports.clock, keyring) }
    }
    const input = safekeepingOperations['safekeeping.restore'].input.safeParse(given)
    if (!input.success) throw new Refusal('invalid-input', { fields: ['file'] })
    const lock = lockFolder(folder)
    try {
      const source = backupPath(place, input.data.file)
      if (input.data.proof !== undefined) await proveKeyOfCopy(source, input.data.proof, keys)
      const { kept } = await restoreInto({ folder: place, source, clock: ports.clock, keyring })
      ports.log.info('restored', { damaged: true })
      return { ok: true, value: { kept } }
    } finally {
      lock.release()
    }
  } catch (fault) {
    const known = asOpeningRefusal(fault)
    if (known instanceof Refusal) return { ok: false, error: known.toError() }
    ports.log.error('recovery failed', fault)
    return { ok: false, error: { code: 'unexpected' } }
  }
}
