import { Refusal } from '#shared/contract/errors.ts'
import type { FileToken } from '#shared/contract/files.ts'
import type { FileTray, Randomness } from './ports.ts'

/** Most files kept at once; the oldest goes first. A token that has gone is refused with `file-missing`, and the file chosen again. */
const mostFiles = 50

/** Keeps files in memory between a choice and its use, under tokens that cannot be guessed. */
export function createFileTray(randomness: Randomness): FileTray {
  const files = new Map<FileToken, { readonly name: string; readonly bytes: Uint8Array }>()
  return {
    put: (name, bytes) => {
      // The one place where a token is made.
      const token = Buffer.from(randomness.bytes(16)).toString('hex') as FileToken
      files.set(token, { name, bytes })
      const [oldest] = files.keys()
      if (files.size > mostFiles && oldest !== undefined) files.delete(oldest)
      return { token, name, size: bytes.length }
    },
    take: (token) => {
      const file = files.get(token)
      if (!file) throw new Refusal('file-missing')
      return file
    },
  }
}
