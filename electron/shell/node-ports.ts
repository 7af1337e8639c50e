import { randomBytes } from 'node:crypto'
import { hostname, userInfo } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Clock, Randomness, Threads, Who } from '#core/ports.ts'
import { type SharingTimes, usualSharingTimes } from '#core/sharing-session.ts'
import { makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { makeClockTime } from '#shared/domain/clock-time.ts'

/**
 * The PC's clock. `startAt` (local, `2026-09-17T13:30`) makes it start there and run on, for tests and
 * pictures that must show the same day each time; the shells take it from the environment, `TSUDOI_NOW`.
 */
export function createClock(startAt: string | undefined = process.env['TSUDOI_NOW']): Clock {
  const ahead = startAt === undefined || startAt === '' ? 0 : instantOf(startAt) - Date.now()
  const now = (): number => Date.now() + ahead
  return {
    now,
    local() {
      const at = new Date(now())
      const date = makeCalendarDate(at.getFullYear(), at.getMonth() + 1, at.getDate())
      const time = makeClockTime(at.getHours(), at.getMinutes())
      if (date === null || time === null)
        throw new RangeError('the clock of this PC stands outside the calendar')
      return { date, time }
    },
  }
}

function instantOf(local: string): number {
  const instant = new Date(local).getTime()
  if (!Number.isNaN(instant)) return instant
  throw new RangeError(`TSUDOI_NOW must be a local time like 2026-09-17T13:30, not ${local}`)
}

export const nodeRandomness: Randomness = { bytes: (count) => new Uint8Array(randomBytes(count)) }

/** Threads of the program for long work that lies in `file`: the source itself, or what the build made of it. */
export function createThreads(file: string): Threads {
  // Its output would mix with a command's; what it has to say goes to the log.
  return { start: () => new Worker(file, { stdout: false, stderr: false }) }
}

/** The name chosen in the program, else the account of this PC; and account and PC, for which pictures take one from the environment, `TSUDOI_ORIGIN`. */
export function createWho(
  chosenName: () => string | null = () => null,
  origin: string | undefined = process.env['TSUDOI_ORIGIN'],
): Who {
  return {
    name: () => chosenName() ?? accountName(),
    origin: () => origin ?? `${accountName()}・${hostname()}`,
  }
}

function accountName(): string {
  try {
    return userInfo().username
  } catch {
    // An account without an entry (some containers): a change is better recorded under this than refused.
    return '利用者'
  }
}

/** How often the shared folder is looked at. `TSUDOI_SHARE_HASTE=20` does all of it twenty times as fast, for tests. */
export function sharingTimesOf(haste: string | undefined = process.env['TSUDOI_SHARE_HASTE']): SharingTimes {
  const times = Number(haste ?? '1')
  if (!(times >= 1)) return usualSharingTimes
  const { lookEvery, goneAfter, publishEvery } = usualSharingTimes
  return {
    ...usualSharingTimes,
    lookEvery: lookEvery === null ? null : lookEvery / times,
    goneAfter: goneAfter / times,
    publishEvery: publishEvery / times,
  }
}
