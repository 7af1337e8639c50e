import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

export interface Child {
  /** Lines printed so far. */
  readonly lines: readonly string[]
  /** Waits for a line; throws where the process ends without it, and says what it complained of. */
  waitFor(line: string): Promise<void>
  /** As a power cut would: no handler runs. */
  kill(): Promise<void>
}

/** Runs a script of the tests with the same Node as ours; it is killed at the end of the test, if not before. */
export function startChild(script: string, parameters: readonly string[]): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  let complaint = ''
  let wake: () => void = () => undefined
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    wake()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve()
      wake()
    })
  })
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return {
    lines,
    kill,
    waitFor: async (line) => {
      while (!lines.includes(line)) {
        if (hasEnded(child)) throw new Error(`${script} ended without "${line}": ${complaint}`)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
