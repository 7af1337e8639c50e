import { describe, expect, it } from 'vitest'
import { openTestCore } from '../core-harness.ts'
import { day, itemAt, line, setUpMeeting } from '../small-council.ts'

async function openSmall() {
  const core = await openTestCore()
  const small = await setUpMeeting(core.ask)
  const { meetingId } = small
  const { statementId } = await core.ask('minutes.addStatement', {
    meetingId,
    statement: line(itemAt(small, 4), '移動販売を週1回試す'),
    after: null,
  })
  const { roll } = await core.ask('meetings.get', { meetingId })
  const [chair, vice] = roll
  if (!chair || !vice) throw new Error('no roll')
  return { ...core, small, meetingId, statementId, roll, chair, vice }
}

const dates = { sentOn: day('2026-09-20'), dueOn: day('2026-10-04') }

describe('委員確認', () => {
  it('waits for the members who were there, takes their answers, and tells what became of each', async () => {
    const { ask, meetingId, chair, vice, roll } = await openSmall()
    await ask('attendance.save', { attendanceId: roll[2]?.id ?? chair.id, patch: { presence: 'absent' } })
    const before = await ask('reviews.get', { meetingId })
    expect(before).toMatchObject({ review: null, minutesDueOn: '2026-11-01', signers: [], states: [] })
    const { reviewId } = await ask('reviews.send', { meetingId, ...dates })
    const answer = { reviewId, answeredOn: day('2026-09-25'), channel: 'fax' as const }
    await ask('reviews.answer', { ...answer, attendanceId: chair.id, correction: '' })
    const { answerId } = await ask('reviews.answer', {
      ...answer,
      attendanceId: vice.id,
      correction: '週2回です',
    })
    const { review } = await ask('reviews.get', { meetingId })
    expect(review).toMatchObject({
      ...dates,
      answers: [{ state: 'nothing' }, { state: 'open', name: vice.name }],
    })
    // 会長 and 副会長 answered, one member was away: one of the four is waited for.
    expect(review?.waiting.map(({ name }) => name)).toEqual(['田中　三郎'])
    await ask('reviews.settle', { answerId, state: 'taken', because: '発言を直した' })
    expect((await ask('reviews.get', { meetingId })).review?.answers[1]).toMatchObject({
      state: 'taken',
      because: '発言を直した',
    })
  })

  it('tells word by word what changed since the draft was sent', async () => {
    const { ask, meetingId, small, statementId } = await openSmall()
    const { reviewId } = await ask('reviews.send', { meetingId, ...dates })
    expect(await ask('reviews.compare', { meetingId, key: reviewId })).toEqual([])
    await ask('minutes.saveStatement', {
      statementId,
      statement: line(itemAt(small, 4), '移動販売を週2回試す'),
    })
    expect(await ask('reviews.compare', { meetingId, key: reviewId })).toEqual([
      {
        what: 'statement',
        parts: [
          { kind: 'same', text: '移動販売を週' },
          { kind: 'removed', text: '1' },
          { kind: 'added', text: '2' },
          { kind: 'same', text: '回試す' },
        ],
      },
    ])
  })

  it('keeps what was confirmed apart from what is corrected after re-opening', async () => {
    const { ask, meetingId, small, statementId, refused, chair } = await openSmall()
    for (const place of [2, 4, 5]) {
      await ask('meetings.setItemOutcome', { agendaItemId: itemAt(small, place), outcome: 'done' })
    }
    const { minutesVersionId } = await ask('minutes.confirm', { meetingId, confirmedBy: '戸田' })
    expect(await refused('reviews.send', { meetingId, ...dates })).toBe('minutes-locked')
    await ask('minutes.reopen', { meetingId, reason: '誤記' })
    await ask('minutes.removeStatement', { statementId })
    await ask('meetings.setItemOutcome', { agendaItemId: itemAt(small, 5), outcome: 'continued' })
    const changes = await ask('reviews.compare', { meetingId, key: minutesVersionId })
    expect(changes).toEqual([
      {
        what: 'agenda-item',
        parts: [
          { kind: 'same', text: '集いの場について　' },
          { kind: 'removed', text: '終わった' },
          { kind: 'added', text: '継続' },
        ],
      },
      { what: 'statement', parts: [{ kind: 'removed', text: '移動販売を週1回試す' }] },
    ])
    const { states } = await ask('reviews.get', { meetingId })
    expect(states).toMatchObject([{ what: 'version', version: 1 }])
    await ask('reviews.setSigners', { meetingId, attendanceIds: [chair.id] })
    expect((await ask('reviews.get', { meetingId })).signers).toEqual([chair.id])
    await ask('reviews.setSigners', { meetingId, attendanceIds: [] })
    expect((await ask('reviews.get', { meetingId })).signers).toEqual([])
  })

  it('refuses a deadline before the sending, and people and states of other meetings', async () => {
    const { meetingId, refused, ask, chair } = await openSmall()
    const turned = { sentOn: dates.dueOn, dueOn: dates.sentOn }
    expect(await refused('reviews.send', { meetingId, ...turned })).toBe('end-before-start')
    expect(await refused('reviews.compare', { meetingId, key: 'nothing' })).toBe('not-found')
    const { reviewId } = await ask('reviews.send', { meetingId, ...dates })
    const answer = { reviewId, attendanceId: chair.id, answeredOn: dates.sentOn, channel: 'phone' as const }
    const { answerId } = await ask('reviews.answer', { ...answer, correction: ' ' })
    expect(await refused('reviews.settle', { answerId, state: 'taken', because: '' })).toBe('conflict')
    expect(await refused('reviews.setSigners', { meetingId, attendanceIds: [meetingId] })).toBe('not-found')
  })
})
