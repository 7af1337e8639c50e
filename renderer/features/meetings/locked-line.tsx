import { Notice } from '#renderer/ui/notice.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { formatWareki, isCalendarDate } from '#shared/domain/calendar-date.ts'
import styles from './meetings.module.css'

/** 2026-09-18T10:05 → 令和8年9月18日 10:05 */
export function momentText(at: string): string {
  const [day = '', time = ''] = at.split('T')
  return isCalendarDate(day) ? `${formatWareki(day)} ${time}` : at
}

/** Says that the minutes are confirmed and nothing can be changed; nothing while they are not. */
export function LockedLine({ meeting }: { readonly meeting: MeetingDetail }) {
  const version = meeting.versions.at(-1)
  if (!meeting.locked || version === undefined) return null
  return (
    <div className={styles.locked}>
      <Notice mark="done">
        <p className={styles.lockedWords}>
          <b>議事録の第{version.version}版を確定しています。</b>
          <span>
            {momentText(version.confirmedAt)} {version.confirmedBy}
          </span>
          <span className="sub">直すときは「議事録」で開きなおします。</span>
        </p>
      </Notice>
    </div>
  )
}
