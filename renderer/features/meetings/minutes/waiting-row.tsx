import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { lineKindNames } from './line-kinds.ts'
import styles from './talk.module.css'
import type { LineOnItsWay } from './use-lines.ts'

export interface WaitingRowProps {
  readonly line: LineOnItsWay
  readonly onAgain: () => void
  readonly onDrop: () => void
}

/** A line that is not seen in the data yet. Where it could not be saved, its words stay here and say so. */
export function WaitingRow({ line, onAgain, onDrop }: WaitingRowProps) {
  const { given, state, error } = line
  const [kind, text, speaker] =
    given.what === 'task'
      ? [lineKindNames.task, given.task.text, given.task.owner]
      : [lineKindNames[given.statement.kind], given.statement.text, given.speaker]
  return (
    <div className={styles.line}>
      <span className={styles.time} />
      <span className={styles.seat} />
      <span className={styles.who}>
        <Name>{speaker}</Name>
      </span>
      <span className={styles.said}>
        <span className={styles.kind}>{kind}</span>
        {text}
        {state === 'failed' ? (
          <span className={styles.failed}>
            <Chip mark="late">まだ保存できていません</Chip>
            <Button small onPress={onAgain}>
              もう一度ためす
            </Button>
            <Button look="quiet" onPress={onDrop}>
              この行をやめる
            </Button>
            <ErrorNotice error={error} />
          </span>
        ) : null}
      </span>
    </div>
  )
}
