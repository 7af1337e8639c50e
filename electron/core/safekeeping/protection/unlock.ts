import { dirname, join } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'
import type { Proof } from '#shared/contract/protection-operations.ts'
import { readRecoveryKey } from '#shared/domain/recovery-key.ts'
import { type DataKey, isEncryptedFile } from '../../store/connect.ts'
import { databaseFileName } from '../open-folder.ts'
import {
  type KeyFile,
  keyFileName,
  keyFilesIn,
  openByPassword,
  openByRecoveryKey,
  readKeyFile,
} from './key-file.ts'
import type { KeyHolder } from './key-holder.ts'

/**
 * Before a folder is opened: the key that its data need must be at hand; `bySignIn` may know it. Refuses with `locked`.
 * Nobody may have the database open yet.
 */
export function requireKey(
  folder: string,
  keys: KeyHolder,
  bySignIn: () => DataKey | null = () => null,
): void {
  if (!isEncryptedFile(join(folder, databaseFileName))) {
    // Killed before the encrypted one was in its place: the data are as they were, and a key file may lie there already.
    keys.setCurrent(null)
    return
  }
  // Without a key file nothing can open it: it is as good as damaged, and opening it says so.
  if (keys.current !== null || readKeyFile(join(folder, keyFileName)) === null) return
  const key = bySignIn()
  if (key === null) throw new Refusal('locked')
  keys.setCurrent(key)
}

/**
 * The key of a folder's data by password or recovery key. Refuses with `recovery-key-mistyped` (naming the groups), with
 * `wrong-password` or `wait-a-moment`, with `no-password` where nothing is protected.
 */
export async function proveKey(folder: string, proof: Proof, keys: KeyHolder): Promise<DataKey> {
  const file = readKeyFile(join(folder, keyFileName))
  if (file === null) throw new Refusal('no-password')
  return proveAny([file], proof, keys)
}

/** The same for a copy that lies elsewhere, by any key file beside it; the key is then known to the holder. */
export async function proveKeyOfCopy(copy: string, proof: Proof, keys: KeyHolder): Promise<void> {
  const files = keyFilesIn(dirname(copy))
  if (files.length === 0) throw new Refusal('no-password')
  keys.learn(await proveAny(files, proof, keys))
}

async function proveAny(files: readonly KeyFile[], { by, secret }: Proof, keys: KeyHolder): Promise<DataKey> {
  if (by === 'password')
    return keys.tries.take(async () => {
      for (const file of files) {
        const key = await openByPassword(file, secret)
        if (key !== null) return key
      }
      return null
    })
  const read = readRecoveryKey(secret)
  if ('wrongGroups' in read)
    throw new Refusal('recovery-key-mistyped', { groups: read.wrongGroups.map(String) })
  if ('signs' in read) throw new Refusal('recovery-key-mistyped', { signs: read.signs })
  const found = files.map((file) => openByRecoveryKey(file, read.secret)).find((key) => key !== null)
  return keys.tries.take(() => Promise.resolve(found ?? null))
}
