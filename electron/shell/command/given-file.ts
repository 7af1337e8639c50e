import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'

/** A file named on the command line; `file-missing` where there is none. */
export function readGivenFile(path: string): { readonly name: string; readonly bytes: Uint8Array } {
  const name = basename(path)
  try {
    return { name, bytes: new Uint8Array(readFileSync(path)) }
  } catch {
    throw new Refusal('file-missing', { name })
  }
}
