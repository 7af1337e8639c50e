import { useState } from 'react'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { KeyCap } from '#renderer/ui/key-cap.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import { LockedLine } from '../locked-line.tsx'
import { MeetingHead } from '../meeting-head.tsx'
import { MeetingPaperView } from '../meeting-paper-view.tsx'
import { useMeetingClock } from '../use-clock.ts'
import styles from './day.module.css'
import { ItemPresence } from './item-presence.tsx'
import { RollTable } from './roll-table.tsx'
import { Tally } from './tally.tsx'
import { useMarks } from './use-marks.ts'

function Keys() {
  return (
    <span className={styles.keys}>
      <KeyCap>↑</KeyCap> <KeyCap>↓</KeyCap> か<KeyCap>席番号</KeyCap>で人を選び、1つのキーで記します。
      <KeyCap>Enter</KeyCap>時刻・代理・備考　<KeyCap>Ctrl+Z</KeyCap>取り消す
    </span>
  )
}

/** 当日: the roll by seat, one key a mark, and the count as it stands. */
export function DayStep({ meeting }: { readonly meeting: MeetingDetail }) {
  const clock = useMeetingClock(meeting.heldOn)
  const marks = useMarks(meeting, clock)
  const [paper, setPaper] = useState(false)
  return (
    <>
      <MeetingHead
        meeting={meeting}
        step="day"
        line={<Keys />}
        side={
          <>
            {clock === null ? null : <b>{formatClockTime(clock)}</b>}
            <span>{meeting.place}</span>
          </>
        }
        actions={
          <ButtonLink
            look="main"
            to="/meetings/$meetingId/$step"
            params={{ meetingId: meeting.id, step: 'minutes' }}
          >
            議事録へ進む
          </ButtonLink>
        }
      />
      <LockedLine meeting={meeting} />
      <ErrorNotice error={marks.error} onClose={marks.forget} />
      {paper ? (
        <MeetingPaperView meetingId={meeting.id} paper="item-attendance" onClose={() => setPaper(false)} />
      ) : meeting.roll.length === 0 ? (
        <Empty
          next={
            <ButtonLink to="/meetings/$meetingId/$step" params={{ meetingId: meeting.id, step: 'prepare' }}>
              準備へ戻る
            </ButtonLink>
          }
        >
          出席の名簿がまだ空です。準備で、この日の委員を加えてください。
        </Empty>
      ) : (
        <div className={styles.day}>
          <RollTable meeting={meeting} marks={marks} />
          <Tally meeting={meeting} marks={marks} />
          <ItemPresence meeting={meeting} onShowPaper={() => setPaper(true)} />
        </div>
      )}
    </>
  )
}
