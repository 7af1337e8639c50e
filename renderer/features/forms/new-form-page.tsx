import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { OfferedFile } from '#shared/contract/files.ts'
import type { FormLook } from '#shared/contract/mapping-operations.ts'
import styles from './forms.module.css'
import { SheetView, type SheetChoice } from './sheet/sheet-view.tsx'
import { wantsPassword, WorkbookPassword } from './workbook-password.tsx'

const corner: SheetChoice = { from: { row: 1, column: 1 }, to: { row: 1, column: 1 } }

const how: Readonly<Record<FormLook['how'], string>> = {
  known: 'この様式は知っています。どの欄に何を書くかも、もう決まっています。',
  bundle: 'ほかの事務局が作った様式です。どの欄に何を書くかも入っています。',
  placeholders: '{{…}}と書かれた欄が見つかりました。そのとおりにつなぎます。',
  unknown: 'はじめての様式です。加えたあと、どの欄に何を書くかをつなぎます。見出しから見当もつけます。',
}

/** 市の様式を加える: the Excel is chosen, looked at, and kept. */
export function NewFormPage() {
  const files = useFiles()
  const look = useWrite('forms.look')
  const begin = useWrite('forms.begin')
  const go = useNavigate()
  const [file, setFile] = useState<OfferedFile | null>(null)
  const [password, setPassword] = useState<string | null>(null)
  const [seen, setSeen] = useState<FormLook | null>(null)
  const [name, setName] = useState('')
  const [choice, setChoice] = useState(corner)
  const lookAt = async (chosen: OfferedFile, secret: string | null): Promise<void> => {
    setFile(chosen)
    setSeen(null)
    const found = await look.run({ file: chosen.token, password: secret })
    if (found === null) return
    setPassword(secret)
    setSeen(found)
    setName(found.name)
    setChoice(corner)
  }
  const choose = async (): Promise<void> => {
    const chosen = await files.choose('form')
    if (chosen === null) return
    await lookAt(chosen, null)
  }
  const keep = async (): Promise<void> => {
    if (file === null) return
    const form = await begin.run({ file: file.token, password, name })
    if (form !== null) {
      await go({ to: '/reports/forms/$formId/$step', params: { formId: form.id, step: 'map' } })
    }
  }
  return (
    <>
      <PageHead
        title="市の様式を加える"
        line="市から渡されたExcelを、そのまま選んでください。書きこむのは決めた欄だけで、ほかは何も変えません。"
        actions={
          seen === null ? (
            <Button look="main" busy={files.busy || look.busy} onPress={() => void choose()}>
              様式のExcelを選ぶ
            </Button>
          ) : (
            <Button look="main" busy={begin.busy} disabled={name.trim() === ''} onPress={() => void keep()}>
              この様式を加える
            </Button>
          )
        }
      />
      <div className={styles.parts}>
        {wantsPassword(look.error) && file !== null ? (
          <WorkbookPassword
            key={file.token}
            fileName={file.name}
            error={look.error}
            busy={look.busy}
            onOpen={(secret) => void lookAt(file, secret)}
          />
        ) : (
          <ErrorNotice error={look.error ?? files.error ?? begin.error} onClose={look.forget} />
        )}
        {seen === null ? (
          <p className="sub">
            使えるのは .xlsx と .xlsm です。ほかの事務局から受け取った .tsudoiform もここで選びます。
          </p>
        ) : (
          <>
            <Notice mark={seen.how === 'unknown' ? 'new' : 'done'}>{how[seen.how]}</Notice>
            {seen.like === null ? null : (
              <Notice
                mark={seen.isSame ? 'double' : 'changed'}
                actions={
                  <ButtonLink
                    small
                    to="/reports/forms/$formId/$step"
                    params={{ formId: seen.like.id, step: seen.isSame ? 'map' : 'keep' }}
                  >
                    {seen.isSame ? 'その様式をひらく' : '新しい版として差しかえる'}
                  </ButtonLink>
                }
              >
                {seen.isSame
                  ? `同じファイルが「${seen.like.name}」として、もうあります。`
                  : `「${seen.like.name}」の新しい版のようです。差しかえると、つなぎ方を引きつげます。`}
              </Notice>
            )}
            {seen.hasMacros ? (
              <Notice mark="lacking">
                マクロの入ったExcel（.xlsm）です。マクロは動かさず、そのまま残します。
              </Notice>
            ) : null}
            <TextField label="様式の名前" width="long" value={name} onChange={setName} />
            <Block
              title={seen.fileName}
              note={seen.sheets
                .map((sheet) => `${sheet.name}${sheet.hidden ? '（見えないシート）' : ''}`)
                .join('　')}
            >
              <div className={styles.firstLook}>
                <SheetView
                  label={`${seen.picture.sheet}のシート`}
                  picture={seen.picture}
                  zoom={0.67}
                  choice={choice}
                  onChoose={setChoice}
                />
              </div>
            </Block>
          </>
        )}
      </div>
    </>
  )
}
