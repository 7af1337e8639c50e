import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { Selection } from '#shared/contract/selection-operations.ts'
import styles from '../coordinators.module.css'
import { CandidatesBlock } from './candidates-block.tsx'
import { OutcomeBlock } from './outcome-block.tsx'
import { TalkBlock } from './talk-block.tsx'

export interface SelectionPaneProps {
  readonly selection: Selection
  readonly title: string
  readonly onEdit: () => void
  readonly onPaper: () => void
}

/** One choice of a coordinator with all that stands behind it. */
export function SelectionPane({ selection, title, onEdit, onPaper }: SelectionPaneProps) {
  const remove = useWrite('selections.remove')
  const restore = useWrite('selections.restore')
  const tell = useTell()
  const { id: selectionId } = selection
  const takeAway = async (): Promise<void> => {
    if (await remove.did({ selectionId }))
      tell({ text: '選出の記録を1件消しました。', undo: () => restore.run({ selectionId }) })
  }
  return (
    <section className={styles.pane} aria-label="選んだ選出">
      <div className={styles.head}>
        <h2>{title}</h2>
        <span className={styles.actions}>
          <Button look="quiet" label="この選出を直す" onPress={onEdit}>
            直す
          </Button>
          <Button look="quiet" label="この選出を消す" onPress={() => void takeAway()}>
            消す
          </Button>
        </span>
      </div>
      <ErrorNotice error={remove.error} onClose={remove.forget} />
      <div>
        <p className="sub">{selection.councilName}</p>
        <p className={styles.words}>
          {selection.criteria === '' ? '選ぶめやすは、まだ書いてありません。' : selection.criteria}
        </p>
      </div>
      <CandidatesBlock selection={selection} />
      <TalkBlock selection={selection} />
      <OutcomeBlock selection={selection} onPaper={onPaper} />
    </section>
  )
}
