import { useIsMutating } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { LongWork } from '#shared/contract/system-operations.ts'
import { callOperation } from './call.ts'

/** What is over sooner needs no word. */
const askingMilliseconds = 600

/** What the window waits for, when it takes long; null otherwise. */
export function useLongWork(): LongWork | null {
  const waiting = useIsMutating() > 0
  const [work, setWork] = useState<LongWork | null>(null)
  useEffect(() => {
    if (!waiting) return undefined
    let wanted = true
    const ask = async (): Promise<void> => {
      const now = await callOperation('system.longWork', {}).catch(() => null)
      if (wanted) setWork(now)
    }
    const asking = setInterval(() => void ask(), askingMilliseconds)
    return () => {
      wanted = false
      clearInterval(asking)
      setWork(null)
    }
  }, [waiting])
  // What was seen last belongs to a wait that is over.
  return waiting ? work : null
}
