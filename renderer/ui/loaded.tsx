import type { ReactNode } from 'react'
import type { TsudoiError } from '#shared/contract/errors.ts'
import { ErrorNotice } from './notice.tsx'
import styles from './empty.module.css'

export interface LoadedProps<Data> {
  readonly read: {
    readonly data: Data | undefined
    readonly error: TsudoiError | null
    readonly again: () => void
  }
  readonly children: (data: Data) => ReactNode
}

/** Draws what was read when it is there; before that a quiet line, and an error with a way to try again. */
export function Loaded<Data>({ read, children }: LoadedProps<Data>) {
  if (read.data !== undefined) return <>{children(read.data)}</>
  if (read.error !== null) return <ErrorNotice error={read.error} onAgain={read.again} />
  return (
    <p className={styles.loading} role="status">
      ひらいています
    </p>
  )
}
