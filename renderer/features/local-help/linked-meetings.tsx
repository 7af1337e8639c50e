import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Select } from '#renderer/ui/select.tsx'
import type { LinkedMeeting } from '#shared/contract/need-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import styles from './local-help.module.css'

export interface LinkedMeetingsProps {
  readonly meetings: readonly LinkedMeeting[]
  readonly onLink: (meetingId: MeetingId, linked: boolean) => Promise<unknown>
}

function meetingWords(meeting: {
  readonly councilName: string
  readonly number: number
  readonly heldOn: LinkedMeeting['heldOn']
}): string {
  return `${formatWareki(meeting.heldOn)}　${meeting.councilName}　第${String(meeting.number)}回`
}

/** 協議した会議: those that spoke of it, and a way to name another. */
export function LinkedMeetings({ meetings, onLink }: LinkedMeetingsProps) {
  const all = useRead('meetings.list', { councilId: null, fiscalYear: null })
  const [chosen, setChosen] = useState<MeetingId | null>(null)
  const others = (all.data ?? []).filter((each) => !meetings.some((linked) => linked.meetingId === each.id))
  return (
    <>
      {meetings.length === 0 ? <p className="sub">まだ会議で話し合っていません。</p> : null}
      <ul className={styles.lines}>
        {meetings.map((meeting) => (
          <li key={meeting.meetingId}>
            <Link
              className={styles.wide}
              to="/meetings/$meetingId/$step"
              params={{ meetingId: meeting.meetingId, step: 'minutes' }}
            >
              {meetingWords(meeting)}
            </Link>
            <Button
              look="quiet"
              label={`${meetingWords(meeting)}との結びつきを外す`}
              onPress={() => void onLink(meeting.meetingId, false)}
            >
              外す
            </Button>
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <div className={styles.inlineForm}>
          <Select
            label="話し合った会議"
            width="long"
            value={chosen}
            onChange={setChosen}
            choices={others.map((each) => ({ value: each.id, label: meetingWords(each) }))}
          />
          <Button
            disabled={chosen === null}
            onPress={() => {
              if (chosen !== null) void onLink(chosen, true).then(() => setChosen(null))
            }}
          >
            会議を結びつける
          </Button>
        </div>
      )}
    </>
  )
}
