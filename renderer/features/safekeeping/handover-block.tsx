import { useState } from 'react'
import { shortestPassphrase } from '#shared/contract/safekeeping-operations.ts'
import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import styles from './safekeeping.module.css'

/** 引きつぎのファイル: everything in one sealed file for the next PC or the next person. */
export function HandoverBlock() {
  const make = useWrite('safekeeping.makeHandover')
  const files = useFiles()
  const tell = useTell()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [asked, setAsked] = useState(false)
  const tooShort = [...first.trim()].length < shortestPassphrase
  const makeFile = async (): Promise<void> => {
    setAsked(true)
    if (tooShort || first !== second) return
    const done = await make.attempt({ passphrase: first })
    if (!done.ok || (await files.save(done.value.token)) !== 'saved') return
    setFirst('')
    setSecond('')
    setAsked(false)
    tell({ text: '引きつぎのファイルを作りました。合いことばは、ファイルとは別に伝えてください。' })
  }
  return (
    <Block title="引きつぎ" note="名簿も会議も様式も、一つのファイルにまとめます">
      <p className={styles.words}>
        ファイルは合いことばで封をします。合いことばを忘れると、だれにも開けません。新しいPCでは、つどいの最初の画面で「引きつぎのファイルから始める」を選びます。
      </p>
      <ErrorNotice error={make.error ?? files.error} onClose={make.forget} />
      <div className={styles.handover}>
        <TextField
          label="合いことば"
          value={first}
          onChange={setFirst}
          hint={`${String(shortestPassphrase)}文字より長いことば。ひらがなの文でもかまいません`}
          error={asked && tooShort ? `${String(shortestPassphrase)}文字より長くしてください。` : null}
        />
        <TextField
          label="もう一度"
          value={second}
          onChange={setSecond}
          error={asked && !tooShort && first !== second ? '上の合いことばとちがいます。' : null}
        />
        <Button busy={make.busy || files.busy} onPress={() => void makeFile()}>
          引きつぎのファイルを作る
        </Button>
      </div>
    </Block>
  )
}
