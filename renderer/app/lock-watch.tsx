import { useEffect } from 'react'
import type { SystemStatus } from '#shared/contract/system-operations.ts'
import { noteActive, useLock } from '#renderer/api/use-lock.ts'

/** Between two looks whether the core has locked the screen. */
const lookEvery = 15_000

/**
 * Keeps the core told of hands at the keys, and the screen told of the core's lock. The core alone decides: a window
 * that is closed, or that sleeps, tells nothing, and comes back to a locked screen.
 */
export function useLockWatch(protection: SystemStatus['protection'] | undefined, again: () => void): void {
  const lock = useLock()
  const can = protection?.hasPassword === true
  const byItself = can && protection.idleMinutes !== null
  useEffect(() => {
    if (!can) return undefined
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey && event.altKey && event.code === 'KeyL') {
        event.preventDefault()
        void lock()
      }
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [can, lock])
  useEffect(() => {
    if (!byItself) return undefined
    const looking = setInterval(again, lookEvery)
    window.addEventListener('keydown', noteActive, true)
    window.addEventListener('pointerdown', noteActive, true)
    return () => {
      clearInterval(looking)
      window.removeEventListener('keydown', noteActive, true)
      window.removeEventListener('pointerdown', noteActive, true)
    }
  }, [byItself, again])
}
