import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedAttendance, countAttendance, isMemberRole, quorumOf } from '#shared/domain/attendance.ts'
import { quorumKinds } from '#shared/domain/council.ts'
import { presences } from '#shared/domain/meeting.ts'
import { councilRoles } from '#shared/domain/roles.ts'

const line = (more: Partial<CountedAttendance> = {}): CountedAttendance => ({
  role: 'member',
  presence: 'present',
  late: false,
  leftEarly: false,
  written: false,
  mandate: false,
  ...more,
})
const everything = { countsProxy: true, countsOnline: true, countsWritten: true, countsMandate: true }
const nothing = { countsProxy: false, countsOnline: false, countsWritten: false, countsMandate: false }

const anyLine = fc.record({
  role: fc.constantFrom(...councilRoles),
  presence: fc.constantFrom(...presences),
  late: fc.boolean(),
  leftEarly: fc.boolean(),
  written: fc.boolean(),
  mandate: fc.boolean(),
})
const anyRules = fc.record({
  countsProxy: fc.boolean(),
  countsOnline: fc.boolean(),
  countsWritten: fc.boolean(),
  countsMandate: fc.boolean(),
})

describe('counting a roll', () => {
  it('counts 遅刻 and 早退 among 出席, 代理 apart from it, 書面 among 欠席', () => {
    const roll = [
      line({ role: 'chair', late: true }),
      line({ role: 'vice-chair', leftEarly: true }),
      line({ presence: 'online', late: true, leftEarly: true }),
      line({ presence: 'proxy' }),
      line({ presence: 'absent', written: true }),
      line({ presence: 'absent' }),
      line({ presence: 'unmarked' }),
    ]
    expect(countAttendance(roll, nothing)).toEqual({
      members: 7,
      present: 2,
      late: 2,
      leftEarly: 2,
      online: 1,
      proxy: 1,
      absent: 2,
      written: 1,
      mandated: 0,
      unmarked: 1,
      counted: 2,
      observers: 0,
      observersAbsent: 0,
      secretariat: 0,
    })
    expect(countAttendance(roll, everything).counted).toBe(5)
  })

  it('takes no mark for granted that its presence belies', () => {
    const roll = [
      line({ presence: 'absent', late: true, leftEarly: true }),
      line({ presence: 'present', written: true }),
      line({ presence: 'proxy', late: true, written: true }),
    ]
    expect(countAttendance(roll, everything)).toMatchObject({ late: 0, leftEarly: 0, written: 0, counted: 2 })
  })

  it('counts who sent a 委任状 where the rules say so, and once though she wrote an opinion too', () => {
    const roll = [
      line({ presence: 'absent', mandate: true }),
      line({ presence: 'absent', mandate: true, written: true }),
      line({ presence: 'present', mandate: true }),
    ]
    expect(countAttendance(roll, nothing)).toMatchObject({ mandated: 2, counted: 1 })
    expect(countAttendance(roll, { ...nothing, countsMandate: true }).counted).toBe(3)
    expect(countAttendance(roll, everything).counted).toBe(3)
  })

  it('keeps observers and staff apart from members', () => {
    const roll = [
      line({ role: 'observer' }),
      line({ role: 'observer', presence: 'proxy' }),
      line({ role: 'observer', presence: 'absent' }),
      line({ role: 'coordinator' }),
      line({ role: 'secretariat', presence: 'online' }),
      line({ role: 'secretariat', presence: 'absent' }),
    ]
    expect(countAttendance(roll, everything)).toMatchObject({
      members: 0,
      counted: 0,
      absent: 0,
      observers: 2,
      observersAbsent: 1,
      secretariat: 2,
    })
  })

  it('puts each member into just one presence, and counts no more than there are', () => {
    fc.assert(
      fc.property(fc.array(anyLine), anyRules, (roll, rules) => {
        const count = countAttendance(roll, rules)
        expect(count.members).toBe(roll.filter((each) => isMemberRole(each.role)).length)
        expect(count.present + count.online + count.proxy + count.absent + count.unmarked).toBe(count.members)
        expect(count.counted).toBeGreaterThanOrEqual(count.present)
        expect(count.counted).toBeLessThanOrEqual(count.members - count.unmarked)
        expect(count.late).toBeLessThanOrEqual(count.present + count.online)
        expect(countAttendance(roll, nothing).counted).toBeLessThanOrEqual(count.counted)
        expect(countAttendance(roll, everything).counted).toBeGreaterThanOrEqual(count.counted)
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})

describe('the quorum', () => {
  it.each([
    // members, 半数以上, 過半数, 3分の2以上
    [0, 0, 1, 0],
    [1, 1, 1, 1],
    [2, 1, 2, 2],
    [3, 2, 2, 2],
    [4, 2, 3, 3],
    [10, 5, 6, 7],
    [11, 6, 6, 8],
    [12, 6, 7, 8],
  ])('of %i members is %i, %i or %i', (members, half, moreThanHalf, twoThirds) => {
    expect(quorumOf('none', members)).toBeNull()
    expect(quorumOf('half', members)).toBe(half)
    expect(quorumOf('more-than-half', members)).toBe(moreThanHalf)
    expect(quorumOf('two-thirds', members)).toBe(twoThirds)
  })

  it('is the smallest number that the rule’s own words are true of', () => {
    const holds = {
      none: () => true,
      half: (there: number, members: number) => there * 2 >= members,
      'more-than-half': (there: number, members: number) => there * 2 > members,
      'two-thirds': (there: number, members: number) => there * 3 >= members * 2,
    }
    fc.assert(
      fc.property(fc.constantFrom(...quorumKinds), fc.nat({ max: 3000 }), (kind, members) => {
        const quorum = quorumOf(kind, members)
        if (quorum === null) return
        expect(holds[kind](quorum, members)).toBe(true)
        expect(quorum === 0 || !holds[kind](quorum - 1, members)).toBe(true)
      }),
      { seed: 2, numRuns: 300 },
    )
  })
})
