import { Refusal } from '#shared/contract/errors.ts'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { Review, reviewOperations } from '#shared/contract/review-operations.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import { type CalendarDate, isCalendarDate } from '#shared/domain/calendar-date.ts'
import { agendaOutcomeNames } from '#shared/domain/meeting.ts'
import { voteWords } from '#shared/domain/vote.ts'
import { type ComparedLine, diffLines } from '#shared/domain/word-diff.ts'
import type { Handlers, OperationsOf } from '../context.ts'
import { getOpenMeeting } from '../records/open-meeting.ts'
import { readMeeting } from '../records/read-meeting.ts'
import { withLaterFields } from '../records/read-meeting-record.ts'
import { getAttendanceById } from '../store/attendance-store.ts'
import type { ReadDb } from '../store/database.ts'
import { getMeetingById } from '../store/meeting-store.ts'
import {
  addAnswer,
  addReview,
  getAnswerById,
  getKeptRecord,
  getReviewById,
  listAnswers,
  listReviews,
  listSigners,
  type ReviewRow,
  saveSigners,
  settleAnswer,
} from '../store/review-store.ts'

/** Members and guests of the council who were there are asked; the office that wrote the minutes is not. */
function readReview(db: ReadDb, meeting: MeetingDetail, row: ReviewRow): Review {
  const answers = listAnswers(db, row.id)
  const answered = new Set(answers.map((answer) => answer.attendanceId))
  return {
    id: row.id,
    sentOn: row.sentOn,
    dueOn: row.dueOn,
    answers: answers.map(({ reviewId: _reviewId, ...answer }) => ({
      ...answer,
      name: meeting.roll.find((line) => line.id === answer.attendanceId)?.name ?? '',
    })),
    waiting: meeting.roll
      .filter((line) => isMemberRole(line.role) && line.presence !== 'absent' && !answered.has(line.id))
      .map((line) => ({ attendanceId: line.id, name: line.name })),
  }
}

/** What a version says of each thing, as a reader meets it: how an item ended, how a decision was voted, the words in full. */
function linesOf(meeting: MeetingDetail): readonly ComparedLine[] {
  const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('　')
  return [
    ...meeting.agenda.map(({ id, title, outcome }): ComparedLine => ({
      id,
      what: 'agenda-item',
      text: joined(title, outcome === 'open' ? '' : agendaOutcomeNames[outcome]),
    })),
    ...meeting.statements.map(({ id, speaker, text, fullText }): ComparedLine => ({
      id,
      what: 'statement',
      text: joined(speaker, text, fullText),
    })),
    ...meeting.decisions.map(({ id, text, vote }): ComparedLine => ({
      id,
      what: 'decision',
      text: joined(text, vote === null ? '' : voteWords(vote)),
    })),
    ...meeting.tasks.map(({ id, text, owner, dueText, dueOn }): ComparedLine => ({
      id,
      what: 'task',
      text: [text, owner, dueText === '' ? (dueOn ?? '') : dueText].filter((each) => each !== '').join('　'),
    })),
  ]
}

function dayOf(at: string): CalendarDate | null {
  const day = at.slice(0, 10)
  return isCalendarDate(day) ? day : null
}

export const reviewHandlers: Handlers<OperationsOf<typeof reviewOperations>> = {
  'reviews.get': ({ db }, { meetingId }) => {
    const meeting = readMeeting(db, meetingId)
    const reviews = listReviews(db, meetingId)
    const last = reviews.at(-1)
    const states = [
      ...reviews.map(({ id, sentOn }) => ({ key: id, what: 'review' as const, version: null, on: sentOn })),
      ...meeting.versions.flatMap(({ id, version, confirmedAt }) => {
        const on = dayOf(confirmedAt)
        return on === null ? [] : [{ key: id, what: 'version' as const, version, on }]
      }),
    ]
    return {
      review: last === undefined ? null : readReview(db, meeting, last),
      minutesDueOn: meeting.deadlines.minutesDueOn,
      signers: listSigners(db, meetingId),
      states: states.sort((first, second) => (first.on < second.on ? -1 : first.on > second.on ? 1 : 0)),
    }
  },
  'reviews.send': ({ db, ids }, { meetingId, sentOn, dueOn }) => {
    getOpenMeeting(db, meetingId)
    if (dueOn < sentOn) throw new Refusal('end-before-start')
    const reviewId = ids.next<'minutes-review'>()
    addReview(db, {
      id: reviewId,
      meetingId,
      sentOn,
      dueOn,
      record: JSON.stringify(readMeeting(db, meetingId)),
    })
    return { reviewId }
  },
  'reviews.answer': ({ db, ids }, { reviewId, attendanceId, answeredOn, channel, correction }) => {
    const review = getReviewById(db, reviewId)
    if (!review || getAttendanceById(db, attendanceId)?.meetingId !== review.meetingId) {
      throw new Refusal('not-found')
    }
    getOpenMeeting(db, review.meetingId)
    const answerId = ids.next<'minutes-answer'>()
    const state = correction.trim() === '' ? 'nothing' : 'open'
    addAnswer(db, {
      id: answerId,
      reviewId,
      attendanceId,
      answeredOn,
      channel,
      correction,
      state,
      because: '',
    })
    return { answerId }
  },
  'reviews.settle': ({ db }, { answerId, state, because }) => {
    const answer = getAnswerById(db, answerId)
    const review = answer && getReviewById(db, answer.reviewId)
    if (!answer || !review) throw new Refusal('not-found')
    getOpenMeeting(db, review.meetingId)
    // There is nothing to take over where nothing was said.
    if (answer.state === 'nothing') throw new Refusal('conflict')
    settleAnswer(db, answerId, state, because)
    return null
  },
  'reviews.setSigners': ({ db, ids }, { meetingId, attendanceIds }) => {
    if (!getMeetingById(db, meetingId)) throw new Refusal('not-found')
    if (attendanceIds.some((each) => getAttendanceById(db, each)?.meetingId !== meetingId)) {
      throw new Refusal('not-found')
    }
    saveSigners(db, meetingId, attendanceIds, () => ids.next<'minutes-signer'>())
    return null
  },
  'reviews.compare': ({ db }, { meetingId, key }) => {
    const kept = getKeptRecord(db, meetingId, key)
    if (kept === undefined) throw new Refusal('not-found')
    // Both kinds of record were written from this very type.
    const before = withLaterFields(JSON.parse(kept) as MeetingDetail)
    return diffLines(linesOf(before), linesOf(readMeeting(db, meetingId)))
  },
}
