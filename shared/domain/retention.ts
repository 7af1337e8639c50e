import { addDays, type CalendarDate, fiscalYearOf, makeCalendarDate } from './calendar-date.ts'

/** What confirmed minutes and rolls keep of somebody who was erased: the name, or the role alone. */
export const keptOnPaper = ['name', 'role'] as const
export type KeptOnPaper = (typeof keptOnPaper)[number]

/** The office's own rule: so many whole 年度 after the one in which somebody left; null years: nobody is ever due. */
export interface RetentionRule {
  readonly years: number | null
  readonly papers: KeptOnPaper
}

/** Until an office decides, nothing is ever taken away. */
export const noRetention: RetentionRule = { years: null, papers: 'name' }

/**
 * The first day on which somebody may be erased, counted as 文書管理規程 count: from the end of the 年度 of the last day in
 * office. With 5 years, who left on 30 September 2026 is kept until 31 March 2032. Null where no years are set.
 */
export function erasableFrom(lastDay: CalendarDate, rule: RetentionRule): CalendarDate | null {
  return rule.years === null ? null : makeCalendarDate(fiscalYearOf(lastDay) + 1 + rule.years, 4, 1)
}

/** The last day on which she has to be kept. */
export function keptUntil(lastDay: CalendarDate, rule: RetentionRule): CalendarDate | null {
  const from = erasableFrom(lastDay, rule)
  return from === null ? null : addDays(from, -1)
}
