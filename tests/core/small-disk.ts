import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface SmallDisk {
  readonly folder: string
  makeReadOnly(): void
  makeWritable(): void
}

/** A disk of its own in memory, of so many bytes; null where this user may not mount one. */
export function mountSmallDisk(bytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-disk-'))
  const mount = (...options: readonly string[]): void => {
    execFileSync('mount', [...options, folder], { stdio: 'ignore' })
  }
  try {
    mount('-t', 'tmpfs', '-o', `size=${String(bytes)}`, 'tmpfs')
  } catch {
    rmdirSync(folder)
    return null
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' })
    rmdirSync(folder)
  })
  return {
    folder,
    makeReadOnly: () => {
      mount('-o', 'remount,ro')
    },
    makeWritable: () => {
      mount('-o', 'remount,rw')
    },
  }
}

export const noDisk = 'this user may not mount a disk of its own (needs root on Linux)'
