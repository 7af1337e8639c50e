/** A time of day, `HH:MM`, on the 24-hour clock: what stands on a notice, without a day or a zone. */
declare const clockTimeBrand: unique symbol
export type ClockTime = string & { readonly [clockTimeBrand]: true }

export type ClockTimeReading =
  | { readonly ok: true; readonly time: ClockTime }
  | { readonly ok: false; readonly reason: 'empty' | 'not-a-time' | 'no-such-time' }

export type ClockTimeStyle = 'colon' | 'kanji' | 'kanji-24'

const minutesOfDay = 24 * 60

/** The time of that hour (0–23) and minute (0–59), or null where the clock has none. */
export function makeClockTime(hour: number, minute: number): ClockTime | null {
  if (!Number.isInteger(hour) || !Number.isInteger(minute)) return null
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return null
  // The one place where a text becomes a ClockTime: it has just been checked.
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as ClockTime
}

/** Whether a text is exactly `HH:MM` and a time that exists. */
export function isClockTime(text: string): text is ClockTime {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** Minutes since midnight. */
export function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** Minutes from the first time to the second on one day; negative when the second is earlier. */
export function minutesBetween(from: ClockTime, to: ClockTime): number {
  return minutesOf(to) - minutesOf(from)
}

/** The time so many minutes later (earlier when negative), going round at midnight. */
export function addMinutes(time: ClockTime, minutes: number): ClockTime {
  const moved = (((minutesOf(time) + minutes) % minutesOfDay) + minutesOfDay) % minutesOfDay
  const made = makeClockTime(Math.floor(moved / 60), moved % 60)
  if (made === null) throw new RangeError(`minutes must be whole: ${minutes}`)
  return made
}

const spoken =
  /^(午前|午後|am|pm|a\.m\.|p\.m\.)?(\d{1,2})(?:[:時.](?:(\d{1,2})分?|(半))?)?(am|pm|a\.m\.|p\.m\.)?$/
const compact = /^(\d{1,2})(\d{2})$/

function toHour24(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  const afternoon = half === '午後' || half.startsWith('p')
  if (afternoon) return hour <= 12 ? (hour % 12) + 12 : hour
  // 午前12時 is noon by the decree of 1872 and midnight to many who write it: nobody should guess.
  return hour < 12 ? hour : null
}

/**
 * Reads 13:30, １３：３０, 午後1時30分, 午後１時半, 13時30分, 1330, 930, 正午, 1:30pm. A bare number of one or two digits
 * is no time. 午後12時30分 is half past noon, as it is used; 午前12時 is refused, being used both ways.
 */
export function parseClockTime(text: string): ClockTimeReading {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
  if (plain === '') return { ok: false, reason: 'empty' }
  if (plain === '正午') return answer(makeClockTime(12, 0))
  const digits = compact.exec(plain)
  if (digits !== null && plain.length >= 3) return answer(makeClockTime(Number(digits[1]), Number(digits[2])))
  const found = spoken.exec(plain)
  if (found === null) return { ok: false, reason: 'not-a-time' }
  const half = found[1] ?? found[5]
  const separated = /[:時.]/.test(plain.replaceAll('.m.', 'm'))
  if (!separated && half === undefined) return { ok: false, reason: 'not-a-time' }
  if (/[:.]$/.test(plain.replaceAll('.m.', 'm'))) return { ok: false, reason: 'not-a-time' }
  const hour = toHour24(Number(found[2]), half)
  const minute = found[4] === undefined ? Number(found[3] ?? 0) : 30
  return answer(hour === null ? null : makeClockTime(hour, minute))
}

function answer(time: ClockTime | null): ClockTimeReading {
  return time === null ? { ok: false, reason: 'no-such-time' } : { ok: true, time }
}

/** A time as it stands on paper: 13:30, 午後1時30分 (午後1時 on the hour), or 13時30分. */
export function formatClockTime(time: ClockTime, style: ClockTimeStyle = 'colon'): string {
  const hour = Number(time.slice(0, 2))
  const minute = Number(time.slice(3, 5))
  if (style === 'colon') return `${hour}:${time.slice(3, 5)}`
  const minutes = minute === 0 ? '' : `${minute}分`
  if (style === 'kanji-24') return `${hour}時${minutes}`
  return `${hour < 12 ? '午前' : '午後'}${hour % 12}時${minutes}`
}
