import type { SharingState } from '#shared/contract/sharing-operations.ts'
import {
  type CalendarDate,
  daysBetween,
  formatMonthDay,
  isCalendarDate,
} from '#shared/domain/calendar-date.ts'

const minute = 60_000

/** 「3分前に保存しました」. Both times in milliseconds. */
export function savedWords(savedAt: number, now: number): string {
  const minutes = Math.floor((now - savedAt) / minute)
  if (minutes < 1) return 'いま保存しました'
  if (minutes < 60) return `${minutes}分前に保存しました`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours}時間前に保存しました` : `${Math.floor(hours / 24)}日前に保存しました`
}

/** きょう 12:00, きのう 17:30, 11月12日（木） 9:00. `at` is local time, YYYY-MM-DDTHH:MM. */
export function dayAndTimeWords(at: string, today: CalendarDate): string {
  const [day = '', time = ''] = [at.slice(0, 10), at.slice(11, 16).replace(/^0/, '')]
  if (!isCalendarDate(day)) return at
  const ago = daysBetween(day, today)
  const dayWords = ago === 0 ? 'きょう' : ago === 1 ? 'きのう' : formatMonthDay(day)
  return `${dayWords} ${time}`
}

/** What stands behind 編集中 or 閲覧のみ: out of reach, who writes, since when, what is newer. */
export function penWords({ mayEdit, cutOffSince, holder, newer }: SharingState): string {
  if (cutOffSince !== null) return `共有フォルダーに届きません（${clockOf(cutOffSince)}から）`
  if (mayEdit) return ''
  if (newer !== null) return `${clockOf(newer.at)}の新しい記録があります`
  return holder === null ? 'だれも編集していません' : `${holder.name}さんが${clockOf(holder.since)}から編集中`
}

/** 9:05 of a local time, YYYY-MM-DDTHH:MM. */
function clockOf(at: string): string {
  return at.slice(11, 16).replace(/^0/, '')
}
