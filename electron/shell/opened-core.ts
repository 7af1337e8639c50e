import type { Core, CoreOptions } from '#core/open-core.ts'
import type { FileTray } from '#core/ports.ts'
import { isRecovery, recover, unlockFolder } from '#core/recovery.ts'
import { createKeyHolder } from '#core/safekeeping/protection/key-holder.ts'
import { Refusal, type Result, type TsudoiError } from '#shared/contract/errors.ts'

/** The core as a shell with a window holds it: there even when the data could not be opened. */
export interface HeldCore {
  /** Why the data could not be opened; null when they are open. */
  readonly fault: TsudoiError | null
  /**
   * Answers every question with `fault` when there is one: the window has a screen for each. Of damaged data
   * the backups can be listed and restored; the state, asked for, tries to open anew. Never rejects.
   */
  dispatch(operation: string, input: unknown): Promise<Result<unknown>>
  /** Throws `fault` as a Refusal when there is one. */
  readonly files: FileTray
  close(): Promise<void>
}

export type OpenCore = (options: CoreOptions) => Promise<Result<Core>>

/** Opens the data and holds on to the answer, good or bad. Never rejects. */
export async function holdCore(given: CoreOptions, open: OpenCore): Promise<HeldCore> {
  // Keys outlive a core that is put down and opened anew.
  const options = { keys: createKeyHolder(), ...given }
  let opened: Result<Core> = await tryToOpen(options, open)
  let opening: Promise<void> | null = null
  let closing: Promise<void> | null = null
  /** The check of the whole file may end after opening: damaged data are then put down again, untouched. */
  const heed = (taken: Result<Core>): void => {
    if (!taken.ok) return
    void taken.value.verdict.then(async (fault) => {
      if (fault === null || closing !== null || opened !== taken) return
      opened = { ok: false, error: fault }
      opening = taken.value.close().finally(() => {
        opening = null
      })
      await opening
    })
  }
  heed(opened)
  const openAgain = (): Promise<void> => {
    opening ??= tryToOpen(options, open)
      .then((again) => {
        opened = again
        heed(again)
      })
      .finally(() => {
        opening = null
      })
    return opening
  }
  const core = (): Core => {
    if (opened.ok) return opened.value
    throw new Refusal(opened.error.code, opened.error.details)
  }
  return {
    get fault() {
      return opened.ok ? null : opened.error
    },
    dispatch: async (operation, input) => {
      if (!opened.ok && operation === 'system.getStatus' && closing === null) await openAgain()
      if (opened.ok) return opened.value.dispatch(operation, input)
      // Between being put down and being asked again: the folder must be free for a restore.
      await opening
      if (opened.error.code === 'locked' && operation === 'protection.unlock') {
        const unlocked = await unlockFolder(options, input)
        if (unlocked.ok) await openAgain()
        return unlocked
      }
      if (opened.error.code !== 'damaged' || !isRecovery(operation)) return opened
      return recover(options, operation, input)
    },
    files: {
      put: (name, bytes) => core().files.put(name, bytes),
      take: (token) => core().files.take(token),
    },
    // Windows and signals may ask twice; the core may be closed once.
    close: () => (closing ??= closeWhatIsOpen()),
  }

  async function closeWhatIsOpen(): Promise<void> {
    await opening
    if (opened.ok) await opened.value.close()
  }
}

async function tryToOpen(options: CoreOptions, open: OpenCore): Promise<Result<Core>> {
  try {
    return await open(options)
  } catch (fault) {
    options.ports.log.error('opening failed', fault)
    return { ok: false, error: { code: 'unexpected' } }
  }
}
