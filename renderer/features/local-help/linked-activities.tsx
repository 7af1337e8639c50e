import { Link } from '@tanstack/react-router'
import { useRead } from '#renderer/api/use-read.ts'
import { Block } from '#renderer/ui/block.tsx'
import type { GivenTo } from '#shared/contract/contract.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import styles from '#renderer/ui/record-page.module.css'

/** What the コーディネーター wrote of it; nothing where nobody did. */
export function LinkedActivities(tied: GivenTo<'activities.of'>) {
  const activities = useRead('activities.of', tied)
  const list = activities.data ?? []
  if (list.length === 0) return null
  return (
    <Block title="活動記録" minor className={styles.block}>
      <ul className={styles.lines}>
        {list.map((each) => (
          <li key={each.id}>
            <Link className={styles.wide} to="/coordinators" search={{ at: each.id }}>
              {formatWareki(each.actedOn)}　{each.content}
            </Link>
            <span className="sub">{each.who}</span>
          </li>
        ))}
      </ul>
    </Block>
  )
}
