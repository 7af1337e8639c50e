import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { keyFileName, keyFilesIn } from '#core/safekeeping/protection/key-file.ts'
import { createKeyHolder, type KeyHolder } from '#core/safekeeping/protection/key-holder.ts'
import { proveKey, proveKeyOfCopy, requireKey } from '#core/safekeeping/protection/unlock.ts'

/** A file with the password in its one line: on a command line everybody on the PC could read it. */
const passwordFile = 'TSUDOI_PASSWORD_FILE'

/** The keys of a folder, opened by the password that the environment names. Refuses with `locked`, `wrong-password`. */
export async function keysOf(folder: string): Promise<KeyHolder> {
  const keys = createKeyHolder()
  const secret = givenPassword()
  if (secret !== null && existsSync(join(folder, keyFileName)))
    keys.setCurrent(await proveKey(folder, { by: 'password', secret }, keys))
  requireKey(folder, keys)
  return keys
}

/** Adds the key of a copy, where the same password opens a key file beside it. */
export async function learnKeyOfCopy(copy: string, keys: KeyHolder): Promise<void> {
  const secret = givenPassword()
  if (secret !== null && keyFilesIn(dirname(copy)).length > 0)
    await proveKeyOfCopy(copy, { by: 'password', secret }, keys)
}

function givenPassword(): string | null {
  const file = process.env[passwordFile] ?? ''
  return file === '' ? null : readFileSync(file, 'utf8').replace(/\r?\n$/, '')
}
