import { useState } from 'react'
import type { OfferedFile } from '#shared/contract/files.ts'
import { Block, Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { TextArea } from '#renderer/ui/text-field.tsx'
import { ImportRuns } from './import-runs.tsx'
import styles from './roster-import.module.css'

export interface ChooseStepProps {
  readonly file: OfferedFile | null
  readonly busy: boolean
  /** Text copied out of Excel. */
  readonly onPaste: (text: string) => void
}

/** What will happen, before anything does. */
export function ChooseStep({ file, busy, onPaste }: ChooseStepProps) {
  const [text, setText] = useState('')
  return (
    <div className={styles.choose}>
      <Block title="いまの名簿を、そのまま使えます">
        <p className={styles.lead}>
          題名や小計、結合したセル、「〃」や「同上」、全角の数字、和暦の書きかたのちがいは、読むときに分かるようにします。直してから取り込む必要はありません。
        </p>
        <Facts
          facts={[
            { name: '使えるもの', value: 'Excel（.xlsx、.xlsm）、CSV（文字の種類は問いません）' },
            { name: '書き込み', value: '最後の「この内容で取り込む」を押すまで、なにも書きません' },
            { name: 'ファイル', value: '読むだけで、手を加えません' },
            { name: '読めないもの', value: 'シート・行・列の名前をあげて、ほかの行はそのまま進めます' },
          ]}
        />
        {file === null ? null : <p className={styles.lead}>いま読んでいるのは「{file.name}」です。</p>}
        {busy ? <Notice mark="waiting">読んでいます。しばらくお待ちください。</Notice> : null}
      </Block>
      <Block title="Excelから貼りつける" note="見出しの行もいっしょに">
        <div className={styles.paste}>
          <TextArea
            label="Excelで表をコピーして、ここに貼りつけてください"
            width="full"
            lines={6}
            value={text}
            onChange={setText}
          />
          <p>
            <Button disabled={text.trim() === ''} busy={busy} onPress={() => onPaste(text)}>
              貼りつけた表を読む
            </Button>
          </p>
        </div>
      </Block>
      <ImportRuns />
    </div>
  )
}
