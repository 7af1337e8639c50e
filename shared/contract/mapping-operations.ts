import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { DrawnThing, PictureStyle, SheetPicture } from '#shared/domain/sheet-picture.ts'
import { calendarDate, fiscalYear, id, lineText, requiredLine } from './fields.ts'
import { fileToken, type OfferedFile } from './files.ts'
import { formMappingSchema, type FormKind, type FormMapping } from './form-mapping.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'
import type { FormProblem, FormSummary, SubmissionSummary } from './report-operations.ts'

/** Whose diary a month or a 年度 is told from; absent for everybody's. */
const coordinatorId = id<'coordinator'>().optional()

/** What a form is filled for. */
export const formSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('meeting'), meetingId: id<'meeting'>() }),
  z.strictObject({
    kind: z.literal('month'),
    councilId: id<'council'>(),
    /** 2026-09. */
    month: z.string().regex(/^(?:19|2[01])\d\d-(?:0[1-9]|1[0-2])$/),
    coordinatorId,
  }),
  z.strictObject({ kind: z.literal('year'), councilId: id<'council'>(), fiscalYear, coordinatorId }),
])
export type FormSubject = z.infer<typeof formSubject>

export const formKindNames: Readonly<Record<FormKind, string>> = {
  meeting: '会議ごと',
  month: '月ごと',
  year: '年度ごと',
}

/** A workbook that somebody has chosen, before anything is kept. */
export interface FormLook {
  readonly fileName: string
  readonly sheets: readonly FormSheetName[]
  /** The first sheet that is seen. */
  readonly picture: SheetPicture
  /** How it is known what goes where; `unknown`: it is still to be said. */
  readonly how: 'known' | 'bundle' | 'placeholders' | 'unknown'
  /** What it is called by its mapping, else by its file. */
  readonly name: string
  /** `{{…}}` that somebody has typed into it. */
  readonly placeholders: number
  /** A form kept already that this looks like another edition of. */
  readonly like: FormSummary | null
  /** The very workbook is kept already. */
  readonly isSame: boolean
  /** It holds macros: they are kept, and never run. */
  readonly hasMacros: boolean
}

export interface FormSheetName {
  readonly name: string
  readonly hidden: boolean
}

/** A field as the screen offers it. */
export interface OfferedField {
  /** `会議.開催日`, or `出席者[].氏名`. */
  readonly path: string
  /** Its name and the list it is of: 開催日; 氏名 of 出席者. */
  readonly name: string
  readonly group: string
  readonly of: string | null
  readonly type: 'text' | 'number' | 'date' | 'time' | 'yes-no' | 'picture'
  readonly example: string
}

export interface PlaceholderTrouble {
  readonly sheet: string
  readonly cell: string
  readonly typed: string
  readonly nearest: string | null
}

/** Everything that the screen of a form needs beside the drawn sheets. */
export interface MappingDesk {
  readonly form: FormSummary
  readonly version: number
  readonly mapping: FormMapping
  readonly sheets: readonly FormSheetName[]
  /** Sheets that the mapping speaks of and the workbook does not have. */
  readonly missingSheets: readonly string[]
  readonly placeholderTroubles: readonly PlaceholderTrouble[]
  readonly fields: readonly OfferedField[]
  readonly versions: readonly { readonly version: number; readonly endedOn: CalendarDate }[]
}

/** What would make a text fit. */
export interface WaysOut {
  readonly text: string
  readonly letters: number
  readonly room: number
  /** In points, null when no size that can be read would do. */
  readonly fontSize: number | null
  readonly wraps: boolean
}

export interface CellTrouble {
  readonly kind:
    FormProblem['kind'] | 'formula' | 'rows-uneven' | 'cell-invalid' | 'sheet-missing' | 'sheet-uncopyable'
  readonly sheet: string
  /** '' where it is not about one cell. */
  readonly cell: string
  readonly message: string
  readonly waysOut: WaysOut | null
}

/** A sheet with the values of a real meeting in it, told by what differs from the empty form. */
export interface MappingPreview {
  readonly changed: readonly {
    readonly row: number
    readonly column: number
    readonly text: string
    readonly kind: 'text' | 'number' | 'empty'
    /** Null where it looks as it did. */
    readonly style: PictureStyle | null
  }[]
  /** Null where what is drawn has not changed. */
  readonly drawn: readonly DrawnThing[] | null
  /** Of all sheets. */
  readonly troubles: readonly CellTrouble[]
  /** How many records each list has. */
  readonly counts: Readonly<Record<string, number>>
}

export interface MovedPlace {
  /** What a clerk would say of it. */
  readonly label: string
  readonly from: { readonly sheet: string; readonly cell: string }
  /** Null when it has no place any more. */
  readonly to: { readonly sheet: string; readonly cell: string } | null
  /** `moved`: found by its label; `guessed`: by the rows around it. */
  readonly how: 'same' | 'moved' | 'guessed' | 'lost'
}

/** What becomes of a mapping in a new edition of its form. */
export interface EditionComparison {
  readonly fileName: string
  readonly sheetsGone: readonly string[]
  /** Old name and new, where a sheet was renamed. */
  readonly sheetsRenamed: readonly { readonly from: string; readonly to: string }[]
  readonly places: readonly MovedPlace[]
}

