import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { recoveryKeyBytes, writeRecoveryKey } from '#shared/domain/recovery-key.ts'
import type { DataKey } from '../../store/connect.ts'
import { flushFile, flushFolder, renamePatiently } from '../whole-files.ts'

/**
 * `tsudoi.key`: the random key of the data, wrapped once by the password (scrypt) and once by the recovery key. It
 * holds nothing that opens the data without one of the two, and lies beside the data and beside every backup, so that
 * a backup opens on another PC. Changing the password wraps the same key anew, and no data are rewritten.
 */
export const keyFileName = 'tsudoi.key'

/** 2^17 × 1 KiB = 128 MiB of memory, about half a second on an office PC, for each guess. */
const usualCost = 17
const leastCost = 12
const mostCost = 19

const base64 = z.string().regex(/^[A-Za-z0-9+/]{16,200}={0,2}$/)
const wrapped = { salt: base64, nonce: base64, sealed: base64 }
const schema = z.strictObject({
  format: z.literal(1),
  /** Which key: backups of different times may be under different ones. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** scrypt: N is 2 to `cost`, r = 8, p = 1. */
  password: z.strictObject({ cost: z.number().int().min(leastCost).max(mostCost), ...wrapped }),
  /** HKDF-SHA-256: the recovery key is random itself. */
  recovery: z.strictObject(wrapped),
})
export type KeyFile = z.infer<typeof schema>

export interface NewProtection {
  readonly file: KeyFile
  readonly key: DataKey
  /** As it is printed; known to nobody afterwards. */
  readonly recoveryKey: string
}

/** Draws a new key and wraps it. `cost` is lowered by tests alone. */
export async function createProtection(password: string, cost = usualCost): Promise<NewProtection> {
  const key = new Uint8Array(randomBytes(32))
  const id = randomBytes(8).toString('hex')
  const { recovery, recoveryKey } = wrapByRecoveryKey(id, key)
  const byPassword = await wrapByPassword(id, key, password, cost)
  return { key, recoveryKey, file: { format: 1, id, password: byPassword, recovery } }
}

/** The same key under another password; the recovery key stays as it is. */
export async function withNewPassword(file: KeyFile, key: DataKey, password: string): Promise<KeyFile> {
  return { ...file, password: await wrapByPassword(file.id, key, password, file.password.cost) }
}

/** The same key under a new recovery key; the one printed before opens nothing any more. */
export function withNewRecoveryKey(
  file: KeyFile,
  key: DataKey,
): { readonly file: KeyFile; readonly recoveryKey: string } {
  const { recovery, recoveryKey } = wrapByRecoveryKey(file.id, key)
  return { file: { ...file, recovery }, recoveryKey }
}

/** Null where the password is another one. */
export async function openByPassword(file: KeyFile, password: string): Promise<DataKey | null> {
  const { cost, salt, ...box } = file.password
  return open(box, await stretch(password, Buffer.from(salt, 'base64'), cost), `${file.id} password`)
}

/** Null where the recovery key is another one. */
export function openByRecoveryKey(file: KeyFile, secret: Uint8Array): DataKey | null {
  const { salt, ...box } = file.recovery
  return open(box, expand(secret, Buffer.from(salt, 'base64')), `${file.id} recovery`)
}

async function wrapByPassword(
  id: string,
  key: DataKey,
  password: string,
  cost: number,
): Promise<KeyFile['password']> {
  const salt = randomBytes(16)
  const box = seal(key, await stretch(password, salt, cost), `${id} password`)
  return { cost, salt: salt.toString('base64'), ...box }
}

function wrapByRecoveryKey(
  id: string,
  key: DataKey,
): { readonly recovery: KeyFile['recovery']; readonly recoveryKey: string } {
  const secret = new Uint8Array(randomBytes(recoveryKeyBytes))
  const salt = randomBytes(16)
  const box = seal(key, expand(secret, salt), `${id} recovery`)
  return { recoveryKey: writeRecoveryKey(secret), recovery: { salt: salt.toString('base64'), ...box } }
}

interface Box {
  readonly nonce: string
  /** The key and 16 bytes of tag. */
  readonly sealed: string
}

function seal(key: DataKey, under: Uint8Array, purpose: string): Box {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', under, nonce)
  cipher.setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') }
}

function open(box: Box, under: Uint8Array, purpose: string): DataKey | null {
  const sealed = Buffer.from(box.sealed, 'base64')
  const nonce = Buffer.from(box.nonce, 'base64')
  if (sealed.length !== 48 || nonce.length !== 12) return null
  const decipher = createDecipheriv('aes-256-gcm', under, nonce)
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(sealed.subarray(32))
  try {
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(0, 32)), decipher.final()]))
  } catch {
    // Node says only that the tag does not fit: a wrong password and a changed file look the same.
    return null
  }
}

function stretch(password: string, salt: Uint8Array, cost: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // One password may come from two keyboards: composed and decomposed kana are the same to a person.
    const words = password.normalize('NFKC')
    const memory = 128 * 8 * 2 ** cost
    scrypt(words, salt, 32, { N: 2 ** cost, r: 8, p: 1, maxmem: memory * 2 }, (fault, key) => {
      if (fault === null) resolve(new Uint8Array(key))
      else reject(fault)
    })
  })
}

function expand(secret: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, 'tsudoi recovery key', 32))
}

/** Null where there is none, or what lies there is none of ours. */
export function readKeyFile(path: string): KeyFile | null {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Without it an encrypted database is as good as damaged, and is told to be.
    return null
  }
}

/** Beside, flushed, renamed: there is the old one or the whole new one. */
export async function writeKeyFile(path: string, file: KeyFile): Promise<void> {
  writeFileSync(`${path}.half`, JSON.stringify(file, null, 1), { mode: 0o600 })
  flushFile(`${path}.half`)
  await renamePatiently(`${path}.half`, path)
  flushFolder(dirname(path))
}

/** Its name beside backups, where those of several keys may lie. */
export function nameBesideBackups(file: KeyFile): string {
  return `tsudoi-${file.id}.key`
}

/** Every key file in a folder: of the data, or of backups. */
export function keyFilesIn(folder: string): readonly KeyFile[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^tsudoi(?:-[0-9a-f]{16})?\.key$/.test(name))
      .map((name) => readKeyFile(join(folder, name)))
      .filter((file) => file !== null)
  } catch {
    // No such folder yet.
    return []
  }
}
