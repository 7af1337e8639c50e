import { type BackupOccasion, backupOccasions } from '#shared/contract/safekeeping-operations.ts'
import { addDays, type CalendarDate, isCalendarDate, weekdayOf } from '#shared/domain/calendar-date.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'

export const backupReasons = backupOccasions
export type BackupReason = BackupOccasion

export interface BackupName {
  readonly file: string
  /** Local time, YYYY-MM-DDTHH:MM. */
  readonly at: string
  readonly reason: BackupReason
}

/**
 * `tsudoi-20261123-0905-start.db`: sorts by time, and tells a person in Explorer what it is. `copy` from 2 on
 * keeps a second one of the same minute and reason apart: `…-restore-2.db`.
 */
export function backupFileName(
  at: { date: CalendarDate; time: ClockTime },
  reason: BackupReason,
  copy = 1,
): string {
  const ordinal = copy === 1 ? '' : `-${String(copy)}`
  return `tsudoi-${at.date.replaceAll('-', '')}-${at.time.replace(':', '')}-${reason}${ordinal}.db`
}

/** Reads a name back; null for whatever else lies in the folder. */
export function parseBackupName(file: string): BackupName | null {
  const match = /^tsudoi-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})-([a-z]+)(?:-\d{1,3})?\.db$/.exec(file)
  if (!match) return null
  const [, year, month, day, hour, minute, word] = match
  const reason = backupReasons.find((known) => known === word)
  if (reason === undefined) return null
  return { file, at: `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}`, reason }
}

/** Oldest first; of one minute and reason in the order they were made, else by name. */
export function compareByTime(first: BackupName, second: BackupName): number {
  if (first.at !== second.at) return first.at < second.at ? -1 : 1
  if (first.reason === second.reason) return copyOf(first.file) - copyOf(second.file)
  return first.file < second.file ? -1 : first.file > second.file ? 1 : 0
}

function copyOf(file: string): number {
  return Number(/-(\d{1,3})\.db$/.exec(file)?.[1] ?? '1')
}

/** Monday of the week of a local time, as a day. */
function weekOf(at: string): string {
  const day = at.slice(0, 10)
  if (!isCalendarDate(day)) return day
  return addDays(day, -'月火水木金土日'.indexOf(weekdayOf(day)))
}

const keptOfNewest = 10
const keptDays = 14
const keptWeeks = 12
const keptMonths = 24

/**
 * Which backups may go: all stay of the ten newest; of older ones the last of each day for a fortnight of
 * days that have one, the last of each week (from Monday) for twelve, and the last of each month for two years of months. Pure: names in, names out.
 */
export function backupsToThin(names: readonly BackupName[]): readonly BackupName[] {
  const newestFirst = [...names].sort((first, second) => compareByTime(second, first))
  const kept = new Set(newestFirst.slice(0, keptOfNewest))
  const keepLastOf = (period: (name: BackupName) => string, most: number): void => {
    const seen = new Set<string>()
    for (const name of newestFirst) {
      const key = period(name)
      if (seen.has(key)) continue
      if (seen.size === most) return
      seen.add(key)
      kept.add(name)
    }
  }
  keepLastOf((name) => name.at.slice(0, 10), keptDays)
  keepLastOf((name) => weekOf(name.at), keptWeeks)
  keepLastOf((name) => name.at.slice(0, 7), keptMonths)
  return newestFirst.filter((name) => !kept.has(name))
}
