import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyMark, attendanceMarks, isMarked, type MarkedLine } from '#shared/domain/attendance-marks.ts'
import { makeClockTime } from '#shared/domain/clock-time.ts'
import { presences } from '#shared/domain/meeting.ts'

const two = makeClockTime(14, 0)
const blank: MarkedLine = {
  presence: 'unmarked',
  late: false,
  arrivedAt: null,
  leftEarly: false,
  leftAt: null,
  written: false,
}
const anyLine: fc.Arbitrary<MarkedLine> = fc.record({
  presence: fc.constantFrom(...presences),
  late: fc.boolean(),
  arrivedAt: fc.constantFrom(null, two),
  leftEarly: fc.boolean(),
  leftAt: fc.constantFrom(null, two),
  written: fc.boolean(),
})

describe('marks of the roll', () => {
  it('takes 遅刻 as being there, with the time of the key', () => {
    expect(applyMark(blank, 'late', two)).toMatchObject({
      presence: 'present',
      late: true,
      arrivedAt: '14:00',
    })
  })

  it('keeps 遅刻 when the same person leaves early', () => {
    const late = { ...blank, ...applyMark(blank, 'late', two) }
    const both = { ...late, ...applyMark(late, 'left-early', two) }
    expect(both).toMatchObject({ presence: 'present', late: true, leftEarly: true })
  })

  it('keeps somebody online who joins late', () => {
    const online = { ...blank, ...applyMark(blank, 'online', null) }
    expect(applyMark(online, 'late', two)).toMatchObject({ presence: 'online' })
  })

  it('puts an opinion on paper beside 欠席, and leaves it there when 欠席 is marked after', () => {
    const written = { ...blank, ...applyMark(blank, 'written', null) }
    expect(written).toMatchObject({ presence: 'absent', written: true })
    expect({ ...written, ...applyMark(written, 'present', null) }).toMatchObject({ written: false })
  })

  it('stands after the key and is gone after the same key again, from wherever it began', () => {
    fc.assert(
      fc.property(anyLine, fc.constantFrom(...attendanceMarks), (line, mark) => {
        const once = { ...line, ...applyMark(line, mark, two) }
        expect(isMarked(once, mark)).toBe(!isMarked(line, mark))
      }),
    )
  })

  it('never leaves somebody away who came late, left early or joined', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...attendanceMarks)), (marks) => {
        const line = marks.reduce<MarkedLine>(
          (before, mark) => ({ ...before, ...applyMark(before, mark, two) }),
          blank,
        )
        if (line.presence === 'absent') expect(line).toMatchObject({ late: false, leftEarly: false })
        if (line.written) expect(['absent', 'unmarked']).toContain(line.presence)
      }),
    )
  })
})
