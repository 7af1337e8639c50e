import { useId, useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { Signatory } from '#shared/contract/proposal-operations.ts'
import styles from '#renderer/ui/record-page.module.css'

export interface SignatoryFieldsProps {
  readonly signatories: readonly Signatory[]
  readonly onChange: (signatories: Signatory[]) => void
}

/** 名をつらねる団体: those chosen, and a line to add one; a group of the roster brings its contact along. */
export function SignatoryFields({ signatories, onChange }: SignatoryFieldsProps) {
  const heading = useId()
  const groups = useRead('organizations.list', {})
  const [name, setName] = useState('')
  const [post, setPost] = useState('')
  const [person, setPerson] = useState('')
  const known = (groups.data ?? []).find((group) => group.name === name)
  const add = (): void => {
    if (name.trim() === '') return
    onChange([
      ...signatories,
      {
        organizationId: known?.id ?? null,
        name,
        post,
        person: person === '' ? (known?.contactName ?? '') : person,
      },
    ])
    setName('')
    setPost('')
    setPerson('')
  }
  return (
    <section aria-labelledby={heading} className={styles.wide}>
      <h3 id={heading}>名をつらねる団体</h3>
      <ul className={styles.lines}>
        {signatories.map((each, position) => (
          <li key={`${String(position)}${each.name}`}>
            <span className={styles.wide}>
              {[each.name, each.post, each.person].filter((part) => part !== '').join('　')}
            </span>
            <Button
              look="quiet"
              label={`${each.name}を外す`}
              onPress={() => onChange(signatories.filter((_, other) => other !== position))}
            >
              外す
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.inlineForm}>
        <ComboBox
          label="団体の名前"
          value={name}
          onChange={setName}
          suggestions={(groups.data ?? []).map((group) => ({ key: group.id, text: group.name }))}
        />
        <TextField label="役職" width="medium" value={post} onChange={setPost} />
        <TextField label="代表者の氏名" width="medium" value={person} onChange={setPerson} />
        <Button disabled={name.trim() === ''} onPress={add}>
          団体を加える
        </Button>
      </div>
    </section>
  )
}
