import { z } from 'zod'
import { isCalendarDate, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { isClockTime, type ClockTime } from '#shared/domain/clock-time.ts'
import { type Id, isId } from '#shared/domain/ids.ts'

/** Schemas of single fields, shared by the operations. Texts are kept to the character: nothing is trimmed or normalised. */

export function id<Kind extends string>() {
  return z.custom<Id<Kind>>((value) => typeof value === 'string' && isId(value))
}

// Control characters other than line break and tab, halves of a character and what is none cannot be carried by XML, nor be seen by anyone.
const unprintable = /[[\p{Cc}--[\n\r\t]]\p{Cs}\p{Noncharacter_Code_Point}]/v

function text(longest: number) {
  return z
    .string()
    .max(longest)
    .refine((value) => !unprintable.test(value))
}

/** One line: a name, a post, a title. */
export const lineText = text(300).refine((value) => !/[\r\n]/.test(value))
/** One line that must not be empty, blanks (full-width ones too) counting as nothing. */
export const requiredLine = lineText.refine((value) => value.trim() !== '')
/** Several lines: remarks, a statement. 20,000 characters are an hour of talk. */
export const longText = text(20_000)
export const requiredLongText = longText.refine((value) => value.trim() !== '')

/** Days that an office can mean; also those that the schema takes a 年度 of. */
export const calendarDate = z.custom<CalendarDate>(
  (value) =>
    typeof value === 'string' && isCalendarDate(value) && value >= '1900-04-01' && value <= '2201-03-31',
)
export const clockTime = z.custom<ClockTime>((value) => typeof value === 'string' && isClockTime(value))
/** The code of a 分類; which there are, the office's list says. */
export const helpKind = text(60).min(1)
export const fiscalYear = z.number().int().min(1900).max(2200)
