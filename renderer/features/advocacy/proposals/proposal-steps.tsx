import { useId, useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { ProposalDetail, ProposalStep } from '#shared/contract/proposal-operations.ts'
import { type CalendarDate, formatWareki } from '#shared/domain/calendar-date.ts'
import styles from '#renderer/ui/record-page.module.css'

function StepLine({ step, today }: { readonly step: ProposalStep; readonly today: CalendarDate }) {
  const save = useWrite('proposals.saveStep')
  const remove = useWrite('proposals.removeStep')
  const { id, ...fields } = step
  return (
    <li>
      <span className={styles.wide}>{step.text}</span>
      {step.doneOn === null ? (
        <Chip mark={step.dueOn !== null && step.dueOn < today ? 'late' : 'soon'}>
          {step.dueOn === null ? 'これから' : `${formatWareki(step.dueOn)}まで`}
        </Chip>
      ) : (
        <Chip mark="done">{formatWareki(step.doneOn)}に済み</Chip>
      )}
      <Button
        look="quiet"
        label={step.doneOn === null ? `「${step.text}」を済みにする` : `「${step.text}」をまだに戻す`}
        busy={save.busy}
        onPress={() =>
          void save.run({ stepId: id, step: { ...fields, doneOn: step.doneOn === null ? today : null } })
        }
      >
        {step.doneOn === null ? '済みにする' : 'まだに戻す'}
      </Button>
      <Button
        look="quiet"
        label={`「${step.text}」を外す`}
        busy={remove.busy}
        onPress={() => void remove.run({ stepId: id })}
      >
        外す
      </Button>
      <ErrorNotice error={save.error ?? remove.error} />
    </li>
  )
}

/** その後: what follows from the answer, until it is done. */
export function ProposalSteps({ proposal }: { readonly proposal: ProposalDetail }) {
  const id = useId()
  const { today } = usePlace()
  const [text, setText] = useState('')
  const [dueOn, setDueOn] = useState<CalendarDate | null>(null)
  const add = useWrite('proposals.addStep')
  const send = async (): Promise<void> => {
    if (text.trim() === '') return
    if ((await add.run({ proposalId: proposal.id, step: { text, dueOn, doneOn: null } })) === null) return
    setText('')
    setDueOn(null)
  }
  return (
    <Block title="その後" minor className={styles.block}>
      <ul className={styles.lines}>
        {proposal.steps.map((step) => (
          <StepLine key={step.id} step={step} today={today} />
        ))}
      </ul>
      <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
        <TextField label="その後にすること" width="long" value={text} onChange={setText} />
        <JapaneseDateField label="いつまで" value={dueOn} near={today} onChange={setDueOn} />
        <Button submits id={`${id}-end`} busy={add.busy} disabled={text.trim() === ''}>
          その後に加える
        </Button>
      </EntryForm>
      <ErrorNotice error={add.error} />
    </Block>
  )
}
