import { useEffect, useRef } from 'react'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { AgendaItemId, DecisionId, TaskId } from '#shared/domain/ids.ts'
import { DecisionLine } from './decision-line.tsx'
import { NextMeeting } from './next-meeting.tsx'
import styles from './outcome.module.css'
import { TaskLine } from './task-line.tsx'

/** What was opened for writing at the right: a decision or a task. `fresh`: it has just come from the talk. */
export type OpenOutcome =
  | { readonly what: 'decision'; readonly id: DecisionId; readonly fresh: boolean }
  | { readonly what: 'task'; readonly id: TaskId; readonly fresh: boolean }

export interface OutcomeColumnProps {
  readonly meeting: MeetingDetail
  readonly current: AgendaItemId | null
  readonly open: OpenOutcome | null
  readonly onOpen: (open: OpenOutcome) => void
  /** Closes what is open; `back` takes the focus to the box for the next line. */
  readonly onClose: (back: boolean) => void
}

/** What came of the talk: decisions, tasks, and when to meet again. */
export function OutcomeColumn({ meeting, current, open, onOpen, onClose }: OutcomeColumnProps) {
  const ofItem = meeting.tasks.filter((task) => task.agendaItemId === current).length
  const decisions = useRef<HTMLOListElement>(null)
  const tasks = useRef<HTMLOListElement>(null)
  // What belongs to the item being talked about comes into sight with it.
  useEffect(() => {
    for (const list of [decisions.current, tasks.current]) {
      const own = list?.querySelectorAll<HTMLElement>('[data-now]') ?? []
      own[own.length - 1]?.scrollIntoView({ block: 'nearest' })
    }
  }, [current])
  const citation = new Map(meeting.agenda.map((item) => [item.id, item.citation]))
  return (
    <section className={styles.outcome} aria-label="決まったこと" data-open={open?.what}>
      <div className={styles.rule}>
        <h2>決定事項</h2>
        <span className="sub">{meeting.decisions.length}</span>
      </div>
      <ol ref={decisions} aria-label="決定事項" className={styles.list}>
        {meeting.decisions.map((decision) => (
          <DecisionLine
            key={decision.id}
            decision={decision}
            citation={citation.get(decision.agendaItemId) ?? ''}
            meeting={meeting}
            open={open?.what === 'decision' && open.id === decision.id}
            now={decision.agendaItemId === current}
            onOpen={() => onOpen({ what: 'decision', id: decision.id, fresh: false })}
            onClose={onClose}
          />
        ))}
      </ol>
      <div className={styles.rule}>
        <h2>宿題</h2>
        <span className="sub">
          この議題 {ofItem}／全部 {meeting.tasks.length}
        </span>
      </div>
      <ol ref={tasks} aria-label="宿題" className={styles.list}>
        {meeting.tasks.map((task) => (
          <TaskLine
            key={task.id}
            task={task}
            meeting={meeting}
            open={open?.what === 'task' && open.id === task.id}
            fresh={open?.fresh === true}
            now={task.agendaItemId === current}
            onOpen={() => onOpen({ what: 'task', id: task.id, fresh: false })}
            onClose={onClose}
          />
        ))}
      </ol>
      <NextMeeting meeting={meeting} />
    </section>
  )
}
