import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMinutes,
  type ClockTime,
  formatClockTime,
  makeClockTime,
  minutesBetween,
  parseClockTime,
} from '#shared/domain/clock-time.ts'

function time(text: string): ClockTime {
  const reading = parseClockTime(text)
  if (!reading.ok) throw new Error(`no time: ${text}`)
  return reading.time
}

const someTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => makeClockTime(hour, minute))
  .filter((each) => each !== null)

describe('reading a time', () => {
  it.each([
    ['13:30', '13:30'],
    ['１３：３０', '13:30'],
    ['9:05', '09:05'],
    ['1330', '13:30'],
    ['930', '09:30'],
    ['13時30分', '13:30'],
    ['13時', '13:00'],
    ['13時半', '13:30'],
    ['午後1時30分', '13:30'],
    ['午後１時半', '13:30'],
    ['午後 1 時', '13:00'],
    ['午後1:30', '13:30'],
    ['午前9時5分', '09:05'],
    ['午後0時30分', '12:30'],
    ['午後12時30分', '12:30'],
    ['午前0時', '00:00'],
    ['正午', '12:00'],
    ['PM 1:30', '13:30'],
    ['1:30 pm', '13:30'],
    ['0:00', '00:00'],
  ])('%s is %s', (text, expected) => {
    expect(parseClockTime(text)).toEqual({ ok: true, time: expected })
  })

  it.each(['25:00', '24:00', '13:60', '2560', '午前12時', '午後25時'])(
    '%s is no time of the clock',
    (text) => {
      expect(parseClockTime(text)).toEqual({ ok: false, reason: 'no-such-time' })
    },
  )

  it.each(['13', '9', '13:', '午後', 'あとで', '13:30:00', '8.11.23'])('%s is not a time', (text) => {
    expect(parseClockTime(text)).toEqual({ ok: false, reason: 'not-a-time' })
  })

  it('tells blank from wrong', () => {
    expect(parseClockTime('　')).toEqual({ ok: false, reason: 'empty' })
  })

  it('reads every time back from each way of writing it', () => {
    fc.assert(
      fc.property(someTime, fc.constantFrom('colon', 'kanji', 'kanji-24'), (each, style) => {
        expect(parseClockTime(formatClockTime(each, style))).toEqual({ ok: true, time: each })
      }),
    )
  })
})

describe('writing and counting', () => {
  it.each([
    ['13:30', 'colon', '13:30'],
    ['09:05', 'colon', '9:05'],
    ['13:30', 'kanji', '午後1時30分'],
    ['13:00', 'kanji', '午後1時'],
    ['12:30', 'kanji', '午後0時30分'],
    ['00:05', 'kanji', '午前0時5分'],
    ['13:30', 'kanji-24', '13時30分'],
  ] as const)('%s, %s: %s', (text, style, expected) => {
    expect(formatClockTime(time(text), style)).toBe(expected)
  })

  it('counts minutes, forwards and back', () => {
    expect(minutesBetween(time('13:30'), time('15:20'))).toBe(110)
    expect(minutesBetween(time('15:20'), time('13:30'))).toBe(-110)
    expect(addMinutes(time('13:30'), 95)).toBe('15:05')
    expect(addMinutes(time('23:30'), 45)).toBe('00:15')
    expect(addMinutes(time('00:15'), -45)).toBe('23:30')
  })
})
