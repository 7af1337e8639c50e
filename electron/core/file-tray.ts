import { Refusal } from '#shared/contract/errors.ts'
import type { FileToken } from '#shared/contract/files.ts'
import type { FileTray, Randomness } from './ports.ts'

/** Most files kept at once; the oldest goes first. A token that has gone is refused with `file-missing`, and the file chosen again. */
const mostFiles = 50

/** The tray as the core holds it: files go to a thread and come back from it under their tokens. */
export interface CoreTray extends FileTray {
  has(token: FileToken): boolean
  /** Takes in a file that a thread has put into its own tray. */
  adopt(token: FileToken, name: string, bytes: Uint8Array): void
}

/** Keeps files in memory between a choice and its use, under tokens that cannot be guessed. */
export function createFileTray(randomness: Randomness): CoreTray {
  const files = new Map<FileToken, { readonly name: string; readonly bytes: Uint8Array }>()
  const adopt = (token: FileToken, name: string, bytes: Uint8Array): void => {
    files.set(token, { name, bytes })
    const [oldest] = files.keys()
    if (files.size > mostFiles && oldest !== undefined) files.delete(oldest)
  }
  return {
    has: (token) => files.has(token),
    adopt,
    put: (name, bytes) => {
      // The one place where a token is made.
      const token = Buffer.from(randomness.bytes(16)).toString('hex') as FileToken
      adopt(token, name, bytes)
      return { token, name, size: bytes.length }
    },
    take: (token) => {
      const file = files.get(token)
      if (!file) throw new Refusal('file-missing')
      return file
    },
  }
}
