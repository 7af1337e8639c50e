import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { noProof, ProofField } from '#renderer/ui/proof-field.tsx'
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
  const [proof, setProof] = useState(noProof)
  const unlock = useWrite('protection.unlock')
  const { title, line, action } = words[when]
  const open = (): void => {
    if (proof.secret === '') return
    void unlock.did(proof).then((done) => {
      if (!done) return
      setProof({ ...proof, secret: '' })
      onUnlocked()
    })
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
          <ProofField
            value={proof}
            onChange={(changed) => {
              if (changed.by !== proof.by) unlock.forget()
              setProof(changed)
            }}
            onEnter={open}
            autoFocus
          />
        </div>
      </main>
    </div>
  )
}
