import { useEffect, useRef } from 'react'
import { useWrite } from '#renderer/api/use-write.ts'
import { Facts } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { Briefing } from '#shared/contract/proposal-operations.ts'
import { formatWareki } from '#shared/domain/calendar-date.ts'
import { formatClockTime } from '#shared/domain/clock-time.ts'
import { briefingAudienceNames } from '#shared/domain/proposal.ts'
import styles from '#renderer/ui/record-page.module.css'

export interface BriefingPaneProps {
  readonly briefing: Briefing
  readonly takesFocus: boolean
  readonly onEdit: () => void
  readonly onGone: () => void
}

export function peopleOf({ residents, cityStaff, others }: Briefing): number {
  return residents + cityStaff + others
}

function factsOf(briefing: Briefing) {
  const { startsAt, endsAt, residents, cityStaff, others } = briefing
  const time = [startsAt, endsAt].map((each) => (each === null ? '' : formatClockTime(each))).join('～')
  const written: readonly (readonly [string, string])[] = [
    ['会場', briefing.place],
    ['話した人', briefing.speakers],
    ['内容', briefing.content],
    ['資料', briefing.papers],
    ['反応・意見', briefing.reactions],
    ['次にすること', briefing.nextStep],
  ]
  return [
    {
      name: '日時',
      value: `${formatWareki(briefing.heldOn, 'long-with-weekday')}${time === '～' ? '' : `　${time}`}`,
    },
    { name: '相手', value: briefingAudienceNames[briefing.audience] },
    {
      name: '参加',
      value: `${String(peopleOf(briefing))}名（住民 ${String(residents)}、市の職員 ${String(cityStaff)}、そのほか ${String(others)}）`,
    },
    ...written.flatMap(([name, value]) =>
      value === '' ? [] : [{ name, value: <span className={styles.words}>{value}</span> }],
    ),
  ]
}

/** One briefing: to whom, how many came, what they said. */
export function BriefingPane({ briefing, takesFocus, onEdit, onGone }: BriefingPaneProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  const remove = useWrite('briefings.remove')
  const restore = useWrite('briefings.restore')
  const tell = useTell()
  const takeAway = async (): Promise<void> => {
    if (!(await remove.did({ briefingId: briefing.id }))) return
    tell({
      text: `「${briefing.title}」を一覧から外しました。`,
      undo: () => restore.run({ briefingId: briefing.id }),
    })
    onGone()
  }
  return (
    <section className={styles.pane} aria-label="選んだ説明会">
      <p className="sub">{briefing.councilName}</p>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {briefing.title}
        </h2>
        <span className={styles.actions}>
          <Button look="quiet" label="この説明会を直す" onPress={onEdit}>
            直す
          </Button>
          <Button look="quiet" label="この説明会を外す" onPress={() => void takeAway()}>
            外す
          </Button>
        </span>
      </div>
      <ErrorNotice error={remove.error} />
      <Facts facts={factsOf(briefing)} />
    </section>
  )
}