export interface HandInProblem extends FormProblem {
  /** What one click does about it; null where only a person can. */
  readonly remedy: {
    readonly key: string
    readonly does: string
    /** It takes out what is known of those who worked on the file, and nothing that stands in a sheet. */
    readonly isTrace: boolean
  } | null
}

/** Of one of many: its file and what will not come out right in it. */
export interface ManyCheck {
  readonly fileName: string
  readonly problems: readonly FormProblem[]
}

/** The 提出前チェック. */
export interface HandInCheck {
  readonly fileName: string
  readonly values: readonly { readonly cell: string; readonly field: string; readonly text: string }[]
  readonly problems: readonly HandInProblem[]
  /** Remedies that are carried out in what will be handed in. */
  readonly remedied: readonly { readonly key: string; readonly field: string; readonly does: string }[]
  /** Against the last one handed in for the same; null when nothing was. */
  readonly changes:
    readonly { readonly field: string; readonly before: string; readonly after: string }[] | null
  readonly sheets: readonly FormSheetName[]
}

const chosenFile = { file: fileToken, password: lineText.nullable() }
const remedies = z.array(z.string().max(500)).max(200)
const handIn = {
  formId: id<'form'>(),
  subject: formSubject,
  submittedOn: calendarDate,
  remedies,
  /** `public`: columns of personal data are told too. */
  audience: z.enum(['office', 'public']),
}
const many = {
  formId: id<'form'>(),
  subjects: z.array(formSubject).min(1).max(100),
  submittedOn: calendarDate,
  remedies,
  audience: z.enum(['office', 'public']),
}
/** '' for none. Excel takes up to 255 letters. */
const openingPassword = lineText.refine((text) => text.length <= 255)

export const formIntakeOperations = {
  /** Looks at a chosen workbook (or a form with its mapping from another office) without keeping it. */
  'forms.look': defineTask(z.strictObject(chosenFile))<FormLook>(),
  /** Keeps it: by the mapping that knows it, that came with it, that was typed into it, or with nothing mapped yet. */
  'forms.begin': defineTask(z.strictObject({ ...chosenFile, name: requiredLine }))<FormSummary>(),
  'forms.compareEdition': defineTask(
    z.strictObject({ ...chosenFile, formId: id<'form'>() }),
  )<EditionComparison>(),
  /** Puts a new edition in the place of the workbook; the mapping goes along, the old ones stay as a version. */
  'forms.takeEdition': defineTask(
    z.strictObject({ ...chosenFile, formId: id<'form'>() }),
  )<EditionComparison>(),
  /** One file for the next office: the workbook and what goes where. */
  'forms.export': defineTask(z.strictObject({ formId: id<'form'>() }))<OfferedFile>(),
} as const

export const mappingOperations = {
  'mappings.open': defineRead(z.strictObject({ formId: id<'form'>() }))<MappingDesk>(),
  'mappings.sheet': defineRead(
    z.strictObject({ formId: id<'form'>(), sheet: z.string().min(1).max(100) }),
  )<SheetPicture>(),
  /** What a mapping, kept or not, puts into a sheet; without a subject the examples of the fields. */
  'mappings.preview': defineRead(
    z.strictObject({
      formId: id<'form'>(),
      mapping: formMappingSchema,
      subject: formSubject.nullable(),
      sheet: z.string().min(1).max(100),
    }),
  )<MappingPreview>(),
  /** What the labels of the form speak of, and is not mapped yet. */
  'mappings.suggest': defineRead(z.strictObject({ formId: id<'form'>() }))<
    Pick<FormMapping, 'entries' | 'blocks'>
  >(),
  'mappings.save': defineWrite(z.strictObject({ formId: id<'form'>(), mapping: formMappingSchema }))<{
    readonly version: number
  }>(),
} as const

/** Opening passwords are hashed a hundred thousand times: that is done beside everything else. */
export const workbookOperations = {
  /** Takes the password off. Refused with `workbook-password`, `workbook-encrypted`. */
  'workbooks.open': defineTask(z.strictObject({ file: fileToken, password: lineText }))<OfferedFile>(),
  /** Puts a password on, as Excel does. */
  'workbooks.close': defineTask(
    z.strictObject({ file: fileToken, password: openingPassword }),
  )<OfferedFile>(),
} as const

export const handInOperations = {
  'handIns.check': defineRead(z.strictObject(handIn))<HandInCheck>(),
  'handIns.picture': defineRead(
    z.strictObject({ ...handIn, sheet: z.string().min(1).max(100) }),
  )<SheetPicture>(),
  'handIns.fill': defineTask(z.strictObject({ ...handIn, password: openingPassword }))<OfferedFile>(),
  /** What will not come out right in each of many, told before they are made. */
  'handIns.checkMany': defineRead(z.strictObject(many))<readonly ManyCheck[]>(),
  /** One file for each, in one folder (zip). */
  'handIns.fillMany': defineTask(z.strictObject({ ...many, password: openingPassword }))<OfferedFile>(),
  'handIns.submit': defineTask(
    z.strictObject({ ...handIn, password: openingPassword, addressee: lineText }),
  )<{ readonly submission: SubmissionSummary; readonly file: OfferedFile }>(),
  'handIns.list': defineRead(z.strictObject({ formId: id<'form'>() }))<readonly SubmissionSummary[]>(),
} as const
