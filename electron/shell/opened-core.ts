import type { Core, CoreOptions } from '#core/open-core.ts'
import type { FileTray } from '#core/ports.ts'
import { Refusal, type Result, type TsudoiError } from '#shared/contract/errors.ts'

/** The core as a shell with a window holds it: there even when the data could not be opened. */
export interface HeldCore {
  /** Why the data could not be opened; null when they are open. */
  readonly fault: TsudoiError | null
  /** Answers every question with `fault` when there is one: the window has a screen for each. Never rejects. */
  dispatch(operation: string, input: unknown): Promise<Result<unknown>>
  /** Throws `fault` as a Refusal when there is one. */
  readonly files: FileTray
  close(): Promise<void>
}

export type OpenCore = (options: CoreOptions) => Promise<Result<Core>>

/** Opens the data and holds on to the answer, good or bad. Never rejects. */
export async function holdCore(options: CoreOptions, open: OpenCore): Promise<HeldCore> {
  const opened = await tryToOpen(options, open)
  if (!opened.ok) return heldFault(opened.error)
  const core = opened.value
  let closing: Promise<void> | null = null
  return {
    fault: null,
    dispatch: (operation, input) => core.dispatch(operation, input),
    files: core.files,
    // Windows and signals may ask twice; the core may be closed once.
    close: () => (closing ??= core.close()),
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

function heldFault(error: TsudoiError): HeldCore {
  const refuse = (): never => {
    throw new Refusal(error.code, error.details)
  }
  return {
    fault: error,
    dispatch: () => Promise.resolve({ ok: false, error }),
    files: { put: refuse, take: refuse },
    close: () => Promise.resolve(),
  }
}
