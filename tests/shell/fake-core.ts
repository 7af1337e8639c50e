import { createFileTray } from '#core/file-tray.ts'
import { nodeRandomness } from '#shell/node-ports.ts'
import type { OpenCore } from '#shell/opened-core.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'

export interface FakeCore {
  readonly open: OpenCore
  readonly asked: { readonly operation: string; readonly input: unknown }[]
  closed: number
}

/** A core that answers every question with the question: the shells' wiring is tested, not the program. */
export function createFakeCore(): FakeCore {
  const files = createFileTray(nodeRandomness)
  const fake: FakeCore = {
    asked: [],
    closed: 0,
    open: () =>
      Promise.resolve({
        ok: true,
        value: {
          dispatch(operation, input) {
            fake.asked.push({ operation, input })
            return Promise.resolve({ ok: true, value: { operation, input } })
          },
          files,
          verdict: Promise.resolve(null),
          close() {
            fake.closed += 1
            return Promise.resolve()
          },
        },
      }),
  }
  return fake
}

/** A data folder that cannot be opened. */
export function refusingCore(code: ErrorCode): OpenCore {
  return () => Promise.resolve({ ok: false, error: { code } })
}
