import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { flushFile, renamePatiently } from '../whole-files.ts'

/**
 * `seat.json`: who sat at this PC last, so that she is offered first. Before staff and PINs were kept in the data they
 * stood here; what is still found of them is taken over into the data, once.
 */
const noteName = 'seat.json'
const hashed = z
  .object({ salt: z.string(), hash: z.string() })
  .transform(({ salt, hash }) => `${salt}$${hash}`)
const note = z.object({
  lastName: z.string().nullable().catch(null),
  staff: z.array(z.string()).catch([]),
  pins: z.object({ edit: hashed, administer: hashed }).nullable().catch(null),
})
export type SeatNote = z.infer<typeof note>

export function readSeatNote(folder: string): SeatNote {
  try {
    return note.parse(JSON.parse(readFileSync(join(folder, noteName), 'utf8')))
  } catch {
    // None, or none of ours: nobody is offered first.
    return { lastName: null, staff: [], pins: null }
  }
}

export async function writeLastName(folder: string, lastName: string | null): Promise<void> {
  const file = join(folder, noteName)
  writeFileSync(`${file}.half`, JSON.stringify({ lastName }), { mode: 0o600 })
  flushFile(`${file}.half`)
  await renamePatiently(`${file}.half`, file)
}
