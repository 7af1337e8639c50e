import { useWrite } from '#renderer/api/use-write.ts'
import { Block, Lines } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { Name } from '#renderer/ui/name.tsx'
import { ErrorNotice, Notice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { TsudoiError } from '#shared/contract/errors.ts'
import type { AgendaItem, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { isHeading, undecidedItems } from '#shared/domain/agenda-items.ts'
import { agendaOutcomeNames, openTaskStatuses } from '#shared/domain/meeting.ts'
import { dueWords } from '../due-words.ts'
import { citedTitle } from '../meeting-words.ts'
import styles from './confirm.module.css'

function Undecided({ items }: { readonly items: readonly AgendaItem[] }) {
  const set = useWrite('meetings.setItemOutcome')
  if (items.length === 0) return null
  return (
    <Block title="まだ決まっていない議題" note={`${String(items.length)}件。印をつけると確定できます。`}>
      <ErrorNotice error={set.error} onClose={set.forget} />
      <Lines>
        {items.map((item) => (
          <li key={item.id} className={styles.row}>
            <Chip mark="late">{citedTitle(item)}</Chip>
            <span className={styles.ways}>
              <Button
                small
                label={`${item.title}を継続にする`}
                onPress={() => void set.run({ agendaItemId: item.id, outcome: 'continued' })}
              >
                継続にする
              </Button>
              <Button
                small
                label={`${item.title}を終わったにする`}
                onPress={() => void set.run({ agendaItemId: item.id, outcome: 'done' })}
              >
                終わった
              </Button>
            </span>
          </li>
        ))}
      </Lines>
    </Block>
  )
}

function GoesOn({ meeting }: { readonly meeting: MeetingDetail }) {
  const items = meeting.agenda.filter((item) => item.outcome === 'continued')
  const tasks = meeting.tasks.filter((task) => openTaskStatuses.includes(task.status))
  return (
    <Block title="次の会議へつづくもの" note={`議題 ${String(items.length)}　宿題 ${String(tasks.length)}`}>
      {items.length + tasks.length === 0 ? <p className="sub">つづくものはありません。</p> : null}
      <Lines>
        {items.map((item) => (
          <li key={item.id} className={styles.row}>
            <span>{citedTitle(item)}</span>
            <span className="sub">{agendaOutcomeNames.continued}</span>
          </li>
        ))}
        {tasks.map((task) => (
          <li key={task.id} className={styles.row}>
            <span>{task.text}</span>
            <span className={styles.who}>
              {task.owner === '' ? <Chip mark="lacking">担当なし</Chip> : <Name>{task.owner}</Name>}
              <span>{dueWords(task)}</span>
            </span>
          </li>
        ))}
      </Lines>
    </Block>
  )
}

function Ends({ meeting }: { readonly meeting: MeetingDetail }) {
  const items = meeting.agenda.filter(
    (item, position) =>
      (item.outcome === 'done' || item.outcome === 'decided') && !isHeading(meeting.agenda, position),
  )
  return (
    <Block
      title="この会議で終わるもの"
      note={`議題 ${String(items.length)}　決定事項 ${String(meeting.decisions.length)}`}
    >
      <Lines>
        {items.map((item) => (
          <li key={item.id} className={styles.row}>
            <span>{citedTitle(item)}</span>
            <span className="sub">{agendaOutcomeNames[item.outcome]}</span>
          </li>
        ))}
        {meeting.decisions.map((decision) => (
          <li key={decision.id} className={styles.row}>
            <span>
              <b>第{decision.number}号</b>　{decision.text}
            </span>
          </li>
        ))}
      </Lines>
    </Block>
  )
}

export interface ConfirmPanelProps {
  readonly meeting: MeetingDetail
  readonly name: string
  readonly onName: (name: string) => void
  readonly error: TsudoiError | null
  /** Lines that are not on disk yet. */
  readonly unsaved: number
}

/** Before confirming: what is undecided, what goes on, what ends. The button is where the main button always is. */
export function ConfirmPanel({ meeting, name, onName, error, unsaved }: ConfirmPanelProps) {
  return (
    <div className={styles.panel}>
      <ErrorNotice error={error} />
      {unsaved > 0 ? (
        <Notice mark="lacking">
          まだ保存できていない行が{unsaved}行あります。「まだ書く」に戻って保存してください。
        </Notice>
      ) : null}
      <div className={styles.name}>
        <TextField
          label="確定する人"
          hint="議事録の版に、日時といっしょに残ります。"
          required
          value={name}
          onChange={onName}
        />
      </div>
      <Undecided items={undecidedItems(meeting.agenda)} />
      <div className={styles.two}>
        <GoesOn meeting={meeting} />
        <Ends meeting={meeting} />
      </div>
    </div>
  )
}
