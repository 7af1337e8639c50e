import { useMutation, useQueryClient } from '@tanstack/react-query'
import { contract, type GivenTo, type NamesOfKind, type OutputOf } from '#shared/contract/contract.ts'
import type { TsudoiError } from '#shared/contract/errors.ts'
import { affectedReads } from './affected-reads.ts'
import { callOperation } from './call.ts'
import { toTsudoiError } from './call-failed.ts'
import { refreshReads } from './query-client.ts'
import { noteSaved } from './saved-time.ts'

export type WritableName = NamesOfKind<'write'> | NamesOfKind<'task'>

export type Attempt<Output> = { readonly ok: true; readonly value: Output } | { readonly ok: false }

export interface Write<Name extends WritableName> {
  /** As `run`, but tells a refusal from an operation whose answer is null. */
  readonly attempt: (given: GivenTo<Name>) => Promise<Attempt<OutputOf<Name>>>
  /** Resolves with the output when it is on disk and the reads on the screen are fresh; null when it was refused. */
  readonly run: (given: GivenTo<Name>) => Promise<OutputOf<Name> | null>
  /** Like `run`, telling only whether it was carried out: for operations that answer with null. */
  readonly did: (given: GivenTo<Name>) => Promise<boolean>
  readonly busy: boolean
  /** Of the last run; gone when the next begins. */
  readonly error: TsudoiError | null
  readonly forget: () => void
}

/** A write or a task. Its error is kept here to be shown by an `ErrorNotice`; nothing is thrown. */
export function useWrite<Name extends WritableName>(name: Name): Write<Name> {
  const client = useQueryClient()
  const mutation = useMutation<OutputOf<Name>, Error, GivenTo<Name>>({
    mutationFn: (given) => callOperation(name, given),
    onSuccess: async () => {
      if (
        contract[name].kind === 'write' ||
        name === 'imports.apply' ||
        name === 'organizations.applyImport' ||
        name === 'resources.applyImport'
      )
        noteSaved()
      await refreshReads(client, affectedReads[name])
    },
  })
  return {
    attempt: (given) =>
      mutation.mutateAsync(given).then(
        (value) => ({ ok: true, value }),
        () => ({ ok: false }),
      ),
    run: (given) => mutation.mutateAsync(given).catch(() => null),
    did: (given) =>
      mutation.mutateAsync(given).then(
        () => true,
        () => false,
      ),
    busy: mutation.isPending,
    error: mutation.error === null ? null : toTsudoiError(mutation.error),
    forget: mutation.reset,
  }
}
