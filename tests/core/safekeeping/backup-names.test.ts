import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backupFileName,
  backupReasons,
  backupsToThin,
  compareByTime,
  parseBackupName,
  type BackupName,
} from '#core/safekeeping/backup-names.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import { day, time } from '../small-council.ts'

function backup(at: string, reason: BackupName['reason'] = 'close'): BackupName {
  const [date = '', clock = ''] = at.split('T')
  return { file: backupFileName({ date: day(date), time: time(clock) }, reason), at, reason }
}

const removedOf = (names: readonly BackupName[]): readonly string[] =>
  backupsToThin(names)
    .map((name) => name.at)
    .sort()

describe('the name of a backup', () => {
  it('tells day, time and reason, and is read back', () => {
    const name = backupFileName({ date: day('2026-11-23'), time: time('09:05') }, 'migration')
    expect(name).toBe('tsudoi-20261123-0905-migration.db')
    expect(parseBackupName(name)).toEqual({ file: name, at: '2026-11-23T09:05', reason: 'migration' })
  })

  it.each([
    'tsudoi.db',
    'tsudoi-20261123-0905-start.db.half',
    'tsudoi-20261123-0905-start.db-wal',
    'tsudoi-20261123-0905-other.db',
    'tsudoi-2026112-0905-start.db',
    '控え-20261123-0905-start.db',
  ])('is not seen in %s', (file) => {
    expect(parseBackupName(file)).toBeNull()
  })
})

describe('thinning', () => {
  it('keeps all of a few', () => {
    expect(
      removedOf(['2026-11-23T09:00', '2026-11-23T09:01', '2020-01-01T00:00'].map((at) => backup(at))),
    ).toEqual([])
  })

  it('keeps the ten newest and the last of each earlier day', () => {
    const today = Array.from({ length: 12 }, (_, hour) =>
      backup(`2026-11-23T${String(8 + hour).padStart(2, '0')}:00`),
    )
    const yesterday = [backup('2026-11-22T09:00'), backup('2026-11-22T17:00'), backup('2026-11-22T12:00')]
    expect(removedOf([...today, ...yesterday])).toEqual([
      '2026-11-22T09:00',
      '2026-11-22T12:00',
      '2026-11-23T08:00',
      '2026-11-23T09:00',
    ])
  })

  it('keeps the last of a day for fourteen days, of a week for twelve, of a month for twenty-four months', () => {
    // One a day for three years, up to 31 March 2027.
    const last = day('2027-03-31')
    const all = Array.from({ length: 3 * 365 }, (_, days) => backup(`${addDays(last, -days)}T17:00`))
    const removed = new Set(removedOf(all))
    const kept = all.map((name) => name.at.slice(0, 10)).filter((date) => !removed.has(`${date}T17:00`))
    expect(kept.slice(0, 14)).toEqual(Array.from({ length: 14 }, (_, days) => addDays(last, -days)))
    expect(kept.slice(14)).toEqual([
      '2027-03-14',
      '2027-03-07',
      '2027-02-28',
      '2027-02-21',
      '2027-02-14',
      '2027-02-07',
      '2027-01-31',
      '2027-01-24',
      '2027-01-17',
      '2026-12-31',
      '2026-11-30',
      '2026-10-31',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
      '2025-12-31',
      '2025-11-30',
      '2025-10-31',
      '2025-09-30',
      '2025-08-31',
      '2025-07-31',
      '2025-06-30',
      '2025-05-31',
      '2025-04-30',
    ])
  })

  it('counts days that have a backup, so that two years on the shelf cost nothing', () => {
    const old = Array.from({ length: 20 }, (_, days) => backup(`${addDays(day('2024-05-31'), -days)}T17:00`))
    expect(removedOf([backup('2026-11-23T09:00'), ...old])).toEqual(
      old
        .slice(13)
        .map((name) => name.at)
        // A Sunday: the last of its week.
        .filter((at) => !at.startsWith('2024-05-12'))
        .sort(),
    )
  })

  const anyBackup = fc
    .record({
      days: fc.integer({ min: 0, max: 1500 }),
      minutes: fc.integer({ min: 0, max: 1439 }),
      reason: fc.constantFrom(...backupReasons),
    })
    .map(({ days, minutes, reason }) => {
      const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
      return backup(`${addDays(day('2022-01-01'), days)}T${clock}`, reason)
    })
  const anyBackups = fc.uniqueArray(anyBackup, { maxLength: 120, selector: (name) => name.file })

  it('never removes the newest ten, nor the last of the newest day, month and fortnight', () => {
    fc.assert(
      fc.property(anyBackups, (names) => {
        const removed = new Set(backupsToThin(names))
        const newestFirst = [...names].sort(compareByTime).reverse()
        for (const name of newestFirst.slice(0, 10)) expect(removed.has(name)).toBe(false)
        const days = [...new Set(newestFirst.map((name) => name.at.slice(0, 10)))].slice(0, 14)
        for (const date of days) {
          const lastOfDay = newestFirst.find((name) => name.at.startsWith(date))
          expect(lastOfDay !== undefined && removed.has(lastOfDay)).toBe(false)
        }
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it('keeps a bounded number, whatever the order, and nothing more to remove afterwards', () => {
    fc.assert(
      fc.property(anyBackups, (names) => {
        const removed = backupsToThin(names)
        const kept = names.filter((name) => !removed.includes(name))
        expect(kept.length).toBeLessThanOrEqual(10 + 14 + 12 + 24)
        expect(new Set(backupsToThin([...names].reverse()))).toEqual(new Set(removed))
        expect(backupsToThin(kept)).toEqual([])
      }),
      { seed: 2, numRuns: 200 },
    )
  })
})
