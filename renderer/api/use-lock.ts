import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { callOperation } from './call.ts'
import { refreshReads } from './query-client.ts'

/** Locks the screen. What is in hand is saved first: a field saves when it is left, and all that is on its way is waited for. */
export function useLock(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await allSaved(client)
    // Refused where there is no password: the key then does nothing.
    await callOperation('protection.lock', {}).catch(() => null)
    await refreshReads(client, ['system'])
  }, [client])
}

async function allSaved(client: QueryClient): Promise<void> {
  // Leaving a field starts its write within this turn of the screen.
  await new Promise(requestAnimationFrame)
  if (client.isMutating() === 0) return
  await new Promise<void>((resolve) => {
    const stop = client.getMutationCache().subscribe(() => {
      if (client.isMutating() > 0) return
      stop()
      resolve()
    })
  })
}

const told = 20_000
let toldAt = 0

/** Tells the core now and then that somebody is at work. */
export function noteActive(): void {
  const now = Date.now()
  if (now - toldAt < told) return
  toldAt = now
  // Locked meanwhile: the next look at the state shows it.
  void callOperation('protection.active', {}).catch(() => null)
}
