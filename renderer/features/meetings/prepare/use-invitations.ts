import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { Attendance, Invitee, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type InvitationWay, isToBeInvited } from '#shared/domain/invitation.ts'

export interface Invited {
  readonly by: InvitationWay
  readonly on: CalendarDate
}

export function invitedOf({ invitedBy, invitedOn }: Attendance): Invited | null {
  return invitedBy === null || invitedOn === null ? null : { by: invitedBy, on: invitedOn }
}

/** 開催通知: whom to tell by which way, one by one or all who are still to be told in one stroke. */
export function useInvitations(meeting: MeetingDetail) {
  const { today } = usePlace()
  const known = useRead('meetings.listInvitees', { meetingId: meeting.id })
  const save = useWrite('attendance.setInvitations')
  const saveDay = useWrite('meetings.save')
  const tell = useTell()
  const inviteeOf = (line: Attendance): Invitee | undefined =>
    known.data?.find(({ attendanceId }) => attendanceId === line.id)
  const usualOf = (line: Attendance): InvitationWay => inviteeOf(line)?.usual ?? 'paper'
  const still = meeting.roll.filter((line) => isToBeInvited(line) && line.invitedOn === null)
  const put = (lines: readonly (readonly [Attendance['id'], Invited | null])[]): Promise<boolean> =>
    save.did({
      meetingId: meeting.id,
      invitations: lines.map(([attendanceId, invited]) => ({ attendanceId, invited })),
    })
  // The day of the 開催通知 where the office wrote one, else today.
  const day = meeting.noticeSentOn ?? today
  const inviteAll = async (): Promise<void> => {
    if (still.length === 0) return
    const done = await put(still.map((line) => [line.id, { by: usualOf(line), on: day }]))
    if (done)
      tell({
        text: `${String(still.length)}人に案内したと記しました。`,
        undo: async () => {
          if (!(await put(still.map((line) => [line.id, null])))) return
          // A day that had been written before goes with those of its day; it comes back as it was.
          const { id: meetingId, noticeSentOn } = meeting
          if (noticeSentOn !== null) await saveDay.did({ meetingId, meeting: { noticeSentOn } })
        },
      })
  }
  return {
    still,
    day,
    usualOf,
    inviteeOf,
    put,
    inviteAll: () => void inviteAll(),
    ready: known.data !== undefined,
    busy: save.busy,
    error: save.error,
    forget: save.forget,
  }
}
