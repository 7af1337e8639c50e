import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AttendanceId, Id } from '#shared/domain/ids.ts'
import { replyChannels, type ReplyChannel } from '#shared/domain/meeting.ts'
import type { LineChange } from '#shared/domain/word-diff.ts'
import { calendarDate, id, lineText, longText } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

export type ReviewId = Id<'minutes-review'>
export type AnswerId = Id<'minutes-answer'>

/** What became of what a member said: nothing to correct, still to be looked at, taken over, or not and why. */
export const answerStates = ['nothing', 'open', 'taken', 'declined'] as const
export type AnswerState = (typeof answerStates)[number]
export const answerStateNames: Readonly<Record<AnswerState, string>> = {
  nothing: '訂正なし',
  open: 'まだ見ていない',
  taken: '直した',
  declined: '直さない',
}

export interface ReviewAnswer {
  readonly id: AnswerId
  readonly attendanceId: AttendanceId
  readonly name: string
  readonly answeredOn: CalendarDate
  readonly channel: ReplyChannel
  readonly correction: string
  readonly state: AnswerState
  readonly because: string
}

export interface Review {
  readonly id: ReviewId
  readonly sentOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly answers: readonly ReviewAnswer[]
  /** Who was there and has not answered. */
  readonly waiting: readonly { readonly attendanceId: AttendanceId; readonly name: string }[]
}

export interface MinutesReview {
  /** The one that runs, or the last; null before the draft was sent. */
  readonly review: Review | null
  /** By when the minutes are to be confirmed, by the council's rule. */
  readonly minutesDueOn: CalendarDate
  readonly signers: readonly AttendanceId[]
  /** What can be compared with the record as it is now, oldest first. */
  readonly states: readonly {
    readonly key: string
    readonly what: 'review' | 'version'
    readonly version: number | null
    readonly on: CalendarDate
  }[]
}

const attendanceId = id<'attendance'>()

export const reviewOperations = {
  'reviews.get': defineRead(z.strictObject({ meetingId: id<'meeting'>() }))<MinutesReview>(),
  /** 委員確認: the draft goes out as it stands; that state is kept, so that it can be told what changed since. */
  'reviews.send': defineWrite(
    z.strictObject({ meetingId: id<'meeting'>(), sentOn: calendarDate, dueOn: calendarDate }),
  )<{ readonly reviewId: ReviewId }>(),
  /** What a member said, by whatever way; an empty correction says that there is none. */
  'reviews.answer': defineWrite(
    z.strictObject({
      reviewId: id<'minutes-review'>(),
      attendanceId,
      answeredOn: calendarDate,
      channel: z.enum(replyChannels),
      correction: longText,
    }),
  )<{ readonly answerId: AnswerId }>(),
  'reviews.settle': defineWrite(
    z.strictObject({
      answerId: id<'minutes-answer'>(),
      state: z.enum(['open', 'taken', 'declined']),
      because: lineText,
    }),
  )<null>(),
  /** 議事録署名人. */
  'reviews.setSigners': defineWrite(
    z.strictObject({ meetingId: id<'meeting'>(), attendanceIds: z.array(attendanceId).max(9) }),
  )<null>(),
  /** A kept state (`key` of `states`) against the record as it is now. */
  'reviews.compare': defineRead(z.strictObject({ meetingId: id<'meeting'>(), key: z.string().max(40) }))<
    readonly LineChange[]
  >(),
}
