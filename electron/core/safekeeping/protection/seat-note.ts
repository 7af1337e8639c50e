import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { flushFile, renamePatiently } from '../whole-files.ts'

/**
 * `seat.json`: the staff of the office and the PINs of the roles, of this PC. Beside the data: taking it away takes the
 * roles away, which is the way out where a PIN is forgotten, and no hole, since they stand against mistakes alone.
 */
const noteName = 'seat.json'
const hashed = z.object({ salt: z.string(), hash: z.string() })
const note = z.object({
  staff: z.array(z.string()).catch([]),
  pins: z.object({ edit: hashed, administer: hashed }).nullable().catch(null),
})
export type SeatNote = z.infer<typeof note>
type HashedPin = z.infer<typeof hashed>

export function readSeatNote(folder: string): SeatNote {
  try {
    return note.parse(JSON.parse(readFileSync(join(folder, noteName), 'utf8')))
  } catch {
    // None, or none of ours: nobody is asked.
    return { staff: [], pins: null }
  }
}

export async function writeSeatNote(folder: string, kept: SeatNote): Promise<void> {
  const file = join(folder, noteName)
  writeFileSync(`${file}.half`, JSON.stringify(kept), { mode: 0o600 })
  flushFile(`${file}.half`)
  await renamePatiently(`${file}.half`, file)
}

export async function hashPin(pin: string): Promise<HashedPin> {
  const salt = randomBytes(16)
  return { salt: salt.toString('base64'), hash: (await stretch(pin, salt)).toString('base64') }
}

export async function isPin(pin: string, { salt, hash }: HashedPin): Promise<boolean> {
  const expected = Buffer.from(hash, 'base64')
  const found = await stretch(pin, Buffer.from(salt, 'base64'))
  return expected.length === found.length && timingSafeEqual(found, expected)
}

/** A few digits are tried out in a minute whatever it costs: it only keeps them from being read in passing. */
function stretch(pin: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, 32, (fault, key) => {
      if (fault === null) resolve(key)
      else reject(fault)
    })
  })
}
