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

/** A figure as it would be kept: 前からの数 of the form's month or 年度. */
export interface PriorChange {
  /** Rows of lists by their name: `活動件数[訪問].合計`. */
  readonly field: string
  /** What is kept of it so far; '' for nothing. */
  readonly before: string
  readonly after: string
}

/** What was read out of a form that was filled by hand. */
export interface ReadBackForm {
  readonly fileName: string
  readonly figures: readonly ReadFigure[]
  readonly unread: readonly UnreadFigure[]
  /** Cells whose printed words no longer stand there: rows may have been put in by hand. */
  readonly moved: readonly string[]
  /** The figures of a month or a 年度, which are kept with the file; none of a meeting. */
  readonly prior: readonly PriorChange[]
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
  /**
   * Keeps the very file as handed in on a day, with what was read out of it, so that the next one tells what changed;
   * and of a month or a 年度 its figures, to be put beside the next year's. The two are undone apart.
   */
  'readBacks.keep': defineTask(
    z.strictObject({ ...filledForm, submittedOn: calendarDate, addressee: lineText }),
  )<SubmissionSummary>(),
} as const
