import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzip, gzip } from 'node:zlib'
import { promisify } from 'node:util'
import { Refusal } from '#shared/contract/errors.ts'
import type { Clock } from '../ports.ts'
import { connect, type Keyring } from '../store/connect.ts'
import { copyDataTo } from './copy-data.ts'
import { databaseFileName } from './open-folder.ts'
import { restoreInto, type Restored } from './restore.ts'
import { seal, unseal } from './sealed-stream.ts'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** No office's data come near it; what claims more is a bomb. */
const longestDatabaseBytes = 2_000_000_000

/** The whole of a folder's data (records, forms, submitted files, log) in one sealed file, while the program runs. */
export async function makeHandover(
  folder: string,
  passphrase: string,
  keyring: Keyring,
  cost?: number,
): Promise<Uint8Array> {
  const copy = join(folder, `${databaseFileName}.handing-over`)
  try {
    await copyDataTo(folder, copy, keyring)
    return await seal(await compress(readPlain(copy, keyring)), passphrase, cost)
  } finally {
    rmSync(copy, { force: true })
  }
}

/** The bytes of a copy as they lie open: a hand-over has a passphrase of its own, and no other key. Never on the disk so. */
function readPlain(copy: string, { current }: Keyring): Uint8Array {
  if (current === null) return readFileSync(copy)
  const connection = connect(copy, current, { readonly: true })
  try {
    return connection.serialize()
  } finally {
    connection.close()
  }
}

/** What is in a hand-over file, as the bytes of a database; not yet checked to be one. Refuses as `unseal` does. */
export async function readHandover(sealed: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const packed = await unseal(sealed, passphrase)
  try {
    return await expand(packed, { maxOutputLength: longestDatabaseBytes })
  } catch {
    throw new Refusal('handover-damaged')
  }
}

/** Puts what was read into the place of a folder's closed database, as a restore does: what is there is kept. */
export async function takeHandover(
  folder: string,
  database: Uint8Array,
  clock: Clock,
  keyring: Keyring,
): Promise<Restored> {
  const received = join(folder, `${databaseFileName}.received`)
  try {
    writeFileSync(received, database, { mode: 0o600 })
    return await restoreInto({ folder, source: received, clock, keyring })
  } finally {
    rmSync(received, { force: true })
  }
}
