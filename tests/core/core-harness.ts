import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { GivenTo, OperationName, OutputOf } from '#shared/contract/contract.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { makeCalendarDate } from '#shared/domain/calendar-date.ts'
import { makeClockTime } from '#shared/domain/clock-time.ts'
import { openCore, type Core } from '#core/open-core.ts'
import type { Ports } from '#core/ports.ts'

export const resources = join(import.meta.dirname, '../../resources')

/** A clock that tests set; it stands still until moved. */
export interface TestClock {
  at: Date
}

export function testPorts(clock: TestClock = { at: new Date(Date.UTC(2026, 8, 17, 4, 30)) }): Ports & { readonly faults: unknown[] } {
  let seed = 1
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
    who: { name: () => '戸田' },
  }
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-test-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

export interface TestCore {
  readonly core: Core
  readonly folder: string
  readonly ports: ReturnType<typeof testPorts>
  /** Asks and expects an answer; fails the test on an error. */
  ask<Name extends OperationName>(name: Name, input: GivenTo<Name>): Promise<OutputOf<Name>>
  /** Asks and expects to be refused. */
  refused(name: OperationName, input: unknown): Promise<ErrorCode>
}

/** A real core on a real SQLite file in a temporary folder, closed and removed after the test. */
export async function openTestCore(folder = temporaryFolder(), clock?: TestClock): Promise<TestCore> {
  const ports = testPorts(clock)
  const opened = await openCore({ folder, resources, ports })
  if (!opened.ok) throw new Error(`core did not open: ${opened.error.code}`)
  const core = opened.value
  let closed = false
  const close = async (): Promise<void> => {
    if (closed) return
    closed = true
    await core.close()
  }
  onTestFinished(close)
  return {
    core: { ...core, close },
    folder,
    ports,
    ask: async (name, input) => {
      const result = await core.dispatch(name, input)
      if (!result.ok) {
        throw new Error(`${name} refused: ${JSON.stringify(result.error)} ${ports.faults.map(String).join(" | ")}`)
      }
      // The contract declares the output of each operation.
      return result.value as OutputOf<typeof name>
    },
    refused: async (name, input) => {
      const result = await core.dispatch(name, input)
      if (result.ok) throw new Error(`${name} was expected to be refused`)
      return result.error.code
    },
  }
}
