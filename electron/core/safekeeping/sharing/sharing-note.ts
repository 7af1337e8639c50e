import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '#shared/contract/errors.ts'
import { flushFile, flushFolder, renamePatiently } from '../whole-files.ts'
import { snapshotPlace } from './pen.ts'

/** What this PC knows of its shared folder, kept in its own data folder: the data themselves travel, this does not. */
const stored = z.object({
  share: z.string(),
  /** By which the others tell this PC from themselves; drawn by chance when it joined. */
  id: z.string(),
  /** The number under which this PC holds the pen; null where it does not. */
  term: z.number().int().nullable(),
  /** Snapshot that the local data come from, or that was last made of them. */
  base: snapshotPlace.nullable(),
  /** Last entry of the change log at that time: anything later has not been published. */
  mark: z.string(),
})
export type SharingNote = Readonly<z.infer<typeof stored>>

const fileName = 'sharing.json'

/** Null where this PC shares nothing. */
export function readSharingNote(folder: string): SharingNote | null {
  let text: string
  try {
    text = readFileSync(join(folder, fileName), 'utf8')
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null
    // To go on as if nothing were shared would let two PCs write.
    throw new Refusal('no-access', { folder })
  }
  try {
    return stored.parse(JSON.parse(text))
  } catch {
    // One that no program of ours wrote: the data themselves are whole without it.
    return null
  }
}

export async function writeSharingNote(folder: string, note: SharingNote): Promise<void> {
  const file = join(folder, fileName)
  writeFileSync(`${file}.half`, JSON.stringify(note), { mode: 0o600 })
  flushFile(`${file}.half`)
  await renamePatiently(`${file}.half`, file)
  flushFolder(folder)
}

export function removeSharingNote(folder: string): void {
  rmSync(join(folder, fileName), { force: true })
}
