import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox, RadioGroup } from '#renderer/ui/choices.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { PayeeFields, PayeeRow } from '#shared/contract/allowance-operations.ts'
import { payWayNames, payWays } from '#shared/domain/allowance.ts'
import record from '#renderer/ui/record-page.module.css'
import { TaxFields } from '../tax-fields.tsx'
import { YenField } from '../yen-field.tsx'

function fieldsOf(payee: PayeeRow): PayeeFields {
  const { refusedOn, refusedBecause, way, organizationId, travel, taxName, taxRate, note } = payee
  return { refusedOn, refusedBecause, way, organizationId, travel, taxName, taxRate, note }
}

/** How one person is paid, apart from the rule: refusal, way, travel and tax of her own. */
export function PayeeForm({ payee, onDone }: { readonly payee: PayeeRow; readonly onDone: () => void }) {
  const id = useId()
  const { today } = usePlace()
  const groups = useRead('organizations.list', {})
  const [fields, setFields] = useState<PayeeFields>(fieldsOf(payee))
  const [readable, setReadable] = useState({ day: true, tax: true })
  const [asked, setAsked] = useState(false)
  const save = useWrite('payees.save')
  const set = (part: Partial<PayeeFields>): void => setFields((before) => ({ ...before, ...part }))
  const lacksGroup = fields.way === 'organization' && fields.organizationId === null
  const send = async (): Promise<void> => {
    setAsked(true)
    if (lacksGroup || !readable.day || !readable.tax) return
    if (await save.did({ personId: payee.personId, payee: fields })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={record.inlineForm} onSubmit={() => void send()}>
      <RadioGroup
        label="受けとりかた"
        autoFocus
        value={fields.way}
        onChange={(way) => set({ way })}
        choices={payWays.map((value) => ({ value, label: payWayNames[value] }))}
      />
      {fields.way !== 'organization' ? null : (
        <Select
          label="支払う団体"
          width="long"
          value={fields.organizationId}
          onChange={(organizationId) => set({ organizationId })}
          choices={(groups.data ?? []).map((group) => ({ value: group.id, label: group.name }))}
          error={asked && lacksGroup ? '団体を選んでください。' : null}
        />
      )}
      <YenField
        label="この方の費用弁償（円。きまりどおりなら空に）"
        value={fields.travel}
        onChange={(travel) => set({ travel })}
      />
      <div className={record.wide}>
        <Checkbox
          checked={fields.taxRate !== null}
          onChange={(own) => set(own ? { taxName: '', taxRate: 0 } : { taxName: null, taxRate: null })}
        >
          この方だけ、税の種類がちがう
        </Checkbox>
      </div>
      {fields.taxRate === null ? null : (
        <TaxFields
          tax={{ taxName: fields.taxName ?? '', taxRate: fields.taxRate }}
          onChange={(tax) => set(tax)}
          onReadable={(tax) => setReadable((before) => ({ ...before, tax }))}
        />
      )}
      <JapaneseDateField
        label="辞退の日（この日から払わない）"
        value={fields.refusedOn}
        near={today}
        onChange={(refusedOn) => set({ refusedOn })}
        onReadable={(day) => setReadable((before) => ({ ...before, day }))}
      />
      <TextField
        label="辞退のわけ"
        width="medium"
        value={fields.refusedBecause}
        onChange={(refusedBecause) => set({ refusedBecause })}
      />
      <Button submits id={`${id}-end`} busy={save.busy}>
        この内容に直す
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={save.error} />
    </EntryForm>
  )
}
