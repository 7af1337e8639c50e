import { QueryClient } from '@tanstack/react-query'
import type { ReadPrefix } from './affected-reads.ts'

/** Everything comes from this PC: nothing goes stale by time, only by what was written (affected-reads.ts). */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Marks reads as stale by the first word of their names, and waits until those on the screen are fresh. */
export async function refreshReads(client: QueryClient, prefixes: readonly ReadPrefix[]): Promise<void> {
  const affected: readonly string[] = prefixes
  await client.invalidateQueries({
    predicate: ({ queryKey: [name] }) =>
      typeof name === 'string' && affected.includes(name.slice(0, name.indexOf('.'))),
  })
}
