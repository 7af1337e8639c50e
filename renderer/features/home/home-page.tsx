import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { Home } from '#shared/contract/home-operations.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { DueBlock } from './due-block.tsx'
import styles from './home.module.css'
import { NextMeetingBlock } from './next-meeting-block.tsx'
import { TableBlock } from './table-block.tsx'
import { WaitingBlock } from './waiting-block.tsx'

/** ホーム: the next meeting and what it lacks, what is due, what is waited for, and who sits at the table. */
export function HomePage() {
  const { councilId, today } = usePlace()
  const home = useRead('home.get', { councilId }, { keepLast: true })
  const overdue = home.data?.overdueTaskCount ?? 0
  return (
    <>
      <PageHead
        title="ホーム"
        line={
          <>
            きょうは{formatWareki(today, 'long-with-weekday')}です。
            {home.data === undefined
              ? null
              : overdue === 0
                ? '期限を過ぎたものはありません。'
                : `期限を過ぎたものが${overdue}件あります。`}
          </>
        }
        actions={home.data === undefined ? null : <MainButton home={home.data} />}
      />
      <Loaded read={home}>
        {(data) => (
          <div className={styles.home}>
            <NextMeetingBlock next={data.next} />
            <DueBlock home={data} today={today} />
            <WaitingBlock home={data} today={today} />
            <TableBlock home={data} />
          </div>
        )}
      </Loaded>
    </>
  )
}

/** The one thing to go on with: the next meeting, else the last one that is not finished, else planning one. */
function MainButton({ home }: { readonly home: Home }) {
  const meeting = home.next ?? home.unfinished[0]
  if (meeting === undefined && home.table.members === 0) {
    // Without members there is no roll: the roster comes first.
    return (
      <ButtonLink look="main" to="/roster/import">
        Excelの名簿を取り込む
      </ButtonLink>
    )
  }
  if (meeting === undefined) {
    return (
      <ButtonLink look="main" to="/meetings">
        会議を準備する
      </ButtonLink>
    )
  }
  const step =
    home.next === null ? (meeting.lacks[0]?.step ?? 'minutes') : home.next.daysLeft === 0 ? 'day' : 'prepare'
  const words = {
    prepare: '準備を続ける',
    day: '当日をひらく',
    minutes: '議事録を続ける',
    report: '報告を続ける',
  }
  return (
    <ButtonLink look="main" to="/meetings/$meetingId/$step" params={{ meetingId: meeting.id, step }}>
      第{meeting.number}回の{words[step]}
    </ButtonLink>
  )
}
