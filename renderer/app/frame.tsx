import type { ReactNode } from 'react'
import type { SystemStatus } from '#shared/contract/system-operations.ts'
import { UndoStrip } from '#renderer/ui/undo-strip.tsx'
import { FootLine } from './foot-line.tsx'
import styles from './frame.module.css'
import { IndexTabs } from './index-tabs.tsx'
import { TopLine } from './top-line.tsx'

/** The desk with one sheet of paper on it: tabs at the left, where and who above, the state of the data below. */
export function Frame({ status, children }: { readonly status: SystemStatus; readonly children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <a
        className={styles.skip}
        href="#page"
        onClick={(event) => {
          // The address behind the hash is the router's; the jump is ours.
          event.preventDefault()
          document.getElementById('page')?.focus()
        }}
      >
        本文へ進む
      </a>
      <IndexTabs />
      <TopLine status={status} />
      <div className={styles.sheet}>
        <main id="page" tabIndex={-1} className={styles.page}>
          <div className={styles.content}>{children}</div>
        </main>
        <UndoStrip />
      </div>
      <FootLine status={status} />
    </div>
  )
}
