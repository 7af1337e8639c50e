import { Link } from '@tanstack/react-router'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { fiscalYearName, formatMonthDay } from '#shared/domain/calendar-date.ts'
import { voteWords } from '#shared/domain/vote.ts'
import { MeetingsTabs } from '../meetings-tabs.tsx'
import styles from './year.module.css'

/** 決定事項の台帳: what was decided in the 年度, by number, and where. */
export function DecisionsPage() {
  const { councilId, council, fiscalYear } = usePlace()
  const register = useRead('year.decisions', { councilId, fiscalYear }, { keepLast: true })
  return (
    <>
      <PageHead
        title="決定事項"
        beside={<MeetingsTabs />}
        line={`${council?.name ?? 'すべての協議体'}　${fiscalYearName(fiscalYear)}に決まったことの台帳です。消した番号は、ほかの決定には付きません。`}
      />
      <div className={styles.page}>
        <Loaded read={register}>
          {(entries) =>
            entries.length === 0 ? (
              <Empty next="議事録をとるとき、種類を「決定」にして残すと、ここに番号が付いて並びます。">
                {fiscalYearName(fiscalYear)}の決定事項は、まだありません。
              </Empty>
            ) : (
              <table className={styles.rows} aria-label="決定事項の台帳">
                <thead>
                  <tr>
                    <th scope="col">番号</th>
                    {councilId === null ? <th scope="col">協議体</th> : null}
                    <th scope="col">決定したこと</th>
                    <th scope="col">議題</th>
                    <th scope="col">会議</th>
                    <th scope="col">採決</th>
                  </tr>
                </thead>
                <tbody>
                  {entries.map((entry) => (
                    <tr key={entry.id}>
                      <td className={styles.when}>第{entry.number}号</td>
                      {councilId === null ? <td>{entry.councilName}</td> : null}
                      <td>{entry.text}</td>
                      <td>{entry.itemTitle}</td>
                      <td className={styles.number}>
                        <Link
                          to="/meetings/$meetingId/$step"
                          params={{ meetingId: entry.meetingId, step: 'minutes' }}
                        >
                          第{entry.meetingNumber}回　{formatMonthDay(entry.heldOn)}
                        </Link>
                        {entry.confirmed ? null : <Chip mark="soon">未確定</Chip>}
                      </td>
                      <td>{entry.vote === null ? '' : voteWords(entry.vote)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Loaded>
      </div>
    </>
  )
}
