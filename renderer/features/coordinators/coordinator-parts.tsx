import { Link } from '@tanstack/react-router'
import styles from './coordinators.module.css'

const parts = [
  { to: '/coordinators', name: '活動記録' },
  { to: '/coordinators/figures', name: '活動報告' },
  { to: '/coordinators/selections', name: '選出' },
  { to: '/coordinators/year', name: '年度のまとめ' },
  { to: '/coordinators/people', name: '人と区分' },
] as const

/** The pages of コーディネーター, behind the title of each. */
export function CoordinatorParts() {
  return (
    <nav className={styles.parts} aria-label="コーディネーターのページ">
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
