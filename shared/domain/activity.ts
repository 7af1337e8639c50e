import type { CalendarDate } from './calendar-date.ts'
import { type ClockTime, minutesBetween } from './clock-time.ts'

/** 活動記録: the diary of a コーディネーター. The three headings are those of the law; その他 is what none of them holds. */
export const activityHeadings = ['development', 'network', 'matching', 'other'] as const
export type ActivityHeading = (typeof activityHeadings)[number]
export const activityHeadingNames: Readonly<Record<ActivityHeading, string>> = {
  development: '資源開発',
  network: 'ネットワーク構築',
  matching: 'ニーズと取組のマッチング',
  other: 'その他',
}

export const activityUnits = ['件', '回', '日'] as const
export type ActivityUnit = (typeof activityUnits)[number]

export const activityMethods = ['visit', 'meeting', 'visitor', 'phone', 'online', 'desk', 'other'] as const
export type ActivityMethod = (typeof activityMethods)[number]
export const activityMethodNames: Readonly<Record<ActivityMethod, string>> = {
  visit: '訪問',
  meeting: '会議',
  visitor: '来所',
  phone: '電話',
  online: 'メール・オンライン',
  desk: '所内',
  other: 'その他',
}

/** Half past ten in the evening to one at night is two and a half hours: what ends earlier than it began ends the next day. */
export function minutesOfActivity(startsAt: ClockTime | null, endsAt: ClockTime | null): number | null {
  if (startsAt === null || endsAt === null) return null
  const minutes = minutesBetween(startsAt, endsAt)
  return minutes < 0 ? minutes + 24 * 60 : minutes
}

export function endsNextDay(startsAt: ClockTime | null, endsAt: ClockTime | null): boolean {
  return startsAt !== null && endsAt !== null && endsAt < startsAt
}

/** Longer than this in one go is more likely a slip of the hand than a day's work. Minutes. */
export const doubtfulMinutes = 12 * 60

export type HalfDay = 'morning' | 'afternoon'

/**
 * The half-days of its own day that an entry touches, noon between them; without times it is one, the one that is not
 * known (null). What goes on after midnight belongs to the day on which it began: nobody worked the next morning.
 */
export function halfDaysOf(
  startsAt: ClockTime | null,
  endsAt: ClockTime | null,
): readonly (HalfDay | null)[] {
  if (startsAt === null) return [null]
  if (startsAt >= '12:00') return ['afternoon']
  return endsAt !== null && (endsAt > '12:00' || endsNextDay(startsAt, endsAt))
    ? ['morning', 'afternoon']
    : ['morning']
}

export interface ActivityEntry {
  readonly id: string
  readonly actedOn: CalendarDate
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
  readonly kindId: string
  readonly method: ActivityMethod
  readonly areaName: string
  /** Where two wrote of one meeting, both name it. */
  readonly meetingId: string | null
  readonly coordinatorIds: readonly string[]
}

/**
 * What entries are one occasion by: two coordinators who each wrote of the same meeting were at one meeting. An entry
 * that several of them share is one from the start.
 */
export function occasionOf(entry: ActivityEntry): string {
  return entry.meetingId === null ? entry.id : `${entry.meetingId} ${entry.kindId}`
}

/** Each occasion once, by the first of its entries. */
export function occasionsOf<Entry extends ActivityEntry>(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<string>()
  return entries.filter((each) => {
    const occasion = occasionOf(each)
    const fresh = !seen.has(occasion)
    seen.add(occasion)
    return fresh
  })
}

/** An entry of somebody else that may be of the same meeting: same day and kind, and the times run into each other. */
export function mayBeSameOccasion(one: ActivityEntry, other: ActivityEntry): boolean {
  if (one.id === other.id || one.actedOn !== other.actedOn || one.kindId !== other.kindId) return false
  if (one.meetingId !== null && one.meetingId === other.meetingId) return true
  if (one.startsAt === null || other.startsAt === null) return false
  const endOf = (entry: ActivityEntry): string =>
    entry.startsAt !== null && endsNextDay(entry.startsAt, entry.endsAt)
      ? '24:00'
      : (entry.endsAt ?? entry.startsAt ?? '')
  return (
    (one.startsAt <= other.startsAt && other.startsAt <= endOf(one)) ||
    (other.startsAt <= one.startsAt && one.startsAt <= endOf(other))
  )
}

export interface WorkedTime {
  /** Days on which a coordinator wrote of anything, each coordinator's days counted. */
  readonly days: number
  readonly halfDays: number
  /** Each coordinator's own time; entries without both times add nothing. */
  readonly minutes: number
}

/**
 * Time worked, summed over coordinators: two at one meeting worked twice, though the meeting is one. A half-day counts
 * once however many entries touch it; entries without a time add a half-day only to a day that has no other.
 */
export function workedTime(entries: readonly ActivityEntry[]): WorkedTime {
  const days = new Map<string, Set<HalfDay | null>>()
  let minutes = 0
  for (const entry of entries) {
    for (const coordinator of entry.coordinatorIds) {
      const key = `${coordinator} ${entry.actedOn}`
      const halves = days.get(key) ?? new Set()
      for (const half of halfDaysOf(entry.startsAt, entry.endsAt)) halves.add(half)
      days.set(key, halves)
      minutes += minutesOfActivity(entry.startsAt, entry.endsAt) ?? 0
    }
  }
  const known = [...days.values()].map((halves) => [...halves].filter((half) => half !== null).length)
  return { days: days.size, halfDays: known.reduce((sum, count) => sum + Math.max(1, count), 0), minutes }
}
