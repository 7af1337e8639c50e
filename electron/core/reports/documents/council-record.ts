import type { CouncilDetail, Secretariat } from '#shared/contract/council-operations.ts'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { PersonFields, Seat } from '#shared/contract/roster-operations.ts'
import { type CalendarDate, fiscalYearName } from '#shared/domain/calendar-date.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import { paperDigits } from './paper-text.ts'

export type SeatWithContact = Seat & Pick<PersonFields, 'postalCode' | 'address' | 'phone' | 'fax' | 'email'>

/** What the papers of a council and of its year are made from. */
export interface CouncilRecord {
  readonly council: CouncilDetail
  readonly secretariat: Secretariat
  /** In office today, by 席次. */
  readonly seats: readonly SeatWithContact[]
  readonly fiscalYear: number
  /** Of the 年度, the earliest first. */
  readonly meetings: readonly MeetingDetail[]
  readonly today: CalendarDate
}

export function memberSeats(record: CouncilRecord): readonly SeatWithContact[] {
  return record.seats.filter((seat) => isMemberRole(seat.role))
}

/** 令和８年度 */
export function yearText(record: CouncilRecord): string {
  return paperDigits(fiscalYearName(record.fiscalYear))
}

/** For a file's name and a window's title. */
export function councilTitle(record: CouncilRecord, paper: string): string {
  return `${record.council.name}${paper}`
}

export function yearTitle(record: CouncilRecord, paper: string): string {
  return `${fiscalYearName(record.fiscalYear)}${record.council.name}${paper}`
}
