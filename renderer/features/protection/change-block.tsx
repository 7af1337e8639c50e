import { useState } from 'react'
import { type NewRecoveryKey, shortestPassword } from '#shared/contract/protection-operations.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PasswordField } from '#renderer/ui/password-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './protection.module.css'

export interface ChangeBlockProps {
  readonly onRenewed: (made: NewRecoveryKey) => void
}

/** パスワードを変える・やめる, each proved by the present one. */
export function ChangeBlock({ onRenewed }: ChangeBlockProps) {
  const change = useWrite('protection.changePassword')
  const renew = useWrite('protection.renewRecoveryKey')
  const remove = useWrite('protection.removePassword')
  const tell = useTell()
  const [present, setPresent] = useState('')
  const [next, setNext] = useState('')
  const [asked, setAsked] = useState(false)
  const [removing, setRemoving] = useState(false)
  const proof = { by: 'password', secret: present } as const
  const tooShort = [...next.trim()].length < shortestPassword
  const changeIt = async (): Promise<void> => {
    setAsked(true)
    if (tooShort || !(await change.did({ proof, password: next }))) return
    setPresent('')
    setNext('')
    setAsked(false)
    tell({ text: 'パスワードを変えました。回復キーは前のままです。' })
  }
  const renewIt = async (): Promise<void> => {
    const done = await renew.attempt({ proof })
    if (!done.ok) return
    setPresent('')
    onRenewed(done.value)
  }
  const removeIt = async (): Promise<void> => {
    const done = await remove.attempt({ proof })
    setRemoving(false)
    if (!done.ok) return
    const { left } = done.value
    tell({
      text:
        left === 0
          ? 'パスワードをやめました。記録と控えは、暗号ではなくなりました。'
          : `パスワードをやめました。${String(left)}件の控えは、暗号のまま残っています。`,
    })
  }
  return (
    <Block title="パスワードを変える・やめる" note="記録と控えは暗号になっています">
      <ErrorNotice error={change.error ?? renew.error ?? remove.error} />
      <div className={styles.fields}>
        <PasswordField
          label="いまのパスワード"
          value={present}
          onChange={setPresent}
          hint="どれにも要ります"
        />
        <PasswordField
          label="新しいパスワード"
          value={next}
          onChange={setNext}
          hint="変えるときだけ"
          error={asked && tooShort ? `${String(shortestPassword)}文字以上にしてください。` : null}
        />
      </div>
      <p className={styles.act}>
        <Button busy={change.busy} onPress={() => void changeIt()}>
          パスワードを変える
        </Button>
        <Button busy={renew.busy} onPress={() => void renewIt()}>
          回復キーを作りなおす
        </Button>
        <Button onPress={() => setRemoving(true)}>パスワードをやめる</Button>
      </p>
      <p className={styles.words}>
        パスワードを変えても、USBメモリーなどに写した前の控えは、前のパスワードで開きます。
      </p>
      <AskDialog
        open={removing}
        title="パスワードをやめますか"
        yes="暗号をやめる"
        no="このままにする"
        busy={remove.busy}
        onClose={() => setRemoving(false)}
        onYes={() => void removeIt()}
      >
        <p>記録と控えが、暗号ではなくなります。ファイルを開ける人は、中を読めるようになります。</p>
      </AskDialog>
    </Block>
  )
}
