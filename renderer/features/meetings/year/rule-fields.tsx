import { CheckboxGroup, RadioGroup } from '#renderer/ui/choices.tsx'
import { ClockField } from '#renderer/ui/clock-field.tsx'
import { JapaneseDateField } from '#renderer/ui/japanese-date-field.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Select } from '#renderer/ui/select.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { GivenTo } from '#shared/contract/contract.ts'
import type { CalendarDate, Weekday } from '#shared/domain/calendar-date.ts'
import { type ClockTime, makeClockTime } from '#shared/domain/clock-time.ts'
import { fiscalMonths, type MeetingRule, weekdays } from '#shared/domain/year-plan.ts'
import styles from './year.module.css'

const nthNames = ['1', '2', '3', '4', '5', 'last'] as const
type NthName = (typeof nthNames)[number]
const nthOf = { '1': 1, '2': 2, '3': 3, '4': 4, '5': 5, last: 'last' } as const
const nthChoices = nthNames.map((value) => ({ value, label: value === 'last' ? '最後' : `第${value}` }))
const weekdayChoices = weekdays.map((value) => ({ value, label: `${value}曜` }))
const everyNames = ['1', '2', '3', '4'] as const
const everyChoices = everyNames.map((value) => ({
  value,
  label: value === '1' ? '毎週' : value === '2' ? '隔週（2週ごと）' : `${value}週ごと`,
}))
const monthChoices = fiscalMonths.map((month) => ({ value: String(month), label: `${String(month)}月` }))
const everyOtherMonth: readonly string[] = ['4', '6', '8', '10', '12', '2']

export interface RuleDraft {
  readonly by: MeetingRule['by']
  readonly nths: readonly NthName[]
  readonly weekday: Weekday
  readonly every: (typeof everyNames)[number]
  /** The first of a 隔週. */
  readonly from: CalendarDate
  readonly day: number
  readonly months: readonly string[]
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime | null
  readonly place: string
}

export function usualRule(today: CalendarDate): RuleDraft {
  return {
    by: 'weekday',
    nths: ['3'],
    weekday: '木',
    every: '2',
    from: today,
    day: 15,
    months: everyOtherMonth,
    startsAt: makeClockTime(13, 30) ?? ('13:30' as ClockTime),
    endsAt: makeClockTime(15, 30),
    place: '',
  }
}

export function ruleOf({ by, nths, weekday, every, from, day }: RuleDraft): GivenTo<'year.preview'>['rule'] {
  switch (by) {
    case 'day':
      return { by, day }
    case 'weeks':
      return { by, every: Number(every), from }
    case 'weekday':
      return { by, weekday, nths: nths.map((nth) => nthOf[nth]) }
  }
}

interface RuleFieldsProps {
  readonly draft: RuleDraft
  readonly change: (part: Partial<RuleDraft>) => void
}

/** On which days: by the weeks of a month, every so many weeks, or by the day of the month. */
function WhichDays({ draft, change }: RuleFieldsProps) {
  switch (draft.by) {
    case 'weekday':
      return (
        <>
          <Select
            label="曜日"
            width="short"
            value={draft.weekday}
            choices={weekdayChoices}
            onChange={(weekday) => change({ weekday })}
          />
          <CheckboxGroup
            label="月の何回目"
            hint="いくつでも選べます（第2と第4など）"
            value={draft.nths}
            choices={nthChoices}
            onChange={(nths) => change({ nths })}
          />
        </>
      )
    case 'weeks':
      return (
        <>
          <Select
            label="何週ごと"
            value={draft.every}
            choices={everyChoices}
            onChange={(every) => change({ every })}
          />
          <JapaneseDateField
            label="最初の日"
            hint="この日と同じ曜日になります"
            value={draft.from}
            near={draft.from}
            onChange={(from) => {
              if (from !== null) change({ from })
            }}
          />
        </>
      )
    case 'day':
      return (
        <NumberField
          label="日"
          unit="日"
          least={1}
          most={31}
          value={draft.day}
          onChange={(day) => change({ day: day ?? draft.day })}
        />
      )
  }
}

/** When a council meets: the days, the hours, the place, and in which months. */
export function RuleFields({ draft, change }: RuleFieldsProps) {
  return (
    <div className={styles.planForm}>
      <div className={styles.rule}>
        <RadioGroup
          label="決めかた"
          width="medium"
          value={draft.by}
          choices={[
            { value: 'weekday', label: '第何曜日' },
            { value: 'weeks', label: '何週ごと' },
            { value: 'day', label: '毎月の日' },
          ]}
          onChange={(by) =>
            // What meets every other week meets in every month, unless months are taken away.
            change(by === 'weeks' ? { by, months: fiscalMonths.map(String) } : { by })
          }
        />
        <WhichDays draft={draft} change={change} />
      </div>
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
