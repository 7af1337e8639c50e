import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import styles from './sharing.module.css'

/** The way back to records on this PC alone. */
export function LeaveBlock() {
  const leave = useWrite('sharing.leave')
  const [asking, setAsking] = useState(false)
  return (
    <Block title="共有をやめる" minor>
      <p className={styles.words}>このPCだけで続けます。ほかのPCは、そのまま共有フォルダーを使えます。</p>
      <Button onPress={() => setAsking(true)}>共有をやめる</Button>
      <AskDialog
        open={asking}
        title="このPCで共有をやめますか"
        yes="共有をやめる"
        no="共有を続ける"
        busy={leave.busy}
        onClose={() => {
          setAsking(false)
          leave.forget()
        }}
        onYes={() => {
          void leave.attempt({}).then((done) => {
            if (done.ok) setAsking(false)
          })
        }}
      >
        <p>いま見ている記録は、このPCに残ります。このあとの変更は、共有フォルダーには届きません。</p>
        <ErrorNotice error={leave.error} />
      </AskDialog>
    </Block>
  )
}
