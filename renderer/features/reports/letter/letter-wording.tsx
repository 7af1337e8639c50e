import { useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextArea, TextField } from '#renderer/ui/text-field.tsx'
import type { LetterKind } from '#shared/contract/letter-operations.ts'
import styles from './letter.module.css'

interface Wording {
  readonly subject: string
  readonly body: string
}

export interface LetterWordingProps {
  readonly kind: LetterKind
  readonly wording: Wording
  /** Differs from what is kept. */
  readonly changed: boolean
  /** What is kept is the office's own, not the shipped wording. */
  readonly ownWording: boolean
  readonly onChange: (wording: Wording) => void
  readonly onSave: () => void
  readonly saving: boolean
}

/** 件名 and 文面 as plain text, with the fields that may stand in them. */
export function LetterWording(props: LetterWordingProps) {
  const { kind, wording, changed, ownWording, onChange, onSave, saving } = props
  const [showsFields, setShowsFields] = useState(false)
  const reset = useWrite('letters.reset')
  return (
    <div className={styles.wording}>
      <TextField
        label="件名"
        value={wording.subject}
        onChange={(subject) => onChange({ ...wording, subject })}
      />
      <TextArea
        label="文面"
        hint="{ } の中は、記録から入ります。中身のない行は紙に出ません。「日時：」のように書くと、項目としてそろいます。"
        lines={14}
        value={wording.body}
        onChange={(body) => onChange({ ...wording, body })}
      />
      <div className={styles.ways}>
        <Button small disabled={!changed} busy={saving} onPress={onSave}>
          文面を残す
        </Button>
        {ownWording ? (
          <Button small look="quiet" busy={reset.busy} onPress={() => void reset.did({ kind })}>
            はじめの文面に戻す
          </Button>
        ) : null}
        <Button small look="quiet" onPress={() => setShowsFields(!showsFields)}>
          {showsFields ? '使える項目をしまう' : '使える項目を見る'}
        </Button>
      </div>
      <ErrorNotice error={reset.error} onClose={reset.forget} />
      {showsFields ? <FieldList /> : null}
    </div>
  )
}

function FieldList() {
  const fields = useRead('letters.fields', {})
  return (
    <dl className={styles.fields} aria-label="使える項目">
      {(fields.data ?? []).map(({ path, example }) => (
        <div key={path}>
          <dt>{`{${path}}`}</dt>
          <dd className="sub">{example}</dd>
        </div>
      ))}
    </dl>
  )
}
