import { open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { renamePatiently } from '../whole-files.ts'

/**
 * Small files of JSON on a share. All of it is asynchronous: a share that has gone away may take half a minute
 * to say so, and the window must not wait with it.
 */

/** The parsed content; null where there is no such file, or one that was cut off. Throws where the share is out of reach. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((fault: unknown) => {
    if (isMissing(fault)) return null
    throw fault
  })
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    // Being written at this moment, or its writer died: the next look shows which.
    return null
  }
}

/** Beside, flushed, renamed: under the name there is the old content or the whole new one. */
export async function writeJson(file: string, value: unknown, writer: string): Promise<void> {
  const beside = `${file}.${writer}.half`
  try {
    await writeFlushed(beside, JSON.stringify(value), 'w')
    await renamePatiently(beside, file)
  } finally {
    await rm(beside, { force: true })
  }
}

/**
 * Makes a file that must not exist: the one step in which the file system itself decides between two PCs.
 *
 * @returns false where another was first
 */
export async function createJson(file: string, value: unknown): Promise<boolean> {
  try {
    await writeFlushed(file, JSON.stringify(value), 'wx')
    return true
  } catch (fault) {
    if (codeOf(fault) === 'EEXIST') return false
    throw fault
  }
}

async function writeFlushed(file: string, text: string, flags: 'w' | 'wx'): Promise<void> {
  const handle = await open(file, flags, 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Names in a folder of the share. Throws where it is out of reach. */
export async function namesIn(share: string, folder: string): Promise<readonly string[]> {
  return readdir(join(share, folder))
}

export function isMissing(fault: unknown): boolean {
  return codeOf(fault) === 'ENOENT'
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : ''
}
