import { PageHead } from '#renderer/ui/page-head.tsx'
import { CheckBlock } from './check-block.tsx'
import { HandoverBlock } from './handover-block.tsx'
import { SecondPlaceBlock } from './second-place-block.tsx'
import { RestoreBlock } from './restore-block.tsx'
import styles from './safekeeping.module.css'

/** データを守る: the backups and the way back to one. */
export function SafekeepingPage() {
  return (
    <>
      <PageHead
        title="データを守る"
        line="点検、控え、引きつぎ。控えに戻しても、いまのデータは捨てません。"
      />
      <div className={styles.parts}>
        <CheckBlock />
        <RestoreBlock />
        <SecondPlaceBlock />
        <HandoverBlock />
      </div>
    </>
  )
}
