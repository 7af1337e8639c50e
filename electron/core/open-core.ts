import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal, type Result, type TsudoiError } from '#shared/contract/errors.ts'
import type { SystemControl } from './context.ts'
import { createDataPlaces, placeToOpen, practiceFolderOf } from './data-places.ts'
import { createDispatch } from './dispatch.ts'
import { asFileRefusal } from './file-refusal.ts'
import { createFileTray } from './file-tray.ts'
import type { FileTray, Ports } from './ports.ts'
import { createProtectionControl } from './protection-control.ts'
import { createSeatControl } from './seat-control.ts'
import { createSafekeepingControl } from './safekeeping-control.ts'
import { askKeptWork, listKeptWork, settleKeptWork } from './safekeeping/sharing/local-copy.ts'
import { createKeyHolder, type KeyHolder } from './safekeeping/protection/key-holder.ts'
import { readSignIn } from './safekeeping/protection/protection-note.ts'
import { requireKey } from './safekeeping/protection/unlock.ts'
import { lockFolder } from './safekeeping/folder-lock.ts'
import { databaseFileName, makeWritable, openFolder, type OpenFolder } from './safekeeping/open-folder.ts'
import { SharingSession, type SharingTimes, usualSharingTimes } from './sharing-session.ts'
import { describeForSupport } from './safekeeping/support-facts.ts'
import { createSecondPlace } from './safekeeping/second-place.ts'
import { type DataKey, type Keyring, noKey } from './store/connect.ts'
import { lastOperationNumber } from './store/change-log.ts'
import { asOpeningRefusal } from './store/open-database.ts'
import { hasSecretariat } from './store/secretariat-store.ts'
import { type Background, createBackground } from './workers/background.ts'
import { handlers } from './use-cases/handlers.ts'
import { fillWithSample } from './use-cases/sample-data.ts'
import { fillWithMoney } from './use-cases/sample-money.ts'

export interface CoreOptions {
  /** The data folder: a local disk, never a share. Made if it is not there. */
  readonly folder: string
  /** Where `resources/` lies: built-in mappings, fonts, print styles, sample data. */
  readonly resources: string
  readonly ports: Ports
  /** What is known of the keys of this folder; left out, nothing. */
  readonly keys?: KeyHolder
  /** A test's; the usual ones otherwise. */
  readonly sharingTimes?: SharingTimes
}

export interface Core {
  /** Asks the contract. Never rejects: faults come back as `unexpected`. */
  dispatch(operation: string, input: unknown): Promise<Result<unknown>>
  readonly files: FileTray
  /** Null when the whole file has been checked and is well. Resolves after opening where a thread checks it. */
  readonly verdict: Promise<TsudoiError | null>
  /** Makes the closing backup, closes the database and frees the folder. May be called once. */
  close(): Promise<void>
}

/**
 * Opens the data folder: writable → lock → open → pragmas → version → quick_check → backup → migrate. With threads
 * the check of the whole file goes on after it is open: reads are answered at once, writes when it has ended.
 * `in-use`, `damaged`, `too-new` and `no-access` come back as errors; nothing is ever deleted here.
 * Practice data lie in a folder of their own inside it and are open for as long as they exist.
 */
