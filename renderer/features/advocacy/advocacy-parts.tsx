import { Link } from '@tanstack/react-router'
import styles from './advocacy.module.css'

const parts = [
  { to: '/advocacy', name: '提案・要望' },
  { to: '/advocacy/briefings', name: '説明会' },
] as const

/** The pages of 働きかけ, behind the title of each. */
export function AdvocacyParts() {
  return (
    <nav className={styles.parts} aria-label="働きかけのページ">
      {parts.map((part) => (
        <Link
          key={part.to}
          to={part.to}
          className={styles.part}
          activeOptions={{ exact: true }}
          activeProps={{ className: styles.here ?? '' }}
        >
          {part.name}
        </Link>
      ))}
    </nav>
  )
}
