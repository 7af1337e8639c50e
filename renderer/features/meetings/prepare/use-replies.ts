import { useRef, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import type { AttendancePatch } from '#shared/contract/attendance-patch.ts'
import type { Attendance, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { invitationWays } from '#shared/domain/invitation.ts'
import type { Reply, ReplyChannel } from '#shared/domain/meeting.ts'
import { type Invited, invitedOf, useInvitations } from './use-invitations.ts'

function withPart(line: Attendance, part: Partial<Attendance>): Attendance {
  const given = Object.entries(part).filter(([, value]) => value !== undefined)
  return Object.assign({}, line, Object.fromEntries(given))
}

/** Replies as they come, two keys each: the row, then what was answered. The same for who was told of the meeting. */
export function useReplies(meeting: MeetingDetail) {
  const { today } = usePlace()
  const save = useWrite('attendance.save')
  const invitations = useInvitations(meeting)
  // What was said here, until the data says it too: the list shows it at once, and the next key finds its field.
  const [said, setSaid] = useState<ReadonlyMap<Attendance['id'], Partial<Attendance>>>(new Map())
  const undo = useRef<(() => void)[]>([])
  const show = (id: Attendance['id'], part: Partial<Attendance>, keeping: Promise<boolean>): void => {
    setSaid((before) => new Map(before).set(id, { ...before.get(id), ...part }))
    void keeping.then((kept) => {
      // Refused: what stands in the data is shown again.
      if (!kept) setSaid((before) => new Map([...before].filter(([each]) => each !== id)))
    })
  }
  const send = (id: Attendance['id'], patch: AttendancePatch): void =>
    show(id, withoutUndefined(patch), save.did({ attendanceId: id, patch }))
  const sendInvited = (id: Attendance['id'], invited: Invited | null): void =>
    show(
      id,
      { invitedBy: invited?.by ?? null, invitedOn: invited?.on ?? null },
      invitations.put([[id, invited]]),
    )
  const set = (line: Attendance, patch: AttendancePatch): void => {
    if (meeting.locked) return
    const { reply, replyChannel, repliedOn, proxyName, proxyPost, note } = line
    const { mandate, mandateTo, opinion, care } = line
    const before = {
      reply,
      replyChannel,
      repliedOn,
      proxyName,
      proxyPost,
      note,
      mandate,
      mandateTo,
      opinion,
      care,
    }
    undo.current.push(() => send(line.id, before))
    send(line.id, patch)
  }
  const answer = (line: Attendance, reply: Reply, channel: ReplyChannel): void =>
    set(
      line,
      reply === 'waiting'
        ? { reply, replyChannel: null, repliedOn: null }
        : { reply, replyChannel: channel, repliedOn: today },
    )
  // 委任状 comes from who stays away: one key says both.
  const mandate = (line: Attendance, channel: ReplyChannel): void =>
    set(line, {
      mandate: !line.mandate,
      ...(line.reply === 'absent' || line.reply === 'written' || line.mandate
        ? {}
        : { reply: 'absent', replyChannel: channel, repliedOn: today }),
    })
  const setInvited = (line: Attendance, invited: Invited | null): void => {
    if (meeting.locked) return
    undo.current.push(() => sendInvited(line.id, invitedOf(line)))
    sendInvited(line.id, invited)
  }
  // The key says the usual way first; pressed again, the way after it.
  const inviteByKey = (line: Attendance): void => {
    const { invitedBy, invitedOn } = line
    const next = invitedBy === null ? -1 : (invitationWays.indexOf(invitedBy) + 1) % invitationWays.length
    setInvited(line, {
      by: invitationWays[next] ?? invitations.usualOf(line),
      on: invitedOn ?? invitations.day,
    })
  }
  const takeBack = (): void => undo.current.pop()?.()
  const asSaid = (line: Attendance): Attendance => withPart(line, said.get(line.id) ?? {})
  const error = save.error ?? invitations.error
  const forget = (): void => {
    save.forget()
    invitations.forget()
  }
  return { set, answer, mandate, setInvited, inviteByKey, takeBack, asSaid, invitations, error, forget }
}

/** A patch says what changes; a field that it leaves out is not one that becomes empty. */
function withoutUndefined(patch: AttendancePatch): Partial<Attendance> {
  // Some of the entries of the patch itself, each of the type of its field.
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
