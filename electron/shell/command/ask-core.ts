import { resolve } from 'node:path'
import { type Core, openCore } from '#core/open-core.ts'
import type { GivenTo, OperationName, OutputOf } from '#shared/contract/contract.ts'
import { Refusal, type Result } from '#shared/contract/errors.ts'
import { createChromiumPrinter } from '../chromium-printer.ts'
import { silentLog } from '../log-file.ts'
import { keysOf } from './data-keys.ts'
import { createClock, createWho, nodeRandomness } from '../node-ports.ts'
import { fontsFolder, printStylesFolder, resourcesFolder } from '../places.ts'

/**
 * Opens the data folder for one command and closes it afterwards, whatever happens. Throws what keeps it
 * from opening (`in-use`, `damaged` …) as a Refusal.
 */
export async function withCore<T>(dataFolder: string, work: (core: Core) => Promise<T>): Promise<T> {
  const printer = createChromiumPrinter({ styles: printStylesFolder, fonts: fontsFolder })
  const folder = resolve(dataFolder)
  const opened = await openCore({
    folder,
    keys: await keysOf(folder),
    resources: resourcesFolder,
    ports: { clock: createClock(), randomness: nodeRandomness, printer, log: silentLog, who: createWho() },
  })
  const core = valueOf(opened)
  try {
    return await work(core)
  } finally {
    await core.close()
    await printer.close()
  }
}

/** Asks an operation by its name and type; a refusal is thrown. */
export async function ask<Name extends OperationName>(
  core: Core,
  operation: Name,
  input: GivenTo<Name>,
): Promise<OutputOf<Name>> {
  // The contract's own output type: dispatch knows operations by their text only.
  return valueOf(await core.dispatch(operation, input)) as OutputOf<Name>
}

/** The value of a Result, its error thrown as a Refusal. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Refusal(result.error.code, result.error.details)
}
