import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { GivenTo, OperationName, OutputOf } from '#shared/contract/contract.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { openCore, type Core } from '#core/open-core.ts'
import { askOf } from './ask-of.ts'
import { resources, testPorts, type TestClock } from './test-ports.ts'

export { resources, testPorts, type TestClock }

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
  readonly ask: <Name extends OperationName>(name: Name, input: GivenTo<Name>) => Promise<OutputOf<Name>>
  /** Asks and expects to be refused. */
  readonly refused: (name: OperationName, input: unknown) => Promise<ErrorCode>
  /** Closes as a program does at its end; the folder may then be opened again. */
  readonly close: () => Promise<void>
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
    close,
    folder,
    ports,
    ask: askOf(core, ports),
    refused: async (name, input) => {
      const result = await core.dispatch(name, input)
      if (result.ok) throw new Error(`${name} was expected to be refused`)
      return result.error.code
    },
  }
}
