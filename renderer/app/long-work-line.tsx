import { ProgressBar } from 'react-aria-components'
import { useLongWork } from '#renderer/api/use-long-work.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import type { BackgroundOperation } from '#shared/contract/background-operations.ts'
import styles from './state-lines.module.css'

const words: Readonly<Record<BackgroundOperation, string>> = {
  'imports.apply': '名簿を取り込んでいます',
  'importRuns.undo': '取り込みを取り消しています',
  'imports.plan': '名簿を読んでいます',
  'imports.rows': '名簿を読んでいます',
  'organizations.planImport': '団体の一覧を読んでいます',
  'papers.make': '紙を作っています',
  'papers.makeSet': '会議の紙を作っています',
  'lists.look': '一覧をしらべています',
  'retention.look': '氏名をさがしています',
  'lists.make': '一覧を作っています',
  'letters.make': '手紙を作っています',
  'localPapers.make': '紙を作っています',
  'officePapers.make': '紙を作っています',
  'tables.make': '表を作っています',
  'reports.make': '紙を作っています',
  'history.export': '変更の記録を書き出しています',
  'workbooks.open': 'パスワードの付いたファイルを開いています',
  'workbooks.close': 'パスワードを付けています',
  'handIns.fill': '様式に書きこんでいます',
  'handIns.fillMany': '様式に書きこんでいます',
  'safekeeping.check': 'データを点検しています',
}

/** What takes long, how far it has come, and the way to end it. Everything else can be used meanwhile. */
export function LongWorkLine() {
  const work = useLongWork()
  const cancel = useWrite('system.cancelLongWork')
  if (work === null) return null
  const counted = work.total > 0
  return (
    <span className={styles.longWork} role="status">
      <ProgressBar
        aria-label={words[work.operation]}
        isIndeterminate={!counted}
        value={work.done}
        maxValue={Math.max(1, work.total)}
        valueLabel={counted ? `${String(work.total)}のうち${String(work.done)}` : ''}
      >
        {({ percentage, valueText }) => (
          <>
            {words[work.operation]}　{counted ? valueText : '…'}
            <span className={styles.bar} aria-hidden="true">
              <span style={{ inlineSize: counted ? `${String(percentage ?? 0)}%` : '40%' }} />
            </span>
          </>
        )}
      </ProgressBar>
      <Button look="quiet" busy={cancel.busy} onPress={() => void cancel.run({})}>
        やめる
      </Button>
    </span>
  )
}
