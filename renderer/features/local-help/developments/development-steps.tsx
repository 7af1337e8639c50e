import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { Development, DevelopmentStep } from '#shared/contract/development-operations.ts'
import { type CalendarDate, formatMonthDay, formatWareki } from '#shared/domain/calendar-date.ts'
import styles from '#renderer/ui/record-page.module.css'

function StepLine({ step, today }: { readonly step: DevelopmentStep; readonly today: CalendarDate }) {
  const save = useWrite('developments.saveStep')
  const remove = useWrite('developments.removeStep')
  const { id: stepId, text, dueOn, doneOn } = step
  const mark = doneOn === null ? (dueOn !== null && dueOn < today ? 'late' : 'waiting') : 'done'
  return (
    <li>
      <Chip mark={mark}>
        {doneOn !== null
          ? `${formatMonthDay(doneOn)}に済み`
          : dueOn === null
            ? '期限なし'
            : `${formatWareki(dueOn)}まで`}
      </Chip>
      <span className={styles.wide}>{text}</span>
      <Button
        small
        label={doneOn === null ? `「${text}」を済みにする` : `「${text}」をまだに戻す`}
        onPress={() =>
          void save.run({ stepId, step: { text, dueOn, doneOn: doneOn === null ? today : null } })
        }
      >
        {doneOn === null ? '済みにする' : 'まだに戻す'}
      </Button>
      <Button look="quiet" label={`「${text}」を消す`} onPress={() => void remove.run({ stepId })}>
        消す
      </Button>
      <ErrorNotice error={save.error ?? remove.error} />
    </li>
  )
}

/** 段取り: what has to be done, by when, and what was done. */
export function DevelopmentSteps({ development }: { readonly development: Development }) {
  const id = useId()
  const { today } = usePlace()
  const [text, setText] = useState('')
  const [dueOn, setDueOn] = useState<CalendarDate | null>(null)
  const add = useWrite('developments.addStep')
  const send = async (): Promise<void> => {
    if (text.trim() === '') return
    const step = { text, dueOn, doneOn: null }
    if ((await add.run({ developmentId: development.id, step })) === null) return
    setText('')
    setDueOn(null)
  }
  return (
    <>
      <ul className={styles.lines}>
        {development.steps.map((step) => (
          <StepLine key={step.id} step={step} today={today} />
        ))}
      </ul>
      <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
        <TextField label="次にすること" width="long" value={text} onChange={setText} />
        <JapaneseDateField label="いつまでに" value={dueOn} near={today} onChange={setDueOn} />
        <Button submits id={`${id}-end`} busy={add.busy}>
          段取りに加える
        </Button>
        <ErrorNotice error={add.error} />
      </EntryForm>
    </>
  )
}
