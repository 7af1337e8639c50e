import { z } from 'zod'
import type { AttendanceId } from '#shared/domain/ids.ts'
import { invitationWays } from '#shared/domain/invitation.ts'
import { councilRoles } from '#shared/domain/roles.ts'
import { attendancePatch } from './attendance-patch.ts'
import { calendarDate, id, lineText, requiredLine } from './fields.ts'
import { defineWrite } from './operation.ts'

const meetingId = id<'meeting'>()
const agendaItemId = id<'agenda-item'>()

/** What is written on the roll of a meeting: who was told of it, who answered what, who was there. */
export const attendanceOperations = {
  'attendance.addPerson': defineWrite(
    z.strictObject({
      meetingId,
      name: requiredLine,
      kana: lineText,
      organizationName: lineText,
      post: lineText,
      role: z.enum(councilRoles),
    }),
  )<{ readonly attendanceId: AttendanceId }>(),
  'attendance.save': defineWrite(
    z.strictObject({ attendanceId: id<'attendance'>(), patch: attendancePatch }),
  )<null>(),
  /**
   * 開催通知, for one or for all at once: by which way and on which day each was told; null: not told yet. The day of the
   * first becomes that of the meeting's 開催通知, unless another was written there.
   */
  'attendance.setInvitations': defineWrite(
    z.strictObject({
      meetingId,
      invitations: z
        .array(
          z.strictObject({
            attendanceId: id<'attendance'>(),
            invited: z.strictObject({ by: z.enum(invitationWays), on: calendarDate }).nullable(),
          }),
        )
        .min(1)
        .max(500),
    }),
  )<null>(),
  /** 一時退席: out of the room for one item, or back again. */
  'attendance.setAway': defineWrite(
    z.strictObject({
      attendanceId: id<'attendance'>(),
      agendaItemId,
      away: z.boolean(),
      because: lineText,
    }),
  )<null>(),
  'attendance.remove': defineWrite(z.strictObject({ attendanceId: id<'attendance'>() }))<null>(),
}
