import { Link } from '@tanstack/react-router'
import styles from './meetings-tabs.module.css'

const tabs = [
  ['/meetings', '会議'],
  ['/meetings/plan', '1年の予定'],
  ['/meetings/usual', 'いつもの次第'],
  ['/meetings/tasks', '宿題'],
  ['/meetings/decisions', '決定事項'],
  ['/meetings/attendance', '出席状況'],
] as const

/** The pages of 会議: the meetings themselves, and what runs through a year of them. */
export function MeetingsTabs() {
  return (
    <nav aria-label="会議の種類" className={styles.tabs}>
      {tabs.map(([to, name]) => (
        <Link
          key={to}
          to={to}
          className={styles.tab}
          activeOptions={{ exact: true }}
          activeProps={{ className: styles.here ?? '' }}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
