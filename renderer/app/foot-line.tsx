import { useState } from 'react'
import type { SystemStatus } from '#shared/contract/system-operations.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Mark } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useForgetTold } from '#renderer/ui/undo-strip.tsx'
import { LongWorkLine } from './long-work-line.tsx'
import { ManualLine } from './manual-line.tsx'
import { dayAndTimeWords } from './state-words.ts'
import styles from './state-lines.module.css'

/** The last backup, and whose data these are. */
export function FootLine({ status }: { readonly status: SystemStatus }) {
  const { lastBackup } = status
  return (
    <footer className={styles.foot}>
      <span className={styles.state}>
        {lastBackup === null ? (
          <>
            {/* A first day, and nothing to worry about: whoever closes the program has her backup. */}
            <Mark kind="none" />
            控えは、閉じるときに自動でとります
          </>
        ) : (
          <>
            <Mark
              kind={lastBackup.verified ? 'done' : 'lacking'}
              className={lastBackup.verified ? styles.ok : styles.warn}
            />
            最後の控え　{dayAndTimeWords(lastBackup.at, status.today)}
          </>
        )}
      </span>
      <LongWorkLine />
      {status.secondPlace?.overdue === true ? (
        <span className={styles.practice}>
          {status.secondPlace.reachedAt === null
            ? '控えの二つめの場所に、まだ届いていません'
            : '控えの二つめの場所に、一週間届いていません'}
        </span>
      ) : null}
      {status.practice ? <Practice own={status.ownDataExist} /> : <span>本番のデータ</span>}
      <ManualLine className={styles.manual} />
    </footer>
  )
}

function Practice({ own }: { readonly own: boolean }) {
  const [asking, setAsking] = useState(false)
  const remove = useWrite('system.removePractice')
  const forgetTold = useForgetTold()
  return (
    <>
      <span className={styles.practice}>練習のデータです。ほんとうの記録ではありません。</span>
      <Button look="quiet" onPress={() => setAsking(true)}>
        練習をやめて消す
      </Button>
      <AskDialog
        open={asking}
        title="練習をやめますか"
        yes="練習をやめて消す"
        no="練習を続ける"
        busy={remove.busy}
        onClose={() => setAsking(false)}
        onYes={() => {
          forgetTold()
          void remove.attempt({}).then((done) => {
            if (done.ok) setAsking(false)
          })
        }}
      >
        <p>練習で入れたものは、すべて消えます。</p>
        <p>
          {own
            ? 'もとの本番のデータは、そのまま残っていて、すぐに開きます。'
            : 'そのあと、はじめの質問に戻ります。'}
        </p>
        <ErrorNotice error={remove.error} />
      </AskDialog>
    </>
  )
}