export async function openCore({
  folder,
  resources,
  ports,
  keys = createKeyHolder(),
  sharingTimes = usualSharingTimes,
}: CoreOptions): Promise<Result<Core>> {
  try {
    makeWritable(folder)
    const lock = lockFolder(folder)
    try {
      requireKey(folder, keys, () => keyBySignIn(folder, ports))
      const practiceFolder = practiceFolderOf(folder)
      const core = await assembleCore({ folder, practiceFolder, resources, ports, keys, sharingTimes })
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
    const known = asFileRefusal(asOpeningRefusal(fault))
    if (known instanceof Refusal) return { ok: false, error: known.toError() }
    ports.log.error('opening failed', fault)
    return { ok: false, error: { code: 'unexpected' } }
  }
}

function keyBySignIn(folder: string, { signIn }: Ports): DataKey | null {
  const sealed = signIn === undefined ? null : readSignIn(folder)
  return sealed === null ? null : (signIn?.open(sealed) ?? null)
}

async function openPlace(
  place: string,
  ports: Ports,
  keyring: Keyring,
  heavy: Background | null,
): Promise<OpenFolder> {
  const { clock, log } = ports
  const opened = await openFolder(place, { clock, log, keyring, heavy })
  opened.database.changeContext.operationNumber = lastOperationNumber(opened.database.connection)
  return opened
}

/** Milliseconds: a share that does not answer must not keep the program from opening; until it does, nothing is changed. */
const longestFirstLook = 4000

interface Places {
  readonly folder: string
  readonly practiceFolder: string
  readonly resources: string
  readonly ports: Ports
  readonly keys: KeyHolder
  readonly sharingTimes: SharingTimes
}

async function assembleCore({
  folder,
  practiceFolder,
  resources,
  ports: given,
  keys,
  sharingTimes,
}: Places): Promise<Core> {
  const seat = createSeatControl({
    folder,
    ports: given,
    database: () => (places.current().folder === practiceFolder ? null : places.current().database),
  })
  const ports: Ports = { ...given, who: { ...given.who, name: () => seat.name() ?? given.who.name() } }
  const files = createFileTray(ports.randomness)
  const { threads, printer, log } = ports
  const background =
    threads === undefined ? null : createBackground({ threads, printer, files, log, resources })
  const open = (place: string): Promise<OpenFolder> =>
    // Practice data hold nothing of anybody.
    openPlace(place, ports, place === practiceFolder ? noKey : keys, background)
  let first: OpenFolder
  try {
    first = await open(placeToOpen(folder))
  } catch (fault) {
    await background?.end()
    throw fault
  }
  const places = createDataPlaces(first, open, () => background?.idle() ?? Promise.resolve())
  let checking = true
  const verdict = first.whole.then((damage) => {
    checking = false
    return damage?.toError() ?? null
  })
  const second = createSecondPlace(folder, ports.clock, log)
  const sharing = new SharingSession({ folder, places, ports, times: sharingTimes })
  const requireEdit = (): void => {
    if (!sharing.mayEdit()) throw new Refusal('read-only', { name: sharing.state().holder?.name ?? '' })
  }
  const protection = createProtectionControl({
    folder,
    practiceFolder,
    places,
    keys,
    ports,
    requireEdit,
    secondPlace: () => second.state()?.path ?? null,
    backUp: async () => {
      await places.current().backUp('hand')
      await second.bringNewest()
    },
  })
  let lastSavedAt: string | null = null

  const openOwn = async (): Promise<void> => {
    await places.switchTo(folder, () => {
      // Practice data are made by us and hold nothing of the office: the one thing that is really deleted.
      rmSync(practiceFolder, { recursive: true, force: true })
    })
    lastSavedAt = null
    await seat.takeOverNote(sharing.mayEdit())
  }
  const startPractice = async (): Promise<void> => {
    if (places.current().folder === practiceFolder) return
    await places.switchTo(practiceFolder, () => {
      makeWritable(practiceFolder)
    })
    try {
      await fillWithSample(dispatch, resources, files)
      await fillWithMoney(dispatch, resources)
    } catch (fault) {
      await openOwn()
      throw fault
    }
  }
  // Asked for twice, practice is entered once.
  let starting: Promise<void> | null = null

  const system: SystemControl = {
    ...createSafekeepingControl(places, ports, keys, requireEdit, practiceFolder),
    backUpNow: async () => {
      const mark = await places.current().backUp('hand')
      // Beside: a stick may be slow.
      void second.bringNewest()
      return mark
    },
    describeForSupport: () =>
      describeForSupport(places.current().folder, folder, places.current().database.connection),
    setSecondPlace: async (path) => {
      if (places.current().folder === practiceFolder) throw new Refusal('practice-open')
      await second.set(path)
    },
    backUpBeforeImport: () => places.current().backUp('import'),
    sharing,
    protection,
    seat,
    keptWork: () => listKeptWork(folder),
    askKeptWork: (name, ask) => askKeptWork(folder, name, keys, ask),
    settleKeptWork: (name) => {
      settleKeptWork(folder, name)
    },
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
      checking,
      longWork: background?.longWork() ?? null,
      sharing: sharing.state(),
      secondPlace: second.state(),
      protection: protection.brief(),
      seat: seat.state(),
    }),
    cancelLongWork: () => background?.cancel() ?? Promise.resolve(),
  }

  const dispatch = createDispatch({
    handlers,
    ports,
    files,
    resources,
    system,
    database: () => places.current().database,
    keyring: () => places.current().keyring,
    settled: () => places.settled(),
    whole: () => places.current().whole,
    background,
    requireUnlocked: (operation) => {
      protection.requireUnlocked(operation)
    },
    requireRole: (operation) => {
      seat.requireRole(operation)
    },
    requireEdit,
    saved: () => {
      const { date, time } = ports.clock.local()
      lastSavedAt = `${date}T${time}`
    },
  })
  await Promise.race([sharing.start(), wait(longestFirstLook, undefined, { ref: false })])
  // Nothing is written before the whole file has been checked.
  void verdict.then((damage) => (damage === null ? seat.takeOverNote(sharing.mayEdit()) : null))
  return {
    dispatch,
    files: {
      put: (name, bytes) => {
        protection.requireUnlocked('files')
        return files.put(name, bytes)
      },
      take: (token) => {
        protection.requireUnlocked('files')
        return files.take(token)
      },
    },
    verdict,
    close: async () => {
      await sharing.close()
      await places.settled().catch((fault: unknown) => {
        log.error('nothing open to close', fault)
      })
      await background?.cancel()
      try {
        await places.current().close()
        await second.bringNewest()
      } finally {
        await background?.end()
      }
    },
  }
}
