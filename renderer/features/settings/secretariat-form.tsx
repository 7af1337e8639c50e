import { useState } from 'react'
import type { Secretariat } from '#shared/contract/council-operations.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import { secretariatFormEnd, secretariatFormId } from './form-ids.ts'
import styles from './settings.module.css'

interface Line {
  readonly key: keyof Secretariat
  readonly label: string
  readonly needed?: string
  readonly placeholder?: string
}

const office: readonly Line[] = [
  { key: 'officeName', label: '事務局の名前', needed: '事務局の名前を書いてください。' },
  { key: 'representative', label: '代表者の職・氏名', placeholder: '会長　山田　太郎' },
  { key: 'staffName', label: '担当者' },
  { key: 'postalCode', label: '郵便番号' },
  { key: 'address', label: '住所' },
  { key: 'phone', label: '電話' },
  { key: 'fax', label: 'ＦＡＸ' },
  { key: 'email', label: 'メール' },
]
const city: readonly Line[] = [
  { key: 'cityName', label: '市区町村', needed: '市区町村の名前を書いてください。' },
  { key: 'addressee', label: '報告の宛先', needed: '宛先を書いてください。', placeholder: '青羽市長' },
  { key: 'addresseeName', label: '宛先の氏名' },
  { key: 'department', label: '担当課' },
]

/** What stands on every letter and report. */
export function SecretariatForm({ first }: { readonly first: Secretariat }) {
  const [fields, setFields] = useState(first)
  const [asked, setAsked] = useState(false)
  const save = useWrite('secretariat.save')
  const tell = useTell()
  const isMissing = (line: Line): boolean => line.needed !== undefined && fields[line.key].trim() === ''
  const send = async (): Promise<void> => {
    setAsked(true)
    if ([...office, ...city].some(isMissing)) return
    const done = await save.attempt(fields)
    if (!done.ok) return
    tell({
      text: '事務局のことを直しました。これから作る書類に使います。',
      undo: async () => {
        const back = await save.attempt(first)
        if (back.ok) setFields(first)
      },
    })
  }
  const field = (line: Line) => (
    <TextField
      key={line.key}
      label={line.label}
      required={line.needed !== undefined}
      value={fields[line.key]}
      onChange={(value) => setFields({ ...fields, [line.key]: value })}
      error={asked && isMissing(line) ? line.needed : null}
      {...(line.placeholder === undefined ? {} : { placeholder: line.placeholder })}
    />
  )
  return (
    <EntryForm
      id={secretariatFormId}
      endsAt={secretariatFormEnd}
      className={styles.twoColumns}
      onSubmit={() => void send()}
    >
      <ErrorNotice error={save.error} onClose={save.forget} />
      <Block title="事務局">
        <div className={styles.fields}>{office.map(field)}</div>
      </Block>
      <Block title="市と宛先">
        <div className={styles.fields}>{city.map(field)}</div>
      </Block>
    </EntryForm>
  )
}
