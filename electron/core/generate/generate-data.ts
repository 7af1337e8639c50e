import { Refusal } from '#shared/contract/errors.ts'
import type { Clock, Log } from '../ports.ts'
import { lockFolder } from '../safekeeping/folder-lock.ts'
import { makeWritable, openFolder } from '../safekeeping/open-folder.ts'
import { writeRowsInBulk } from '../store/bulk-rows.ts'
import { noKey } from '../store/connect.ts'
import { hasSecretariat } from '../store/secretariat-store.ts'
import { type LoadName, loadSizes } from './load-sizes.ts'
import { makeUpOffice } from './made-up-office.ts'
import { createSeededRandom } from './seeded-random.ts'

export interface GenerateOptions {
  readonly folder: string
  readonly load: LoadName
  readonly seed: number
  readonly clock: Clock
  readonly log: Log
}

/**
 * Fills an empty data folder with made-up data, for trying how the program bears a load. Refuses with `conflict`
 * where an office has its data already: nothing is ever mixed with those.
 */
export async function generateData({ folder, load, seed, clock, log }: GenerateOptions): Promise<void> {
  makeWritable(folder)
  const lock = lockFolder(folder)
  try {
    const opened = await openFolder(folder, { clock, log, keyring: noKey })
    try {
      if (hasSecretariat(opened.database.reading)) throw new Refusal('conflict')
      writeRowsInBulk(opened.database.connection, (put) => {
        makeUpOffice(put, createSeededRandom(seed), loadSizes[load])
      })
    } finally {
      await opened.close()
    }
  } finally {
    lock.release()
  }
}
