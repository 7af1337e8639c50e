import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** How a file takes its place; a test gives one that fails. */
export type Rename = (from: string, to: string) => void

/** Windows' scanners and indexers hold fresh files for a moment; ten tries make three seconds. */
const tries = 10
const millisecondsBetween = 300

/** Waits until a file's content is on the disk. */
export function flushFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a rename last through a power cut. Windows knows no handle of a folder, and writes its journal by itself. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Gives a file its place, trying for three seconds where another program holds it. Throws what the last try
 * threw; both files are then as they were.
 */
export async function renamePatiently(from: string, to: string, rename: Rename = renameSync): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      rename(from, to)
      return
    } catch (fault) {
      if (left === 0 || !isHeld(fault)) throw fault
      await wait(millisecondsBetween)
    }
  }
}

function isHeld(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : ''
  // Only Windows says EPERM and EACCES of a file that another program has open; elsewhere they mean what they say.
  return code === 'EBUSY' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'))
}
