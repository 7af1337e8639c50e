import { z } from 'zod'
import { presences, replies, replyChannels } from '#shared/domain/meeting.ts'
import { calendarDate, clockTime, id, lineText, longText } from './fields.ts'

/** What is to change of a line of the roll; what is left out stays as it is. */
export const attendancePatch = z
  .strictObject({
    seatNumber: z.number().int().min(1).max(999),
    reply: z.enum(replies),
    replyChannel: z.enum(replyChannels).nullable(),
    repliedOn: calendarDate.nullable(),
    presence: z.enum(presences),
    late: z.boolean(),
    arrivedAt: clockTime.nullable(),
    leftEarly: z.boolean(),
    leftAt: clockTime.nullable(),
    written: z.boolean(),
    proxyName: lineText,
    proxyPost: lineText,
    note: longText,
    mandate: z.boolean(),
    mandateTo: lineText,
    opinion: longText,
    care: lineText,
    arrivedItemId: id<'agenda-item'>().nullable(),
    leftItemId: id<'agenda-item'>().nullable(),
  })
  .partial()
export type AttendancePatch = z.infer<typeof attendancePatch>
