import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query'
import type { ReadPrefix } from './affected-reads.ts'
import { toTsudoiError } from './call-failed.ts'

/** Everything comes from this PC: nothing goes stale by time, only by what was written (affected-reads.ts). */
export function createQueryClient(): QueryClient {
  // Data found damaged after they were opened, a screen that was locked meanwhile: the gate asks anew, and shows it.
  const heed = (thrown: unknown): void => {
    const { code } = toTsudoiError(thrown)
    if (code === 'damaged' || code === 'locked') void refreshReads(client, ['system'])
  }
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (thrown, { queryKey: [name] }) => {
        if (name !== 'system.getStatus') heed(thrown)
      },
    }),
    mutationCache: new MutationCache({ onError: heed }),
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
  return client
}

/**
 * Marks reads as stale by the first word of their names, and waits until the screen shows the fresh ones. The
 * library tells its answers to the screen in a turn of their own, after the promise of the fetch: whoever went on
 * between the two met a screen on which what was just saved is neither on its way nor there.
 */
export async function refreshReads(client: QueryClient, prefixes: readonly ReadPrefix[]): Promise<void> {
  const affected: readonly string[] = prefixes
  await client.invalidateQueries({
    predicate: ({ queryKey: [name] }) =>
      typeof name === 'string' && affected.includes(name.slice(0, name.indexOf('.'))),
  })
  await new Promise<void>((resolve) => {
    notifyManager.schedule(resolve)
  })
}
