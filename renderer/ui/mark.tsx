import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './mark.module.css'

/** What a mark says. Each has its own shape, so that it is understood without its colour. */
export type MarkKind =
  'done' | 'soon' | 'lacking' | 'late' | 'waiting' | 'none' | 'new' | 'changed' | 'same' | 'double'

const shapes: Readonly<Record<MarkKind, ReactNode>> = {
  done: <path d="M2.5 8.5l3.6 3.6 7.4-8.4" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  soon: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  lacking: (
    <>
      <path d="M8 1.8L15 14H1z" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" />
      <path d="M8 6.2v4" stroke="currentColor" strokeWidth="1.8" />
      <circle cx="8" cy="12" r="1" fill="currentColor" />
    </>
  ),
  late: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M8 3.8v5" stroke="#fff" strokeWidth="2" />
      <circle cx="8" cy="11.6" r="1.2" fill="#fff" />
    </>
  ),
  waiting: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  none: <rect x="2.5" y="2.5" width="11" height="11" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  new: <path d="M8 2.5v11M2.5 8h11" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  changed: (
    <path
      d="M2 5.5h10.5M9.5 2.5l3 3-3 3M14 10.5H3.5M6.5 7.5l-3 3 3 3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    />
  ),
  same: <path d="M3 5.8h10M3 10.2h10" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  double: (
    <>
      <rect x="1.5" y="3.5" width="8" height="10" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5h8.5v10H12" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
}

export function Mark({
  kind,
  className,
}: {
  readonly kind: MarkKind
  readonly className?: string | undefined
}) {
  return (
    <svg
      className={classNames(styles.mark, styles[kind], className)}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {shapes[kind]}
    </svg>
  )
}

export interface ChipProps {
  readonly mark: MarkKind
  readonly children: ReactNode
  /** With an edge around it, where it stands alone. */
  readonly boxed?: boolean
  readonly className?: string | undefined
}

/** A mark and its word. Colour comes third. */
export function Chip({ mark, children, boxed = false, className }: ChipProps) {
  return (
    <span className={classNames(styles.chip, styles[mark], boxed && styles.boxed, className)}>
      <Mark kind={mark} />
      <span>{children}</span>
    </span>
  )
}

/** A word in a thin frame: a sector, a kind. */
export function Tag({ children }: { readonly children: ReactNode }) {
  return <span className={styles.tag}>{children}</span>
}
