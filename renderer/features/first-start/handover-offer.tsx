import { useState } from 'react'
import type { OfferedFile } from '#shared/contract/files.ts'
import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import styles from './first-start.module.css'

/** 引きつぎのファイルから始める: file, passphrase, and the data of the PC before are here. */
export function HandoverOffer() {
  const files = useFiles()
  const open = useWrite('safekeeping.openHandover')
  const [chosen, setChosen] = useState<OfferedFile | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const choose = async (): Promise<void> => {
    open.forget()
    const file = await files.choose('handover')
    if (file !== null) setChosen(file)
  }
  const begin = (): void => {
    if (chosen !== null && passphrase !== '') void open.run({ file: chosen.token, passphrase })
  }
  return (
    <>
      <h2>引きつぎを受けた方</h2>
      <p>前のパソコンで作った引きつぎのファイル（.tsudoi）があれば、そのまま続きから始められます。</p>
      <Button onPress={() => void choose()} busy={files.busy}>
        引きつぎのファイルから始める
      </Button>
      {chosen === null ? null : (
        <>
          <p className={styles.chosen}>{chosen.name}</p>
          <TextField
            label="合いことば"
            value={passphrase}
            onChange={setPassphrase}
            onEnter={begin}
            autoFocus
            hint="作った人から聞いたことば"
          />
          <Button look="main" onPress={begin} busy={open.busy} disabled={passphrase === ''}>
            このデータで始める
          </Button>
        </>
      )}
      <ErrorNotice error={open.error ?? files.error} />
    </>
  )
}
