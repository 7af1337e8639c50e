import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useFiles } from '#renderer/api/use-files.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { FormKind } from '#shared/contract/form-mapping.ts'
import type { SubmissionSummary } from '#shared/contract/report-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import styles from '../forms.module.css'
import type { SubjectInWork } from '../subject-field.tsx'
import { ManyAtOnce } from './many-at-once.tsx'
import { ReadBack } from './read-back.tsx'
import { SubmissionTable } from './submission-table.tsx'
import type { HandInWork } from './use-hand-in.ts'

export interface SubmitStepProps {
  readonly hand: HandInWork
  readonly kind: FormKind
  readonly subject: SubjectInWork
  readonly submissions: readonly SubmissionSummary[]
  /** Where the main button of the page stands. */
  readonly mainPlace: HTMLElement | null
}

/** 提出 to whom: as the office has it, until somebody writes otherwise. */
function useAddressee() {
  const secretariat = useRead('secretariat.get', {})
  const [typed, setTyped] = useState<string | null>(null)
  const office = secretariat.data
  const usual = [office?.addressee ?? '', office?.addresseeName ?? '']
    .filter((each) => each !== '')
    .join('　')
  return [typed ?? usual, setTyped] as const
}

/** 提出: the day, to whom, the password; the very bytes are kept. Everything handed in by this form below. */
export function SubmitStep({ hand, kind, subject, submissions, mainPlace }: SubmitStepProps) {
  const { today } = usePlace()
  const [addressee, setAddressee] = useAddressee()
  const [password, setPassword] = useState('')
  const [readable, setReadable] = useState(true)
  const submit = useWrite('handIns.submit')
  const fill = useWrite('handIns.fill')
  const files = useFiles()
  const tell = useTell()
  const { given } = hand
  const keep = async (): Promise<void> => {
    if (given === null) return
    const done = await submit.run({ ...given, password, addressee })
    if (done === null) return
    tell({ text: `${formatWareki(hand.submittedOn)}の提出として残しました（${done.file.name}）。` })
    await files.save(done.file.token)
  }
  const look = async (): Promise<void> => {
    if (given === null) return
    const file = await fill.run({ ...given, password })
    if (file !== null) await files.save(file.token)
  }
  return (
    <div className={styles.parts}>
      {mainPlace === null
        ? null
        : createPortal(
            <Button
              look="main"
              disabled={!readable || given === null}
              busy={submit.busy}
              onPress={() => void keep()}
            >
              提出として残す
            </Button>,
            mainPlace,
          )}
      <ErrorNotice
        error={submit.error ?? fill.error ?? files.error}
        onClose={() => {
          submit.forget()
          fill.forget()
          files.forget()
        }}
      />
      <Block title="提出" note="出したファイルをそのまま残します">
        {given === null ? (
          <Empty next="会議を準備してから、もう一度ひらいてください。">
            書きこむ会議が、まだありません。
          </Empty>
        ) : (
          <div className={styles.submitFields}>
            <JapaneseDateField
              label="提出の日"
              value={hand.submittedOn}
              near={today}
              onReadable={setReadable}
              onChange={(date) => {
                if (date !== null) hand.setSubmittedOn(date)
              }}
            />
            <TextField label="提出先" width="long" value={addressee} onChange={setAddressee} />
            <TextField
              label="開くときのパスワード"
              hint="市に求められたときだけ。忘れると、だれにも開けません。"
              width="medium"
              value={password}
              onChange={setPassword}
            />
            <Button busy={fill.busy} onPress={() => void look()}>
              残さずに、できあがりだけ保存する
            </Button>
          </div>
        )}
      </Block>
      <SubmissionTable submissions={submissions} />
      <ReadBack
        formId={hand.formId}
        subject={subject.chosen}
        about={subject.choices.find(({ value }) => value === subject.value)?.label ?? ''}
        addressee={addressee}
      />
      <ManyAtOnce hand={hand} kind={kind} choices={subject.choices} password={password} />
    </div>
  )
}
