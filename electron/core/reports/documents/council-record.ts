import type { CouncilDetail, Secretariat } from '#shared/contract/council-operations.ts'
import type { MeetingDetail } from '#shared/contract/meeting-operations.ts'
import type { PersonFields, Seat } from '#shared/contract/roster-operations.ts'
import { type CalendarDate, fiscalYearName } from '#shared/domain/calendar-date.ts'
import { isMemberRole } from '#shared/domain/attendance.ts'
import { paperDate, paperDigits } from './paper-text.ts'

export type SeatWithContact = Seat & Pick<PersonFields, 'postalCode' | 'address' | 'phone' | 'fax' | 'email'>

/** What the papers of a council and of its year are made from. */
export interface CouncilRecord {
  readonly council: CouncilDetail
  readonly secretariat: Secretariat
  /** In office today, by 席次. */
  readonly seats: readonly SeatWithContact[]
  readonly fiscalYear: number
  /** 第n期, where the paper tells of a whole term; null where of the 年度. */
  readonly term: { readonly number: number; readonly from: CalendarDate; readonly to: CalendarDate } | null
  /** Of the 年度 or the term, the earliest first. */
  readonly meetings: readonly MeetingDetail[]
  readonly today: CalendarDate
}

export function memberSeats(record: CouncilRecord): readonly SeatWithContact[] {
  return record.seats.filter((seat) => isMemberRole(seat.role))
}

/** 令和８年度, or 第２期（令和８年４月１日から令和10年３月31日まで） */
export function yearText({ fiscalYear, term }: Pick<CouncilRecord, 'fiscalYear' | 'term'>): string {
  if (term === null) return paperDigits(fiscalYearName(fiscalYear))
  return `第${paperDigits(String(term.number))}期（${paperDate(term.from)}から${paperDate(term.to)}まで）`
}

/** For a file's name and a window's title. */
export function councilTitle(record: CouncilRecord, paper: string): string {
  return `${record.council.name}${paper}`
}

export function yearTitle(record: CouncilRecord, paper: string): string {
  const period =
    record.term === null ? fiscalYearName(record.fiscalYear) : `第${String(record.term.number)}期`
  return `${period}${record.council.name}${paper}`
}
