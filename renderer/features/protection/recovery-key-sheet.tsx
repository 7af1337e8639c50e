import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import styles from './protection.module.css'

export interface RecoveryKeySheetProps {
  readonly recoveryKey: string
  /** Copies that could not be brought along. */
  readonly left: number
  readonly onDone: () => void
}

/** Shown once: the only other way in when the password is forgotten. */
export function RecoveryKeySheet({ recoveryKey, left, onDone }: RecoveryKeySheetProps) {
  const make = useWrite('protection.recoveryPaper')
  const files = useFiles()
  const print = async (): Promise<void> => {
    const done = await make.attempt({ recoveryKey })
    if (done.ok) await files.print(done.value.token)
  }
  return (
    <Block title="回復キー" note="この画面を閉じると、もう見られません">
      <p className={styles.words}>
        パスワードを忘れたときに開ける、ただ一つの鍵です。紙に印刷して、鍵のかかる引き出しや金庫にしまってください。このPCの中や、パスワードを書いた紙といっしょには置かないでください。
      </p>
      <ol className={styles.key} aria-label="回復キー">
        {recoveryKey.split('-').map((group, position) => (
          <li key={`${String(position)}${group}`}>
            <small>{position + 1}</small>
            {group}
          </li>
        ))}
      </ol>
      {left === 0 ? null : (
        <Notice mark="lacking">
          <p>{left}件の控えは、読めないか別の鍵のもので、手をつけずに残しました。</p>
        </Notice>
      )}
      <ErrorNotice error={make.error ?? files.error} />
      <p className={styles.act}>
        <Button look="main" busy={make.busy || files.busy} onPress={() => void print()}>
          紙に印刷する
        </Button>
        <Button onPress={onDone}>紙をしまったので閉じる</Button>
      </p>
    </Block>
  )
}
