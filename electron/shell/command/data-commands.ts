import { resolve } from 'node:path'
import { checkData } from '#core/safekeeping/check-data.ts'
import { isOperationName } from '#shared/contract/contract.ts'
import { Refusal } from '#shared/contract/errors.ts'
import { readArguments, readJson } from './arguments.ts'
import { keysOf } from './data-keys.ts'
import { ask, valueOf, withCore } from './ask-core.ts'

/** Makes the folder and its database, with `--sample` filled with practice data; prints the state. */
export function initCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['data'], flags: ['sample'] })
  const folder = args.required('data')
  return withCore(folder, async (core) => {
    if (args.flag('sample')) await ask(core, 'system.startPractice', {})
    return { folder: resolve(folder), ...(await ask(core, 'system.getStatus', {})) }
  })
}

/** Any operation of the contract, its input as JSON; prints the value it answers with. */
export function callCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['data', 'input'], words: 1 })
  const operation = args.words[0] ?? ''
  if (!isOperationName(operation)) throw new Refusal('unknown-operation', { operation })
  const input = readJson('--input', args.optional('input') ?? '{}')
  return withCore(args.required('data'), async (core) => valueOf(await core.dispatch(operation, input)))
}

/** Looks the data over without changing them, while the program runs, too. */
export async function checkCommand(given: readonly string[]): Promise<unknown> {
  const args = readArguments(given, { texts: ['data'] })
  const folder = resolve(args.required('data'))
  return checkData(folder, await keysOf(folder))
}
