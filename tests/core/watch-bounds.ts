import { writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { expect } from 'vitest'

/**
 * What one input from outside may cost, whatever is in it. Time is the processor's, so that a crowded machine
 * changes nothing; a megabyte of harmed bytes is read in well under a second.
 */
export const mostCost = { cpuSeconds: 20, megabytes: 700 } as const

/** Seconds after which an input hangs: nothing in the same thread could say so. */
const hangsAfter = 300

export interface Bounds {
  /** Does one thing, and fails where it cost more than it may. */
  readonly within: <T>(what: string, work: () => Promise<T>) => Promise<T>
  /** The most that one thing cost so far. */
  readonly most: { cpuSeconds: number; megabytes: number }
}

/** Odd while an input is under way. */
const beat = new Int32Array(new SharedArrayBuffer(4))
let watchman: Worker | null = null

/** A thread of its own: an input that never ends is told on the error output, and the process ended. */
function watchForHangs(): void {
  watchman ??= new Worker(
    `const { workerData } = require('node:worker_threads')
     let [last, still] = [0, 0]
     setInterval(() => {
       const now = Atomics.load(workerData.beat, 0)
       still = now === last && now % 2 === 1 ? still + 1 : 0
       last = now
       if (still < workerData.seconds) return
       require('node:fs').writeSync(2, 'input number ' + (now + 1) / 2 + ' of this file hangs\\n')
       process.kill(process.pid, 'SIGKILL')
     }, 1000)`,
    { eval: true, workerData: { beat, seconds: hangsAfter } },
  )
  watchman.unref()
}

export function watchBounds(): Bounds {
  watchForHangs()
  const most = { cpuSeconds: 0, megabytes: 0 }
  return {
    most,
    within: async (what, work) => {
      const [cpu, memory] = [process.cpuUsage(), process.memoryUsage().rss]
      Atomics.add(beat, 0, 1)
      try {
        return await work()
      } finally {
        Atomics.add(beat, 0, 1)
        const { user, system } = process.cpuUsage(cpu)
        const cost = {
          cpuSeconds: (user + system) / 1e6,
          megabytes: (process.memoryUsage().rss - memory) / 1e6,
        }
        most.cpuSeconds = Math.max(most.cpuSeconds, cost.cpuSeconds)
        most.megabytes = Math.max(most.megabytes, cost.megabytes)
        if (cost.cpuSeconds > mostCost.cpuSeconds || cost.megabytes > mostCost.megabytes)
          expect.fail(`${what} cost ${JSON.stringify(cost)}`)
      }
    },
  }
}

/** A line of figures for `npm run fuzz`; nothing in the ordinary run. */
export function sayFigures(what: string, count: number, { most }: Bounds): void {
  if (process.env['TSUDOI_FUZZ'] === undefined) return
  writeSync(
    1,
    `${what}: ${String(count)}, at most ${most.cpuSeconds.toFixed(2)} s of processor and ${most.megabytes.toFixed(0)} MB more for one\n`,
  )
}
