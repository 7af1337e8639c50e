import { useId, useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox, RadioGroup } from '#renderer/ui/choices.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { TransferSenderFields } from '#shared/contract/allowance-operations.ts'
import { accountKindNames, accountKinds, maskedNumber } from '#shared/domain/bank-account.ts'
import { toHalfWidthDigits } from '#shared/domain/japanese-text.ts'
import record from '#renderer/ui/record-page.module.css'

const blank: TransferSenderFields = {
  clientCode: '',
  nameKana: '',
  bankCode: '',
  bankKana: '',
  branchCode: '',
  branchKana: '',
  kind: 'ordinary',
  number: '',
  lineBreaks: true,
}

const lines = [
  ['clientCode', '委託者コード（銀行から）', 'medium'],
  ['nameKana', '振込依頼人のカナ', 'long'],
  ['bankCode', '銀行コード（4けた）', 'short'],
  ['bankKana', '銀行名のカナ', 'medium'],
  ['branchCode', '支店コード（3けた）', 'short'],
  ['branchKana', '支店名のカナ', 'medium'],
  ['number', '口座番号（7けた）', 'short'],
] as const
const digits: ReadonlySet<string> = new Set(['clientCode', 'bankCode', 'branchCode', 'number'])

function SenderForm({
  known,
  onDone,
}: {
  readonly known: TransferSenderFields | null
  readonly onDone: () => void
}) {
  const id = useId()
  const [fields, setFields] = useState(known ?? blank)
  const save = useWrite('payees.saveSender')
  const send = async (): Promise<void> => {
    if (await save.did({ sender: fields })) onDone()
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
          onChange={(value) =>
            setFields((before) => ({
              ...before,
              [key]: digits.has(key) ? toHalfWidthDigits(value) : value,
            }))
          }
        />
      ))}
      <RadioGroup
        label="預金の種類"
        value={fields.kind}
        onChange={(kind) => setFields((before) => ({ ...before, kind }))}
        choices={accountKinds.map((value) => ({ value, label: accountKindNames[value] }))}
      />
      <div className={record.wide}>
        <Checkbox
          checked={fields.lineBreaks}
          onChange={(lineBreaks) => setFields((before) => ({ ...before, lineBreaks }))}
        >
          ファイルの1行ごとに改行を付ける（銀行が「改行なし」と言うときは外す）
        </Checkbox>
      </div>
      <Button submits id={`${id}-end`} busy={save.busy}>
        この振込元を残す
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={save.error} />
    </EntryForm>
  )
}

/** 振込元: from which account the office pays, for the banks' file. */
export function SenderBlock() {
  const sender = useRead('payees.getSender', {})
  const [editing, setEditing] = useState(false)
  return (
    <Block
      title="振込元の口座"
      note="銀行に出す総合振込のファイルに使います"
      className={record.block}
      more={
        <Button small label="振込元の口座を直す" onPress={() => setEditing(true)}>
          直す
        </Button>
      }
    >
      <Loaded read={sender}>
        {(known) => (
          <>
            {known === null ? (
              <p className="sub">まだ入っていません。現金だけで払うときは、なくてかまいません。</p>
            ) : (
              <p>
                {known.nameKana}　{known.bankKana}　{known.branchKana}　{accountKindNames[known.kind]}{' '}
                {maskedNumber(known.number)}　{known.lineBreaks ? '改行あり' : '改行なし'}
              </p>
            )}
            {editing ? <SenderForm known={known} onDone={() => setEditing(false)} /> : null}
          </>
        )}
      </Loaded>
    </Block>
  )
}
