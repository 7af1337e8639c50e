import { useParams } from '@tanstack/react-router'
import { useShowSought } from '#renderer/api/use-sought.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { isId, type MeetingId } from '#shared/domain/ids.ts'
import { meetingSteps, type MeetingStep } from '#shared/domain/meeting.ts'
import { DayStep } from './day/day-step.tsx'
import { MinutesStep } from './minutes/minutes-step.tsx'
import { PrepareStep } from './prepare/prepare-step.tsx'
import { ReportStep } from './report/report-step.tsx'

function isMeetingId(text: string | undefined): text is MeetingId {
  return text !== undefined && isId(text)
}

function stepNamed(text: string | undefined): MeetingStep {
  return meetingSteps.find((step) => step === text) ?? 'prepare'
}

function StepOf({ meeting, step }: { readonly meeting: MeetingDetail; readonly step: MeetingStep }) {
  switch (step) {
    case 'prepare':
      return <PrepareStep meeting={meeting} />
    case 'day':
      return <DayStep meeting={meeting} />
    case 'minutes':
      return <MinutesStep meeting={meeting} />
    case 'report':
      return <ReportStep meeting={meeting} />
  }
}

function OneMeeting({ meetingId, step }: { readonly meetingId: MeetingId; readonly step: MeetingStep }) {
  const meeting = useRead('meetings.get', { meetingId })
  useShowSought(meeting.data !== undefined)
  // A meeting has its own drafts, choices and places of the eye: another meeting begins anew.
  return <Loaded read={meeting}>{(data) => <StepOf key={data.id} meeting={data} step={step} />}</Loaded>
}

/** One meeting, in its four steps 準備 → 当日 → 議事録 → 報告. */
export function MeetingPage() {
  const { meetingId, step } = useParams({ strict: false })
  if (!isMeetingId(meetingId))
    return <Empty>この会議は見つかりませんでした。会議の一覧から選んでください。</Empty>
  return <OneMeeting meetingId={meetingId} step={stepNamed(step)} />
}
