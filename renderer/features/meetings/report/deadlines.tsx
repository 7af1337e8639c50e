import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { type CalendarDate, daysBetween, formatMonthDay } from '#shared/domain/calendar-date.ts'
import styles from './report.module.css'

/** 9月19日（土）まで　あと3日, or how long it is over. */
function DueChip({ dueOn, today }: { readonly dueOn: CalendarDate; readonly today: CalendarDate }) {
  const days = daysBetween(today, dueOn)
  const until = `${formatMonthDay(dueOn)}まで`
  return days < 0 ? (
    <Chip mark="late">{`${until}　${String(-days)}日すぎています`}</Chip>
  ) : (
    <Chip mark={days <= 7 ? 'soon' : 'waiting'}>{`${until}　あと${String(days)}日`}</Chip>
  )
}

/** What is to go out after the meeting, and by when by the council's rule. */
export function Deadlines({ meeting }: { readonly meeting: MeetingDetail }) {
  const { today } = usePlace()
  const save = useWrite('meetings.save')
  const tell = useTell()
  const { summarySentOn, deadlines, locked } = meeting
  const mark = async (day: CalendarDate | null): Promise<void> => {
    if (!(await save.did({ meetingId: meeting.id, meeting: { summarySentOn: day } }))) return
    tell({
      text: day === null ? '概要はまだ出していない、に戻しました。' : '概要を出したと記しました。',
      undo: () => save.run({ meetingId: meeting.id, meeting: { summarySentOn } }),
    })
  }
  return (
    <div className={styles.deadlines} role="group" aria-label="出すものと期限">
      <span>
        会議概要　
        {summarySentOn === null ? (
          <>
            <DueChip dueOn={deadlines.summaryDueOn} today={today} />
            <Button small busy={save.busy} onPress={() => void mark(today)}>
              きょう概要を出した
            </Button>
          </>
        ) : (
          <>
            <Chip mark="done">{`${formatMonthDay(summarySentOn)}に出しました`}</Chip>
            <Button look="quiet" label="概要を出した日を消す" onPress={() => void mark(null)}>
              取り消す
            </Button>
          </>
        )}
      </span>
      <span>
        議事録の確定　
        {locked ? (
          <Chip mark="done">確定しました</Chip>
        ) : (
          <DueChip dueOn={deadlines.minutesDueOn} today={today} />
        )}
      </span>
      <ErrorNotice error={save.error} onClose={save.forget} />
    </div>
  )
}
