import { useId, useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { YearOption } from '#shared/contract/year-summary-operations.ts'
import type { YearQuestionId } from '#shared/domain/ids.ts'
import styles from '../coordinators.module.css'

export interface OptionFormProps {
  readonly questionId: YearQuestionId
  /** Null: a new one. */
  readonly option: YearOption | null
  readonly onDone: () => void
}

const byHand = '-'

/** One line below a question: its words, and what is counted or typed there. */
export function OptionForm({ questionId, option, onDone }: OptionFormProps) {
  const id = useId()
  const figures = useRead('yearSummary.figures', {})
  const [label, setLabel] = useState(option?.label ?? '')
  const [figure, setFigure] = useState(option?.figure ?? '')
  const [typed, setTyped] = useState(option?.typed ?? '')
  const add = useWrite('yearSummary.addOption')
  const save = useWrite('yearSummary.saveOption')
  const send = async (): Promise<void> => {
    const given = { label, figure, typed }
    if (option === null) {
      if ((await add.run({ questionId, option: given })) !== null) onDone()
    } else if (await save.did({ optionId: option.id, option: given })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
      <TextField label="欄の名前" autoFocus value={label} onChange={setLabel} />
      <Select
        label="数えるもの"
        width="full"
        value={figure === '' ? byHand : figure}
        onChange={(value) => setFigure(value === byHand ? '' : value)}
        choices={[
          { value: byHand, label: '数えずに、手で書く' },
          ...(figures.data ?? []).map((each) => ({
            value: each.key,
            label: `${each.name}（${each.unit}）`,
          })),
        ]}
      />
      <TextField label={figure === '' ? '書く値' : '備考'} value={typed} onChange={setTyped} />
      <div className={styles.end}>
        <Button submits id={`${id}-end`} busy={add.busy || save.busy}>
          {option === null ? 'この欄を加える' : 'この欄に直す'}
        </Button>
        <Button look="quiet" onPress={onDone}>
          やめる
        </Button>
      </div>
      <ErrorNotice error={figures.error ?? add.error ?? save.error} />
    </EntryForm>
  )
}
