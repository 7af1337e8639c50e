import { join } from 'node:path'
import { makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { makeClockTime } from '#shared/domain/clock-time.ts'
import type { Ports } from '#core/ports.ts'

export const resources = join(import.meta.dirname, '../../resources')

/** Each set of ports draws other ids, so that one folder can be opened again by a clock that stands still. */
let portsMade = 0

/** A clock that tests set; it stands still until moved. */
export interface TestClock {
  at: Date
}

export function testPorts(
  clock: TestClock = { at: new Date(Date.UTC(2026, 8, 17, 4, 30)) },
): Ports & { readonly faults: unknown[] } {
  portsMade += 1
  let seed = portsMade
  const faults: unknown[] = []
  return {
    faults,
    clock: {
      now: () => clock.at.getTime(),
      local: () => {
        // Japan, whatever zone the test runs in.
        const local = new Date(clock.at.getTime() + 9 * 3_600_000)
        const date = makeCalendarDate(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate())
        const time = makeClockTime(local.getUTCHours(), local.getUTCMinutes())
        if (date === null || time === null) throw new Error('the test clock is set to no real time')
        return { date, time }
      },
    },
    randomness: {
      bytes: (count) =>
        Uint8Array.from({ length: count }, () => {
          seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
          return (seed >> 16) & 255
        }),
    },
    printer: { printToPdf: ({ html }) => Promise.resolve(new TextEncoder().encode(html)) },
    log: { info: () => undefined, error: (_event, fault) => faults.push(fault) },
    who: { name: () => '戸田', origin: () => 'toda・JIMU-01' },
  }
}
