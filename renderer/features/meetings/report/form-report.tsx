import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useFiles } from '#renderer/api/use-files.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { FormCheck, FormSummary } from '#shared/contract/report-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { CheckTable } from './check-table.tsx'
import styles from './report.module.css'
import { SubmissionList } from './submission-list.tsx'

function CheckSummary({ check }: { readonly check: FormCheck }) {
  const { problems, values } = check
  if (problems.length === 0) {
    return <Notice mark="done">{values.length}の欄に書きこみます。気になるところはありません。</Notice>
  }
  return (
    <Notice mark="lacking">
      {values.length}の欄に書きこみます。提出の前に見てほしいところが{problems.length}あります。
    </Notice>
  )
}

/** 提出先 as the office has it: 青羽市長　○○. */
function useAddressee() {
  const secretariat = useRead('secretariat.get', {})
  const [typed, setTyped] = useState<string | null>(null)
  const office = secretariat.data
  const usual =
    office === undefined
      ? ''
      : [office.addressee, office.addresseeName].filter((each) => each !== '').join('　')
  return [typed ?? usual, setTyped] as const
}

export interface FormReportProps {
  readonly meeting: MeetingDetail
  readonly form: FormSummary
  /** Where the main button of the page stands. */
  readonly mainPlace: HTMLElement | null
}

/** The city's form: what will be written into it, what to look at before, the file, and its 提出. */
export function FormReport({ meeting, form, mainPlace }: FormReportProps) {
  const { today } = usePlace()
  const [submittedOn, setSubmittedOn] = useState(today)
  const [addressee, setAddressee] = useAddressee()
  const [readable, setReadable] = useState(true)
  const given = { formId: form.id, meetingId: meeting.id, submittedOn }
  const check = useRead('forms.check', given, { keepLast: true })
  const fill = useWrite('forms.fill')
  const submit = useWrite('forms.submit')
  const files = useFiles()
  const tell = useTell()
  const saveFilled = async (): Promise<void> => {
    const file = await fill.run(given)
    if (file !== null) await files.save(file.token)
  }
  const keepSubmission = async (): Promise<void> => {
    const done = await submit.run({ ...given, addressee })
    if (done === null) return
    tell({ text: `${formatWareki(submittedOn)}の提出として残しました（${done.file.name}）。` })
    await files.save(done.file.token)
  }
  return (
    <div className={styles.form}>
      {mainPlace === null
        ? null
        : createPortal(
            <Button look="main" disabled={!readable} busy={submit.busy} onPress={() => void keepSubmission()}>
              提出として残す
            </Button>,
            mainPlace,
          )}
      <Block
        title={form.name}
        note={form.fileName}
        more={
          <Button small busy={fill.busy} onPress={() => void saveFilled()}>
            できあがりを保存する
          </Button>
        }
      >
        <ErrorNotice
          error={fill.error ?? submit.error ?? files.error}
          onClose={() => {
            fill.forget()
            submit.forget()
            files.forget()
          }}
        />
        <div className={styles.submitFields}>
          <JapaneseDateField
            label="提出の日"
            value={submittedOn}
            near={today}
            onReadable={setReadable}
            onChange={(date) => {
              if (date !== null) setSubmittedOn(date)
            }}
          />
          <TextField label="提出先" width="long" value={addressee} onChange={setAddressee} />
        </div>
      </Block>
      <SubmissionList meetingId={meeting.id} formName={form.name} />
      <Block title="提出前チェック">
        <ErrorNotice error={check.error} onAgain={check.again} />
        {check.data === undefined ? (
          check.error === null ? (
            <p className="sub">様式に書きこむ内容を確かめています…</p>
          ) : null
        ) : (
          <>
            <CheckSummary check={check.data} />
            <CheckTable check={check.data} />
          </>
        )}
      </Block>
    </div>
  )
}
