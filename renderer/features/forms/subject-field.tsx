import { useState } from 'react'
import { usePlace } from '#renderer/api/use-place.tsx'
import { useRead } from '#renderer/api/use-read.ts'
import { Select } from '#renderer/ui/select.tsx'
import type { FormKind } from '#shared/contract/form-mapping.ts'
import type { FormSubject } from '#shared/contract/mapping-operations.ts'
import { fiscalYearName, formatWareki } from '#shared/domain/calendar-date.ts'

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
}

/** What a form of a kind may be filled for, of the council and the 年度 being worked on; the likeliest is chosen. */
export function useSubject(kind: FormKind): SubjectInWork {
  const { council, councils, fiscalYear, today } = usePlace()
  const own = council ?? councils[0]
  const [value, choose] = useState<string | null>(null)
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
        subject: { kind: 'year', councilId: own.id, fiscalYear: year },
      }))
    }
    return monthsOf(fiscalYear).map((month) => ({
      value: month,
      label: `${String(Number(month.slice(0, 4)))}年${String(Number(month.slice(5)))}月分`,
      subject: { kind: 'month', councilId: own.id, month },
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
  return { chosen: found?.subject ?? null, value: found?.value ?? null, choices, choose }
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

/** Which meeting, month or 年度 the form is filled with. */
export function SubjectField({
  kind,
  subject,
}: {
  readonly kind: FormKind
  readonly subject: SubjectInWork
}) {
  return (
    <Select
      label={labels[kind]}
      labelUnseen
      width="long"
      value={subject.value}
      placeholder="会議がまだないので、例を入れて見せます"
      disabled={subject.choices.length === 0}
      onChange={subject.choose}
      choices={subject.choices}
    />
  )
}
