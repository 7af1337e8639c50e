import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CouncilId, FormId, MeetingId, SubmissionId } from '#shared/domain/ids.ts'
import { calendarDate, id, lineText } from './fields.ts'
import { fileToken, type OfferedFile } from './files.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'

export const meetingPapers = [
  'agenda',
  'sign-in-sheet',
  'invitation-list',
  'attendee-list',
  'item-attendance',
  'minutes',
  'minutes-points',
  'minutes-public',
] as const
export type MeetingPaper = (typeof meetingPapers)[number]
export const meetingPaperNames: Readonly<Record<MeetingPaper, string>> = {
  agenda: '次第',
  'sign-in-sheet': '出席簿',
  'invitation-list': '案内先一覧',
  'attendee-list': '出席者名簿',
  'item-attendance': '議題ごとの出席',
  minutes: '議事録',
  'minutes-points': '議事録（要点）',
  'minutes-public': '議事録（公開用）',
}
export const paperFormats = ['pdf', 'xlsx', 'docx'] as const
export type PaperFormat = (typeof paperFormats)[number]

export interface FormSummary {
  readonly id: FormId
  readonly name: string
  readonly fileName: string
  readonly addedOn: CalendarDate
}

/** One thing that will not come out right, shown before handing in. */
export interface FormProblem {
  readonly kind: 'unknown-field' | 'too-long' | 'rows-overflow' | 'empty' | 'gives-away'
  readonly sheet: string
  readonly cell: string
  readonly field: string
  /** Japanese, complete: what it is and what can be done. */
  readonly message: string
}

export interface FormCheck {
  readonly form: FormSummary
  /** What will be written, field by field, in the order of the form. */
  readonly values: readonly { readonly cell: string; readonly field: string; readonly text: string }[]
  readonly problems: readonly FormProblem[]
}

export interface SubmissionSummary {
  readonly id: SubmissionId
  readonly formId: FormId
  /** Null for what was handed in for a month or a 年度. */
  readonly meetingId: MeetingId | null
  readonly councilId: CouncilId
  readonly councilName: string
  readonly meetingNumber: number | null
  /** 第2回, 令和8年9月分, 令和8年度. */
  readonly about: string
  readonly formName: string
  readonly fileName: string
  readonly submittedOn: CalendarDate
  readonly addressee: string
  /** SHA-256 of the very bytes, hexadecimal. */
  readonly fingerprint: string
  /** Of the form and its mapping, counted up whenever either changed after something had been handed in. */
  readonly formVersion: number
  /** Excel asks for a password on opening. */
  readonly hasPassword: boolean
  /** What differs from the last one handed in for the same; null for the first. */
  readonly changes:
    readonly { readonly field: string; readonly before: string; readonly after: string }[] | null
}

export const reportOperations = {
  'reports.make': defineTask(
    z.strictObject({
      paper: z.enum(meetingPapers),
      meetingId: id<'meeting'>(),
      format: z.enum(paperFormats),
    }),
  )<OfferedFile>(),
  'forms.list': defineRead(z.strictObject({}))<readonly FormSummary[]>(),
  /** Takes in a city's workbook. Its mapping is the one given, else the shipped one that recognises it. */
  'forms.add': defineTask(z.strictObject({ file: fileToken, mapping: fileToken.nullable() }))<FormSummary>(),
  'forms.remove': defineWrite(z.strictObject({ formId: id<'form'>() }))<null>(),
  'forms.check': defineTask(
    z.strictObject({ formId: id<'form'>(), meetingId: id<'meeting'>(), submittedOn: calendarDate }),
  )<FormCheck>(),
  'forms.fill': defineTask(
    z.strictObject({ formId: id<'form'>(), meetingId: id<'meeting'>(), submittedOn: calendarDate }),
  )<OfferedFile>(),
  /** 提出: freezes the very bytes that are handed in. */
  'forms.submit': defineTask(
    z.strictObject({
      formId: id<'form'>(),
      meetingId: id<'meeting'>(),
      submittedOn: calendarDate,
      addressee: lineText,
    }),
  )<{ readonly submission: SubmissionSummary; readonly file: OfferedFile }>(),
  'submissions.list': defineRead(z.strictObject({ meetingId: id<'meeting'>().nullable() }))<
    readonly SubmissionSummary[]
  >(),
  'submissions.open': defineTask(z.strictObject({ submissionId: id<'submission'>() }))<OfferedFile>(),
}
