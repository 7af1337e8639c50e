import { useState } from 'react'
import { useFiles } from '#renderer/api/use-files.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { OfferedFile } from '#shared/contract/files.ts'
import type { FormSubject } from '#shared/contract/mapping-operations.ts'
import type {
  PriorChange,
  ReadBackForm,
  ReadFigure,
  UnreadFigure,
} from '#shared/contract/read-back-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { FormId } from '#shared/domain/ids.ts'
import styles from '../forms.module.css'
import { wantsPassword, WorkbookPassword } from '../workbook-password.tsx'

export interface ReadBackProps {
  readonly formId: FormId
  /** What the filled form is about; null while there is nothing to compare with. */
  readonly subject: FormSubject | null
  /** 第2回　令和8年10月7日, 令和7年度. */
  readonly about: string
  readonly addressee: string
}

interface Chosen {
  readonly file: OfferedFile
  readonly password: string | null
}

/** A form that was filled by hand, last year's for one: its figures are read, held against the records, and kept with the file. */
export function ReadBack({ formId, subject, about, addressee }: ReadBackProps) {
  const files = useFiles()
  const look = useWrite('readBacks.look')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [read, setRead] = useState<ReadBackForm | null>(null)
  const lookAt = async (file: OfferedFile, password: string | null): Promise<void> => {
    if (subject === null) return
    setChosen({ file, password })
    setRead(null)
    setRead(await look.run({ file: file.token, password, formId, subject }))
  }
  const choose = async (): Promise<void> => {
    const file = await files.choose('form')
    if (file !== null) await lookAt(file, null)
  }
  return (
    <Block title="手で書いたものを読みもどす" note="去年のファイルなど">
      <div className={styles.stack}>
        <p>
          この様式に手で書きこんだExcelから、数やことばを読みます。「{about}
          」の記録と見くらべ、出したものとして残せます。
        </p>
        {wantsPassword(look.error) && chosen !== null ? (
          <WorkbookPassword
            key={chosen.file.token}
            fileName={chosen.file.name}
            error={look.error}
            busy={look.busy}
            onOpen={(password) => void lookAt(chosen.file, password)}
          />
        ) : (
          <ErrorNotice
            error={look.error ?? files.error}
            onClose={() => {
              look.forget()
              files.forget()
            }}
          />
        )}
        <Button disabled={subject === null} busy={look.busy || files.busy} onPress={() => void choose()}>
          書きこまれたExcelを選ぶ
        </Button>
        {read === null || chosen === null || subject === null ? null : (
          <>
            <Figures read={read} />
            {read.prior.length === 0 ? null : <PriorTable prior={read.prior} about={about} />}
            <KeepIt
              key={chosen.file.token}
              given={{ file: chosen.file.token, password: chosen.password, formId, subject }}
              fileName={read.fileName}
              figures={read.prior.length}
              addressee={addressee}
              onKept={() => setRead(null)}
            />
          </>
        )}
      </div>
    </Block>
  )
}

/** 出席者[1].氏名 → 出席者 1　氏名. */
const fieldName = (field: string): string => field.replace(/\[([^\]]*)\]/, ' $1').replaceAll('.', '　')

const shown = (text: string): string => (text === '' ? '（空）' : text)

function Figures({ read }: { readonly read: ReadBackForm }) {
  const others = read.figures.filter((figure) => !figure.isSame)
  const same = read.figures.length - others.length
  return (
    <>
      <h3>{read.fileName}</h3>
      {read.figures.length === 0 ? (
        <Notice mark="lacking">
          読めたところがありません。この様式に書きこんだファイルか、確かめてください。
        </Notice>
      ) : (
        <p>
          {read.figures.length}か所を読みました。記録と同じところが{same}、ちがうところが{others.length}
          あります。
        </p>
      )}
      {read.moved.length === 0 ? null : (
        <Notice mark="late">
          様式のことばが、もとのところにありません（{read.moved.slice(0, 5).join('、')}
          ）。行が足されていると、読むところがずれます。下の表のセルを確かめてください。
        </Notice>
      )}
      {read.figures.length === 0 ? null : (
        <FigureTable figures={[...others, ...read.figures.filter(({ isSame }) => isSame)]} />
      )}
      {read.unread.length === 0 ? null : <UnreadList unread={read.unread} />}
    </>
  )
}

