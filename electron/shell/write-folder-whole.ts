import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { safeFileName } from './file-names.ts'
import { asRefusal, writeFlushed } from './write-file-whole.ts'

export interface FileOfFolder {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Folders of one name looked for before it is given up. */
const mostBeside = 100

/**
 * Lays files into a new folder: under its name there are all of them or none. A folder that is there already is left as it
 * is, and the new one gets the next free name beside it: somebody may have written into those papers, or have one open.
 * Refuses with `disk-full` or `file-not-writable`; nothing is left then. Returns the folder's path.
 */
export function writeFolderWhole(place: string, name: string, files: readonly FileOfFolder[]): string {
  const wanted = join(place, safeFileName(name))
  const path = freeName(wanted)
  const beside = `${path}.${String(process.pid)}.tmp`
  try {
    mkdirSync(beside)
    // Only the last part of a name: nothing is written anywhere else.
    for (const file of files) writeFlushed(join(beside, safeFileName(basename(file.name))), file.bytes)
    renameSync(beside, path)
    return path
  } catch (fault) {
    rmSync(beside, { recursive: true, force: true })
    throw asRefusal(fault, basename(wanted))
  }
}

function freeName(wanted: string): string {
  if (!existsSync(wanted)) return wanted
  for (let number = 2; number <= mostBeside; number += 1) {
    // Names begin with R8.9.17: what follows a dot is no ending.
    const path = `${wanted} (${String(number)})`
    if (!existsSync(path)) return path
  }
  return wanted
}
