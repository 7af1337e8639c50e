import type { GivenTo, OperationName, OutputOf } from '#shared/contract/contract.ts'
import type { Core } from '#core/open-core.ts'

/** Asks a core and expects an answer; throws with code and faults otherwise. */
export function askOf(core: Pick<Core, 'dispatch'>, { faults }: { readonly faults: readonly unknown[] }) {
  return async <Name extends OperationName>(name: Name, input: GivenTo<Name>): Promise<OutputOf<Name>> => {
    const result = await core.dispatch(name, input)
    if (!result.ok) {
      throw new Error(`${name} refused: ${JSON.stringify(result.error)} ${faults.map(String).join(' | ')}`)
    }
    // The contract declares the output of each operation.
    return result.value as OutputOf<Name>
  }
}
