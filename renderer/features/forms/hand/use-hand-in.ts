import { useState } from 'react'
import type { GivenTo } from '#shared/contract/contract.ts'
import type { FormSubject } from '#shared/contract/mapping-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { FormId } from '#shared/domain/ids.ts'

/** What is going to be handed in, through the steps of check and 提出. */
export interface HandInWork {
  /** Null while there is nothing to hand in for. */
  readonly given: GivenTo<'handIns.check'> | null
  readonly formId: FormId
  readonly submittedOn: CalendarDate
  readonly setSubmittedOn: (date: CalendarDate) => void
  readonly isPublic: boolean
  readonly setPublic: (isPublic: boolean) => void
  readonly remedies: readonly string[]
  readonly setRemedies: (keys: readonly string[], on: boolean) => void
}

export function useHandIn(formId: FormId, subject: FormSubject | null, today: CalendarDate): HandInWork {
  const [submittedOn, setSubmittedOn] = useState(today)
  const [isPublic, setPublic] = useState(false)
  const [remedies, setRemedies] = useState<readonly string[]>([])
  return {
    given:
      subject === null
        ? null
        : { formId, subject, submittedOn, remedies: [...remedies], audience: isPublic ? 'public' : 'office' },
    formId,
    submittedOn,
    setSubmittedOn,
    isPublic,
    setPublic,
    remedies,
    setRemedies: (keys, on) => {
      const others = remedies.filter((each) => !keys.includes(each))
      setRemedies(on ? [...others, ...keys] : others)
    },
  }
}
