import { useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { Block } from '#renderer/ui/block.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import {
  type PaperSettings,
  replySlipPlaceNames,
  replySlipPlaces,
} from '#shared/contract/paper-operations.ts'
import { formatDocumentNumber, isNumberFormat } from '#shared/domain/document-number.ts'
import styles from './paper-settings.module.css'

/** 紙のきまり: what is the same on all the office's papers. */
export function PaperSettingsPage() {
  const { fiscalYear } = usePlace()
  const settings = useRead('papers.settings', {})
  const numbers = useRead('letters.numbers', { fiscalYear })
  return (
    <Loaded read={settings}>
      {(kept) => (
        <Loaded read={numbers}>
          {({ format }) => <Fields key={`${JSON.stringify(kept)}${format}`} kept={kept} format={format} />}
        </Loaded>
      )}
    </Loaded>
  )
}

function Fields({ kept, format }: { readonly kept: PaperSettings; readonly format: string }) {
  const { fiscalYear } = usePlace()
  const [numberFormat, setNumberFormat] = useState(format)
  const [boxes, setBoxes] = useState(kept.sealBoxes.join('\n'))
  const [replySlip, setReplySlip] = useState(kept.replySlip)
  const saveFormat = useWrite('letters.saveNumberFormat')
  const saveSettings = useWrite('papers.saveSettings')
  const tell = useTell()
  const sealBoxes = boxes
    .split('\n')
    .map((box) => box.trim())
    .filter((box) => box !== '')
  const save = async (): Promise<void> => {
    if (numberFormat !== format && !(await saveFormat.did({ format: numberFormat }))) return
    if (await saveSettings.did({ sealBoxes, replySlip })) tell({ text: '紙のきまりを残しました。' })
  }
  const usable = isNumberFormat(numberFormat)
  return (
    <>
      <PageHead
        title="紙のきまり"
        line="事務局のどの紙にも同じようにあてはまることを決めます。"
        actions={
          <>
            <ButtonLink to="/reports">棚にもどる</ButtonLink>
            <Button
              look="main"
              busy={saveFormat.busy || saveSettings.busy}
              disabled={!usable || sealBoxes.length > 10}
              onPress={() => void save()}
            >
              残す
            </Button>
          </>
        }
      />
      <div className={styles.page}>
        <ErrorNotice error={saveFormat.error ?? saveSettings.error} />
        <Block title="文書番号">
          <TextField
            label="文書番号の書き方"
            hint="{番号}は年度ごとに1から数えます。{年度}は令和の年です。例：{年度}青社協第{番号}号"
            value={numberFormat}
            onChange={setNumberFormat}
            error={usable ? null : '{番号}を入れてください。入れないと、どの文書も同じ番号になります。'}
          />
          <p className="sub">12番めの文書：{formatDocumentNumber(numberFormat, fiscalYear, 12)}</p>
        </Block>
        <Block title="決裁欄">
          <TextArea
            label="決裁欄の枠"
            hint="左から、一行に一つ。10まで。空けると決裁欄は付きません。付けるかどうかは、紙ごとに選べます。"
            lines={6}
            value={boxes}
            onChange={setBoxes}
            error={sealBoxes.length > 10 ? '10までにしてください。' : null}
          />
        </Block>
        <Block title="開催通知の返信票">
          <RadioGroup
            label="返信票をどこに"
            value={replySlip}
            onChange={setReplySlip}
            choices={replySlipPlaces.map((place) => ({ value: place, label: replySlipPlaceNames[place] }))}
          />
        </Block>
      </div>
    </>
  )
}
