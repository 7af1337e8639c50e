import { useId, useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { BudgetItem, BudgetItemFields } from '#shared/contract/budget-operations.ts'
import { countedPaymentNames, countedPayments, type LedgerSide } from '#shared/domain/ledger.ts'
import record from '#renderer/ui/record-page.module.css'
import { YenField } from '../yen-field.tsx'

export interface ItemFormProps {
  /** Null: a new one. */
  readonly item: BudgetItem | null
  readonly fiscalYear: number
  readonly side: LedgerSide
  readonly onDone: () => void
}

/** 科目: its name, its budget, and whether the payments of 謝金 count into it. */
export function ItemForm({ item, fiscalYear, side, onDone }: ItemFormProps) {
  const id = useId()
  const [name, setName] = useState(item?.name ?? '')
  const [amount, setAmount] = useState<number | null>(item?.amount ?? null)
  const [counts, setCounts] = useState<BudgetItemFields['counts']>(item?.counts ?? 'none')
  const [note, setNote] = useState(item?.note ?? '')
  const [asked, setAsked] = useState(false)
  const add = useWrite('budget.addItem')
  const save = useWrite('budget.saveItem')
  const send = async (): Promise<void> => {
    setAsked(true)
    if (name.trim() === '') return
    const fields = { fiscalYear, side, name, amount: amount ?? 0, counts, note }
    if (item === null) {
      if ((await add.run({ item: fields })) !== null) onDone()
    } else if (await save.did({ itemId: item.id, item: fields })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={record.inlineForm} onSubmit={() => void send()}>
      <TextField
        label="科目"
        width="medium"
        autoFocus
        value={name}
        onChange={setName}
        error={asked && name.trim() === '' ? '科目を書いてください。' : null}
      />
      <YenField
        label="予算額（円）"
        least={-1_000_000_000}
        most={1_000_000_000_000}
        value={amount}
        onChange={setAmount}
      />
      {side === 'income' ? null : (
        <Select
          label="決算に数えるもの"
          value={counts}
          onChange={setCounts}
          choices={countedPayments.map((value) => ({ value, label: countedPaymentNames[value] }))}
        />
      )}
      <TextField label="備考" width="medium" value={note} onChange={setNote} />
      <Button submits id={`${id}-end`} busy={add.busy || save.busy}>
        {item === null ? 'この科目を加える' : 'この内容に直す'}
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={add.error ?? save.error} />
    </EntryForm>
  )
}
