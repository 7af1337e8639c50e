import { useId, useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EntryForm } from '#renderer/ui/entry-form.tsx'
import { Chip, type MarkKind } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { NeedRow } from '#shared/contract/need-operations.ts'
import { type NeedStatus, needStatuses, needStatusNames, openNeedStatuses } from '#shared/domain/need.ts'
import styles from '#renderer/ui/record-page.module.css'

const marks: Readonly<Record<NeedStatus, MarkKind>> = {
  open: 'waiting',
  discussing: 'soon',
  developing: 'soon',
  settled: 'done',
  dropped: 'none',
}

export function NeedStatusChip({ need }: { readonly need: NeedRow }) {
  if (need.waitingFor !== null) return <Chip mark="waiting">答え待ち</Chip>
  return <Chip mark={marks[need.status]}>{needStatusNames[need.status]}</Chip>
}

/** How far it has come, and, where it ends, why. */
export function NeedStatusForm({ need, onDone }: { readonly need: NeedRow; readonly onDone: () => void }) {
  const id = useId()
  const [status, setStatus] = useState(need.status)
  const [because, setBecause] = useState(need.closedBecause)
  const save = useWrite('needs.setStatus')
  const ends = !openNeedStatuses.includes(status)
  const send = async (): Promise<void> => {
    if (await save.did({ needId: need.id, status, because: ends ? because : '' })) onDone()
  }
  return (
    <EntryForm id={id} endsAt={`${id}-end`} className={styles.inlineForm} onSubmit={() => void send()}>
      <RadioGroup
        label="状況"
        autoFocus
        value={status}
        onChange={setStatus}
        choices={needStatuses.map((value) => ({ value, label: needStatusNames[value] }))}
      />
      {ends ? (
        <TextField
          label="どうなったか、または見送るわけ"
          width="long"
          value={because}
          onChange={setBecause}
        />
      ) : null}
      <Button submits id={`${id}-end`} busy={save.busy}>
        状況を残す
      </Button>
      <Button look="quiet" onPress={onDone}>
        やめる
      </Button>
      <ErrorNotice error={save.error} />
    </EntryForm>
  )
}
