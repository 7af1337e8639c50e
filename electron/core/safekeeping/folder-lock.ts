import { join } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'
import { connect, isSqliteFault } from '../store/connect.ts'

export interface FolderLock {
  release(): void
}

/**
 * Keeps a second program out of a data folder: a tiny database of its own, held in BEGIN EXCLUSIVE. The
 * operating system frees it when the process dies, however it dies, and readers of the real database are
 * not shut out. Refuses with `in-use` at once; it does not wait.
 */
export function lockFolder(folder: string): FolderLock {
  const connection = connect(join(folder, 'tsudoi.lock'), null, { timeout: 0 })
  try {
    connection.exec('BEGIN EXCLUSIVE')
  } catch (fault) {
    connection.close()
    if (isSqliteFault(fault, 'SQLITE_BUSY')) throw new Refusal('in-use')
    throw fault
  }
  return {
    release: () => {
      connection.exec('ROLLBACK')
      connection.close()
    },
  }
}
