import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox } from '#renderer/ui/choices.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { CouncilSummary } from '#shared/contract/council-operations.ts'
import type { PlannedDay } from '#shared/contract/year-operations.ts'
import { type CalendarDate, fiscalYearName, formatWareki } from '#shared/domain/calendar-date.ts'
import { MeetingsTabs } from '../meetings-tabs.tsx'
import { DayNotes } from './clash-words.tsx'
import { type RuleDraft, RuleFields, ruleOf, usualRule } from './rule-fields.tsx'
import styles from './year.module.css'

interface DayTableProps {
  readonly days: readonly PlannedDay[]
  readonly isWanted: (day: PlannedDay) => boolean
  readonly onChange: (day: CalendarDate, wanted: boolean) => void
}

/** Each day with what speaks against it; a day that cannot be planned has no box to tick. */
function DayTable({ days, isWanted, onChange }: DayTableProps) {
  return (
    <table className={styles.rows} aria-label="候補の日">
      <thead>
        <tr>
          <th scope="col">開く日</th>
          <th scope="col">在任の委員</th>
          <th scope="col">気をつけること</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.on}>
            <td className={styles.when}>
              <Checkbox
                checked={isWanted(day)}
                disabled={day.taken || day.members === 0}
                onChange={(wanted) => onChange(day.on, wanted)}
              >
                {formatWareki(day.on, 'long-with-weekday')}
              </Checkbox>
            </td>
            <td>
              {day.members === 0 ? <Chip mark="late">委員がいません</Chip> : `${String(day.members)}人`}
            </td>
            <td className={styles.notes}>
              {day.taken ? <Chip mark="done">この日の会議はもうあります</Chip> : null}
              <DayNotes holiday={day.holiday} clashes={day.clashes} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PlanYear({ council }: { readonly council: CouncilSummary }) {
  const { fiscalYear, today } = usePlace()
  const [draft, setDraft] = useState<RuleDraft>(() => usualRule(today))
  const [choices, setChoices] = useState<ReadonlyMap<CalendarDate, boolean>>(new Map())
  // Days that are over are written down only where that is wished.
  const isWanted = ({ on, taken, members }: PlannedDay): boolean =>
    (choices.get(on) ?? on >= today) && !taken && members > 0
  const [more, setMore] = useState<readonly CalendarDate[]>([])
  const [adding, setAdding] = useState<CalendarDate | null>(null)
  const time = { startsAt: draft.startsAt, endsAt: draft.endsAt, place: draft.place }
  const months = draft.months.map(Number)
  const byRule = useRead(
    'year.preview',
    { councilId: council.id, fiscalYear, rule: ruleOf(draft), months, ...time },
    { keepLast: true },
  )
  const byHand = useRead(
    'year.lookAt',
    { councilId: council.id, days: [...more], ...time },
    { keepLast: true },
  )
  const plan = useWrite('year.plan')
  const tell = useTell()
  const navigate = useNavigate()
  const days = [...(byRule.data ?? []), ...(byHand.data ?? [])].sort((a, b) => (a.on < b.on ? -1 : 1))
  const unique = days.filter((day, place) => days.findIndex((each) => each.on === day.on) === place)
  const wanted = unique.filter(isWanted)
  const run = async (): Promise<void> => {
    const done = await plan.run({
      councilId: council.id,
      days: wanted.map((day) => day.on),
      method: 'in-person',
      ...time,
    })
    if (done === null) return
    tell({ text: `${String(done.meetingIds.length)}回の会議を予定に入れました。` })
    await navigate({ to: '/meetings' })
  }
  const choose = (day: CalendarDate, taken: boolean): void =>
    setChoices((before) => new Map(before).set(day, taken))
  return (
    <>
      <PageHead
        title="1年の予定"
        beside={<MeetingsTabs />}
        line={`${council.name}の${fiscalYearName(fiscalYear)}の会議を、まとめて予定に入れます。入れるまで、なにも書きません。`}
        actions={
          <Button look="main" disabled={wanted.length === 0} busy={plan.busy} onPress={() => void run()}>
            {wanted.length}回を予定に入れる
          </Button>
        }
      />
      <div className={styles.page}>
        <ErrorNotice error={plan.error} onClose={plan.forget} />
        <Block title="いつ開くか">
          <RuleFields draft={draft} change={(part) => setDraft((before) => ({ ...before, ...part }))} />
        </Block>
        <Block title="候補の日" note={`${String(wanted.length)}回`}>
          <ErrorNotice error={byRule.error ?? byHand.error} />
          <Loaded read={byRule}>
            {() =>
              unique.length === 0 ? (
                <Empty>開く月を選ぶと、日が出ます。</Empty>
              ) : (
                <DayTable days={unique} isWanted={isWanted} onChange={choose} />
              )
            }
          </Loaded>
          <div className={styles.planForm}>
            <JapaneseDateField
              label="ほかの日を加える"
              value={adding}
              onChange={setAdding}
              onEnter={() => {
                if (adding !== null) setMore((before) => [...before, adding])
              }}
            />
            <Button
              small
              disabled={adding === null}
              onPress={() => {
                if (adding !== null) setMore((before) => [...before, adding])
                setAdding(null)
              }}
            >
              この日を加える
            </Button>
          </div>
        </Block>
      </div>
    </>
  )
}

/** 1年の予定: a rule comes to days; each is seen with holidays and clashes before any of it is written. */
export function PlanPage() {
  const { council, councils } = usePlace()
  const chosen = council ?? councils[0] ?? null
  if (chosen === null) return <Empty>協議体を作ると、予定を立てられます。</Empty>
  return <PlanYear key={chosen.id} council={chosen} />
}
