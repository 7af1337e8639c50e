import { describe, expect, it } from 'vitest'
import { makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { deliberationOf } from '#shared/domain/selection.ts'

const on = (month: number) => makeCalendarDate(2026, month, 1) ?? raise()
const raise = (): never => {
  throw new Error('no day')
}
const meeting = { meetingId: 'm', heldOn: on(6) }
const statement = { meetingId: 'm' }

describe('the talk behind a choice', () => {
  it.each([
    ['no meeting', { meetings: [], statements: [], decision: null }, 'none'],
    ['a meeting without a word', { meetings: [meeting], statements: [], decision: null }, 'unrecorded'],
    ['words', { meetings: [meeting], statements: [statement], decision: null }, 'recorded'],
    ['a decision', { meetings: [meeting], statements: [], decision: statement }, 'recorded'],
    [
      'words of a meeting that is not named',
      { meetings: [meeting], statements: [{ meetingId: 'x' }], decision: { meetingId: 'x' } },
      'unrecorded',
    ],
  ])('%s', (_name, record, expected) => {
    expect(deliberationOf({ decidedOn: null, ...record })).toBe(expected)
  })

  it('came before the choice, or is none behind it', () => {
    const record = { meetings: [meeting], statements: [statement], decision: null }
    expect(deliberationOf({ ...record, decidedOn: on(6) })).toBe('recorded')
    expect(deliberationOf({ ...record, decidedOn: on(5) })).toBe('none')
  })
})
