import { Link } from '@tanstack/react-router'
import styles from './local-help.module.css'

const parts = [
  { to: '/area', name: '課題' },
  { to: '/area/resources', name: '資源' },
  { to: '/area/developments', name: '開発' },
  { to: '/area/gap', name: '過不足' },
  { to: '/area/kinds', name: '分類' },
] as const

/** The pages of 地域, behind the title of each. */
export function AreaParts() {
  return (
    <nav className={styles.parts} aria-label="地域のページ">
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
