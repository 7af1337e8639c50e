import { useState } from 'react'
import { callOperation } from '#renderer/api/call.ts'
import { useFiles } from '#renderer/api/use-files.ts'
import { useMadeFile } from '#renderer/api/use-made-file.ts'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { PaperPreview } from '#renderer/ui/paper-preview.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import { letterFacts, type LetterTemplate, type UnknownField } from '#shared/contract/letter-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId, MeetingId } from '#shared/domain/ids.ts'
import { AddresseeChooser, type ChosenAddressees } from '../addressees/addressee-chooser.tsx'
import styles from './letter.module.css'
import { LetterNumber } from './letter-number.tsx'
import { LetterWording } from './letter-wording.tsx'

export interface LetterDeskProps {
  readonly template: LetterTemplate
  readonly councilId: CouncilId
  readonly meetingId: MeetingId | null
}

/** To whom each kind goes unless somebody else is chosen. */
const usualRecipients: Readonly<Record<LetterTemplate['kind'], string>> = {
  invitation: '会議に出る人',
  'recommendation-request': '委員を出している団体',
  'recommendation-form': '委員を出している団体',
  appointment: '委員の全員',
  'appointment-vertical': '委員の全員',
  acceptance: '委員の全員',
}

/** How long a person may type on before the paper beside is made anew. */
const restMs = 700

export function LetterDesk({ template, councilId, meetingId }: LetterDeskProps) {
  const { kind } = template
  const { today } = usePlace()
  const [issuedOn, setIssuedOn] = useState<CalendarDate | null>(today)
  const [replyBy, setReplyBy] = useState<CalendarDate | null>(null)
  const [documentNumber, setDocumentNumber] = useState('')
  const [to, setTo] = useState<ChosenAddressees | null>(null)
  const [wording, setWording] = useState({ subject: template.subject, body: template.body })
  const changed = wording.subject !== template.subject || wording.body !== template.body
  const check = useRead('letters.check', wording, { keepLast: true })
  const unknown = check.data ?? []
  const common = {
    kind,
    councilId,
    meetingId,
    issuedOn: issuedOn ?? today,
    replyBy,
    documentNumber,
    to: to === null ? null : { source: to.source, only: to.only === null ? null : [...to.only] },
  }
  const sample = { ...common, format: 'pdf', draft: wording } as const
  const { made, error } = useMadeFile(
    JSON.stringify(sample),
    () => callOperation('letters.make', sample),
    restMs,
  )
  const save = useWrite('letters.save')
  const make = useWrite('letters.make')
  const files = useFiles()
  const tell = useTell()
  const makeAll = async (format: 'pdf' | 'docx'): Promise<void> => {
    if (changed && !(await save.did({ kind, ...wording }))) return
    const file = await make.run({ ...common, format, draft: null })
    if (file !== null && (await files.save(file.token)) === 'saved') {
      tell({ text: `${letterFacts[kind].name}を${String(file.letters)}通作りました。` })
    }
  }
  const allOf = to !== null && to.only !== null ? '選んだ分' : '全員分'
  const problem = error ?? files.error ?? make.error ?? save.error
  return (
    <div className={styles.desk}>
      <div className={styles.words}>
        <div className={styles.facts}>
          <JapaneseDateField
            label="文書の日付"
            width="medium"
            near={today}
            value={issuedOn}
            onChange={setIssuedOn}
          />
          {kind === 'invitation' || kind === 'recommendation-request' ? (
            <JapaneseDateField
              label="返事の期限"
              width="medium"
              near={today}
              value={replyBy}
              onChange={setReplyBy}
            />
          ) : null}
        </div>
        <AddresseeChooser councilId={councilId} value={to} usual={usualRecipients[kind]} onChange={setTo} />
        <LetterNumber
          issuedOn={issuedOn ?? today}
          subject={letterFacts[kind].name}
          value={documentNumber}
          onChange={setDocumentNumber}
        />
        <UnknownFields unknown={unknown} />
        <LetterWording
          kind={kind}
          wording={wording}
          changed={changed}
          ownWording={template.changed}
          onChange={setWording}
          onSave={() => void save.did({ kind, ...wording })}
          saving={save.busy}
        />
        <div className={styles.ways}>
          <Button
            busy={make.busy || save.busy}
            disabled={unknown.length > 0}
            onPress={() => void makeAll('pdf')}
          >
            {allOf}をPDFにする
          </Button>
          <Button
            busy={make.busy || save.busy}
            disabled={unknown.length > 0}
            onPress={() => void makeAll('docx')}
          >
            {allOf}をWordにする
          </Button>
        </div>
      </div>
      <PaperPreview
        title={`${letterFacts[kind].name}（はじめの1通）`}
        pdf={made?.bytes ?? null}
        busy={files.busy}
        {...(problem === null ? {} : { problem: <ErrorNotice error={problem} /> })}
        onPrint={() => {
          if (made !== null) void files.print(made.file.token)
        }}
        onSavePdf={() => {
          if (made !== null) void files.save(made.file.token)
        }}
      />
    </div>
  )
}

function UnknownFields({ unknown }: { readonly unknown: readonly UnknownField[] }) {
  if (unknown.length === 0) return null
  return (
    <Notice mark="lacking">
      {unknown.map(({ field, nearest }) => (
        <p key={field}>
          <b>{`{${field}}`}</b>という項目はありません。
          {nearest === null ? null : <>{`{${nearest}}`}のことかもしれません。</>}
        </p>
      ))}
    </Notice>
  )
}
