import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import styles from './day.module.css'
import type { Marks } from './use-marks.ts'

function Quorum({ meeting }: { readonly meeting: MeetingDetail }) {
  const { quorum, count } = meeting
  if (quorum === null) return <span className="sub">定足数なし</span>
  return count.counted >= quorum ? (
    <Chip mark="done">定足数 {quorum}名</Chip>
  ) : (
    <Chip mark="late">定足数まで あと{quorum - count.counted}名</Chip>
  )
}

function Audience({ meeting }: { readonly meeting: MeetingDetail }) {
  const [audience, setAudience] = useState<number | null>(meeting.audience)
  const save = useWrite('meetings.save')
  const keep = (): void => {
    if (audience === null || audience === meeting.audience) return
    void save.run({ meetingId: meeting.id, meeting: { audience } })
  }
  return (
    <div className={styles.audience} onBlur={keep}>
      <NumberField
        label="傍聴（人）"
        unit="人"
        value={audience}
        disabled={meeting.locked}
        onChange={setAudience}
        onEnter={keep}
      />
      <ErrorNotice error={save.error} onClose={save.forget} />
    </div>
  )
}

/** The count as it stands, by the council's own rules; always seen. */
export function Tally({ meeting, marks }: { readonly meeting: MeetingDetail; readonly marks: Marks }) {
  const { count, roll } = meeting
  const others = roll.filter((line) => !isMemberRole(line.role))
  const othersThere = others.filter(
    (line) => line.presence === 'present' || line.presence === 'online' || line.presence === 'proxy',
  )
  const figures: readonly (readonly [string, number, boolean])[] = [
    ['出席', count.present, false],
    ['うち遅刻', count.late, true],
    ['うち早退', count.leftEarly, true],
    ['オンライン', count.online, false],
    ['代理', count.proxy, false],
    ['欠席', count.absent, false],
    ['うち書面の意見', count.written, true],
    ['まだ記していない', count.unmarked, false],
  ]
  return (
    <aside className={styles.tally} aria-label="出席の数">
      <div className={styles.rule}>
        <b>出席者</b>
        <span className="sub">委員 {count.members}名中</span>
      </div>
      <p className={styles.big} role="status">
        <b>{count.counted}</b>
        <span>名</span>
        <span className={styles.quorum}>
          <Quorum meeting={meeting} />
        </span>
      </p>
      <dl className={styles.figures}>
        {figures.map(([name, value, within]) => (
          <div key={name}>
            <dt className={within ? styles.within : undefined}>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.thin}>
        <b>委員のほか</b>
        <span>
          {othersThere.length}／{others.length}
        </span>
      </div>
      {marks.answered > 0 && !meeting.locked ? (
        <Button small onPress={marks.byReplies}>
          返事のとおりに記す（{marks.answered}人）
        </Button>
      ) : null}
      <Audience meeting={meeting} />
    </aside>
  )
}
