import { Link } from '@tanstack/react-router'
import { usePlace } from '#renderer/api/use-place.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import type { MeetingSummary } from '#shared/contract/meeting-operations.ts'
import type { YearMeeting } from '#shared/contract/year-operations.ts'
import { type CalendarDate, daysBetween, formatWareki } from '#shared/domain/calendar-date.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import type { MeetingStep } from '#shared/domain/meeting.ts'
import styles from './meetings.module.css'
import { DayNotes } from './year/clash-words.tsx'

/** Where the work on a meeting goes on. */
function stepOf(meeting: MeetingSummary, today: CalendarDate): MeetingStep {
  if (meeting.confirmed) return 'report'
  if (meeting.heldOn === today) return 'day'
  return meeting.heldOn < today ? 'minutes' : 'prepare'
}

function State({ meeting, today }: { readonly meeting: MeetingSummary; readonly today: CalendarDate }) {
  if (meeting.submitted) return <Chip mark="done">提出済み</Chip>
  if (meeting.confirmed) return <Chip mark="soon">議事録 確定　報告はまだ</Chip>
  if (meeting.heldOn === today) return <Chip mark="soon">きょう</Chip>
  if (meeting.heldOn < today) return <Chip mark="lacking">議事録をつくる</Chip>
  return <Chip mark="waiting">準備中　あと{daysBetween(today, meeting.heldOn)}日</Chip>
}

export interface MeetingListProps {
  readonly meetings: readonly YearMeeting[]
  /** Meetings of several councils stand together. */
  readonly withCouncil: boolean
}

/** Meetings in the order of their days, each leading to the step at which it stands. */
export function MeetingList({ meetings, withCouncil }: MeetingListProps) {
  const { today } = usePlace()
  return (
    <table className={styles.table} aria-label="会議の一覧">
      <thead>
        <tr>
          <th scope="col">回</th>
          <th scope="col">開催日</th>
          <th scope="col">開始</th>
          {withCouncil ? <th scope="col">協議体</th> : null}
          <th scope="col">場所</th>
          <th scope="col">ようす</th>
        </tr>
      </thead>
      <tbody>
        {meetings
          .toSorted((first, second) =>
            first.heldOn < second.heldOn ? -1 : first.heldOn > second.heldOn ? 1 : 0,
          )
          .map((meeting) => (
            <tr key={meeting.id}>
              <th scope="row">
                <Link
                  to="/meetings/$meetingId/$step"
                  params={{ meetingId: meeting.id, step: stepOf(meeting, today) }}
                >
                  第{meeting.number}回
                </Link>
              </th>
              <td>{formatWareki(meeting.heldOn, 'long-with-weekday')}</td>
              <td>{formatClockTime(meeting.startsAt)}</td>
              {withCouncil ? <td>{meeting.councilName}</td> : null}
              <td className={styles.wide}>
                {meeting.place}
                <span className={styles.dayNotes}>
                  <DayNotes holiday={meeting.holiday} clashes={meeting.clashes} />
                </span>
              </td>
              <td>
                <State meeting={meeting} today={today} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
