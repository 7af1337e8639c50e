import { useState } from 'react'
import {
  type NewRecoveryKey,
  type OldBackupChoice,
  shortestPassword,
} from '#shared/contract/protection-operations.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { type Choice, RadioGroup } from '#renderer/ui/choices.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PasswordField } from '#renderer/ui/password-field.tsx'
import styles from './protection.module.css'

const choices: readonly Choice<OldBackupChoice>[] = [
  {
    value: 'encrypt',
    label: 'いままでの控えも暗号にする',
    note: 'おすすめ。件数が多いと数分かかります',
  },
  { value: 'remove', label: 'いままでの控えを消す', note: '暗号にした控えを一つとってから消します' },
  { value: 'keep', label: 'そのまま残す', note: '控えのファイルを開ける人は、中を読めます' },
]

export interface SetPasswordBlockProps {
  readonly openCopies: number
  readonly onSet: (made: NewRecoveryKey) => void
}

/** パスワードをつける: the password twice, what becomes of the old backups, and what it cannot do. */
export function SetPasswordBlock({ openCopies, onSet }: SetPasswordBlockProps) {
  const set = useWrite('protection.setPassword')
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [oldBackups, setOldBackups] = useState<OldBackupChoice>('encrypt')
  const [asked, setAsked] = useState(false)
  const tooShort = [...first.trim()].length < shortestPassword
  const begin = async (): Promise<void> => {
    setAsked(true)
    if (tooShort || first !== second) return
    const done = await set.attempt({ password: first, oldBackups })
    if (!done.ok) return
    setFirst('')
    setSecond('')
    onSet(done.value)
  }
  return (
    <Block title="パスワードをつける" note="いまは、つけていません">
      <p className={styles.words}>
        記録のファイルと控えを暗号にします。ファイルだけを持ち出されても、パスワードか回復キーがなければ読めません。つどいを開くたびにパスワードを入れます。忘れて回復キーもなくすと、つどいを作った者にも開けません。
      </p>
      <ErrorNotice error={set.error} onClose={set.forget} />
      <div className={styles.fields}>
        <PasswordField
          label="パスワード"
          value={first}
          onChange={setFirst}
          hint={`${String(shortestPassword)}文字以上。かなでもかまいません`}
          error={asked && tooShort ? `${String(shortestPassword)}文字以上にしてください。` : null}
        />
        <PasswordField
          label="もう一度"
          value={second}
          onChange={setSecond}
          hint="同じパスワード"
          error={asked && !tooShort && first !== second ? '上のパスワードとちがいます。' : null}
        />
      </div>
      {openCopies === 0 ? null : (
        <RadioGroup
          label={`いままでの控え（${String(openCopies)}件）は暗号ではありません`}
          value={oldBackups}
          onChange={setOldBackups}
          choices={choices}
        />
      )}
      <p className={styles.words}>
        USBメモリーなどに写したファイルや、市へ出したファイルは、ここからは暗号にできません。ディスクに残る消したファイルの跡までは消せないので、PCそのものの保護（BitLocker）もあわせて使ってください。
      </p>
      <p className={styles.act}>
        <Button look="main" busy={set.busy} onPress={() => void begin()}>
          パスワードをつける
        </Button>
      </p>
    </Block>
  )
}
