import type { BackupOccasion, DataContents } from '#shared/contract/safekeeping-operations.ts'
import { formatMonthDay, formatWareki, isCalendarDate } from '#shared/domain/calendar-date.ts'

export const occasionWords: Readonly<Record<BackupOccasion, string>> = {
  start: '始めたとき',
  close: '終えたとき',
  hand: '手でとった',
  migration: '新しい版にする前',
  import: '取り込む前',
  restore: '控えに戻す前',
}

/** 令和8年11月23日 9:05. `at` is local time, YYYY-MM-DDTHH:MM. */
export function momentWords(at: string): string {
  const day = at.slice(0, 10)
  return isCalendarDate(day) ? `${formatWareki(day)} ${at.slice(11, 16).replace(/^0/, '')}` : at
}

/** 11月23日（月） 9:05, for lists whose rows stand close in time. */
export function shortMomentWords(at: string): string {
  const day = at.slice(0, 10)
  return isCalendarDate(day) ? `${formatMonthDay(day)} ${at.slice(11, 16).replace(/^0/, '')}` : at
}

export function lastMeetingWords({ lastMeeting }: DataContents): string {
  return lastMeeting === null
    ? 'まだありません'
    : `${lastMeeting.councilName}　第${String(lastMeeting.number)}回　${formatWareki(lastMeeting.heldOn)}`
}

export function lastChangeWords({ lastChange }: DataContents): string {
  return lastChange === null ? 'まだありません' : `${momentWords(lastChange.at)}　${lastChange.who}`
}

/** 1,234,567 bytes as 1.2MB. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1_000_000
  return megabytes >= 1 ? `${megabytes.toFixed(1)}MB` : `${String(Math.ceil(bytes / 1000))}KB`
}
