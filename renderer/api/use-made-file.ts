import { useEffect, useRef, useState } from 'react'
import type { TsudoiError } from '#shared/contract/errors.ts'
import type { OfferedFile } from '#shared/contract/files.ts'
import { toTsudoiError } from './call-failed.ts'
import { host } from './host.ts'

export interface MadeFile {
  readonly made: { readonly file: OfferedFile; readonly bytes: Uint8Array } | null
  readonly error: TsudoiError | null
}

/**
 * A file as the data stand now, made anew whenever `key` changes; the last one stays until the next is there.
 * `waitMs`: how long to let a person type on before making it.
 */
export function useMadeFile(key: string, make: () => Promise<OfferedFile>, waitMs = 0): MadeFile {
  const [state, setState] = useState<MadeFile>({ made: null, error: null })
  const latest = useRef(make)
  useEffect(() => {
    latest.current = make
  })
  useEffect(() => {
    let wanted = true
    const timer = window.setTimeout(() => {
      latest
        .current()
        .then(async (file) => ({ file, bytes: await host.readFile(file.token) }))
        .then(
          (made) => {
            if (wanted) setState({ made, error: null })
          },
          (thrown: unknown) => {
            if (wanted) setState((before) => ({ made: before.made, error: toTsudoiError(thrown) }))
          },
        )
    }, waitMs)
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
  }, [key, waitMs])
  return state
}
