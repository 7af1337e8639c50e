import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { YearOptionId, YearQuestionId } from '#shared/domain/ids.ts'
import { fiscalYear, id, lineText, requiredLine } from './fields.ts'
import { defineRead, defineWrite } from './operation.ts'

/** One record that a figure counted, by name, and where it is found. */
export interface CountedRecord {
  readonly text: string
  readonly place:
    'meetings' | 'roster' | 'councils' | 'coordinators' | 'diary' | 'needs' | 'resources' | 'developments'
}

/** A figure of the year before, and where it comes from: as it was frozen, as it is counted, as a form had it. */
export interface FigureBefore {
  readonly from: 'frozen' | 'records' | 'form'
  readonly count: number
  /** The file that it was read back from, else ''. */
  readonly fileName: string
}

export interface YearOption {
  readonly id: YearOptionId
  readonly label: string
  /** Key of a counted figure; empty: `typed`. */
  readonly figure: string
  readonly typed: string
  /** As counted now, or as it stood when the year was frozen; null where it is typed. */
  readonly count: number | null
  readonly counted: readonly CountedRecord[]
  /** Of the year before, the one that counts first; none where nothing is known of it. */
  readonly before: readonly FigureBefore[]
}

export interface YearQuestion {
  readonly id: YearQuestionId
  readonly section: string
  readonly text: string
  readonly options: readonly YearOption[]
}

export interface YearSummary {
  readonly questions: readonly YearQuestion[]
  readonly frozen: { readonly on: CalendarDate; readonly by: string } | null
}

/** What can be counted: for the list from which an option's figure is chosen. */
export interface CountableFigure {
  readonly key: string
  readonly name: string
  readonly unit: string
}

export const yearQuestionFields = z.strictObject({ section: lineText, text: requiredLine })
export const yearOptionFields = z.strictObject({ label: lineText, figure: lineText, typed: lineText })
const questionId = id<'year-question'>()
const optionId = id<'year-option'>()

export const yearSummaryOperations = {
  'yearSummary.get': defineRead(z.strictObject({ fiscalYear }))<YearSummary>(),
  'yearSummary.figures': defineRead(z.strictObject({}))<readonly CountableFigure[]>(),
  /** The questions of the year before, or those that come with the program. Refused with `conflict` where there are some. */
  'yearSummary.begin': defineWrite(z.strictObject({ fiscalYear }))<null>(),
  'yearSummary.addQuestion': defineWrite(z.strictObject({ fiscalYear, question: yearQuestionFields }))<{
    readonly questionId: YearQuestionId
  }>(),
  /** Each change is refused with `year-frozen` once the year is frozen. */
  'yearSummary.saveQuestion': defineWrite(
    z.strictObject({ questionId, question: yearQuestionFields }),
  )<null>(),
  /** Within its section; at the end of it nothing happens. */
  'yearSummary.moveQuestion': defineWrite(z.strictObject({ questionId, by: z.literal([-1, 1]) }))<null>(),
  'yearSummary.removeQuestion': defineWrite(z.strictObject({ questionId }))<null>(),
  'yearSummary.addOption': defineWrite(z.strictObject({ questionId, option: yearOptionFields }))<{
    readonly optionId: YearOptionId
  }>(),
  'yearSummary.saveOption': defineWrite(z.strictObject({ optionId, option: yearOptionFields }))<null>(),
  'yearSummary.moveOption': defineWrite(z.strictObject({ optionId, by: z.literal([-1, 1]) }))<null>(),
  'yearSummary.removeOption': defineWrite(z.strictObject({ optionId }))<null>(),
  /** What was handed in stays what was handed in, whatever is recorded later. */
  'yearSummary.freeze': defineWrite(z.strictObject({ fiscalYear }))<null>(),
  'yearSummary.thaw': defineWrite(z.strictObject({ fiscalYear }))<null>(),
}
