import type { OpenFolder } from './safekeeping/open-folder.ts'

/** The one database that is open, and the change to another: the office's own, or practice. */
export interface DataPlaces {
  current(): OpenFolder
  /**
   * Closes what is open, prepares, and opens another folder; where that fails, opens the first again and
   * throws. Changes go one after another; nothing happens where the folder is open already.
   */
  switchTo(folder: string, prepare: () => void): Promise<void>
  /** Ends when no change is under way: between closing and opening there is no database to ask. */
  settled(): Promise<void>
}

export function createDataPlaces(
  first: OpenFolder,
  open: (folder: string) => Promise<OpenFolder>,
): DataPlaces {
  let current = first
  let underWay: Promise<void> = Promise.resolve()

  const change = async (folder: string, prepare: () => void): Promise<void> => {
    const before = current.folder
    if (before === folder) return
    await current.close()
    try {
      prepare()
      current = await open(folder)
    } catch (fault) {
      current = await open(before)
      throw fault
    }
  }

  return {
    current: () => current,
    switchTo: (folder, prepare) => {
      const done = underWay.then(() => change(folder, prepare))
      underWay = done.catch(toldToCaller)
      return done
    },
    settled: () => underWay,
  }
}

function toldToCaller(): void {
  // Whoever asked for the change has been given its fault.
}
