import { useState } from 'react'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { InputOf } from '#shared/contract/contract.ts'
import type { CarryOver, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { agendaKindNames, agendaOutcomeNames } from '#shared/domain/meeting.ts'
import { dueWords } from '../due-words.ts'
import { meetingTitle } from '../meeting-words.ts'
import styles from './prepare.module.css'

type Taken = Pick<InputOf<'meetings.takeCarryOver'>, 'items' | 'tasks'>

const nothing: Taken = { items: [], tasks: [] }

/** All of it at once: items moved on, tasks carried. */
function everything(carryOver: CarryOver): Taken {
  return {
    items: carryOver.items.map((item) => ({ agendaItemId: item.id, how: 'moved', why: '' })),
    tasks: carryOver.tasks.map((task) => ({ taskId: task.id, how: 'carried', why: '' })),
  }
}

/** Asks in place why something ends here: nothing disappears without a word. */
function EndHere({ what, onEnd }: { readonly what: string; readonly onEnd: (why: string) => void }) {
  const [why, setWhy] = useState<string | null>(null)
  if (why === null) {
    return (
      <Button look="quiet" label={`${what}を終える`} onPress={() => setWhy('')}>
        終える
      </Button>
    )
  }
  const end = (): void => {
    if (why.trim() !== '') onEnd(why)
  }
  return (
    <span className={styles.why}>
      <TextField
        label={`${what}を終えるわけ`}
        labelUnseen
        placeholder="終えるわけ"
        value={why}
        autoFocus
        onChange={setWhy}
        onEnter={end}
        onKey={(event) => {
          if (event.key === 'Escape') setWhy(null)
        }}
      />
      <Button small disabled={why.trim() === ''} onPress={end}>
        終える
      </Button>
    </span>
  )
}

interface TrayRowsProps {
  readonly carryOver: CarryOver
  readonly onTake: (taken: Taken, told: string) => void
}

function ItemRows({ carryOver, onTake }: TrayRowsProps) {
  return carryOver.items.map((item) => {
    const take = (how: 'moved' | 'copied' | 'ended', why: string, told: string): void =>
      onTake({ ...nothing, items: [{ agendaItemId: item.id, how, why }] }, told)
    return (
      <li key={item.id} className={styles.trayRow}>
        <span className={styles.trayWords}>
          {item.title}
          <span className="sub">
            議題・{agendaKindNames[item.kind]}　{meetingTitle(item.from)}　{agendaOutcomeNames[item.outcome]}
          </span>
        </span>
        <span className={styles.trayWays}>
          <Button
            small
            label={`${item.title}をこの会議へ移す`}
            onPress={() => take('moved', '', '議題を移しました。')}
          >
            移す
          </Button>
          <Button
            small
            label={`${item.title}を前回に残して写す`}
            onPress={() => take('copied', '', '議題を写しました。')}
          >
            残して写す
          </Button>
          <EndHere what={item.title} onEnd={(why) => take('ended', why, '議題を終えました。')} />
        </span>
      </li>
    )
  })
}

function TaskRows({ carryOver, onTake }: TrayRowsProps) {
  return carryOver.tasks.map((task) => {
    const take = (how: 'carried' | 'ended', why: string, told: string): void =>
      onTake({ ...nothing, tasks: [{ taskId: task.id, how, why }] }, told)
    return (
      <li key={task.id} className={styles.trayRow}>
        <span className={styles.trayWords}>
          {task.text}
          <span className="sub">
            宿題　{task.owner === '' ? '担当なし' : task.owner}　{dueWords(task)}　第{task.from.number}
            回から
          </span>
        </span>
        <span className={styles.trayWays}>
          <Button
            small
            label={`${task.text}を引きつぐ`}
            onPress={() => take('carried', '', '宿題を引きつぎました。')}
          >
            引きつぐ
          </Button>
          <EndHere what={task.text} onEnd={(why) => take('ended', why, '宿題を終えました。')} />
        </span>
      </li>
    )
  })
}

/** 前回から: what was left undecided and what is still to be done, each to be taken over or ended with a word why. */
export function CarryOverTray({ meeting }: { readonly meeting: MeetingDetail }) {
  const carryOver = useRead(
    'meetings.listCarryOver',
    { councilId: meeting.councilId, meetingId: meeting.id },
    {
      when: !meeting.locked,
    },
  )
  const takeOver = useWrite('meetings.takeCarryOver')
  const tell = useTell()
  const { data } = carryOver
  if (carryOver.error !== null) return <ErrorNotice error={carryOver.error} onAgain={carryOver.again} />
  if (meeting.locked || data === undefined || data.items.length + data.tasks.length === 0) return null
  const take = async (taken: Taken, told: string): Promise<void> => {
    const given = { meetingId: meeting.id, items: [...taken.items], tasks: [...taken.tasks] }
    if (await takeOver.did(given)) tell({ text: told })
  }
  const onTake = (taken: Taken, told: string): void => void take(taken, told)
  return (
    <Block
      title="前回から"
      note={`決まっていない議題 ${String(data.items.length)}　終わっていない宿題 ${String(data.tasks.length)}`}
      more={
        <Button
          small
          busy={takeOver.busy}
          onPress={() => onTake(everything(data), 'まとめて引きつぎました。')}
        >
          まとめて引きつぐ
        </Button>
      }
    >
      <ErrorNotice error={takeOver.error} onClose={takeOver.forget} />
      <ul className={styles.tray}>
        <ItemRows carryOver={data} onTake={onTake} />
        <TaskRows carryOver={data} onTake={onTake} />
      </ul>
    </Block>
  )
}
