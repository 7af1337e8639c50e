import type { ImportRun } from '#shared/contract/duplicate-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './import-runs.module.css'

const shownRuns = 5

/** What was imported before, each to be taken back as a whole while nothing else hangs on it. */
export function ImportRuns() {
  const runs = useRead('importRuns.list', {})
  const undo = useWrite('importRuns.undo')
  const tell = useTell()
  const takeBack = async (run: ImportRun): Promise<void> => {
    if (await undo.did({ importRunId: run.id })) {
      tell({ text: `「${run.fileName}」の取り込みを取り消しました。取り込む前の名簿に戻っています。` })
    }
  }
  if (runs.data === undefined || runs.data.length === 0) return null
  return (
    <Block title="これまでの取り込み" note="あとから手を加えていなければ、丸ごと取り消せます">
      <ErrorNotice error={undo.error} onClose={undo.forget} />
      <ul className={styles.runs}>
        {runs.data.slice(0, shownRuns).map((run) => (
          <li key={run.id}>
            <span>
              {run.fileName}
              <span className="sub">
                　{formatWareki(run.importedOn)}　{run.records}件の記録
              </span>
            </span>
            <Button
              look="quiet"
              busy={undo.busy}
              label={`${run.fileName}の取り込みを取り消す`}
              onPress={() => void takeBack(run)}
            >
              取り込みを取り消す
            </Button>
          </li>
        ))}
      </ul>
    </Block>
  )
}
