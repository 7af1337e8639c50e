import { describe, expect, it } from 'vitest'
import type { AttendancePatch } from '#shared/contract/attendance-patch.ts'
import type { AttendanceId } from '#shared/domain/ids.ts'
import { type InvitationWay, isToBeInvited, type Reached, usualWay } from '#shared/domain/invitation.ts'
import { openTestCore } from '../core-harness.ts'
import { day, itemAt, line, planned, setUpMeeting, time } from '../small-council.ts'

async function openRoll() {
  const opened = await openTestCore()
  const meeting = await setUpMeeting(opened.ask)
  const { meetingId } = meeting
  const get = () => opened.ask('meetings.get', { meetingId })
  const roll = (await get()).roll.map((each) => each.id)
  const lineId = (position: number): AttendanceId => {
    const found = roll[position]
    if (found === undefined) throw new Error('the roll is shorter')
    return found
  }
  const mark = (position: number, patch: AttendancePatch) =>
    opened.ask('attendance.save', { attendanceId: lineId(position), patch })
  return { ...opened, meeting, meetingId, get, lineId, mark }
}

describe('replies and attendance', () => {
  it('change what is given and leave the rest', async () => {
    const { get, mark } = await openRoll()
    const before = (await get()).roll[2]
    await mark(2, { reply: 'proxy', replyChannel: 'fax', proxyName: '木村　進', proxyPost: '副会長' })
    await mark(2, { presence: 'proxy' })
    expect((await get()).roll[2]).toEqual({
      ...before,
      reply: 'proxy',
      replyChannel: 'fax',
      proxyName: '木村　進',
      proxyPost: '副会長',
      presence: 'proxy',
    })
    await mark(2, {})
    await mark(2, { replyChannel: null, seatNumber: 9 })
    const { roll } = await get()
    expect(roll.at(-1)).toMatchObject({ seatNumber: 9, replyChannel: null, proxyName: '木村　進' })
  })

  it('are counted by the council’s rules, with the quorum they leave missed or met', async () => {
    const { ask, meeting, get, mark } = await openRoll()
    const rules = async (more: object) => {
      await ask('councils.saveRules', {
        councilId: meeting.councilId,
        rules: {
          numbering: 'fiscal-year',
          quorum: 'two-thirds',
          countsProxy: false,
          countsOnline: false,
          countsWritten: false,
          signers: 0,
          seatLimit: null,
          ...more,
        },
      })
      const { count, quorum, lacks } = await get()
      return [count.counted, quorum, lacks.some((lack) => lack.code === 'quorum-missed')]
    }
    await mark(0, { presence: 'present', late: true, arrivedAt: time('13:45') })
    await mark(1, { presence: 'online' })
    await mark(2, { presence: 'proxy' })
    // Not missed as long as somebody's presence is not known.
    expect(await rules({})).toEqual([1, 3, false])
    await mark(3, { presence: 'absent', written: true })
    await mark(4, { presence: 'present' })
    await mark(5, { presence: 'present' })
    expect((await get()).count).toEqual({
      members: 4,
      present: 1,
      late: 1,
      leftEarly: 0,
      online: 1,
      proxy: 1,
      absent: 1,
      mandated: 0,
      written: 1,
      unmarked: 0,
      counted: 1,
      observers: 1,
      observersAbsent: 0,
      secretariat: 1,
    })
    expect(await rules({})).toEqual([1, 3, true])
    expect(await rules({ countsOnline: true })).toEqual([2, 3, true])
    expect(await rules({ countsOnline: true, countsProxy: true })).toEqual([3, 3, false])
    expect(
      await rules({ countsOnline: true, countsProxy: true, countsWritten: true, quorum: 'more-than-half' }),
    ).toEqual([4, 3, false])
    expect(await rules({ quorum: 'half' })).toEqual([1, 2, true])
    expect(await rules({ quorum: 'none' })).toEqual([1, null, false])
  })

  it('name speakers as minutes do, a proxy by her own name', async () => {
    const { ask, meeting, meetingId, get, mark, lineId } = await openRoll()
    await mark(2, { presence: 'proxy', proxyName: '木村　進' })
    for (const position of [0, 2, 4, 5]) {
      await ask('minutes.addStatement', {
        meetingId,
        statement: line(itemAt(meeting, 4), '発言', { attendanceId: lineId(position) }),
        after: null,
      })
    }
    expect((await get()).statements.map((each) => each.speaker)).toEqual([
      '髙橋会長',
      '木村（鈴木委員代理）',
      '小田切代表',
      '事務局（中井）',
    ])
  })

  it('refuse to leave before arriving, also when the two are entered one after the other', async () => {
    const { refused, mark, lineId } = await openRoll()
    await mark(0, { late: true, arrivedAt: time('14:00') })
    const attendanceId = lineId(0)
    expect(await refused('attendance.save', { attendanceId, patch: { leftAt: '13:50' } })).toBe(
      'end-before-start',
    )
    expect(await refused('attendance.save', { attendanceId, patch: { leftAt: '14:00' } })).toBe(
      'end-before-start',
    )
    await mark(0, { leftAt: time('15:00') })
    expect(await refused('attendance.save', { attendanceId, patch: { arrivedAt: '15:30' } })).toBe(
      'end-before-start',
    )
    await mark(0, { arrivedAt: null, leftAt: null })
  })
})

