import { z } from 'zod'
import { isCalendarDate, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { isClockTime, type ClockTime } from '#shared/domain/clock-time.ts'
import { type Id, isId } from '#shared/domain/ids.ts'

/** Schemas of single fields, shared by the operations. Texts are kept to the character: nothing is trimmed or normalised. */

export function id<Kind extends string>() {
  return z.custom<Id<Kind>>((value) => typeof value === 'string' && isId(value))
}

// Control characters other than line break and tab cannot be carried by XML, nor be seen by anyone.
const control = /[\p{Cc}--[\n\r\t]]/v

function text(longest: number) {
  return z
    .string()
    .max(longest)
    .refine((value) => !control.test(value))
}

/** One line: a name, a post, a title. */
export const lineText = text(300).refine((value) => !/[\r\n]/.test(value))
/** One line that must not be empty, blanks (full-width ones too) counting as nothing. */
export const requiredLine = lineText.refine((value) => value.trim() !== '')
/** Several lines: remarks, a statement. 20,000 characters are an hour of talk. */
export const longText = text(20_000)
export const requiredLongText = longText.refine((value) => value.trim() !== '')

export const calendarDate = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && isCalendarDate(value),
)
export const clockTime = z.custom<ClockTime>((value) => typeof value === 'string' && isClockTime(value))
export const fiscalYear = z.number().int().min(1900).max(2200)
