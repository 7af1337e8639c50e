import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { answerStateNames, type Review, type ReviewAnswer } from '#shared/contract/review-operations.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'
import type { AttendanceId } from '#shared/domain/ids.ts'
import { type ReplyChannel, replyChannelNames, replyChannels } from '#shared/domain/meeting.ts'
import styles from './review.module.css'

/** One answer with what became of it. */
export function AnswerLine({ answer, locked }: { readonly answer: ReviewAnswer; readonly locked: boolean }) {
  const settle = useWrite('reviews.settle')
  const [why, setWhy] = useState(answer.because)
  const { id, name, state } = answer
  return (
    <li className={styles.answer}>
      <ErrorNotice error={settle.error} onClose={settle.forget} />
      <div className={styles.said}>
        <b>
          <Name>{name}</Name>
        </b>
        <span className="sub">
          {formatMonthDay(answer.answeredOn)}　{replyChannelNames[answer.channel]}
        </span>
        <span>{answer.correction}</span>
        <Chip mark={state === 'open' ? 'lacking' : 'done'}>{answerStateNames[state]}</Chip>
        {answer.because === '' ? null : <span className="sub">{answer.because}</span>}
      </div>
      {state === 'open' && !locked ? (
        <div className={styles.form}>
          <TextField
            label={`${name}の訂正への添え書き`}
            labelUnseen
            placeholder="どう直したか、直さないわけ"
            value={why}
            onChange={setWhy}
          />
          <Button
            small
            label={`${name}の訂正を直した`}
            onPress={() => void settle.run({ answerId: id, state: 'taken', because: why })}
          >
            直した
          </Button>
          <Button
            small
            label={`${name}の訂正を直さない`}
            disabled={why.trim() === ''}
            onPress={() => void settle.run({ answerId: id, state: 'declined', because: why })}
          >
            直さない
          </Button>
        </div>
      ) : null}
    </li>
  )
}

export interface AnswerFormProps {
  readonly review: Review
  readonly meeting: MeetingDetail
}

/** A member's answer, as it came by phone, FAX, paper, mail or in person. */
export function AnswerForm({ review, meeting }: AnswerFormProps) {
  const { today } = usePlace()
  const add = useWrite('reviews.answer')
  const [who, setWho] = useState<AttendanceId | null>(null)
  const [channel, setChannel] = useState<ReplyChannel>('phone')
  const [correction, setCorrection] = useState('')
  const members = meeting.roll.filter((line) => isMemberRole(line.role))
  // Whoever is waited for next, until somebody else is chosen.
  const chosen = who ?? review.waiting[0]?.attendanceId ?? null
  const send = async (): Promise<void> => {
    if (chosen === null) return
    const done = await add.run({
      reviewId: review.id,
      attendanceId: chosen,
      answeredOn: today,
      channel,
      correction,
    })
    if (done === null) return
    setWho(null)
    setCorrection('')
  }
  return (
    <div className={styles.form}>
      <ErrorNotice error={add.error} onClose={add.forget} />
      <Select
        label="返事をした委員"
        value={chosen}
        onChange={setWho}
        choices={members.map((line) => ({ value: line.id, label: line.name }))}
      />
      <Select
        label="方法"
        width="short"
        value={channel}
        onChange={setChannel}
        choices={replyChannels.map((value) => ({ value, label: replyChannelNames[value] }))}
      />
      <TextField
        label="訂正"
        placeholder="なければ空けておきます"
        value={correction}
        onChange={setCorrection}
        onEnter={() => void send()}
      />
      <Button busy={add.busy} disabled={chosen === null} onPress={() => void send()}>
        返事を記す
      </Button>
    </div>
  )
}
