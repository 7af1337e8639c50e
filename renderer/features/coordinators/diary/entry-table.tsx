import { Link } from '@tanstack/react-router'
import { sought } from '#renderer/api/use-sought.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import type { Activity } from '#shared/contract/activity-operations.ts'
import { activityMethodNames, endsNextDay } from '#shared/domain/activity.ts'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import styles from '../coordinators.module.css'

function timeWords({ startsAt, endsAt }: Activity): string {
  if (startsAt === null) return ''
  if (endsAt === null) return `${formatClockTime(startsAt)}から`
  return `${formatClockTime(startsAt)}～${endsNextDay(startsAt, endsAt) ? '翌' : ''}${formatClockTime(endsAt)}`
}

export interface EntryTableProps {
  readonly entries: readonly Activity[]
  readonly at: string | null
  readonly onEdit: (activity: Activity) => void
  readonly onRemove: (activity: Activity) => void
}

/** The entries of a month, newest first, each with what it is tied to. */
export function EntryTable({ entries, at, onEdit, onRemove }: EntryTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="活動記録">
        <thead>
          <tr>
            <th scope="col">日・時間</th>
            <th scope="col">区分・方法</th>
            <th scope="col">相手先・場所</th>
            <th scope="col">内容</th>
            <th scope="col">担当</th>
            <th scope="col">
              <span className="unseen">直す・消す</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id} {...sought(at, entry.id)}>
              <th scope="row" className={styles.nowrap}>
                {formatMonthDay(entry.actedOn)}
                <br />
                <span className="sub">{timeWords(entry)}</span>
              </th>
              <td>
                {entry.kindName}
                <br />
                <span className="sub">{activityMethodNames[entry.method]}</span>
              </td>
              <td>
                {[...entry.people, ...entry.organizations].map((each) => each.name).join('・')}
                {entry.partner === '' ? '' : ` ${entry.partner}`}
                <br />
                <span className="sub">{entry.place}</span>
              </td>
              <td className={styles.words}>
                {entry.content}
                {entry.insight === '' ? null : <p className="sub">気づき：{entry.insight}</p>}
                <EntryTies entry={entry} />
              </td>
              <td>{entry.coordinators.map((each) => each.name).join('・')}</td>
              <td className={styles.nowrap}>
                <Link
                  to="/area/resources"
                  search={{ from: 'activity', of: entry.id }}
                  aria-label={`${entry.content}を地域資源に残す`}
                >
                  資源に
                </Link>{' '}
                <Button look="quiet" label={`${entry.content}を直す`} onPress={() => onEdit(entry)}>
                  直す
                </Button>{' '}
                <Button look="quiet" label={`${entry.content}を消す`} onPress={() => onRemove(entry)}>
                  消す
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function EntryTies({ entry }: { readonly entry: Activity }) {
  const ties = [
    ...entry.needs.map((each) => ({ ...each, to: '/area' as const, what: '課題' })),
    ...entry.resources.map((each) => ({ ...each, to: '/area/resources' as const, what: '資源' })),
    ...entry.developments.map((each) => ({ ...each, to: '/area/developments' as const, what: '開発' })),
  ]
  return (
    <>
      {entry.meetingId === null ? null : (
        <p>
          <Link
            to="/meetings/$meetingId/$step"
            params={{ meetingId: entry.meetingId, step: 'minutes' }}
          >{`会議：${entry.meetingName}`}</Link>
        </p>
      )}
      {ties.map((tie) => (
        <p key={tie.id}>
          <Link to={tie.to} search={{ at: tie.id }}>{`${tie.what}：${tie.name}`}</Link>
        </p>
      ))}
      {entry.nextStep === '' ? null : (
        <p>
          <Chip mark={entry.nextDoneOn === null ? 'waiting' : 'done'}>
            次の対応：{entry.nextStep}
            {entry.nextDoneOn === null ? '' : `（${formatMonthDay(entry.nextDoneOn)}に済み）`}
          </Chip>
        </p>
      )}
    </>
  )
}
