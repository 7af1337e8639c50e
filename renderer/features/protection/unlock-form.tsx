import { useState } from 'react'
import type { Proof } from '#shared/contract/protection-operations.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { PasswordField } from '#renderer/ui/password-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import styles from './protection.module.css'

export interface UnlockFormProps {
  /** At the start, or back at a locked screen. */
  readonly when: 'opening' | 'locked'
  readonly onUnlocked: () => void
}

const words = {
  opening: {
    title: 'パスワードを入れてください',
    line: 'この記録はパスワードで守られています。入れるまで、何も読みません。',
    action: '開く',
  },
  locked: {
    title: '画面に鍵がかかっています',
    line: '入力していたものは、そのまま残っています。パスワードを入れると続きから始まります。',
    action: '鍵を開ける',
  },
} as const

/** Password, or the printed recovery key where it is forgotten. Nothing is lost by a wrong one. */
export function UnlockForm({ when, onUnlocked }: UnlockFormProps) {
  const [by, setBy] = useState<Proof['by']>('password')
  const [secret, setSecret] = useState('')
  const unlock = useWrite('protection.unlock')
  const { title, line, action } = words[when]
  const open = (): void => {
    if (secret === '') return
    void unlock.did({ by, secret }).then((done) => {
      if (!done) return
      setSecret('')
      onUnlocked()
    })
  }
  const change = (): void => {
    setBy(by === 'password' ? 'recovery-key' : 'password')
    setSecret('')
    unlock.forget()
  }
  return (
    <div className={styles.desk}>
      <main className={styles.sheet}>
        <PageHead
          title={title}
          line={line}
          actions={
            <Button look="main" busy={unlock.busy} onPress={open}>
              {action}
            </Button>
          }
        />
        <ErrorNotice error={unlock.error} />
        <div className={styles.ask}>
          {by === 'password' ? (
            <PasswordField
              key="password"
              label="パスワード"
              value={secret}
              onChange={setSecret}
              onEnter={open}
              autoFocus
              width="long"
            />
          ) : (
            <TextField
              key="recovery-key"
              label="回復キー"
              hint="印刷した紙の、八つのまとまり。小文字でも、間の棒がなくてもかまいません"
              value={secret}
              onChange={setSecret}
              onEnter={open}
              autoFocus
              width="full"
            />
          )}
        </div>
        <p className={styles.other}>
          <Button look="quiet" onPress={change}>
            {by === 'password' ? 'パスワードを忘れたとき（回復キーで開く）' : 'パスワードで開く'}
          </Button>
        </p>
      </main>
    </div>
  )
}
