import type { GivenTo, OperationName, OutputOf } from '#shared/contract/contract.ts'
import { CallFailed } from './call-failed.ts'
import { host } from './host.ts'

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
    if (thrown instanceof CallFailed) throw thrown
    throw new CallFailed({
      code: 'unexpected',
      details: { reason: thrown instanceof Error ? thrown.message : String(thrown) },
    })
  })
  if (!result.ok) throw new CallFailed(result.error)
  // Outputs come from our own core, typed by the same contract; they are not checked a second time.
  return result.value as OutputOf<Name>
}
