import { z } from 'zod'
import { calendarDate, id, lineText } from './fields.ts'
import { fileToken } from './files.ts'
import { formSubject } from './mapping-operations.ts'
import { defineTask } from './operation.ts'
import type { SubmissionSummary } from './report-operations.ts'

/** A figure or a text that somebody has written into a form. */
export interface ReadFigure {
  /** `活動件数[訪問].4月`, `会議一覧[2].場所`. */
  readonly field: string
  readonly sheet: string
  /** Where it was read, the first cell of several. */
  readonly cell: string
  readonly text: string
  /** What Tsudoi has recorded of it; '' for nothing. */
  readonly recorded: string
  readonly isSame: boolean
}

/** Something that stands in the form and could not be read. */
export interface UnreadFigure {
  readonly field: string
  readonly sheet: string
  /** '' where it is not about one cell. */
  readonly cell: string
  readonly text: string
  /** Why, as a sentence. */
  readonly why: string
}

/** What was read out of a form that was filled by hand. */
export interface ReadBackForm {
  readonly fileName: string
  readonly figures: readonly ReadFigure[]
  readonly unread: readonly UnreadFigure[]
  /** Cells whose printed words no longer stand there: rows may have been put in by hand. */
  readonly moved: readonly string[]
}

const filledForm = {
  file: fileToken,
  password: lineText.nullable(),
  formId: id<'form'>(),
  /** What it was filled for: with that it is compared. */
  subject: formSubject,
}

export const readBackOperations = {
  /** Reads a filled form by the mapping of the form, and keeps nothing. Refused as `forms.look`. */
  'readBacks.look': defineTask(z.strictObject(filledForm))<ReadBackForm>(),
  /** Keeps the very file as handed in on a day, with what was read out of it, so that the next one tells what changed. */
  'readBacks.keep': defineTask(
    z.strictObject({ ...filledForm, submittedOn: calendarDate, addressee: lineText }),
  )<SubmissionSummary>(),
} as const
