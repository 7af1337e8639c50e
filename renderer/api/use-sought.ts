import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { ResourceOrigin } from '#shared/contract/resource-operations.ts'
import { type ActivityId, isId, type OrganizationId } from '#shared/domain/ids.ts'

/** The record that a search led to, kept in the address so that going back finds it again. */
export interface SoughtPlace {
  readonly at?: string
  /** Where a new record is to come from: 'activity' or 'organization', and which. */
  readonly from?: ResourceOrigin['of']
  readonly of?: string
}

/** Of an address, what may be sought on its page; anything else behind the question mark is dropped. */
export function readSought(search: Readonly<Record<string, unknown>>): SoughtPlace {
  const { at, from, of } = search
  return {
    ...(typeof at === 'string' && isId(at) ? { at } : {}),
    ...((from === 'activity' || from === 'organization') && typeof of === 'string' && isId(of)
      ? { from, of }
      : {}),
  }
}

/** The record that a new one is to come from; null where the page is opened for itself. */
export function useOrigin(): ResourceOrigin | null {
  const { from, of } = useSearch({ strict: false })
  if (from === undefined || of === undefined) return null
  return from === 'activity' ? { of: from, id: of as ActivityId } : { of: from, id: of as OrganizationId }
}

/** The record to be brought into sight on this page; null where nothing is sought. */
export function useSought(): string | null {
  return useSearch({ strict: false }).at ?? null
}

/** Marks the element of a record: `<li {...sought(at, id)}>` is brought into sight by `useShowSought`. */
export function sought(at: string | null, id: string): { readonly 'data-sought'?: '' } {
  return at === id ? { 'data-sought': '' } : {}
}

/** Brings the marked element into sight once `ready`, and again when another is sought. */
export function useShowSought(ready: boolean): void {
  const at = useSought()
  useEffect(() => {
    if (!ready || at === null) return
    // After the columns have found their own places.
    const frame = requestAnimationFrame(() => {
      document.querySelector('[data-sought]')?.scrollIntoView({ block: 'nearest' })
    })
    return () => cancelAnimationFrame(frame)
  }, [at, ready])
}
