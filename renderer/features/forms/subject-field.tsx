import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Select } from '#renderer/ui/select.tsx'
import type { FormKind } from '#shared/contract/form-mapping.ts'
import type { FormSubject } from '#shared/contract/mapping-operations.ts'
import { fiscalYearName, formatWareki, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import styles from './forms.module.css'

export interface SubjectChoice {
  readonly value: string
  readonly label: string
  readonly subject: FormSubject
}

export interface SubjectInWork {
  /** Null while there is nothing to fill a form for. */
  readonly chosen: FormSubject | null
  readonly value: string | null
  readonly choices: readonly SubjectChoice[]
  readonly choose: (value: string) => void
  /** Whose diary a month or a 年度 is told from; empty where there is no choice. */
  readonly whose: {
    readonly value: string
    readonly choices: readonly { readonly value: string; readonly label: string }[]
    readonly choose: (value: string) => void
  }
}

const everybody = 'everybody'

/** What a form of a kind may be filled for, of the council and the 年度 being worked on; the likeliest is chosen. */
export function useSubject(kind: FormKind): SubjectInWork {
  const { council, councils, fiscalYear, today } = usePlace()
  const own = council ?? councils[0]
  const [value, choose] = useState<string | null>(null)
  const [whose, setWhose] = useState(everybody)
  const coordinators = useRead('coordinators.list', {}, { when: kind !== 'meeting' })
  const people = coordinators.data ?? []
  const only = people.find(({ id }) => id === whose)
  const ofOne = only === undefined ? {} : { coordinatorId: only.id }
  const meetings = useRead(
    'meetings.list',
    { councilId: own?.id ?? null, fiscalYear: null },
    { keepLast: true, when: own !== undefined },
  )
  const choices = ((): readonly SubjectChoice[] => {
    if (own === undefined) return []
    if (kind === 'meeting') {
      return (meetings.data ?? [])
        .toSorted((first, second) => (first.heldOn < second.heldOn ? 1 : -1))
        .map((meeting) => ({
          value: meeting.id,
          label: `第${String(meeting.number)}回　${formatWareki(meeting.heldOn)}`,
          subject: { kind: 'meeting', meetingId: meeting.id },
        }))
    }
    if (kind === 'year') {
      return [fiscalYear, fiscalYear - 1, fiscalYear - 2].map((year) => ({
        value: String(year),
        label: fiscalYearName(year),
        subject: { kind: 'year', councilId: own.id, fiscalYear: year, ...ofOne },
      }))
    }
    return monthsOf(fiscalYear).map((month) => ({
      value: month,
      label: monthName(month),
      subject: { kind: 'month', councilId: own.id, month, ...ofOne },
    }))
  })()
  const likely =
    kind === 'meeting'
      ? (meetings.data ?? [])
          .filter(({ heldOn }) => heldOn <= today)
          .toSorted((first, second) => (first.heldOn < second.heldOn ? 1 : -1))[0]?.id
      : kind === 'month'
        ? today.slice(0, 7)
        : undefined
  const found =
    choices.find((each) => each.value === value) ??
    choices.find((each) => each.value === likely) ??
    choices[0]
  return {
    chosen: found?.subject ?? null,
    value: found?.value ?? null,
    choices,
    choose,
    whose: {
      value: only?.id ?? everybody,
      choices:
        people.length < 2
          ? []
          : [
              { value: everybody, label: 'コーディネーター全員の活動' },
              ...people.map(({ id, name }) => ({ value: id, label: `${name}の活動` })),
            ],
      choose: setWhose,
    },
  }
}

/** 令和8年11月分. */
function monthName(month: string): string {
  const first = makeCalendarDate(Number(month.slice(0, 4)), Number(month.slice(5)), 1)
  return first === null ? month : formatWareki(first, 'long').replace(/\d+日$/, '分')
}

/** 2026-04 … 2027-03. */
function monthsOf(fiscalYear: number): readonly string[] {
  return Array.from({ length: 12 }, (_unused, at) => {
    const month = ((at + 3) % 12) + 1
    return `${String(month < 4 ? fiscalYear + 1 : fiscalYear)}-${String(month).padStart(2, '0')}`
  })
}

const labels: Readonly<Record<FormKind, string>> = {
  meeting: 'どの会議で',
  month: 'どの月で',
  year: 'どの年度で',
}

const picked = ({ whose }: SubjectInWork) => ({ value: whose.value, choices: whose.choices })

/** Which meeting, month or 年度 the form is filled with. */
export function SubjectField({
  kind,
  subject,
}: {
  readonly kind: FormKind
  readonly subject: SubjectInWork
}) {
  return (
    <div className={styles.subject}>
      <Select
        label={labels[kind]}
        labelUnseen
        width={kind === 'meeting' ? 'long' : 'medium'}
        value={subject.value}
        placeholder="会議がまだないので、例を入れて見せます"
        disabled={subject.choices.length === 0}
        onChange={subject.choose}
        choices={subject.choices}
      />
      {subject.whose.choices.length === 0 ? null : (
        <Select label="だれの活動か" labelUnseen onChange={subject.whose.choose} {...picked(subject)} />
      )}
    </div>
  )
}
