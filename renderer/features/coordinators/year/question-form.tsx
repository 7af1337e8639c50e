import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { YearQuestion } from '#shared/contract/year-summary-operations.ts'
import styles from '../coordinators.module.css'

export interface QuestionFormProps {
  /** Null: a new one. */
  readonly question: YearQuestion | null
  readonly onDone: () => void
}

export function QuestionForm({ question, onDone }: QuestionFormProps) {
  const id = useId()
  const { fiscalYear } = usePlace()
  const [section, setSection] = useState(question?.section ?? '')
  const [text, setText] = useState(question?.text ?? '')
  const [asked, setAsked] = useState(false)
  const add = useWrite('yearSummary.addQuestion')
  const save = useWrite('yearSummary.saveQuestion')
  const send = async (): Promise<void> => {
    setAsked(true)
    if (text.trim() === '') return
    const given = { section, text }
    if (question === null) {
      if ((await add.run({ fiscalYear, question: given })) !== null) onDone()
    } else if (await save.did({ questionId: question.id, question: given })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
      <TextField label="まとまり" autoFocus value={section} onChange={setSection} />
      <TextField
        label="問い"
        required
        value={text}
        onChange={setText}
        error={asked && text.trim() === '' ? '問いを書いてください。' : null}
      />
      <div className={styles.end}>
        <Button submits id={`${id}-end`} busy={add.busy || save.busy}>
          {question === null ? 'この問いを加える' : 'この問いに直す'}
        </Button>
        <Button look="quiet" onPress={onDone}>
          やめる
        </Button>
      </div>
      <ErrorNotice error={add.error ?? save.error} />
    </EntryForm>
  )
}
