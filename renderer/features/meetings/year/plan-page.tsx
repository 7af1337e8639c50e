import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { useWrite } from '#renderer/api/use-write.ts'
import { Block } from '#renderer/ui/block.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '#renderer/ui/choices.tsx'
import { ClockField } from '#renderer/ui/clock-field.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { Loaded } from '#renderer/ui/loaded.tsx'
import { Chip } from '#renderer/ui/mark.tsx'
import { ErrorNotice } from '#renderer/ui/notice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useTell } from '#renderer/ui/undo-strip.tsx'
import type { CouncilSummary } from '#shared/contract/council-operations.ts'
import type { PlannedDay } from '#shared/contract/year-operations.ts'
import {
  type CalendarDate,
  fiscalYearName,
  formatWareki,
  type Weekday,
} from '#shared/domain/calendar-date.ts'
import { makeClockTime, type ClockTime } from '#shared/domain/clock-time.ts'
import { fiscalMonths, type MeetingRule, weekdays } from '#shared/domain/year-plan.ts'
import { MeetingsTabs } from '../meetings-tabs.tsx'
import { DayNotes } from './clash-words.tsx'
import styles from './year.module.css'

const nths = ['1', '2', '3', '4', '5', 'last'] as const
type Nth = (typeof nths)[number]
const nthChoices = nths.map((value) => ({ value, label: value === 'last' ? '最後の' : `第${value}` }))
const weekdayChoices = weekdays.map((value) => ({ value, label: `${value}曜` }))
const monthChoices = fiscalMonths.map((month) => ({ value: String(month), label: `${String(month)}月` }))
const everyOther: readonly string[] = ['4', '6', '8', '10', '12', '2']

interface Draft {
  readonly by: MeetingRule['by']
  readonly nth: Nth
  readonly weekday: Weekday
  readonly day: number
  readonly months: readonly string[]
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime | null
  readonly place: string
}

function ruleOf({ by, nth, weekday, day }: Draft): MeetingRule {
  if (by === 'day') return { by, day }
  const places = { '1': 1, '2': 2, '3': 3, '4': 4, '5': 5, last: 'last' } as const
  return { by, weekday, nth: places[nth] }
}

function RuleFields({
  draft,
  change,
}: {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
}) {
  return (
    <div className={styles.planForm}>
      <RadioGroup
        label="決めかた"
        width="medium"
        value={draft.by}
        choices={[
          { value: 'weekday', label: '第何曜日' },
          { value: 'day', label: '毎月の日' },
        ]}
        onChange={(by) => change({ by })}
      />
      {draft.by === 'weekday' ? (
        <>
          <Select
            label="週"
            width="short"
            value={draft.nth}
            choices={nthChoices}
            onChange={(nth) => change({ nth })}
          />
          <Select
            label="曜日"
            width="short"
            value={draft.weekday}
            choices={weekdayChoices}
            onChange={(weekday) => change({ weekday })}
          />
        </>
      ) : (
        <NumberField
          label="日"
          unit="日"
          least={1}
          most={31}
          value={draft.day}
          onChange={(day) => change({ day: day ?? draft.day })}
        />
      )}
      <ClockField
        label="開始"
        value={draft.startsAt}
        onChange={(startsAt) => change({ startsAt: startsAt ?? draft.startsAt })}
      />
      <ClockField label="終了" value={draft.endsAt} onChange={(endsAt) => change({ endsAt })} />
      <TextField label="場所" value={draft.place} onChange={(place) => change({ place })} />
      <div className={styles.wide}>
        <CheckboxGroup
          label="開く月"
          value={draft.months}
          choices={monthChoices}
          onChange={(months) => change({ months })}
        />
      </div>
    </div>
  )
}

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
  const [draft, setDraft] = useState<Draft>({
    by: 'weekday',
    nth: '3',
    weekday: '木',
    day: 15,
    months: everyOther,
    startsAt: makeClockTime(13, 30) ?? ('13:30' as ClockTime),
    endsAt: makeClockTime(15, 30),
    place: '',
  })
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