function FigureTable({ figures }: { readonly figures: readonly ReadFigure[] }) {
  return (
    <div className={styles.longTable}>
      <table className={styles.table} aria-label="読みもどしたところ">
        <thead>
          <tr>
            <th scope="col">項目</th>
            <th scope="col">セル</th>
            <th scope="col">ファイル</th>
            <th scope="col">つどいの記録</th>
            <th scope="col">くらべると</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.field}${figure.sheet}${figure.cell}`}>
              <th scope="row">{fieldName(figure.field)}</th>
              <td>{figure.cell}</td>
              <td>{shown(figure.text)}</td>
              <td>{shown(figure.recorded)}</td>
              <td>
                <Chip mark={figure.isSame ? 'same' : 'changed'}>{figure.isSame ? '同じ' : 'ちがう'}</Chip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What is kept as the figures of that year or month: old and new, before anything is written. */
function PriorTable({ prior, about }: { readonly prior: readonly PriorChange[]; readonly about: string }) {
  return (
    <section>
      <h3>
        「{about}」の、前からの数になるもの　{prior.length}件
      </h3>
      <p>
        出したものとして残すと、次の年度の様式（「前年度」の項目）と「年度のまとめ」に出ます。つどいの記録は変わりません。
      </p>
      <div className={styles.longTable}>
        <table className={styles.table} aria-label="前からの数になるもの">
          <thead>
            <tr>
              <th scope="col">項目</th>
              <th scope="col">いま残っている数</th>
              <th scope="col">残すと</th>
              <th scope="col">くらべると</th>
            </tr>
          </thead>
          <tbody>
            {prior.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{fieldName(field)}</th>
                <td>{shown(before)}</td>
                <td>{after}</td>
                <td>
                  <Chip mark={before === after ? 'same' : 'changed'}>
                    {before === after ? '同じ' : before === '' ? '新しい' : 'かわる'}
                  </Chip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function UnreadList({ unread }: { readonly unread: readonly UnreadFigure[] }) {
  return (
    <section>
      <h3>読めなかったところ　{unread.length}か所</h3>
      <ul className={styles.problems} aria-label="読めなかったところ">
        {unread.map(({ field, sheet, cell, text, why }) => (
          <li key={`${sheet}${cell}${field}${text}`}>
            <Chip mark="late">{field === '' ? sheet : fieldName(field)}</Chip>
            <span>
              {cell === '' ? '' : `${cell}に「${text}」とあります。`}
              {why}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface KeepItProps {
  readonly given: Parameters<ReturnType<typeof useWrite<'readBacks.look'>>['run']>[0]
  readonly fileName: string
  /** How many are kept as figures of that year or month. */
  readonly figures: number
  readonly addressee: string
  readonly onKept: () => void
}

/** The very file among what was handed in, on the day on which it was. */
function KeepIt({ given, fileName, figures, addressee, onKept }: KeepItProps) {
  const { today } = usePlace()
  const keep = useWrite('readBacks.keep')
  const tell = useTell()
  const [day, setDay] = useState(today)
  const [to, setTo] = useState(addressee)
  const [readable, setReadable] = useState(true)
  const act = async (): Promise<void> => {
    const kept = await keep.run({ ...given, submittedOn: day, addressee: to })
    if (kept === null) return
    const also = figures === 0 ? '' : `数${String(figures)}件は、前からの数になりました。`
    tell({
      text: `「${fileName}」を、${formatWareki(kept.submittedOn)}に出したものとして残しました。${also}`,
    })
    onKept()
  }
  return (
    <>
      <ErrorNotice error={keep.error} onClose={keep.forget} />
      <div className={styles.submitFields}>
        <JapaneseDateField
          label="出した日"
          value={day}
          near={today}
          onReadable={setReadable}
          onChange={(date) => {
            if (date !== null) setDay(date)
          }}
        />
        <TextField label="出した先" width="long" value={to} onChange={setTo} />
        <Button disabled={!readable} busy={keep.busy} onPress={() => void act()}>
          出したものとして残す
        </Button>
      </div>
    </>
  )
}
