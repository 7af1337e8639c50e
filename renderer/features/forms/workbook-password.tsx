import { useState } from 'react'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { TsudoiError } from '#shared/contract/errors.ts'
import styles from './forms.module.css'

/** Whether a chosen workbook was refused because it asks for a password, or for another one. */
export const wantsPassword = (error: TsudoiError | null | undefined): boolean =>
  error?.code === 'workbook-encrypted' || error?.code === 'workbook-password'

/** Asks for the password of a chosen workbook. */
export function WorkbookPassword({
  fileName,
  error,
  busy,
  onOpen,
}: {
  readonly fileName: string
  readonly error: TsudoiError | null
  readonly busy: boolean
  readonly onOpen: (password: string) => void
}) {
  const [typed, setTyped] = useState('')
  return (
    <Block title="パスワードのついたExcelです" note={fileName}>
      <div className={styles.stack}>
        {error?.code === 'workbook-password' ? <ErrorNotice error={error} /> : null}
        <p>開くときのパスワードを入れてください。様式は、パスワードのない形でここに残します。</p>
      </div>
      <div className={styles.submitFields}>
        <TextField
          label="開くときのパスワード"
          width="medium"
          value={typed}
          onChange={setTyped}
          onEnter={() => onOpen(typed)}
        />
        <Button busy={busy} onPress={() => onOpen(typed)}>
          ひらく
        </Button>
      </div>
    </Block>
  )
}
