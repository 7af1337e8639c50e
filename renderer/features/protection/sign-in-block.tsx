import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PasswordField } from '#renderer/ui/password-field.tsx'
import styles from './protection.module.css'

/** このPCのサインインで開く: only where the host has a safe of its own. */
export function SignInBlock({ on }: { readonly on: boolean }) {
  const set = useWrite('protection.setSignIn')
  const [secret, setSecret] = useState('')
  return (
    <Block title="このPCのサインインで開く" note={on ? '使っています' : '使っていません'}>
      <p className={styles.words}>
        このPCにあなたの名前でサインインしているあいだは、パスワードを入れずに開きます。席を離れたときの鍵には、パスワードが要ります。ほかのPCや控えには効きません。
      </p>
      <ErrorNotice error={set.error} onClose={set.forget} />
      <div className={styles.fields}>
        <PasswordField label="パスワード" value={secret} onChange={setSecret} />
      </div>
      <p className={styles.act}>
        <Button
          busy={set.busy}
          onPress={() =>
            void set.did({ on: !on, proof: { by: 'password', secret } }).then((done) => {
              if (done) setSecret('')
            })
          }
        >
          {on ? 'サインインで開くのをやめる' : 'サインインで開く'}
        </Button>
      </p>
    </Block>
  )
}
