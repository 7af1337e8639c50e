import { classNames } from '#renderer/ui/class-names.ts'
import { Mark } from '#renderer/ui/mark.tsx'
import type { AgendaItem, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { isHeading } from '#shared/domain/agenda-items.ts'
import type { ClockTime } from '#shared/domain/clock-time.ts'
import { minutesSpent } from '#shared/domain/item-timer.ts'
import type { AgendaItemId } from '#shared/domain/ids.ts'
import { agendaOutcomeNames } from '#shared/domain/meeting.ts'
import styles from './agenda-column.module.css'

export interface AgendaColumnProps {
  readonly meeting: MeetingDetail
  readonly current: AgendaItemId | null
  readonly onChoose: (id: AgendaItemId) => void
  /** The time on the day of the meeting; null on any other. */
  readonly clock: ClockTime | null
}

/** What came of an item so far: 決定1　宿題3. */
function cameOf(meeting: MeetingDetail, item: AgendaItem): string {
  const decisions = meeting.decisions.filter((each) => each.agendaItemId === item.id).length
  const tasks = meeting.tasks.filter((each) => each.agendaItemId === item.id).length
  return [decisions === 0 ? '' : `決定${String(decisions)}`, tasks === 0 ? '' : `宿題${String(tasks)}`]
    .filter((each) => each !== '')
    .join('　')
}

/** 12／30分: what an item has taken so far, against what was planned. */
function Timer({
  meeting,
  item,
  current,
  clock,
}: {
  readonly meeting: MeetingDetail
  readonly item: AgendaItem
} & Pick<AgendaColumnProps, 'current' | 'clock'>) {
  const spent = minutesSpent(meeting.agenda, item.id, current, clock)
  if (spent === null) return null
  const over = item.plannedMinutes !== null && spent > item.plannedMinutes
  return (
    <span className={classNames(styles.timer, over && styles.overTime)}>
      {over ? <Mark kind="late" /> : null}
      {item.plannedMinutes === null
        ? `${String(spent)}分`
        : `${String(spent)}／${String(item.plannedMinutes)}分`}
      {over ? <span className="unseen">予定をこえています</span> : null}
    </span>
  )
}

function Outcome({ item }: { readonly item: AgendaItem }) {
  switch (item.outcome) {
    case 'open':
      return item.plannedMinutes === null ? null : <span className="sub">{item.plannedMinutes}分</span>
    case 'done':
      return (
        <>
          <Mark kind="done" />
          <span className="unseen">{agendaOutcomeNames.done}</span>
        </>
      )
    case 'decided':
      return <b className={styles.decided}>{agendaOutcomeNames.decided}</b>
    case 'continued':
      return <span className={styles.continued}>{agendaOutcomeNames.continued}</span>
  }
}

/** The agenda at the left: what is over, what is being talked about, what is still to come. */
export function AgendaColumn({ meeting, current, onChoose, clock }: AgendaColumnProps) {
  return (
    <nav className={styles.agenda} aria-label="次第">
      <ol>
        {meeting.agenda.map((item, position) => {
          const now = item.id === current
          if (isHeading(meeting.agenda, position)) {
            return (
              <li key={item.id} className={styles.part}>
                {item.number === '' ? '' : `${item.number}　`}
                {item.title}
              </li>
            )
          }
          return (
            <li key={item.id} className={classNames(styles.item, now && styles.now)}>
              <button type="button" aria-current={now ? 'true' : undefined} onClick={() => onChoose(item.id)}>
                <span className={styles.number}>{item.number}</span>
                <span className={styles.title}>{item.title}</span>
                <span className={styles.mark}>
                  <Timer meeting={meeting} item={item} current={current} clock={clock} />
                  <Outcome item={item} />
                </span>
                {now ? <span className={styles.more}>いま　{cameOf(meeting, item)}</span> : null}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
