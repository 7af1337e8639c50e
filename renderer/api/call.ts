import type { GivenTo, OperationName, OutputOf } from '#shared/contract/contract.ts'
import type { TsudoiError } from '#shared/contract/errors.ts'
import { host } from './host.ts'

/** What a refused call throws in the window: the error as data, for `errorText` to put into words. */
export class CallFailed extends Error {
  readonly error: TsudoiError

  constructor(error: TsudoiError) {
    super(error.code)
    this.name = 'CallFailed'
    this.error = error
  }
}

/** Any thrown thing as an error with a sentence. What is not ours is `unexpected`: the shell could not be reached. */
export function toTsudoiError(thrown: unknown): TsudoiError {
  return thrown instanceof CallFailed ? thrown.error : { code: 'unexpected' }
}

/**
 * Asks the core for an operation of the contract.
 *
 * @throws CallFailed when the core refuses, or cannot be reached at all (`unexpected`).
 */
export async function callOperation<Name extends OperationName>(
  name: Name,
  given: GivenTo<Name>,
): Promise<OutputOf<Name>> {
  const result = await host.call(name, given).catch((thrown: unknown) => {
    throw new CallFailed({
      code: 'unexpected',
      details: { reason: thrown instanceof Error ? thrown.message : String(thrown) },
    })
  })
  if (!result.ok) throw new CallFailed(result.error)
  // Outputs come from our own core, typed by the same contract; they are not checked a second time.
  return result.value as OutputOf<Name>
}
