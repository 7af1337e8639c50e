import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFileName, type OpenFolder } from './safekeeping/open-folder.ts'

/** Practice data lie in a folder of their own inside the office's. */
export function practiceFolderOf(folder: string): string {
  return join(folder, 'practice')
}

/** Where the database is that is opened at start: practice for as long as it exists. */
export function placeToOpen(folder: string): string {
  const practice = practiceFolderOf(folder)
  return existsSync(join(practice, databaseFileName)) ? practice : folder
}

/** The one database that is open, and the change to another: the office's own, or practice. */
export interface DataPlaces {
  current(): OpenFolder
  /**
   * Closes what is open, prepares, and opens another folder; where that fails, opens the first again and
   * throws. Changes go one after another; nothing happens where the folder is open already.
   */
  switchTo(folder: string, prepare: () => void): Promise<void>
  /** Closes what is open, does something to its files, and opens it again, whether that went well or not. */
  reopen(work: () => Promise<void>): Promise<void>
  /**
   * Ends when no change is under way: between closing and opening there is no database to ask. Where it could not be
   * opened again, that is tried once more, and what keeps it from it is thrown.
   */
  settled(): Promise<void>
}

export function createDataPlaces(
  first: OpenFolder,
  open: (folder: string) => Promise<OpenFolder>,
  /** Waited for before anything is closed: a thread may still be reading. */
  quiet: () => Promise<void> = () => Promise.resolve(),
): DataPlaces {
  let current = first
  let underWay: Promise<void> = Promise.resolve()
  /** The folder that could not be opened again: its disk was failing at that moment. */
  let lost: string | null = null

  const openAgain = async (folder: string): Promise<void> => {
    lost = folder
    current = await open(folder)
    lost = null
  }

  const change = async (folder: string, prepare: () => void): Promise<void> => {
    const before = current.folder
    if (before === folder) return
    await quiet()
    await current.close()
    try {
      prepare()
      current = await open(folder)
    } catch (fault) {
      await openAgain(before)
      throw fault
    }
  }

  const reopen = async (work: () => Promise<void>): Promise<void> => {
    const { folder } = current
    await quiet()
    await current.close()
    try {
      await work()
    } finally {
      await openAgain(folder)
    }
  }
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = underWay.then(work)
    underWay = done.catch(toldToCaller)
    return done
  }

  return {
    current: () => current,
    switchTo: (folder, prepare) => inTurn(() => change(folder, prepare)),
    reopen: (work) => inTurn(() => reopen(work)),
    settled: async () => {
      await underWay
      if (lost === null) return
      await inTurn(async () => {
        // Whoever waited in front may have opened it.
        if (lost !== null) await openAgain(lost)
      })
    },
  }
}

function toldToCaller(): void {
  // Whoever asked for the change has been given its fault.
}
