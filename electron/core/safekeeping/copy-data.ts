import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'
import { connect, type DataKey, type Keyring } from '../store/connect.ts'
import { applicationId, asOpeningRefusal } from '../store/open-database.ts'
import { copyConnection } from './heavy-work.ts'
import { databaseFileName } from './open-folder.ts'
import { renamePatiently } from './whole-files.ts'

/**
 * Copies a folder's database to any file, beside a running program if need be, and checks the copy before it
 * gets its name; an older copy there is then replaced. Refuses with `not-set-up`, `damaged`, `disk-full`,
 * `file-not-writable` (also for the folder's own database as target).
 */
export async function copyDataTo(folder: string, target: string, keyring: Keyring): Promise<void> {
  const database = join(folder, databaseFileName)
  if (!existsSync(database)) throw new Refusal('not-set-up')
  if (resolve(target) === resolve(database))
    throw new Refusal('file-not-writable', { name: databaseFileName })
  const half = `${target}.half`
  try {
    mkdirSync(dirname(target), { recursive: true })
    rmSync(half, { force: true })
    await copyLive(database, half, keyring.current)
    await renamePatiently(half, target)
  } catch (fault) {
    if (existsSync(half)) rmSync(half, { force: true })
    throw asCopyRefusal(fault, target)
  }
}

async function copyLive(database: string, half: string, key: DataKey | null): Promise<void> {
  const connection = connect(database, key, { readonly: true })
  try {
    if (connection.pragma('application_id', { simple: true }) !== applicationId) throw new Refusal('damaged')
    await copyConnection(connection, half, key)
  } finally {
    connection.close()
  }
}

function asCopyRefusal(fault: unknown, target: string): unknown {
  const known = asOpeningRefusal(fault)
  if (known instanceof Refusal) return known
  const isOfSystem = fault instanceof Error && 'syscall' in fault
  return isOfSystem ? new Refusal('file-not-writable', { name: target }) : fault
}
