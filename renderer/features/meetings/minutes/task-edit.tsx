import { useState } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ComboBox } from '#renderer/ui/combo-box.tsx'
import { KeyCap } from '#renderer/ui/key-cap.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { MeetingDetail, Task } from '#shared/contract/meeting-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { readDueDate } from '#shared/domain/due-date.ts'
import { taskStatuses, taskStatusNames, type TaskStatus } from '#shared/domain/meeting.ts'
import { dueWords } from '../due-words.ts'
import styles from './outcome.module.css'
import { ownerMeant, ownerWords, type TaskOwner } from './task-owner.ts'
import { useTaskOwners } from './use-task-owners.ts'

const statusChoices = taskStatuses.map((value) => ({ value, label: taskStatusNames[value] }))

export interface TaskEditProps {
  readonly task: Task
  readonly meeting: MeetingDetail
  readonly fresh: boolean
  readonly onClose: (back: boolean) => void
}

/** A 宿題 being written: its words, who does it, by when as it was said. Enter keeps it and goes back to the talk. */
export function TaskEdit({ task, meeting, fresh, onClose }: TaskEditProps) {
  const [text, setText] = useState(task.text)
  const [owner, setOwner] = useState(task.owner)
  const [taken, setTaken] = useState<TaskOwner | null>(null)
  const [due, setDue] = useState(task.dueText === '' && task.dueOn !== null ? dueWords(task) : task.dueText)
  const [status, setStatus] = useState<TaskStatus>(task.status)
  const save = useWrite('tasks.save')
  const mark = useWrite('tasks.setStatus')
  const remove = useWrite('tasks.remove')
  const add = useWrite('minutes.addTask')
  const tell = useTell()
  const owners = useTaskOwners(meeting)
  const meant = ownerMeant(owner, taken, owners, task)
  const reading = readDueDate(due, { promisedOn: meeting.heldOn, nextOn: meeting.nextOn })

  const keep = async (back: boolean): Promise<void> => {
    const fields = {
      text: text.trim() === '' ? task.text : text,
      owner,
      ...meant,
      ...reading,
    }
    const same =
      fields.text === task.text &&
      fields.owner === task.owner &&
      fields.ownerPersonId === task.ownerPersonId &&
      fields.ownerOrganizationId === task.ownerOrganizationId &&
      fields.dueOn === task.dueOn &&
      fields.dueText === task.dueText
    if (!same && !(await save.did({ taskId: task.id, task: fields }))) return
    if (status !== task.status && !(await mark.did({ taskId: task.id, status, why: '' }))) return
    onClose(back)
  }
  const takeAway = async (): Promise<void> => {
    if (!(await remove.did({ taskId: task.id }))) return
    const { agendaItemId, ownerPersonId, ownerOrganizationId, dueOn, dueText } = task
    tell({
      text: `宿題「${task.text}」を消しました。`,
      undo: () =>
        add.run({
          meetingId: meeting.id,
          agendaItemId,
          task: { text: task.text, owner: task.owner, ownerPersonId, ownerOrganizationId, dueOn, dueText },
        }),
    })
    onClose(true)
  }
  return (
    <form
      className={styles.taskForm}
      aria-label="宿題"
      onSubmit={(event) => {
        event.preventDefault()
        void keep(true)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing && !event.isDefaultPrevented())
          onClose(true)
      }}
    >
      <div className={styles.whole}>
        <TextField
          label="宿題"
          labelUnseen
          value={text}
          onChange={setText}
          autoFocus={!fresh}
          onEnter={() => void keep(true)}
        />
        <ComboBox
          label="担当（名前・かな・団体）"
          value={owner}
          autoFocus={fresh && task.owner === ''}
          onChange={setOwner}
          onTake={({ key }) => setTaken(owners.find((each) => each.key === key) ?? null)}
          suggestions={owners}
          hint={ownerWords(owner, meant)}
        />
      </div>
      <TextField
        label="いつまで"
        placeholder="9/30、次回、10月末"
        autoFocus={fresh && task.owner !== ''}
        value={due}
        onChange={setDue}
        onEnter={() => void keep(true)}
      />
      <Select label="ようす" width="full" value={status} choices={statusChoices} onChange={setStatus} />
      <ErrorNotice error={save.error ?? mark.error ?? remove.error} />
      <div className={styles.ways}>
        <Button small submits busy={save.busy || mark.busy}>
          残す <KeyCap>Enter</KeyCap>
        </Button>
        {reading.dueOn === null ? null : (
          <span className={styles.due} role="status">
            {formatWareki(reading.dueOn, 'long-with-weekday')}
          </span>
        )}
        <Button look="quiet" label={`宿題「${task.text}」を消す`} onPress={() => void takeAway()}>
          消す
        </Button>
      </div>
    </form>
  )
}
