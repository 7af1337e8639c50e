import type { ImportOutcome } from '#shared/contract/roster-operations.ts'
import { Facts } from '#renderer/ui/block.tsx'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import styles from './roster-import.module.css'

/** What was written. */
export function OutcomeStep({ outcome }: { readonly outcome: ImportOutcome }) {
  return (
    <div className={styles.summary}>
      <Notice mark="done">
        <b>取り込みました。</b>もとのファイルには手を加えていません。
      </Notice>
      <Facts
        className={styles.outcome}
        facts={[
          { name: '新しく加えた人', value: `${outcome.added}人` },
          { name: '書きかえた人', value: `${outcome.changed}人` },
          { name: '同じだった人', value: `${outcome.same}人` },
          { name: '取り込まなかった行', value: `${outcome.left}行` },
          { name: '委員にした人', value: `${outcome.members}名` },
          { name: '新しい団体', value: `${outcome.organizations}団体` },
        ]}
      />
      <p className={styles.nextActions}>
        <ButtonLink to="/meetings">会議を準備する</ButtonLink>
      </p>
    </div>
  )
}
