import { type CalendarDate, formatWareki } from './calendar-date.ts'

/** What tells a meeting from any other of the office. */
export interface NamedMeeting {
  readonly councilName: string
  readonly number: number
  readonly heldOn: CalendarDate
}

/** A meeting by its day, its council and its number: 令和8年9月17日　第２層協議体　第1回. */
export function meetingWords({ councilName, number, heldOn }: NamedMeeting): string {
  return `${formatWareki(heldOn)}　${councilName}　第${String(number)}回`
}
