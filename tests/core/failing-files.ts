import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** What touches the content or the place of a file; taking half a file away is left whole, as it mostly is. */
const touching = [
  'openSync',
  'readFileSync',
  'writeFileSync',
  'copyFileSync',
  'renameSync',
  'fsyncSync',
] as const

export interface FailingFiles {
  /** How many calls were refused. */
  refused(): number
  stop(): void
}

/**
 * From the given call on, the file layer of Node throws for files of a folder what a disk says that is failing. SQLite
 * has a file layer of its own, which is not touched: the disk fails under everything that is done around it.
 */
export function failFiles(folder: string, from: number, code: string): FailingFiles {
  let calls = 0
  let refused = 0
  const whole = new Map<string, unknown>()
  const isOurs = (given: readonly unknown[]): boolean =>
    typeof given[0] === 'number' || given.some((each) => typeof each === 'string' && each.startsWith(folder))
  for (const name of touching) {
    const real = fs[name] as (...given: unknown[]) => unknown
    whole.set(name, real)
    Object.assign(fs, {
      [name]: (...given: unknown[]): unknown => {
        if (isOurs(given)) {
          calls += 1
          if (calls >= from) {
            refused += 1
            const path = typeof given[0] === 'string' ? given[0] : ''
            throw Object.assign(new Error(`${code}: ${name}`), { code, syscall: name, path })
          }
        }
        return real(...given)
      },
    })
  }
  syncBuiltinESMExports()
  return {
    refused: () => refused,
    stop: () => {
      Object.assign(fs, Object.fromEntries(whole))
      syncBuiltinESMExports()
    },
  }
}
