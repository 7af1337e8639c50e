import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { usualIdleMinutes } from '#shared/contract/protection-operations.ts'
import { flushFile, renamePatiently } from '../whole-files.ts'

/** How this PC locks itself, beside the data: they may go to a PC that stands in a locked room. */
const noteName = 'protection.json'
const note = z.object({ idleMinutes: z.number().int().min(1).max(240).nullable() })

/** Null: never by itself. Where nothing was chosen, the usual minutes. */
export function readIdleMinutes(folder: string): number | null {
  try {
    return note.parse(JSON.parse(readFileSync(join(folder, noteName), 'utf8'))).idleMinutes
  } catch {
    // None, or none of ours: the careful choice.
    return usualIdleMinutes
  }
}

export async function writeIdleMinutes(folder: string, idleMinutes: number | null): Promise<void> {
  const file = join(folder, noteName)
  writeFileSync(`${file}.half`, JSON.stringify({ idleMinutes }), { mode: 0o600 })
  flushFile(`${file}.half`)
  await renamePatiently(`${file}.half`, file)
}

/** The key of the data, sealed by the operating system for this account on this PC alone. Never beside a backup. */
const signInName = 'sign-in.key'

export function readSignIn(folder: string): Uint8Array | null {
  try {
    return readFileSync(join(folder, signInName))
  } catch {
    // Not wished for, or not on this PC: the password opens.
    return null
  }
}

export function writeSignIn(folder: string, sealed: Uint8Array): void {
  writeFileSync(join(folder, signInName), sealed, { mode: 0o600 })
}

export function removeSignIn(folder: string): void {
  rmSync(join(folder, signInName), { force: true })
}
