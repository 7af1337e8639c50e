import { type CalendarDate, eraParts } from '#shared/domain/calendar-date.ts'

/** 12月10日: the year is left out where it would only be noise. */
export function monthAndDay(date: CalendarDate): string {
  const { month, day } = eraParts(date)
  return `${String(month)}月${String(day)}日`
}

/** By when, as it was said and as a day: 次回 12月10日, 9月30日, 10月末. */
export function dueWords(task: { readonly dueOn: CalendarDate | null; readonly dueText: string }): string {
  if (task.dueOn === null) return task.dueText
  return task.dueText === '' ? monthAndDay(task.dueOn) : `${task.dueText} ${monthAndDay(task.dueOn)}`
}
