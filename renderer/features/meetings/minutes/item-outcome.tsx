import { useWrite } from '#renderer/api/use-write.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { KeyCap } from '#renderer/ui/key-cap.tsx'
import type { AgendaItem, MeetingDetail } from '#shared/contract/meeting-operations.ts'
import { agendaOutcomeNames, type AgendaOutcome } from '#shared/domain/meeting.ts'
import styles from './talk.module.css'

/** Alt+1, Alt+2, Alt+3. */
export const outcomeKeys: readonly AgendaOutcome[] = ['done', 'decided', 'continued']

/** How the item ended. Its button pressed again makes it open once more; its key never does. */
export function ItemOutcome({
  meeting,
  item,
}: {
  readonly meeting: MeetingDetail
  readonly item: AgendaItem
}) {
  const set = useWrite('meetings.setItemOutcome')
  return (
    <span className={styles.outcomes} role="group" aria-label="この議題の終わり方">
      {outcomeKeys.map((outcome, position) => (
        <button
          key={outcome}
          type="button"
          disabled={meeting.locked}
          aria-pressed={item.outcome === outcome}
          title={item.outcome === outcome ? 'もう一度押すと、まだ決まっていないに戻ります' : undefined}
          className={classNames(styles.outcome, item.outcome === outcome && styles.outcomeNow)}
          onClick={() =>
            void set.run({ agendaItemId: item.id, outcome: item.outcome === outcome ? 'open' : outcome })
          }
        >
          <KeyCap>{position === 0 ? 'Alt+1' : position + 1}</KeyCap>
          {agendaOutcomeNames[outcome]}
        </button>
      ))}
    </span>
  )
}
