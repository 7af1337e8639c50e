import { type CalendarDate, makeCalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilRole } from '#shared/domain/roles.ts'
import type { IdSource } from '../new-id.ts'
import type { PutRow } from '../store/bulk-rows.ts'
import { lastFiscalYear, type LoadSize } from './load-sizes.ts'
import type { MadeUp } from './made-up.ts'
import type { SeededRandom } from './seeded-random.ts'

/** What all that is made up is made with. */
export interface Making {
  readonly put: PutRow
  readonly random: SeededRandom
  readonly made: MadeUp
  readonly size: LoadSize
  /** Ids of a day: they sort as the days do. */
  readonly idsOf: (day: CalendarDate) => IdSource
}

export interface MadePerson {
  readonly id: string
  readonly name: string
  readonly kana: string
  readonly post: string
  readonly groupName: string
}

export interface MadeSeat {
  readonly membershipId: string
  readonly person: MadePerson
  readonly role: CouncilRole
  readonly seatNumber: number
}

export interface MadeCouncil {
  readonly id: string
  readonly areaId: string
  readonly seats: readonly MadeSeat[]
}

/** A day that must exist: those of the generator are its own. */
export function dayOf(year: number, month: number, day: number): CalendarDate {
  const made = makeCalendarDate(year, month, day)
  if (made === null) throw new Error(`no such day: ${String(year)}-${String(month)}-${String(day)}`)
  return made
}

/** 1 April of the first 年度 that is made. */
export function firstDay(size: LoadSize): CalendarDate {
  return dayOf(lastFiscalYear - size.years + 1, 4, 1)
}
