import { Link } from '@tanstack/react-router'
import type { Home } from '#shared/contract/home-operations.ts'
import type { Task } from '#shared/contract/meeting-operations.ts'
import { type CalendarDate, daysBetween, formatMonthDay } from '#shared/domain/calendar-date.ts'
import { Chip } from '#renderer/ui/mark.tsx'
import { lackWords } from './lack-words.ts'
import { TwoLineBlock, type TwoLines } from './two-line-list.tsx'

/** From so many days before the day a task counts as near. */
const near = 14

function dueChip(dueOn: CalendarDate, today: CalendarDate) {
  const left = daysBetween(today, dueOn)
  if (left < 0) return <Chip mark="late">{-left}日過ぎ</Chip>
  if (left === 0) return <Chip mark="soon">きょうまで</Chip>
  return <Chip mark={left <= near ? 'soon' : 'waiting'}>あと{left}日</Chip>
}

function taskRow(task: Task, today: CalendarDate): TwoLines {
  return {
    key: task.id,
    title: task.text,
    chip:
      task.dueOn === null ? (
        <Chip mark="waiting">{task.dueText || '期限なし'}</Chip>
      ) : (
        dueChip(task.dueOn, today)
      ),
    who: task.owner === '' ? '担当がまだ決まっていません' : task.owner,
    when: task.dueOn === null ? `第${task.from.number}回から` : formatMonthDay(task.dueOn),
  }
}

function unfinishedRow(meeting: Home['unfinished'][number], today: CalendarDate): TwoLines {
  const lack = meeting.lacks[0]
  const what = lack === undefined || lack.step !== 'report' ? '議事録' : '報告'
  return {
    key: meeting.id,
    title: (
      <Link
        to="/meetings/$meetingId/$step"
        params={{ meetingId: meeting.id, step: what === '報告' ? 'report' : 'minutes' }}
      >
        第{meeting.number}回の{what}
      </Link>
    ),
    chip: <Chip mark="lacking">{daysBetween(meeting.heldOn, today)}日たちました</Chip>,
    who: lack === undefined ? '' : lackWords(lack),
    when: formatMonthDay(meeting.heldOn),
  }
}

/** 期限: overdue first, with meetings whose minutes or report wait for us. */
export function DueBlock({ home, today }: { readonly home: Home; readonly today: CalendarDate }) {
  const late = home.tasks.filter((task) => task.dueOn !== null && task.dueOn < today)
  const others = home.tasks.filter((task) => !late.includes(task))
  const rows = [
    ...late.map((task) => taskRow(task, today)),
    ...home.unfinished.map((meeting) => unfinishedRow(meeting, today)),
    ...others.map((task) => taskRow(task, today)),
  ]
  return (
    <TwoLineBlock
      title="期限"
      rows={rows}
      total={home.openTaskCount + home.unfinished.length}
      empty="期限のあるものはありません。議事録で決めた宿題が、ここに並びます。"
    />
  )
}
