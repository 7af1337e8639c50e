import { useState } from 'react'
import { useFiles } from '#renderer/api/use-files.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Chip, type MarkKind } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { FileToken, OfferedFile } from '#shared/contract/files.ts'
import type { EditionComparison, MovedPlace } from '#shared/contract/mapping-operations.ts'
import type { FormId } from '#shared/domain/ids.ts'
import styles from '../forms.module.css'
import { wantsPassword, WorkbookPassword } from '../workbook-password.tsx'

const words: Readonly<Record<MovedPlace['how'], { readonly mark: MarkKind; readonly text: string }>> = {
  same: { mark: 'same', text: '同じところ' },
  moved: { mark: 'changed', text: '見出しから見つけた' },
  guessed: { mark: 'lacking', text: '位置から見当をつけた' },
  lost: { mark: 'late', text: '見つからない' },
}

function Comparison({ compared }: { readonly compared: EditionComparison }) {
  const told = compared.places.filter(({ how }) => how !== 'same')
  const same = compared.places.length - told.length
  return (
    <>
      {compared.sheetsGone.length === 0 ? null : (
        <p role="alert">
          「{compared.sheetsGone.join('」「')}
          」というシートがなくなっています。そこにつないだ欄は、つなぎなおしてください。
        </p>
      )}
      {compared.sheetsRenamed.map(({ from, to }) => (
        <p key={from}>
          シート「{from}」は「{to}」になっています。
        </p>
      ))}
      <p>
        {same === 0 ? '' : `${String(same)}か所はそのまま使えます。`}
        {told.length === 0 ? '' : `次の${String(told.length)}か所を見てください。`}
      </p>
      {told.length === 0 ? null : (
        <table className={styles.table} aria-label="動いたところ">
          <thead>
            <tr>
              <th scope="col">欄</th>
              <th scope="col">前</th>
              <th scope="col">新しい版</th>
              <th scope="col">見つけ方</th>
            </tr>
          </thead>
          <tbody>
            {told.map((place, position) => (
              <tr key={`${place.from.sheet}${place.from.cell}${String(position)}`}>
                <th scope="row">{place.label}</th>
                <td>{place.from.cell}</td>
                <td>{place.to?.cell ?? 'なし'}</td>
                <td>
                  <Chip mark={words[place.how].mark}>{words[place.how].text}</Chip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** The city has sent a new edition: what moved is shown before it takes the place of the old one. */
export function NewEdition({ formId }: { readonly formId: FormId }) {
  const files = useFiles()
  const compare = useWrite('forms.compareEdition')
  const take = useWrite('forms.takeEdition')
  const [chosen, setChosen] = useState<OfferedFile | null>(null)
  const [waiting, setWaiting] = useState<{
    readonly file: FileToken
    readonly password: string | null
    readonly compared: EditionComparison
  } | null>(null)
  const tell = useTell()
  const choose = async (): Promise<void> => {
    const file = await files.choose('form')
    if (file !== null) await lookAt(file, null)
  }
  const lookAt = async (file: OfferedFile, password: string | null): Promise<void> => {
    setChosen(file)
    setWaiting(null)
    const compared = await compare.run({ formId, file: file.token, password })
    if (compared !== null) setWaiting({ file: file.token, password, compared })
  }
  const accept = async (): Promise<void> => {
    if (waiting === null) return
    const done = await take.run({ formId, file: waiting.file, password: waiting.password })
    if (done === null) return
    setWaiting(null)
    tell({ text: `「${done.fileName}」に差しかえました。前の版も残っています。` })
  }
  return (
    <Block title="市から新しい版が来たとき">
      <div className={styles.stack}>
        <p>新しいExcelを選ぶと、つないだ欄がどこへ動いたかを見くらべます。承知するまで、何も変わりません。</p>
        {wantsPassword(compare.error) && chosen !== null ? (
          <WorkbookPassword
            key={chosen.token}
            fileName={chosen.name}
            error={compare.error}
            busy={compare.busy}
            onOpen={(password) => void lookAt(chosen, password)}
          />
        ) : (
          <ErrorNotice
            error={compare.error ?? take.error ?? files.error}
            onClose={() => {
              compare.forget()
              take.forget()
              files.forget()
            }}
          />
        )}
        <Button busy={compare.busy || files.busy} onPress={() => void choose()}>
          新しい版のExcelを選ぶ
        </Button>
        {waiting === null ? null : (
          <div className={styles.compared}>
            <h3>{waiting.compared.fileName}</h3>
            <Comparison compared={waiting.compared} />
            <div className={styles.row}>
              <Button busy={take.busy} onPress={() => void accept()}>
                この版に差しかえる
              </Button>
              <Button look="quiet" onPress={() => setWaiting(null)}>
                やめる
              </Button>
            </div>
          </div>
        )}
      </div>
    </Block>
  )
}
