import type { ReactNode } from 'react'
import styles from './empty.module.css'

export interface EmptyProps {
  /** That there is nothing yet: まだ会議がありません。 */
  readonly children: ReactNode
  /** What to do next, in words or as a button. */
  readonly next?: ReactNode
}

/** An empty place says what will stand there and what to do next. */
export function Empty({ children, next }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {next === undefined ? null : <div className={styles.next}>{next}</div>}
    </div>
  )
}
