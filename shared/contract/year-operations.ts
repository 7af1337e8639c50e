import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId, DecisionId, MeetingId, PersonId } from '#shared/domain/ids.ts'
import { meetingMethods, type Presence } from '#shared/domain/meeting.ts'
import type { CouncilRole } from '#shared/domain/roles.ts'
import { calendarDate, clockTime, fiscalYear, id, lineText } from './fields.ts'
import type { OfferedFile } from './files.ts'
import type { Decision, MeetingSummary } from './meeting-operations.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'

/** Another meeting at the same time that wants the same people or the same room. */
export interface Clash {
  readonly meetingId: MeetingId | null
  readonly councilName: string
  readonly number: number | null
  readonly startsAt: string
  /** Who would have to be in two places. */
  readonly people: readonly string[]
  readonly sameRoom: boolean
}

/** A day that a rule of the year comes to, and what speaks against it. */
export interface PlannedDay {
  readonly on: CalendarDate
  /** 敬老の日, 年末年始; '' on a working day. */
  readonly holiday: string
  readonly clashes: readonly Clash[]
  /** The council meets on this day already. */
  readonly taken: boolean
  /** Members in office on that day; 0: it cannot be planned yet. */
  readonly members: number
}

export interface YearMeeting extends MeetingSummary {
  readonly endsAt: string | null
  readonly holiday: string
  readonly clashes: readonly Clash[]
}

export const meetingRule = z.union([
  z.strictObject({
    by: z.literal('weekday'),
    weekday: z.enum(['日', '月', '火', '水', '木', '金', '土']),
    nths: z
      .array(
        z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal('last')]),
      )
      .max(6),
  }),
  /** 隔週: every so many weeks from a day on. */
  z.strictObject({ by: z.literal('weeks'), every: z.number().int().min(1).max(8), from: calendarDate }),
  z.strictObject({ by: z.literal('day'), day: z.number().int().min(1).max(31) }),
])

/** One person's attendance: by meeting, and how much of it. */
export interface AttendanceOfPerson {
  readonly personId: PersonId | null
  readonly name: string
  readonly organizationName: string
  readonly post: string
  readonly role: CouncilRole
  /** In the order of the meetings; null where she was not on the roll. */
  readonly marks: readonly ({
    readonly presence: Presence
    readonly late: boolean
    readonly leftEarly: boolean
    readonly written: boolean
  } | null)[]
  /** Meetings whose roll she stood on and that were marked, and at how many she was there (or proxied). */
  readonly on: number
  readonly there: number
}

export interface AttendanceOverTime {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly meetings: readonly {
    readonly id: MeetingId
    readonly number: number
    readonly heldOn: CalendarDate
  }[]
  readonly people: readonly AttendanceOfPerson[]
}

export interface RegisterEntry extends Omit<Decision, 'agendaItemId' | 'statementId'> {
  readonly id: DecisionId
  readonly councilId: CouncilId
  readonly councilName: string
  readonly meetingId: MeetingId
  readonly meetingNumber: number
  readonly heldOn: CalendarDate
  readonly itemTitle: string
  readonly confirmed: boolean
}

const time = { startsAt: clockTime, endsAt: clockTime.nullable(), place: lineText }

export const yearOperations = {
  /** The meetings of a 年度 with holidays and clashes, for the list and the calendar. */
  'year.list': defineRead(z.strictObject({ councilId: id<'council'>().nullable(), fiscalYear }))<
    readonly YearMeeting[]
  >(),
  /** Holidays between two days, at most two years of them. */
  'year.holidays': defineRead(z.strictObject({ fiscalYear }))<
    readonly { readonly on: CalendarDate; readonly name: string }[]
  >(),
  /** 毎月第3木曜: the days that a rule comes to, before anything is written. */
  'year.preview': defineRead(
    z.strictObject({
      councilId: id<'council'>(),
      fiscalYear,
      rule: meetingRule,
      months: z.array(z.number().int().min(1).max(12)).max(12),
      ...time,
    }),
  )<readonly PlannedDay[]>(),
  /** The same question for days chosen one by one. */
  'year.lookAt': defineRead(
    z.strictObject({ councilId: id<'council'>(), days: z.array(calendarDate).max(60), ...time }),
  )<readonly PlannedDay[]>(),
  /** Plans a meeting on each of the days, numbered by the council's rule; all of them or none. */
  'year.plan': defineWrite(
    z.strictObject({
      councilId: id<'council'>(),
      days: z.array(calendarDate).min(1).max(60),
      method: z.enum(meetingMethods),
      ...time,
    }),
  )<{ readonly meetingIds: readonly MeetingId[] }>(),
  /** iCalendar (.ics) of the year's meetings, for Outlook and telephones. */
  'year.makeCalendarFile': defineTask(
    z.strictObject({ councilId: id<'council'>().nullable(), fiscalYear }),
  )<OfferedFile>(),
  /** Attendance by person over a 年度, or over the council's term (第n期) that a day lies in. */
  'year.attendance': defineRead(
    z.strictObject({ councilId: id<'council'>(), fiscalYear, span: z.enum(['year', 'term']) }),
  )<AttendanceOverTime>(),
  /** 決定事項の台帳. */
  'year.decisions': defineRead(z.strictObject({ councilId: id<'council'>().nullable(), fiscalYear }))<
    readonly RegisterEntry[]
  >(),
}
