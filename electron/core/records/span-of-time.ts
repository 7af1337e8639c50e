import { Refusal } from '#shared/contract/errors.ts'
import { type CalendarDate, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId } from '#shared/domain/ids.ts'
import { termNumber, termOfNumber } from '#shared/domain/membership-terms.ts'
import type { ReadDb } from '../store/database.ts'
import { termRuleOf } from '../store/year-store.ts'

export interface SpanOfTime {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** 第n期 whose span it is; null where it is that of the 年度. */
  readonly term: number | null
}

/** From 1 April to 31 March. */
export function spanOfYear(fiscalYear: number): SpanOfTime {
  const from = makeCalendarDate(fiscalYear, 4, 1)
  const to = makeCalendarDate(fiscalYear + 1, 3, 31)
  if (from === null || to === null) throw new Refusal('no-such-day')
  return { from, to, term: null }
}

/** The year, or the council's term that lies in it; where the council has no terms, the year. */
export function spanOf(
  db: ReadDb,
  councilId: CouncilId,
  fiscalYear: number,
  span: 'year' | 'term',
): SpanOfTime {
  const year = spanOfYear(fiscalYear)
  const rule = termRuleOf(db, councilId)
  if (span === 'year' || rule === undefined || rule.firstTermOn === null) return year
  const term = termNumber(rule, year.to)
  if (term === null) return year
  return { ...termOfNumber({ firstTermOn: rule.firstTermOn, termYears: rule.termYears }, term), term }
}
