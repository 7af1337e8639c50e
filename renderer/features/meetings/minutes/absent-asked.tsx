import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { KeyCap } from '#renderer/ui/key-cap.tsx'
import { Mark } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import type { Attendance } from '#shared/contract/meeting-operations.ts'
import styles from './composer.module.css'

export interface AbsentAskedProps {
  readonly line: Attendance | undefined
  /** Somebody else spoke. */
  readonly onOther: () => void
  /** She is marked as there: the line can go. */
  readonly onCame: () => void
}

/** Somebody marked 欠席 is said to have spoken: asked in place, and nothing typed is touched. */
export function AbsentAsked({ line, onOther, onCame }: AbsentAskedProps) {
  const save = useWrite('attendance.save')
  if (line === undefined) return null
  const came = async (): Promise<void> => {
    if (await save.did({ attendanceId: line.id, patch: { presence: 'present', late: true } })) onCame()
  }
  return (
    <div className={styles.asked} role="alert">
      <span>
        <Mark kind="lacking" />
        {line.name}さんは欠席になっています。この発言をどうしますか。
      </span>
      <span className={styles.askedWays}>
        <span>
          <KeyCap>Enter</KeyCap> このまま残す（書面の意見など）
        </span>
        <Button small busy={save.busy} onPress={() => void came()}>
          遅れて出席した
        </Button>
        <Button small onPress={onOther}>
          話し手を選びなおす
        </Button>
      </span>
      <ErrorNotice error={save.error} onClose={save.forget} />
    </div>
  )
}
