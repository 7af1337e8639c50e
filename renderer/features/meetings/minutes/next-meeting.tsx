import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { ClockField } from '#renderer/ui/clock-field.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { MeetingDetail, MeetingFields } from '#shared/contract/meeting-operations.ts'
import { formatMonthDay } from '#shared/domain/calendar-date.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import { changedFields } from '../meeting-words.ts'
import styles from './outcome.module.css'

type NextFields = Pick<MeetingFields, 'nextOn' | 'nextStartsAt' | 'nextPlace'>

/** 次回: when and where to meet again; what is due 次回まで takes its day from here. */
export function NextMeeting({ meeting }: { readonly meeting: MeetingDetail }) {
  const stored: NextFields = {
    nextOn: meeting.nextOn,
    nextStartsAt: meeting.nextStartsAt,
    nextPlace: meeting.nextPlace,
  }
  const [draft, setDraft] = useState<NextFields>(stored)
  const save = useWrite('meetings.save')
  const keep = async (): Promise<void> => {
    const changed = meeting.locked ? null : changedFields(draft, stored)
    if (changed !== null) await save.run({ meetingId: meeting.id, meeting: changed })
  }
  const words =
    meeting.nextOn === null
      ? 'まだ決まっていません'
      : `${formatMonthDay(meeting.nextOn)}${meeting.nextStartsAt === null ? '' : `　${formatClockTime(meeting.nextStartsAt)}`}`
  return (
    <details className={styles.next}>
      <summary>
        <b>次回</b>　<span className="sub">{words}</span>
      </summary>
      <div className={styles.nextFields} onBlur={() => void keep()}>
        <JapaneseDateField
          label="次回の日"
          width="full"
          value={draft.nextOn}
          near={meeting.heldOn}
          disabled={meeting.locked}
          onChange={(nextOn) => setDraft((before) => ({ ...before, nextOn }))}
          onEnter={() => void keep()}
        />
        <ClockField
          label="次回の開始"
          value={draft.nextStartsAt}
          disabled={meeting.locked}
          onChange={(nextStartsAt) => setDraft((before) => ({ ...before, nextStartsAt }))}
          onEnter={() => void keep()}
        />
        <TextField
          label="次回の場所"
          value={draft.nextPlace}
          disabled={meeting.locked}
          onChange={(nextPlace) => setDraft((before) => ({ ...before, nextPlace }))}
          onEnter={() => void keep()}
        />
        <ErrorNotice error={save.error} />
      </div>
    </details>
  )
}
