import { useId, useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { AccountOwner, BankAccountFields } from '#shared/contract/allowance-operations.ts'
import { accountKindNames, accountKinds } from '#shared/domain/bank-account.ts'
import { toHalfWidthDigits } from '#shared/domain/japanese-text.ts'
import record from '#renderer/ui/record-page.module.css'

export interface AccountFormProps {
  readonly owner: AccountOwner
  readonly onDone: () => void
}

const blank: BankAccountFields = {
  bankName: '',
  bankCode: '',
  bankKana: '',
  branchName: '',
  branchCode: '',
  branchKana: '',
  kind: 'ordinary',
  number: '',
  holderKana: '',
}

const lines = [
  ['bankName', '銀行の名前', 'medium'],
  ['bankCode', '銀行コード（4けた）', 'short'],
  ['bankKana', '銀行名のカナ', 'medium'],
  ['branchName', '支店の名前', 'medium'],
  ['branchCode', '支店コード（3けた）', 'short'],
  ['branchKana', '支店名のカナ', 'medium'],
] as const

const digits: ReadonlySet<string> = new Set(['bankCode', 'branchCode', 'number'])

/** The whole number is read only when this form is opened: nowhere else is it shown. */
export function AccountForm({ owner, onDone }: AccountFormProps) {
  const account = useRead('payees.showAccount', { owner })
  return <Loaded read={account}>{(known) => <Fields owner={owner} known={known} onDone={onDone} />}</Loaded>
}

function Fields({ owner, known, onDone }: AccountFormProps & { readonly known: BankAccountFields | null }) {
  const id = useId()
  const [fields, setFields] = useState<BankAccountFields>(known ?? blank)
  const save = useWrite('payees.saveAccount')
  const remove = useWrite('payees.removeAccount')
  const set = (key: keyof BankAccountFields, value: string): void =>
    setFields((before) => ({ ...before, [key]: digits.has(key) ? toHalfWidthDigits(value) : value }))
  const send = async (): Promise<void> => {
    if (await save.did({ owner, account: fields })) onDone()
  }
  const takeAway = async (): Promise<void> => {
    if (await remove.did({ owner })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={record.inlineForm} onSubmit={() => void send()}>
      {lines.map(([key, label, width], position) => (
        <TextField
          key={key}
          label={label}
          width={width}
          autoFocus={position === 0}
          value={fields[key]}
          onChange={(value) => set(key, value)}
        />
      ))}
      <RadioGroup
        label="預金の種類"
        value={fields.kind}
        onChange={(kind) => setFields((before) => ({ ...before, kind }))}
        choices={accountKinds.map((value) => ({ value, label: accountKindNames[value] }))}
      />
      <TextField
        label="口座番号（7けた）"
        width="short"
        value={fields.number}
        onChange={(value) => set('number', value)}
      />
      <TextField
        label="口座名義のカナ"
        width="medium"
        value={fields.holderKana}
        onChange={(value) => set('holderKana', value)}
      />
      <Button submits id={`${id}-end`} busy={save.busy}>
        この口座を残す
      </Button>
      {known === null ? null : (
        <Button busy={remove.busy} onPress={() => void takeAway()}>
          口座を消す
        </Button>
      )}
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={save.error ?? remove.error} />
    </EntryForm>
  )
}
