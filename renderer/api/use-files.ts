import { useState } from 'react'
import type { TsudoiError } from '#shared/contract/errors.ts'
import type { FilePurpose, FileToken, OfferedFile } from '#shared/contract/files.ts'
import { toTsudoiError } from './call-failed.ts'
import { host } from './host.ts'

export interface Files {
  /** Null when the user thought better of it, or when it failed (then `error` says why). */
  readonly choose: (purpose: FilePurpose) => Promise<OfferedFile | null>
  readonly save: (token: FileToken) => Promise<'saved' | 'cancelled' | null>
  readonly print: (token: FileToken) => Promise<boolean>
  readonly read: (token: FileToken) => Promise<Uint8Array | null>
  readonly busy: boolean
  readonly error: TsudoiError | null
  readonly forget: () => void
}

/** Files on their way in and out, through the dialogs of the host. */
export function useFiles(): Files {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<TsudoiError | null>(null)
  const guard = async <T>(work: () => Promise<T>): Promise<T | null> => {
    setBusy(true)
    setError(null)
    try {
      return await work()
    } catch (thrown) {
      setError(toTsudoiError(thrown))
      return null
    } finally {
      setBusy(false)
    }
  }
  return {
    choose: (purpose) => guard(() => host.chooseFile(purpose)),
    save: (token) => guard(() => host.saveFile(token)),
    print: async (token) => (await guard(() => host.printFile(token).then(() => true))) ?? false,
    read: (token) => guard(() => host.readFile(token)),
    busy,
    error,
    forget: () => setError(null),
  }
}
