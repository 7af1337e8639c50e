import type { AnswerId, AnswerState, ReviewId } from '#shared/contract/review-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AttendanceId, Id, MeetingId } from '#shared/domain/ids.ts'
import type { ReplyChannel } from '#shared/domain/meeting.ts'
import type { ReadDb, WriteDb } from './database.ts'

export interface ReviewRow {
  readonly id: ReviewId
  readonly meetingId: MeetingId
  readonly sentOn: CalendarDate
  readonly dueOn: CalendarDate
}

export interface AnswerRow {
  readonly id: AnswerId
  readonly reviewId: ReviewId
  readonly attendanceId: AttendanceId
  readonly answeredOn: CalendarDate
  readonly channel: ReplyChannel
  readonly correction: string
  readonly state: AnswerState
  readonly because: string
}

const reviewQuery = `SELECT id, meeting_id AS meetingId, sent_on AS sentOn, due_on AS dueOn FROM minutes_reviews WHERE removed_at IS NULL`
const answerQuery = `SELECT id, review_id AS reviewId, attendance_id AS attendanceId, answered_on AS answeredOn, channel, correction, state, because
  FROM minutes_answers WHERE removed_at IS NULL`

/** Oldest first. */
export function listReviews(db: ReadDb, meetingId: MeetingId): readonly ReviewRow[] {
  return db.all<ReviewRow>(`${reviewQuery} AND meeting_id = ? ORDER BY id`, [meetingId])
}

export function getReviewById(db: ReadDb, reviewId: ReviewId): ReviewRow | undefined {
  return db.get<ReviewRow>(`${reviewQuery} AND id = ?`, [reviewId])
}

export function addReview(db: WriteDb, review: ReviewRow & { readonly record: string }): void {
  db.run('INSERT INTO minutes_reviews (id, meeting_id, sent_on, due_on, record) VALUES (?, ?, ?, ?, ?)', [
    review.id,
    review.meetingId,
    review.sentOn,
    review.dueOn,
    review.record,
  ])
}

export function listAnswers(db: ReadDb, reviewId: ReviewId): readonly AnswerRow[] {
  return db.all<AnswerRow>(`${answerQuery} AND review_id = ? ORDER BY id`, [reviewId])
}

export function getAnswerById(db: ReadDb, answerId: AnswerId): AnswerRow | undefined {
  return db.get<AnswerRow>(`${answerQuery} AND id = ?`, [answerId])
}

export function addAnswer(db: WriteDb, answer: AnswerRow): void {
  db.run(
    'INSERT INTO minutes_answers (id, review_id, attendance_id, answered_on, channel, correction, state, because) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [
      answer.id,
      answer.reviewId,
      answer.attendanceId,
      answer.answeredOn,
      answer.channel,
      answer.correction,
      answer.state,
      answer.because,
    ],
  )
}

export function settleAnswer(db: WriteDb, answerId: AnswerId, state: AnswerState, because: string): void {
  db.run('UPDATE minutes_answers SET state = ?, because = ? WHERE id = ?', [state, because, answerId])
}

/** In seat order. */
export function listSigners(db: ReadDb, meetingId: MeetingId): readonly AttendanceId[] {
  return db
    .all<{ id: AttendanceId }>(
      `SELECT a.id FROM minutes_signers s JOIN attendances a ON a.id = s.attendance_id
       WHERE s.meeting_id = ? AND s.removed_at IS NULL AND a.removed_at IS NULL ORDER BY a.seat_number, a.id`,
      [meetingId],
    )
    .map((row) => row.id)
}

/** Writes only what differs, so that the log tells of changes that were made. */
export function saveSigners(
  db: WriteDb,
  meetingId: MeetingId,
  wanted: readonly AttendanceId[],
  nextId: () => Id<'minutes-signer'>,
): void {
  const present = listSigners(db, meetingId)
  for (const attendanceId of present) {
    if (!wanted.includes(attendanceId)) {
      db.run('DELETE FROM minutes_signers WHERE meeting_id = ? AND attendance_id = ?', [
        meetingId,
        attendanceId,
      ])
    }
  }
  for (const attendanceId of new Set(wanted)) {
    if (!present.includes(attendanceId)) {
      db.run('INSERT INTO minutes_signers (id, meeting_id, attendance_id) VALUES (?, ?, ?)', [
        nextId(),
        meetingId,
        attendanceId,
      ])
    }
  }
}

/** A state of the record that was kept: of a review or of a confirmed version of this meeting; undefined where there is none. */
export function getKeptRecord(db: ReadDb, meetingId: MeetingId, key: string): string | undefined {
  return db.get<{ record: string }>(
    `SELECT record FROM minutes_reviews WHERE id = ? AND meeting_id = ? AND removed_at IS NULL
     UNION ALL SELECT record FROM minutes_versions WHERE id = ? AND meeting_id = ?`,
    [key, meetingId, key, meetingId],
  )?.record
}
