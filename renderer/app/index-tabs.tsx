import { Link } from '@tanstack/react-router'
import styles from './index-tabs.module.css'

/** The parts that exist, in the order of the work. A part that shows nothing true yet is not here. */
const parts = [
  { to: '/', name: 'ホーム' },
  { to: '/meetings', name: '会議' },
  { to: '/roster', name: '名簿' },
  { to: '/participation', name: '参画' },
  { to: '/area', name: '地域' },
  { to: '/coordinators', name: 'コーディネーター' },
  { to: '/advocacy', name: '働きかけ' },
  { to: '/reports', name: '帳票' },
  { to: '/settings', name: '設定' },
] as const

/** The parts, standing at the left like the index tabs of a binder, written downward. */
export function IndexTabs() {
  return (
    <nav className={styles.tabs} aria-label="部">
      {parts.map((part) => (
        <Link
          key={part.to}
          to={part.to}
          className={styles.tab}
          activeOptions={{ exact: part.to === '/' }}
          activeProps={{ className: styles.here ?? '' }}
        >
          {part.name}
        </Link>
      ))}
    </nav>
  )
}
