import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { SharingState } from '#shared/contract/sharing-operations.ts'
import { useRead } from './use-read.ts'

/** Milliseconds: the core looks at the share on its own; this asks the core what it saw. */
const askEvery = 4000

/**
 * Where this PC stands with its shared folder; undefined until it is known. Asked again and again where something
 * is shared, since others act meanwhile; when other records have come in, everything on the screen is read anew.
 */
export function useSharing(): SharingState | undefined {
  const { data } = useRead(
    'sharing.getState',
    {},
    { every: (state) => (state?.share == null ? null : askEvery) },
  )
  const client = useQueryClient()
  const shown =
    data === undefined ? null : `${data.seen?.pc ?? ''} ${data.seen?.at ?? ''} ${String(data.mayEdit)}`
  const last = useRef<string | null>(null)
  useEffect(() => {
    const changed = shown !== null && last.current !== null && shown !== last.current
    if (shown !== null) last.current = shown
    if (!changed) return
    void client.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'sharing.getState' })
  }, [shown, client])
  return data
}
