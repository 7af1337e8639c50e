import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from './button.tsx'
import { Select } from './select.tsx'
import type { MeetingId } from '#shared/domain/ids.ts'
import { meetingWords, type NamedMeeting } from '#shared/domain/meeting-words.ts'
import styles from './record-page.module.css'

export interface LinkedMeetingsProps {
  readonly meetings: readonly (NamedMeeting & { readonly meetingId: MeetingId })[]
  /** Those that may be named. */
  readonly all: readonly (NamedMeeting & { readonly id: MeetingId })[]
  readonly onLink: (meetingId: MeetingId, linked: boolean) => Promise<unknown>
}

/** 話し合った会議: those that spoke of it, and a way to name another. */
export function LinkedMeetings({ meetings, all, onLink }: LinkedMeetingsProps) {
  const [chosen, setChosen] = useState<MeetingId | null>(null)
  const others = all.filter((each) => !meetings.some((linked) => linked.meetingId === each.id))
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
