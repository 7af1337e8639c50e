import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Lines } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox } from '#renderer/ui/choices.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { MinutesReview } from '#shared/contract/review-operations.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import { addDays, type CalendarDate, formatMonthDay } from '#shared/domain/calendar-date.ts'
import type { AttendanceId } from '#shared/domain/ids.ts'
import { AnswerForm, AnswerLine } from './review-answers.tsx'
import styles from './review.module.css'
import { VersionDiff } from './version-diff.tsx'

/** Two weeks are usual; who reads paper by post needs them. */
const usualDays = 14

function SendForm({ meeting }: { readonly meeting: MeetingDetail }) {
  const { today } = usePlace()
  const [sentOn, setSentOn] = useState<CalendarDate | null>(today)
  const [dueOn, setDueOn] = useState<CalendarDate | null>(addDays(today, usualDays))
  const send = useWrite('reviews.send')
  return (
    <div className={styles.form}>
      <ErrorNotice error={send.error} onClose={send.forget} />
      <JapaneseDateField label="送った日" value={sentOn} onChange={setSentOn} width="medium" />
      <JapaneseDateField label="返事の期限" value={dueOn} onChange={setDueOn} width="medium" />
      <Button
        busy={send.busy}
        disabled={sentOn === null || dueOn === null}
        onPress={() => {
          if (sentOn !== null && dueOn !== null) void send.run({ meetingId: meeting.id, sentOn, dueOn })
        }}
      >
        案を送ったと記す
      </Button>
    </div>
  )
}

function Round({ meeting, data }: { readonly meeting: MeetingDetail; readonly data: MinutesReview }) {
  const { review } = data
  const due = `確定は${formatMonthDay(data.minutesDueOn)}まで`
  if (review === null) {
    return (
      <Block title="委員確認" note={due}>
        {meeting.locked ? (
          <p className="sub">委員確認をせずに確定しました。</p>
        ) : (
          <SendForm meeting={meeting} />
        )}
      </Block>
    )
  }
  return (
    <Block
      title="委員確認"
      note={`${formatMonthDay(review.sentOn)}に送付　返事は${formatMonthDay(review.dueOn)}まで　${due}`}
    >
      <Lines>
        {review.answers.map((answer) => (
          <AnswerLine key={answer.id} answer={answer} locked={meeting.locked} />
        ))}
      </Lines>
      <p className={styles.waiting}>
        <b>返事待ち {review.waiting.length}</b>
        {review.waiting.map(({ name }) => name).join('、')}
      </p>
      {meeting.locked ? null : (
        <>
          <AnswerForm review={review} meeting={meeting} />
          <details>
            <summary>もう一度送る</summary>
            <SendForm meeting={meeting} />
          </details>
        </>
      )}
    </Block>
  )
}

function Signers({
  meeting,
  signers,
}: {
  readonly meeting: MeetingDetail
  readonly signers: readonly AttendanceId[]
}) {
  const set = useWrite('reviews.setSigners')
  // As ticked here: a second tick must not start from what stood before the first.
  const [chosen, setChosen] = useState(signers)
  const choose = async (next: readonly AttendanceId[]): Promise<void> => {
    setChosen(next)
    if (!(await set.did({ meetingId: meeting.id, attendanceIds: [...next] }))) setChosen(signers)
  }
  const there = meeting.roll.filter((line) => isMemberRole(line.role) && line.presence !== 'absent')
  const { signers: wanted } = meeting.rules
  return (
    <Block
      title="議事録署名人"
      note={wanted === 0 ? 'きまりでは求めていません' : `${String(chosen.length)}／${String(wanted)}名`}
    >
      <ErrorNotice error={set.error} onClose={set.forget} />
      <ul className={styles.signers}>
        {there.map((line) => (
          <li key={line.id}>
            <Checkbox
              checked={chosen.includes(line.id)}
              onChange={(signs) =>
                void choose(signs ? [...chosen, line.id] : chosen.filter((each) => each !== line.id))
              }
            >
              <Name>{line.name}</Name>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Block>
  )
}

/** 委員確認: sent, answered and settled; who signs; and what changed since a state that was kept. */
export function ReviewPanel({ meeting }: { readonly meeting: MeetingDetail }) {
  const review = useRead('reviews.get', { meetingId: meeting.id })
  return (
    <Loaded read={review}>
      {(data) => (
        <div className={styles.panel}>
          <Round meeting={meeting} data={data} />
          <div className={styles.two}>
            <VersionDiff meetingId={meeting.id} states={data.states} />
            <Signers meeting={meeting} signers={data.signers} />
          </div>
        </div>
      )}
    </Loaded>
  )
}
