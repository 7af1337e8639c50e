import {
  type CalendarDate,
  type DateReadingOptions,
  formatWareki,
  parseCalendarDate,
} from '#shared/domain/calendar-date.ts'
import { type Reading, WrittenField, type WrittenFieldProps } from './written-field.tsx'

export interface JapaneseDateFieldProps extends WrittenFieldProps<CalendarDate>, DateReadingOptions {}

function readDate(text: string, options: DateReadingOptions): Reading<CalendarDate> {
  const reading = parseCalendarDate(text, options)
  if (reading.ok) return { ok: true, value: reading.date }
  switch (reading.reason) {
    case 'empty':
      return { ok: true, value: null }
    case 'no-such-day':
      return { ok: false, message: `「${text}」という日は暦にありません。月と日を確かめてください。` }
    case 'not-a-date':
      return {
        ok: false,
        message: `「${text}」は日付として読めません。令和8年11月23日 か R8.11.23 のように書いてください。`,
      }
  }
}

/** A day, typed freely in either calendar, shown back as 令和8年11月23日（月）. */
export function JapaneseDateField(props: JapaneseDateFieldProps) {
  const options: DateReadingOptions = {
    ...(props.fiscalYear === undefined ? {} : { fiscalYear: props.fiscalYear }),
    ...(props.near === undefined ? {} : { near: props.near }),
  }
  return (
    <WrittenField
      {...props}
      placeholder={props.placeholder ?? '例　R8.11.23'}
      read={(text) => readDate(text, options)}
      write={(date) => formatWareki(date, 'long-with-weekday')}
    />
  )
}
