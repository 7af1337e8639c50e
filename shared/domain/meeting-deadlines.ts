import { addDays, type CalendarDate } from './calendar-date.ts'

/** Days before and after a meeting by which something is due: a council's own rule, 14 / 2 / 45 until it says otherwise. */
export interface DeadlineRules {
  /** 開催通知: days before the meeting. */
  readonly noticeDays: number
  /** 会議概要: days after it. */
  readonly summaryDays: number
  /** 議事録の確定: days after it. */
  readonly minutesDays: number
}

export interface MeetingDeadlines {
  readonly noticeDueOn: CalendarDate
  readonly summaryDueOn: CalendarDate
  readonly minutesDueOn: CalendarDate
}

/** The days by which a meeting's notice, summary and minutes are due. */
export function deadlinesOf(heldOn: CalendarDate, rules: DeadlineRules): MeetingDeadlines {
  return {
    noticeDueOn: addDays(heldOn, -rules.noticeDays),
    summaryDueOn: addDays(heldOn, rules.summaryDays),
    minutesDueOn: addDays(heldOn, rules.minutesDays),
  }
}
