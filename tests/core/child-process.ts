import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

export interface Child {
  /** Lines printed so far. */
  readonly lines: readonly string[]
  /** Waits for a line; throws where the process ends without it, and says what it complained of. */
  waitFor(line: string): Promise<void>
  /** The same for any sign in the lines printed so far. */
  waitUntil(sign: (lines: readonly string[]) => boolean): Promise<void>
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
  const waitUntil = async (sign: (lines: readonly string[]) => boolean): Promise<void> => {
    while (!sign(lines)) {
      if (hasEnded(child)) throw new Error(`${script} ended too early: ${complaint}`)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return {
    lines,
    kill,
    waitUntil,
    waitFor: (line) => waitUntil(() => lines.includes(line)),
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
