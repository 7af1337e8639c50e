import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { sought, useSought } from '#renderer/api/use-sought.ts'
import { Button } from '#renderer/ui/button.tsx'
import { RadioGroup } from '#renderer/ui/choices.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import type { Task } from '#shared/contract/meeting-operations.ts'
import { type CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import { foldForSearch } from '#shared/domain/japanese-text.ts'
import { openTaskStatuses, taskStatusNames } from '#shared/domain/meeting.ts'
import type { TaskId } from '#shared/domain/ids.ts'
import { dueWords } from '../due-words.ts'
import { MeetingsTabs } from '../meetings-tabs.tsx'
import styles from '../year/year.module.css'
import { TaskPane } from './task-pane.tsx'
import own from './tasks.module.css'

type Which = 'open' | 'overdue' | 'office' | 'ended'
const whichChoices: readonly { readonly value: Which; readonly label: string }[] = [
  { value: 'open', label: '終わっていないもの' },
  { value: 'overdue', label: '期限をすぎたもの' },
  { value: 'office', label: '事務局の宿題' },
  { value: 'ended', label: '済んだもの' },
]

function isOpen(task: Task): boolean {
  return openTaskStatuses.includes(task.status)
}

function isOverdue(task: Task, today: CalendarDate): boolean {
  return isOpen(task) && task.dueOn !== null && task.dueOn < today
}

/** Of the office itself: 事務局, the office's name, or whoever answers for it. */
function isOffice(task: Task, names: readonly string[]): boolean {
  const owner = foldForSearch(task.owner)
  return owner !== '' && names.some((name) => name !== '' && (owner === name || owner.includes(name)))
}

function Due({ task, today }: { readonly task: Task; readonly today: CalendarDate }) {
  if (!isOpen(task)) return <Chip mark="done">{taskStatusNames[task.status]}</Chip>
  if (task.dueOn === null)
    return <span className="sub">{task.dueText === '' ? '期限なし' : task.dueText}</span>
  const days = daysBetween(today, task.dueOn)
  if (days < 0) return <Chip mark="late">{`${dueWords(task)}　${String(-days)}日すぎています`}</Chip>
  return <Chip mark={days <= 7 ? 'soon' : 'waiting'}>{`${dueWords(task)}　あと${String(days)}日`}</Chip>
}

function useShown(which: Which) {
  const { councilId, today } = usePlace()
  const tasks = useRead('tasks.list', { councilId, openOnly: which !== 'ended' }, { keepLast: true })
  const secretariat = useRead('secretariat.get', {})
  const office = ['事務局', secretariat.data?.officeName ?? '', secretariat.data?.staffName ?? '']
    .map(foldForSearch)
    .filter((each) => each !== '')
  const wanted = (task: Task): boolean => {
    switch (which) {
      case 'open':
        return isOpen(task)
      case 'overdue':
        return isOverdue(task, today)
      case 'office':
        return isOpen(task) && isOffice(task, office)
      case 'ended':
        return !isOpen(task)
    }
  }
  return { tasks, wanted }
}

/** 宿題: what was promised at the meetings, by whom and by when; overdue first. */
export function TasksPage() {
  const { council, councils, today } = usePlace()
  const [which, setWhich] = useState<Which>('open')
  const [chosen, setChosen] = useState<TaskId | null>(null)
  const { tasks, wanted } = useShown(which)
  const soughtId = useSought()
  const nameOf = new Map(councils.map((each) => [each.id, each.name]))
  return (
    <>
      <PageHead
        title="宿題"
        beside={<MeetingsTabs />}
        line={`${council?.name ?? 'すべての協議体'}で約束したことです。済むか、取りやめるまで、次の会議へ引きつがれます。`}
      />
      <div className={styles.page}>
        <RadioGroup<Which> label="見る宿題" value={which} choices={whichChoices} onChange={setWhich} />
        <Loaded read={tasks}>
          {(all) => {
            const list = all.filter(wanted)
            if (list.length === 0) return <Empty>ここに並ぶ宿題はありません。</Empty>
            return (
              <ul className={own.list} aria-label="宿題">
                {list.map((task) => (
                  <li key={task.id} className={own.task} {...sought(soughtId, task.id)}>
                    <div className={own.line}>
                      <span className={own.words}>
                        {task.text}
                        <span className="sub">
                          {council === null ? `${nameOf.get(task.councilId) ?? ''}　` : ''}
                          <Link
                            to="/meetings/$meetingId/$step"
                            params={{ meetingId: task.meetingId, step: 'minutes' }}
                          >
                            第{task.from.number}回
                          </Link>
                          から
                        </span>
                      </span>
                      <span className={own.owner}>
                        {task.owner === '' ? <Chip mark="lacking">担当なし</Chip> : <Name>{task.owner}</Name>}
                      </span>
                      <span className={own.due}>
                        <Due task={task} today={today} />
                      </span>
                      <Button
                        small
                        label={`${task.text}のようすを変える`}
                        onPress={() => setChosen(chosen === task.id ? null : task.id)}
                      >
                        {chosen === task.id ? '閉じる' : 'ようす'}
                      </Button>
                    </div>
                    {chosen === task.id ? <TaskPane task={task} onDone={() => setChosen(null)} /> : null}
                  </li>
                ))}
              </ul>
            )
          }}
        </Loaded>
      </div>
    </>
  )
}
