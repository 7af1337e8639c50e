import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal, type Result } from '#shared/contract/errors.ts'
import type { SystemControl } from './context.ts'
import { createDataPlaces, placeToOpen, practiceFolderOf } from './data-places.ts'
import { createDispatch } from './dispatch.ts'
import { createFileTray } from './file-tray.ts'
import type { FileTray, Ports } from './ports.ts'
import { createSafekeepingControl } from './safekeeping-control.ts'
import { lockFolder } from './safekeeping/folder-lock.ts'
import { databaseFileName, makeWritable, openFolder, type OpenFolder } from './safekeeping/open-folder.ts'
import { lastOperationNumber } from './store/change-log.ts'
import { asOpeningRefusal } from './store/open-database.ts'
import { hasSecretariat } from './store/secretariat-store.ts'
import { handlers } from './use-cases/handlers.ts'
import { fillWithSample } from './use-cases/sample-data.ts'

export interface CoreOptions {
  /** The data folder: a local disk, never a share. Made if it is not there. */
  readonly folder: string
  /** Where `resources/` lies: built-in mappings, fonts, print styles, sample data. */
  readonly resources: string
  readonly ports: Ports
}

export interface Core {
  /** Asks the contract. Never rejects: faults come back as `unexpected`. */
  dispatch(operation: string, input: unknown): Promise<Result<unknown>>
  readonly files: FileTray
  /** Makes the closing backup, closes the database and frees the folder. May be called once. */
  close(): Promise<void>
}

/**
 * Opens the data folder: writable → lock → open → pragmas → version → quick_check → backup → migrate.
 * `in-use`, `damaged`, `too-new` and `no-access` come back as errors; nothing is ever deleted here.
 * Practice data lie in a folder of their own inside it and are open for as long as they exist.
 */
export async function openCore({ folder, resources, ports }: CoreOptions): Promise<Result<Core>> {
  try {
    makeWritable(folder)
    const lock = lockFolder(folder)
    try {
      const practiceFolder = practiceFolderOf(folder)
      const place = placeToOpen(folder)
      const core = assembleCore(await openPlace(place, ports), { folder, practiceFolder, resources, ports })
      return {
        ok: true,
        value: {
          ...core,
          close: async () => {
            try {
              await core.close()
            } finally {
              lock.release()
            }
          },
        },
      }
    } catch (fault) {
      lock.release()
      throw fault
    }
  } catch (fault) {
    const known = asOpeningRefusal(fault)
    if (known instanceof Refusal) return { ok: false, error: known.toError() }
    ports.log.error('opening failed', fault)
    return { ok: false, error: { code: 'unexpected' } }
  }
}

async function openPlace(place: string, ports: Ports): Promise<OpenFolder> {
  const opened = await openFolder(place, ports.clock, ports.log)
  opened.database.changeContext.operationNumber = lastOperationNumber(opened.database.connection)
  return opened
}

interface Places {
  readonly folder: string
  readonly practiceFolder: string
  readonly resources: string
  readonly ports: Ports
}

function assembleCore(first: OpenFolder, { folder, practiceFolder, resources, ports }: Places): Core {
  const places = createDataPlaces(first, (place) => openPlace(place, ports))
  const files = createFileTray(ports.randomness)
  let lastSavedAt: string | null = null

  const openOwn = async (): Promise<void> => {
    await places.switchTo(folder, () => {
      // Practice data are made by us and hold nothing of the office: the one thing that is really deleted.
      rmSync(practiceFolder, { recursive: true, force: true })
    })
    lastSavedAt = null
  }
  const startPractice = async (): Promise<void> => {
    if (places.current().folder === practiceFolder) return
    await places.switchTo(practiceFolder, () => {
      makeWritable(practiceFolder)
    })
    try {
      await fillWithSample(dispatch, resources)
    } catch (fault) {
      await openOwn()
      throw fault
    }
  }
  // Asked for twice, practice is entered once.
  let starting: Promise<void> | null = null

  const system: SystemControl = {
    ...createSafekeepingControl(places, ports, practiceFolder),
    backUpNow: () => places.current().backUp('hand'),
    backUpBeforeImport: () => places.current().backUp('import'),
    startPractice: () => {
      starting ??= startPractice().finally(() => {
        starting = null
      })
      return starting
    },
    removePractice: openOwn,
    state: () => ({
      practice: places.current().folder === practiceFolder,
      ownDataExist:
        places.current().folder === folder
          ? hasSecretariat(places.current().database.reading)
          : existsSync(join(folder, databaseFileName)),
      lastBackup: places.current().lastBackup(),
      lastSavedAt,
    }),
  }

  const dispatch = createDispatch({
    handlers,
    ports,
    files,
    resources,
    system,
    database: () => places.current().database,
    settled: () => places.settled(),
    saved: () => {
      const { date, time } = ports.clock.local()
      lastSavedAt = `${date}T${time}`
    },
  })
  return {
    dispatch,
    files,
    close: async () => {
      await places.settled()
      await places.current().close()
    },
  }
}
