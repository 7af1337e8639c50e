import { useSyncExternalStore } from 'react'

/** When this window last saw a write come back from the disk, in milliseconds since 1970; null before the first. */
let savedAt: number | null = null
const listeners = new Set<() => void>()

export function noteSaved(): void {
  savedAt = Date.now()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSavedAt(): number | null {
  return useSyncExternalStore(subscribe, () => savedAt)
}

// The words change by the minute; the value must stay the same between ticks, as useSyncExternalStore asks.
let minute = Math.floor(Date.now() / 60_000)

function subscribeToMinutes(listener: () => void): () => void {
  const timer = setInterval(() => {
    minute = Math.floor(Date.now() / 60_000)
    listener()
  }, 15_000)
  return () => clearInterval(timer)
}

/** The present time to the minute, in milliseconds; a component that uses it is drawn anew as minutes pass. */
export function useMinute(): number {
  return useSyncExternalStore(subscribeToMinutes, () => minute) * 60_000
}
