import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OutputOf } from '#shared/contract/contract.ts'
import { generateData } from '#core/generate/generate-data.ts'
import type { LoadName } from '#core/generate/load-sizes.ts'
import { createSeededRandom } from '#core/generate/seeded-random.ts'
import { type Core, openCore } from '#core/open-core.ts'
import type { MeetingId } from '#shared/domain/ids.ts'
import { resources, testPorts } from '../core/test-ports.ts'
import type { BenchRow } from './bench-row.ts'

function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((first, second) => first - second)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

async function openLoad(load: LoadName, folder: string): Promise<Core> {
  const ports = testPorts({ at: new Date('2027-02-20T01:00:00Z') })
  await generateData({ folder, load, seed: 7, clock: ports.clock, log: ports.log })
  const opened = await openCore({ folder, resources, ports })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

async function valueOf<T>(core: Core, operation: string, input: unknown): Promise<T> {
  const result = await core.dispatch(operation, input)
  if (!result.ok) throw new Error(`${operation}: ${result.error.code}`)
  // The contract's own output, which the caller names.
  return result.value as T
}

/** Pieces of real lines of the talk, of one character up: what a person might type, and what nobody would. */
async function pieces(core: Core, count: number): Promise<readonly string[]> {
  const random = createSeededRandom(11)
  const meetings = await valueOf<OutputOf<'meetings.list'>>(core, 'meetings.list', {
    councilId: null,
    fiscalYear: null,
  })
  const found: string[] = []
  while (found.length < count) {
    const meetingId: MeetingId = random.pick(meetings).id
    const { statements } = await valueOf<OutputOf<'meetings.get'>>(core, 'meetings.get', { meetingId })
    const text = random.pick(statements).text
    const length = random.pick([1, 1, 2, 2, 2, 3, 4, 5, 7, 10])
    const at = random.whole(0, Math.max(0, text.length - length))
    found.push(text.slice(at, at + length))
  }
  return found
}

async function timesOf(core: Core, texts: readonly string[]): Promise<readonly number[]> {
  const times: number[] = []
  for (const text of texts) {
    const start = performance.now()
    await valueOf(core, 'search.find', { text })
    times.push(performance.now() - start)
  }
  return times
}

/** Search over everything at one load: median and p95 of 400 pieces of the data's own lines. */
async function benchLoad(load: LoadName): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-bench-'))
  try {
    const core = await openLoad(load, folder)
    const texts = await pieces(core, 400)
    await timesOf(core, texts.slice(0, 40))
    const times = await timesOf(core, texts)
    await core.close()
    return [
      {
        name: `search at ${load}, median of 400 pieces of 1 to 10 characters`,
        milliseconds: quantile(times, 0.5),
      },
      { name: `search at ${load}, p95 of the same`, milliseconds: quantile(times, 0.95) },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function benchSearch(): Promise<readonly BenchRow[]> {
  return [...(await benchLoad('L1')), ...(await benchLoad('L10'))]
}
