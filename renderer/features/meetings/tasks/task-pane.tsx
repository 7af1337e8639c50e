import { useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { Task } from '#shared/contract/meeting-operations.ts'
import type { TaskEvent } from '#shared/contract/minutes-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { taskStatuses, taskStatusNames, type TaskStatus } from '#shared/domain/meeting.ts'
import own from './tasks.module.css'

const statusChoices = taskStatuses.map((value) => ({ value, label: taskStatusNames[value] }))

function eventWords(event: TaskEvent): string {
  switch (event.what) {
    case 'added':
      return '書いた'
    case 'carried':
      return `第${String(event.meetingNumber ?? 0)}回の会議へ引きついだ`
    case 'changed':
      return 'ことば・担当・期限を直した'
    case 'status':
      return [event.status === null ? '' : `「${taskStatusNames[event.status]}」にした`, event.because]
        .filter((each) => each !== '')
        .join('：')
  }
}

/** What has become of a task: its state, why, and how it went so far. */
export function TaskPane({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const [status, setStatus] = useState<TaskStatus>(task.status)
  const [why, setWhy] = useState('')
  const mark = useWrite('tasks.setStatus')
  const history = useRead('tasks.history', { taskId: task.id })
  const tell = useTell()
  const before = task.status
  const keep = async (): Promise<void> => {
    if (!(await mark.did({ taskId: task.id, status, why }))) return
    tell({
      text: `「${task.text}」を${taskStatusNames[status]}にしました。`,
      undo: () => mark.run({ taskId: task.id, status: before, why: '' }),
    })
    onDone()
  }
  return (
    <div className={own.pane} role="group" aria-label={`${task.text}のようす`}>
      <RadioGroup label="ようす" value={status} choices={statusChoices} onChange={setStatus} />
      <TextField label="わけ・結果" value={why} onChange={setWhy} onEnter={() => void keep()} />
      <div className={own.ways}>
        <Button small busy={mark.busy} onPress={() => void keep()}>
          残す
        </Button>
      </div>
      <ErrorNotice error={mark.error} onClose={mark.forget} />
      <ol className={own.history} aria-label="これまで">
        {(history.data ?? []).map((event, place) => (
          <li key={place}>
            <span className="sub">{formatWareki(event.on)}</span>　{eventWords(event)}
            {event.who === '' ? null : <span className="sub">（{event.who}）</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}
