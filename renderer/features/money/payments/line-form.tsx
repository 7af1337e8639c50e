import { useId, useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { Payment, PaymentLine } from '#shared/contract/allowance-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import type { PaymentRunId } from '#shared/domain/ids.ts'
import record from '#renderer/ui/record-page.module.css'
import { TaxFields } from '../tax-fields.tsx'
import { YenField } from '../yen-field.tsx'

export interface LineFormProps {
  readonly runId: PaymentRunId
  readonly payment: Payment
  readonly line: PaymentLine
  readonly onDone: () => void
}

/** One day of one person set by hand, with the reason; or by the rule again. */
export function LineForm({ runId, payment, line, onDone }: LineFormProps) {
  const id = useId()
  const [base, setBase] = useState<number | null>(line.base)
  const [travel, setTravel] = useState<number | null>(line.travel)
  const [tax, setTax] = useState({ taxName: payment.taxName, taxRate: payment.taxRate })
  const [because, setBecause] = useState(line.changedBecause ?? '')
  const [readable, setReadable] = useState(true)
  const [asked, setAsked] = useState(false)
  const set = useWrite('payments.setLine')
  const send = async (): Promise<void> => {
    setAsked(true)
    if (because.trim() === '' || !readable) return
    const change = { base: base ?? 0, travel: travel ?? 0, ...tax, because }
    if (await set.did({ runId, attendanceId: line.attendanceId, change })) onDone()
  }
  const byRule = async (): Promise<void> => {
    if (await set.did({ runId, attendanceId: line.attendanceId, change: null })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={record.inlineForm} onSubmit={() => void send()}>
      <p className={record.wide}>
        <b>{payment.name}</b>　{formatWareki(line.heldOn)}の分
      </p>
      <YenField label="謝金（円）" autoFocus value={base} onChange={setBase} />
      <YenField label="費用弁償（円）" value={travel} onChange={setTravel} />
      <TaxFields tax={tax} onChange={setTax} onReadable={setReadable} />
      <TextField
        label="直すわけ"
        width="long"
        value={because}
        onChange={setBecause}
        error={asked && because.trim() === '' ? 'わけを書いてください。支払調書に載ります。' : null}
      />
      <Button submits id={`${id}-end`} busy={set.busy}>
        この額にする
      </Button>
      {line.changedBecause === null ? null : (
        <Button busy={set.busy} onPress={() => void byRule()}>
          きまりどおりに戻す
        </Button>
      )}
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={set.error} />
    </EntryForm>
  )
}
