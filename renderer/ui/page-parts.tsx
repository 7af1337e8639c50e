import { Link } from '@tanstack/react-router'
import styles from './page-parts.module.css'

export interface PagePartsProps {
  /** What the pages belong to: 地域のページ. */
  readonly label: string
  readonly parts: readonly { readonly to: string; readonly name: string }[]
}

/** The pages of one part of the program, behind the title of each. */
export function PageParts({ label, parts }: PagePartsProps) {
  return (
    <nav className={styles.parts} aria-label={label}>
      {parts.map((part) => (
        <Link
          key={part.to}
          to={part.to}
          className={styles.part}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: styles.here ?? '' }}
        >
          {part.name}
        </Link>
      ))}
    </nav>
  )
}