describe('invitations', () => {
  it('are kept for each, the usual way being that of last time, and say in 準備 who was forgotten', async () => {
    const { ask, refused, meeting, get, meetingId, lineId } = await openRoll()
    const invite = (lines: readonly { at: number; by: InvitationWay | null; on?: string }[]) =>
      ask('attendance.setInvitations', {
        meetingId,
        invitations: lines.map(({ at, by, on = '2026-09-01' }) => ({
          attendanceId: lineId(at),
          invited: by === null ? null : { by, on: day(on) },
        })),
      })
    const said = async () => {
      const { noticeSentOn, lacks, roll } = await get()
      const of = (code: string) => lacks.find((lack) => lack.code === code)?.names
      return {
        noticeSentOn,
        none: of('notice-not-sent') !== undefined,
        forgotten: of('members-not-invited'),
        ways: roll.map((each) => each.invitedBy),
      }
    }
    const names = (await get()).roll.filter(isToBeInvited).map((each) => each.name)
    expect(await said()).toMatchObject({ noticeSentOn: null, none: true, forgotten: undefined })

    await invite([
      { at: 1, by: 'fax', on: '2026-09-03' },
      { at: 0, by: 'phone' },
    ])
    // The first day is that of the 開催通知; the others are still to do.
    expect(await said()).toMatchObject({ noticeSentOn: '2026-09-01', none: false, forgotten: names.slice(2) })

    await invite([0, 1, 2, 3, 4, 5].map((at) => ({ at, by: 'paper' as const, on: '2026-09-02' })))
    expect(await said()).toMatchObject({
      noticeSentOn: '2026-09-02',
      forgotten: undefined,
      ways: Array.from({ length: 6 }, () => 'paper'),
    })
    await invite([0, 1, 2, 3, 4, 5].map((at) => ({ at, by: null })))
    expect(await said()).toMatchObject({ noticeSentOn: null, none: true })

    // A day that the office wrote itself stays, and speaks for all until somebody is noted.
    await ask('meetings.save', { meetingId, meeting: { noticeSentOn: day('2026-08-31') } })
    expect(await said()).toMatchObject({ none: false, forgotten: undefined })
    await invite([{ at: 0, by: 'by-hand' }])
    expect(await said()).toMatchObject({ noticeSentOn: '2026-08-31', forgotten: names.slice(1) })

    const next = await ask('meetings.plan', { ...planned(meeting.councilId), heldOn: day('2026-12-10') })
    const invitees = await ask('meetings.listInvitees', { meetingId: next.meetingId })
    expect(invitees[0]?.usual).toBe('by-hand')
    expect(
      await refused('attendance.setInvitations', {
        meetingId: next.meetingId,
        invitations: [{ attendanceId: lineId(0), invited: null }],
      }),
    ).toBe('not-found')
  })

  it('go by mail or FAX where the roster has it, else by post', () => {
    const nowhere = { address: '', phone: '', fax: '', email: '' }
    const cases: readonly (readonly [InvitationWay | null, Partial<Reached>, InvitationWay])[] = [
      [null, {}, 'paper'],
      [null, { phone: '022-000-0000' }, 'paper'],
      [null, { fax: '022-000-0001' }, 'fax'],
      [null, { fax: '022-000-0001', email: 'a@example.jp' }, 'mail'],
      ['phone', { email: 'a@example.jp' }, 'phone'],
    ]
    for (const [last, reached, way] of cases) expect(usualWay(last, { ...nowhere, ...reached })).toBe(way)
  })
})

describe('a line of the roll', () => {
  it('can be added for a guest, and taken off unless something was said by it', async () => {
    const { ask, refused, meeting, meetingId, get } = await openRoll()
    const { attendanceId } = await ask('attendance.addPerson', {
      meetingId,
      name: '視察　太郎',
      kana: 'しさつ　たろう',
      organizationName: '隣市社協',
      post: '係長',
      role: 'observer',
    })
    expect((await get()).roll.at(-1)).toMatchObject({
      id: attendanceId,
      seatNumber: 7,
      personId: null,
      reply: 'waiting',
      presence: 'unmarked',
    })
    const { statementId } = await ask('minutes.addStatement', {
      meetingId,
      statement: line(itemAt(meeting, 4), '参考になりました。', { attendanceId }),
      after: null,
    })
    expect(await refused('attendance.remove', { attendanceId })).toBe('still-in-minutes')
    await ask('minutes.removeStatement', { statementId })
    await ask('attendance.remove', { attendanceId })
    expect((await get()).roll).toHaveLength(6)
    expect(await refused('minutes.restoreStatement', { statementId })).toBe('not-found')
    expect(await refused('attendance.save', { attendanceId, patch: {} })).toBe('not-found')
  })
})
