import type { ReactNode } from 'react'
import styles from './glyph.module.css'

/** Small drawings of controls. None is for ornament: each stands for something to press or a state. */
export type GlyphKind = 'down' | 'pencil' | 'eye' | 'close' | 'calendar' | 'search'

const shapes: Readonly<Record<GlyphKind, ReactNode>> = {
  down: <path d="M4 6l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  pencil: (
    <path
      d="M2.5 13.5l1-3.6 7.4-7.4 2.6 2.6-7.4 7.4z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  ),
  eye: (
    <>
      <path
        d="M1 8s2.6-4.4 7-4.4S15 8 15 8s-2.6 4.4-7 4.4S1 8 1 8z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
      <circle cx="8" cy="8" r="2" fill="currentColor" />
    </>
  ),
  close: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  search: (
    <path
      d="M10.2 10.2L14 14M2.5 6.8a4.3 4.3 0 108.6 0 4.3 4.3 0 10-8.6 0z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  ),
  calendar: (
    <path d="M2 4h12v10H2zM2 7h12M5 2v3M11 2v3" fill="none" stroke="currentColor" strokeWidth="1.5" />
  ),
}

export function Glyph({ kind }: { readonly kind: GlyphKind }) {
  return (
    <svg className={styles.glyph} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[kind]}
    </svg>
  )
}
