import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { GivenTo, NamesOfKind, OutputOf } from '#shared/contract/contract.ts'
import type { TsudoiError } from '#shared/contract/errors.ts'
import { callOperation } from './call.ts'
import { toTsudoiError } from './call-failed.ts'

/** Reads, and the tasks that only look. */
export type ReadableName =
  | NamesOfKind<'read'>
  | 'forms.check'
  | 'lists.look'
  | 'safekeeping.listBackups'
  | 'sharing.listKeptWork'
  | 'support.describe'
  | 'protection.state'

export interface Read<Output> {
  /** Undefined until it has come; kept while a fresh one is fetched. */
  readonly data: Output | undefined
  readonly error: TsudoiError | null
  /** Asked for and not there yet. */
  readonly waiting: boolean
  /** What is shown answers an earlier question (`keepLast`). */
  readonly ofLast: boolean
  readonly again: () => void
}

export interface ReadOptions<Output> {
  /** False: do not ask yet. */
  readonly when?: boolean
  /** Show what stood there until the answer to a changed question comes. */
  readonly keepLast?: boolean
  /** Ask again after so many milliseconds, for what changes without a write of this window; null: not now. */
  readonly every?: (data: Output | undefined) => number | null
}

/** The answer of a read, asked again by itself whenever a write affects it. */
export function useRead<Name extends ReadableName>(
  name: Name,
  given: GivenTo<Name>,
  options: ReadOptions<OutputOf<Name>> = {},
): Read<OutputOf<Name>> {
  const { every } = options
  const query = useQuery<OutputOf<Name>>({
    queryKey: [name, given],
    queryFn: () => callOperation(name, given),
    enabled: options.when ?? true,
    ...(every === undefined
      ? {}
      : {
          refetchInterval: (asked: { readonly state: { readonly data: OutputOf<Name> | undefined } }) =>
            every(asked.state.data) ?? false,
        }),
    ...(options.keepLast === true ? { placeholderData: keepPreviousData } : {}),
  })
  return {
    data: query.data,
    error: query.error === null ? null : toTsudoiError(query.error),
    waiting: query.isPending && query.fetchStatus !== 'idle',
    ofLast: query.isPlaceholderData,
    again: () => void query.refetch(),
  }
}
