import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Clock, Log } from '#core/ports.ts'

const longestBytes = 1_000_000
const kept = 3

export const silentLog: Log = { info: () => undefined, error: () => undefined }

/**
 * Lines of JSON in `logs/tsudoi.log` of the data folder; at 1 MB it becomes `tsudoi.1.log`, and three old
 * ones are kept. Of a fault only its kind, its code and the places in our code are written: the message of
 * an error may quote what the user typed. A log that cannot be written never stops the work.
 */
export function createLogFile(dataFolder: string, clock: Clock): Log {
  const folder = join(dataFolder, 'logs')
  const file = join(folder, 'tsudoi.log')
  const write = (line: object): void => {
    try {
      mkdirSync(folder, { recursive: true })
      turnOver(folder, file)
      appendFileSync(file, `${JSON.stringify(line)}\n`)
    } catch {
      // A full disk or a read-only folder is reported by the core where it matters; a log has no say in it.
      return
    }
  }
  const at = (): string => new Date(clock.now()).toISOString()
  return {
    info: (event, facts) => write({ at: at(), event, ...facts }),
    error: (event, fault) => write({ at: at(), event, ...describeFault(fault) }),
  }
}

function turnOver(folder: string, file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size < longestBytes) return
  const old = (number: number): string => join(folder, `tsudoi.${number}.log`)
  rmSync(old(kept), { force: true })
  for (let number = kept - 1; number >= 1; number -= 1) {
    if (statSync(old(number), { throwIfNoEntry: false })) renameSync(old(number), old(number + 1))
  }
  renameSync(file, old(1))
}

interface FaultInLog {
  readonly fault: string
  readonly code?: string
  readonly places?: readonly string[]
}

/** An error without its message: its class, its code, and at most eight places with the file's bare name. */
export function describeFault(fault: unknown): FaultInLog {
  if (!(fault instanceof Error)) return { fault: typeof fault }
  const code = 'code' in fault && typeof fault.code === 'string' ? { code: fault.code } : {}
  return { fault: fault.name, ...code, places: placesOf(fault.stack ?? '') }
}

function placesOf(stack: string): readonly string[] {
  return [...stack.matchAll(/^\s+at (?:(?<caller>[\w.<>$ ]+) \()?(?<file>[^()\n]+?):(?<line>\d+):\d+\)?$/gm)]
    .slice(0, 8)
    .map(
      ({ groups }) =>
        `${groups?.['caller'] ?? ''}@${basename(groups?.['file'] ?? '')}:${groups?.['line'] ?? ''}`,
    )
}
