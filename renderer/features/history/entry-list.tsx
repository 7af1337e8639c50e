import type { HistoryEntry, RecordChange } from '#shared/contract/history-operations.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Tag } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import { changeWords, momentWords, shortValue } from './history-words.ts'
import styles from './history.module.css'

/** Operations, newest first: when, who, what became of what; each taken back by one press, and that too. */
export function EntryList({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const undo = useWrite('history.undo')
  const tell = useTell()
  const takeBack = async (entry: HistoryEntry): Promise<void> => {
    const done = await undo.attempt({ operationNumber: entry.operationNumber })
    if (!done.ok) return
    const { operationNumber } = done.value
    tell({
      text: `${momentWords(entry.at)}の変更を取り消しました。`,
      undo: () => undo.run({ operationNumber }),
    })
  }
  return (
    <>
      <ErrorNotice error={undo.error} onClose={undo.forget} />
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.operationNumber}>
            <div className={styles.when}>
              <span>{momentWords(entry.at)}</span>
              <span className={styles.who}>{entry.who}</span>
              {entry.origin === '' ? null : <span className="sub">{entry.origin}</span>}
              {entry.isUndo ? <Tag>取り消し</Tag> : null}
            </div>
            <div className={styles.what}>
              {entry.changes.map((change, position) => (
                <Change key={position} change={change} />
              ))}
              {entry.moreChanges === 0 ? null : (
                <p className="sub">ほかに{entry.moreChanges.toLocaleString('ja-JP')}件</p>
              )}
            </div>
            <div className={styles.act}>
              {entry.undoable ? (
                <Button
                  small
                  busy={undo.busy}
                  label={`${momentWords(entry.at)}の変更（${summary(entry)}）を取り消す`}
                  onPress={() => void takeBack(entry)}
                >
                  取り消す
                </Button>
              ) : (
                <span className="sub">ここからは取り消せません</span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function summary({ changes }: HistoryEntry): string {
  const [first] = changes
  return first === undefined ? '並びの変更' : changeWords(first)
}

function Change({ change }: { readonly change: RecordChange }) {
  return (
    <div>
      <p>{changeWords(change)}</p>
      {change.action === 'changed' ? (
        <dl className={styles.fields}>
          {change.fields.map((field) => (
            <div key={field.name}>
              <dt>{field.name}</dt>
              <dd>
                <span className={styles.before}>{shortValue(field.before)}</span>
                <span aria-label="から"> → </span>
                <span>{shortValue(field.after)}</span>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  )
}
