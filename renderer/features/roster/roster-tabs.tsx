import { Link } from '@tanstack/react-router'
import { useRead } from '#renderer/api/use-read.ts'
import styles from './roster-tabs.module.css'

/** 人, 団体 and the kinds of group: pages of one part, with how many stand on each. */
export function RosterTabs() {
  const people = useRead('roster.listPeople', {})
  const groups = useRead('organizations.list', {})
  const tab = (
    to: '/roster' | '/roster/groups' | '/roster/table' | '/roster/kinds' | '/roster/left',
    name: string,
    count?: number,
  ) => (
    <Link
      to={to}
      className={styles.tab}
      activeOptions={{ exact: true }}
      activeProps={{ className: styles.here ?? '' }}
    >
      {name} {count ?? ''}
    </Link>
  )
  return (
    <nav aria-label="名簿の種類" className={styles.tabs}>
      {tab('/roster', '人', people.data?.length)}
      {tab('/roster/groups', '団体', groups.data?.length)}
      {tab('/roster/table', '一覧表')}
      {tab('/roster/kinds', '種別')}
      {tab('/roster/left', '退いた人')}
    </nav>
  )
}
