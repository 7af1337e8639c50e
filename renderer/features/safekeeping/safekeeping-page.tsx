import { PageHead } from '#renderer/ui/page-head.tsx'
import { RestoreBlock } from './restore-block.tsx'
import styles from './safekeeping.module.css'

/** データを守る: the backups and the way back to one. */
export function SafekeepingPage() {
  return (
    <>
      <PageHead title="データを守る" line="控えをくらべて、戻せます。戻しても、いまのデータは捨てません。" />
      <div className={styles.parts}>
        <RestoreBlock />
      </div>
    </>
  )
}
