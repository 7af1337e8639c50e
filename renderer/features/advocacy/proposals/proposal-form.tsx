import { useEffect, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import type { ProposalDetail, ProposalFields } from '#shared/contract/proposal-operations.ts'
import type { CouncilId, ProposalId } from '#shared/domain/ids.ts'
import { proposalKindNames, proposalKinds } from '#shared/domain/proposal.ts'
import styles from '#renderer/ui/record-page.module.css'
import { SignatoryFields } from './signatory-fields.tsx'

export const proposalFormId = 'proposal-form'
export const proposalFormEnd = 'proposal-form-end'

export interface ProposalFormProps {
  /** Null: a new one. */
  readonly proposal: ProposalDetail | null
  readonly councilId: CouncilId
  readonly onBusy: (busy: boolean) => void
  readonly onDone: (proposalId: ProposalId) => void
}

function fieldsOf(proposal: ProposalDetail): ProposalFields {
  const { councilId, kind, title, addressee, documentNumber, writtenOn, reason, asks, answerDueOn } = proposal
  const signatories = proposal.signatories.map((each) => ({ ...each }))
  return {
    councilId,
    kind,
    title,
    addressee,
    documentNumber,
    writtenOn,
    reason,
    asks,
    answerDueOn,
    signatories,
  }
}

/** 文書番号: written by hand, or the next of the year taken with one key. */
function NumberField({
  fields,
  onChange,
}: {
  readonly fields: ProposalFields
  readonly onChange: (documentNumber: string) => void
}) {
  const take = useWrite('letters.takeNumber')
  const takeNext = async (): Promise<void> => {
    const subject = fields.title === '' ? proposalKindNames[fields.kind] : fields.title
    const taken = await take.run({ subject, issuedOn: fields.writtenOn })
    if (taken !== null) onChange(taken.text)
  }
  return (
    <>
      <TextField label="文書番号" value={fields.documentNumber} onChange={onChange} />
      <div>
        <Button busy={take.busy} disabled={fields.documentNumber !== ''} onPress={() => void takeNext()}>
          次の番号をとる
        </Button>
        <ErrorNotice error={take.error} />
      </div>
    </>
  )
}

export function ProposalForm({ proposal, councilId, onBusy, onDone }: ProposalFormProps) {
  const { councils, today } = usePlace()
  const secretariat = useRead('secretariat.get', {})
  const [fields, setFields] = useState<ProposalFields>(
    proposal === null
      ? {
          councilId,
          kind: 'request',
          title: '',
          addressee: '',
          documentNumber: '',
          writtenOn: today,
          reason: '',
          asks: '',
          answerDueOn: null,
          signatories: [],
        }
      : fieldsOf(proposal),
  )
  const [asked, setAsked] = useState(false)
  const [readable, setReadable] = useState({ written: true, due: true })
  const add = useWrite('proposals.add')
  const save = useWrite('proposals.save')
  useEffect(() => onBusy(add.busy || save.busy), [add.busy, save.busy, onBusy])
  const set = (part: Partial<ProposalFields>): void => setFields((before) => ({ ...before, ...part }))
  const addressee = fields.addressee || (proposal === null ? (secretariat.data?.addressee ?? '') : '')
  const send = async (): Promise<void> => {
    setAsked(true)
    if (fields.title.trim() === '' || !readable.written || !readable.due) return
    const given = { ...fields, addressee }
    if (proposal === null) {
      const added = await add.run({ proposal: given })
      if (added !== null) onDone(added.proposalId)
    } else if (await save.did({ proposalId: proposal.id, proposal: given })) onDone(proposal.id)
  }
  return (
    <EntryForm
      id={proposalFormId}
      endsAt={proposalFormEnd}
      className={styles.pane}
      onSubmit={() => void send()}
    >
      <ErrorNotice error={add.error ?? save.error} />
      <Block title={proposal === null ? '新しい提案・要望' : proposal.title}>
        <div className={styles.fields}>
          <RadioGroup
            label="どちらの書面か"
            value={fields.kind}
            onChange={(kind) => set({ kind })}
            choices={proposalKinds.map((value) => ({ value, label: proposalKindNames[value] }))}
          />
          {councils.length < 2 ? null : (
            <Select
              label="どの協議体から"
              width="full"
              value={fields.councilId}
              onChange={(value) => set({ councilId: value })}
              choices={councils.map((each) => ({ value: each.id, label: each.name }))}
            />
          )}
          <div className={styles.wide}>
            <TextField
              label="件名"
              required
              autoFocus
              value={fields.title}
              onChange={(title) => set({ title })}
              error={asked && fields.title.trim() === '' ? '件名を書いてください。' : null}
            />
          </div>
          <TextField label="宛先" value={addressee} onChange={(value) => set({ addressee: value })} />
          <JapaneseDateField
            label="書面の日付"
            value={fields.writtenOn}
            near={today}
            onChange={(day) => set({ writtenOn: day ?? today })}
            onReadable={(written) => setReadable((before) => ({ ...before, written }))}
          />
          <NumberField fields={fields} onChange={(documentNumber) => set({ documentNumber })} />
          <div className={styles.wide}>
            <TextArea
              label="趣旨・理由"
              lines={4}
              value={fields.reason}
              onChange={(reason) => set({ reason })}
            />
          </div>
          <div className={styles.wide}>
            <TextArea
              label="求めること（1行に一つ）"
              lines={3}
              value={fields.asks}
              onChange={(asks) => set({ asks })}
            />
          </div>
          <JapaneseDateField
            label="答えの期限"
            value={fields.answerDueOn}
            near={today}
            onChange={(answerDueOn) => set({ answerDueOn })}
            onReadable={(due) => setReadable((before) => ({ ...before, due }))}
          />
          <SignatoryFields
            signatories={fields.signatories}
            onChange={(signatories) => set({ signatories })}
          />
        </div>
      </Block>
    </EntryForm>
  )
}
