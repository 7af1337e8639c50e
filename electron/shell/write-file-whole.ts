import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '#shared/contract/errors.ts'

/** Windows' scanners and indexers hold fresh files for a moment; ten tries make three seconds. */
const tries = 10
const millisecondsBetween = 300

/**
 * Writes a file so that under its name there is the old one or the whole new one, never a half: beside it,
 * flushed, renamed. Refuses with `disk-full`, `file-busy` (open in another program) or `file-not-writable`;
 * the old file is then as it was.
 */
export async function writeFileWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`
  try {
    writeFlushed(beside, bytes)
    await renamePatiently(beside, path)
  } catch (fault) {
    rmSync(beside, { force: true })
    throw asRefusal(fault, basename(path))
  }
}

export function writeFlushed(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w')
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

async function renamePatiently(from: string, to: string): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      renameSync(from, to)
      return
    } catch (fault) {
      const held = process.platform === 'win32' && ['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(fault))
      if (!held || left === 0) throw fault
      await wait(millisecondsBetween)
    }
  }
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : ''
}

/** What went wrong with a file, in the words of the contract; anything else as it is. */
export function asRefusal(fault: unknown, name: string): unknown {
  const code = codeOf(fault)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Refusal('disk-full')
  if (code === 'EBUSY' || (code === 'EPERM' && process.platform === 'win32'))
    return new Refusal('file-busy', { name })
  return code === '' ? fault : new Refusal('file-not-writable', { name })
}

/** Names tried beside one that is open elsewhere. */
const mostBeside = 20

/** 報告書 (2).xlsx for the second try beside 報告書.xlsx. */
export function nameBeside(path: string, number: number): string {
  const ending = extname(path)
  return `${path.slice(0, path.length - ending.length)} (${String(number)})${ending}`
}

/**
 * As `writeFileWhole`, but where the file is open in another program (Excel holds what it shows) the whole file is
 * written beside it under the next free name. Returns the path under which it now lies.
 */
export async function writeFileOrBeside(
  path: string,
  bytes: Uint8Array,
  write = writeFileWhole,
): Promise<string> {
  try {
    await write(path, bytes)
    return path
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code !== 'file-busy') throw fault
    for (let number = 2; number <= mostBeside; number += 1) {
      const beside = nameBeside(path, number)
      if (existsSync(beside)) continue
      await write(beside, bytes)
      return beside
    }
    throw fault
  }
}
