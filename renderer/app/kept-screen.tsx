import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { UNSAFE_PortalProvider as PortalProvider } from 'react-aria'
import { createPortal } from 'react-dom'
import styles from './kept-screen.module.css'

/** The screen with what lies over it, as one piece that can be taken out of the document. */
interface Room {
  readonly whole: HTMLElement
  readonly screen: HTMLElement
  readonly overlays: HTMLElement
}

function makeRoom(): Room {
  const make = (): HTMLElement => {
    const element = document.createElement('div')
    element.className = styles.open ?? ''
    return element
  }
  const [whole, screen, overlays] = [make(), make(), make()]
  whole.append(screen, overlays)
  return { whole, screen, overlays }
}

/** Where somebody was on the screen: taken out of the document, it forgets both. */
interface Spot {
  readonly scrolled: readonly (readonly [Element, number, number])[]
  readonly focused: Element | null
  readonly title: string
}

function noteSpot({ whole }: Room, lastFocused: Element | null): Spot {
  const scrolled = [...whole.querySelectorAll('*')]
    .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
    .map((each) => [each, each.scrollTop, each.scrollLeft] as const)
  return { scrolled, focused: lastFocused, title: document.title }
}

function goBackTo({ scrolled, title }: Spot): void {
  document.title = title
  for (const [element, top, left] of scrolled) {
    element.scrollTop = top
    element.scrollLeft = left
  }
}

/**
 * While it is `away`, nothing of the screen stands in the document: no name to be read by an eye, a screen reader or
 * a picture of the window. What was half written, an open question too, is kept in its parts, and is there again
 * afterwards at the same place. Saved drafts would miss a form that nobody thought of; this way there is none to miss.
 */
export function KeptScreen({ away, children }: { readonly away: boolean; readonly children: ReactNode }) {
  const client = useQueryClient()
  const [room] = useState(makeRoom)
  useEffect(() => {
    if (!away) return
    // What nobody shows is asked for anew; what is kept in the parts is theirs.
    client.removeQueries({ type: 'inactive' })
    client.getMutationCache().clear()
  }, [away, client])
  return (
    <>
      <Slot room={room} away={away} />
      {createPortal(
        <PortalProvider getContainer={() => room.overlays}>{children}</PortalProvider>,
        room.screen,
      )}
    </>
  )
}

/** Stands before the screen, so that the place is in the document when the screen's own parts look for it. */
function Slot({ room, away }: { readonly room: Room; readonly away: boolean }) {
  const slot = useRef<HTMLDivElement>(null)
  const spot = useRef<Spot | null>(null)
  useLayoutEffect(() => {
    if (away) return undefined
    let lastFocused: Element | null = spot.current?.focused ?? null
    const noteFocus = ({ target }: FocusEvent): void => {
      lastFocused = target instanceof Element ? target : null
    }
    room.whole.addEventListener('focusin', noteFocus)
    slot.current?.append(room.whole)
    if (spot.current !== null) goBackTo(spot.current)
    return () => {
      spot.current = noteSpot(room, lastFocused)
      room.whole.removeEventListener('focusin', noteFocus)
      room.whole.remove()
      document.title = 'つどい'
    }
  }, [away, room])
  useEffect(() => {
    const focused = spot.current?.focused
    // By now the cover has let go of what it had made inert.
    if (!away && focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true })
  }, [away])
  return <div ref={slot} className={styles.open} />
}
