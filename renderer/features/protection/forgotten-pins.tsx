import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { noProof, ProofField } from '#renderer/ui/proof-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import styles from './protection.module.css'

/** 暗証番号を忘れたとき: the roles are taken away, and it is told that this can be done. */
export function ForgottenPins({ hasPassword }: { readonly hasPassword: boolean }) {
  const [open, setOpen] = useState(false)
  const [officeName, setOfficeName] = useState('')
  const [proof, setProof] = useState(noProof)
  const forget = useWrite('seat.forgetPins')
  if (!open) {
    return (
      <p className={styles.other}>
        <Button look="quiet" onPress={() => setOpen(true)}>
          暗証番号を忘れたとき
        </Button>
      </p>
    )
  }
  const take = (): void => void forget.run({ officeName, proof: hasPassword ? proof : null })
  return (
    <section className={styles.ask} aria-label="暗証番号を忘れたとき">
      <p className={styles.words}>
        役割をいったんやめて、だれでも使えるようにします。番号は、そのあと「パスワードと鍵」で決め直せます。やめたことは変更の記録に残ります。
        役割はうっかりを防ぐもので、ここを知っている人を止めるものではありません。
      </p>
      <ErrorNotice error={forget.error} onClose={forget.forget} />
      <TextField
        label="事務局の名前"
        hint="まちがえて押したのでないことを、名前を書いて確かめます"
        value={officeName}
        onChange={setOfficeName}
        autoFocus
        width="full"
      />
      {hasPassword ? <ProofField value={proof} onChange={setProof} label="記録のパスワード" /> : null}
      <p className={styles.act}>
        <Button busy={forget.busy} onPress={take}>
          役割をやめる
        </Button>
        <Button look="quiet" onPress={() => setOpen(false)}>
          やめておく
        </Button>
      </p>
    </section>
  )
}
