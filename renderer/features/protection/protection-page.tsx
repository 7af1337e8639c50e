import { useState } from 'react'
import type { NewRecoveryKey } from '#shared/contract/protection-operations.ts'
import { useRead } from '#renderer/api/use-read.ts'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { ChangeBlock } from './change-block.tsx'
import { LockBlock } from './lock-block.tsx'
import styles from './protection.module.css'
import { RecoveryKeySheet } from './recovery-key-sheet.tsx'
import { SignInBlock } from './sign-in-block.tsx'
import { SeatBlock } from './seat-block.tsx'
import { SetPasswordBlock } from './set-password-block.tsx'

/** パスワードと鍵: encryption of the data, and the lock of the screen. */
export function ProtectionPage() {
  const state = useRead('protection.state', {})
  const [made, setMade] = useState<NewRecoveryKey | null>(null)
  return (
    <>
      <PageHead
        title="パスワードと鍵"
        line="記録のファイルを暗号にし、席を離れるときは画面に鍵をかけます。"
      />
      <div className={styles.parts}>
        {made === null ? null : (
          <RecoveryKeySheet recoveryKey={made.recoveryKey} left={made.left} onDone={() => setMade(null)} />
        )}
        <Loaded read={state}>
          {(data) =>
            data.hasPassword ? (
              <>
                <LockBlock state={data} />
                {data.signIn === 'not-offered' ? null : <SignInBlock on={data.signIn === 'on'} />}
                <ChangeBlock onRenewed={setMade} />
              </>
            ) : (
              <SetPasswordBlock openCopies={data.openCopies} onSet={setMade} />
            )
          }
        </Loaded>
        <SeatBlock />
      </div>
    </>
  )
}
