import { useEffect, useRef } from 'react'
import { sought, useSought } from '#renderer/api/use-sought.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import type { MeetingDetail, Task } from '#shared/contract/meeting-operations.ts'
import { openTaskStatuses, taskStatusNames } from '#shared/domain/meeting.ts'
import { dueWords } from '../due-words.ts'
import styles from './outcome.module.css'
import { TaskEdit } from './task-edit.tsx'

export interface TaskLineProps {
  readonly task: Task
  readonly meeting: MeetingDetail
  readonly open: boolean
  /** It has just come from the talk: its words stand, who and when are still to be said. */
  readonly fresh: boolean
  readonly now: boolean
  readonly onOpen: () => void
  readonly onClose: (back: boolean) => void
}

/** A 宿題: what, who, by when; pressed, it is written in place. */
export function TaskLine({ task, meeting, open, fresh, now, onOpen, onClose }: TaskLineProps) {
  const ended = !openTaskStatuses.includes(task.status)
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (open) line.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <li
      ref={line}
      data-now={now ? '' : undefined}
      className={classNames(styles.line, now && styles.now)}
      {...sought(useSought(), task.id)}
    >
      {open && !meeting.locked ? (
        <TaskEdit task={task} meeting={meeting} fresh={fresh} onClose={onClose} />
      ) : (
        <button type="button" className={styles.open} disabled={meeting.locked} onClick={onOpen}>
          <span className="unseen">宿題を直す　</span>
          {task.text}
          <span className={styles.meta}>
            <span>
              {task.owner === '' ? <Chip mark="lacking">担当なし</Chip> : <Name>{task.owner}</Name>}
            </span>
            <span>{ended ? <Chip mark="done">{taskStatusNames[task.status]}</Chip> : dueWords(task)}</span>
          </span>
        </button>
      )}
    </li>
  )
}
