import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { meetingStepNames, meetingSteps, type MeetingStep } from '#shared/domain/meeting.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { StepBar, type Step } from '#renderer/ui/step-bar.tsx'
import { lackText, lacksOf, meetingTitle } from './meeting-words.ts'
import styles from './meetings.module.css'

function noteOf(meeting: MeetingDetail, step: MeetingStep): string {
  const lacks = lacksOf(meeting, step)
  if (lacks.length > 0) return `残り ${String(lacks.length)}`
  if (step === 'day') return `${String(meeting.count.counted)}／${String(meeting.count.members)} 出席`
  if (step === 'minutes' && meeting.locked) return `第${String(meeting.versions.length)}版`
  return '済み'
}

function stepsOf(meeting: MeetingDetail, now: MeetingStep): readonly Step[] {
  return meetingSteps.map((step) => ({
    key: step,
    name: meetingStepNames[step],
    note: noteOf(meeting, step),
    state: step === now ? 'now' : lacksOf(meeting, step).length === 0 ? 'done' : 'later',
    link: { to: '/meetings/$meetingId/$step', params: { meetingId: meeting.id, step } },
  }))
}

export interface MeetingHeadProps {
  readonly meeting: MeetingDetail
  readonly step: MeetingStep
  /** What this step is for, or how its keys work. */
  readonly line: ReactNode
  /** On a low window the room is the work's: then the line is left out. */
  readonly lineWhenRoomy?: boolean
  /** At the right end of the line: the clock, the place. */
  readonly side?: ReactNode
  readonly actions?: ReactNode
}

/** The beginning of each step: which meeting, the four steps with what they lack, the main button, one line. */
export function MeetingHead(props: MeetingHeadProps) {
  const { meeting, step, line, lineWhenRoomy = false, side, actions } = props
  const lacks = lacksOf(meeting, step)
  return (
    <>
      <PageHead
        title={meetingTitle(meeting)}
        titleText={`${meetingTitle(meeting)}　${meetingStepNames[step]}`}
        steps={<StepBar label="会議の段取り" steps={stepsOf(meeting, step)} />}
        actions={actions}
      />
      <div className={styles.subHead}>
        <span className={classNames(lineWhenRoomy && styles.roomy)}>{line}</span>
        {lacks.length === 0 ? null : (
          <span className={styles.lacks}>
            <b>残り</b>
            {lacks.map((lack) => (
              <span key={lack.code} title={lack.names.join('、')}>
                {lackText(lack)}
              </span>
            ))}
          </span>
        )}
        <Link to="/history/$kind/$recordId" params={{ kind: 'meeting', recordId: meeting.id }}>
          履歴
        </Link>
        {side === undefined ? null : <span className={styles.side}>{side}</span>}
      </div>
    </>
  )
}
