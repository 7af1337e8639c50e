import {
  type ActivityEntry,
  activityHeadings,
  type ActivityHeading,
  type ActivityMethod,
  type ActivityUnit,
  activityMethods,
  occasionsOf,
  workedTime,
  type WorkedTime,
} from './activity.ts'
import { type CalendarDate, dateParts, fiscalYearOf } from './calendar-date.ts'

/** Figures of a 年度 of the diary, by month from April (0) to March (11). What 月報, 四半期 and 年報 are made of. */
export interface FigureKind {
  readonly id: string
  readonly heading: ActivityHeading
  readonly name: string
  readonly unit: ActivityUnit
}

export interface FigureRow<Key> {
  readonly key: Key
  /** Twelve counts, April first. */
  readonly months: readonly number[]
}

export interface YearFigures {
  readonly byKind: readonly FigureRow<FigureKind>[]
  readonly byHeading: readonly FigureRow<ActivityHeading>[]
  readonly byArea: readonly FigureRow<string>[]
  readonly byMethod: readonly FigureRow<ActivityMethod>[]
  readonly total: readonly number[]
  readonly worked: readonly WorkedTime[]
}

export const monthsOfYear = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3] as const

/** 0 for April … 11 for March. */
export function monthPlace(date: CalendarDate): number {
  return (dateParts(date).month + 8) % 12
}

/** Of the months up to and with that one, as 累計 counts them. */
export function upTo(months: readonly number[], place: number): number {
  return months.slice(0, place + 1).reduce((sum, count) => sum + count, 0)
}

export function sumOf(months: readonly number[], places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (months[place] ?? 0), 0)
}

function counted<Entry extends ActivityEntry>(entries: readonly Entry[]): readonly number[] {
  const months = monthsOfYear.map(() => 0)
  for (const entry of entries) {
    const place = monthPlace(entry.actedOn)
    months[place] = (months[place] ?? 0) + 1
  }
  return months
}

/**
 * Counts a 年度. Occasions count once, however many coordinators were there and wrote of it; entries of another 年度 are
 * left out. Kinds stand in the order given, with zeros, so that the rows of a report do not come and go.
 */
export function yearFigures(
  entries: readonly ActivityEntry[],
  kinds: readonly FigureKind[],
  fiscalYear: number,
): YearFigures {
  const inYear = entries.filter((each) => fiscalYearOf(each.actedOn) === fiscalYear)
  const occasions = occasionsOf(inYear)
  const headingOf = new Map(kinds.map((kind) => [kind.id, kind.heading]))
  const where = (wanted: (entry: ActivityEntry) => boolean): readonly number[] =>
    counted(occasions.filter(wanted))
  const areas = [...new Set(occasions.map((each) => each.areaName))].sort()
  const ordered = activityHeadings.flatMap((heading) => kinds.filter((kind) => kind.heading === heading))
  return {
    byKind: ordered.map((key) => ({ key, months: where((each) => each.kindId === key.id) })),
    byHeading: activityHeadings.map((key) => ({
      key,
      months: where((each) => headingOf.get(each.kindId) === key),
    })),
    byArea: areas.map((key) => ({ key, months: where((each) => each.areaName === key) })),
    byMethod: activityMethods.map((key) => ({ key, months: where((each) => each.method === key) })),
    total: counted(occasions),
    worked: monthsOfYear.map((_, place) =>
      workedTime(inYear.filter((each) => monthPlace(each.actedOn) === place)),
    ),
  }
}

/** The three months of a quarter (1–4) as places of the year. */
export function quarterPlaces(quarter: number): readonly number[] {
  return [0, 1, 2].map((month) => (quarter - 1) * 3 + month)
}
