import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { isNumberFormat } from '#shared/domain/document-number.ts'
import { calendarDate, fiscalYear, id, lineText, requiredLine, requiredLongText } from './fields.ts'
import type { OfferedFile } from './files.ts'
import { defineRead, defineTask, defineWrite } from './operation.ts'
import type { Shelf } from './paper-catalogue.ts'
import { addressees } from './paper-operations.ts'

/** Letters whose wording the office edits: plain text with fields such as {会議.開催日|和暦}. */

export const letterKinds = [
  'invitation',
  'recommendation-request',
  'recommendation-form',
  'appointment',
  'appointment-vertical',
  'acceptance',
] as const
export type LetterKind = (typeof letterKinds)[number]

export const letterFacts: Readonly<
  Record<
    LetterKind,
    { readonly name: string; readonly shelf: Shelf; readonly of: 'meeting' | 'council'; readonly use: string }
  >
> = {
  invitation: { name: '開催通知', shelf: 'before-meeting', of: 'meeting', use: '一人ずつの通知と出欠の返事' },
  'recommendation-request': { name: '委員の推薦依頼', shelf: 'april', of: 'council', use: '団体へ' },
  'recommendation-form': {
    name: '推薦書',
    shelf: 'april',
    of: 'council',
    use: '推薦依頼に添えて、団体に書いてもらう',
  },
  appointment: { name: '委嘱状', shelf: 'april', of: 'council', use: '委員一人ずつ' },
  'appointment-vertical': {
    name: '委嘱状（縦書き）',
    shelf: 'april',
    of: 'council',
    use: '委員一人ずつ。A4横の紙に、漢数字で',
  },
  acceptance: { name: '就任承諾書', shelf: 'april', of: 'council', use: '委員に書いてもらう' },
}

const wording = { subject: lineText, body: requiredLongText }

export interface LetterTemplate {
  readonly kind: LetterKind
  readonly subject: string
  readonly body: string
  /** Whether the office has put its own wording in place of the shipped one. */
  readonly changed: boolean
}

export interface LetterField {
  readonly path: string
  readonly example: string
}

/** A field that there is not, with the one that was most likely meant. */
export interface UnknownField {
  readonly field: string
  readonly nearest: string | null
}

export interface DocumentNumber {
  readonly number: number
  /** As it stands on the letter: 青社協第12号. */
  readonly text: string
  readonly subject: string
  readonly issuedOn: CalendarDate
}

const kind = z.enum(letterKinds)

export const letterOperations = {
  'letters.list': defineRead(z.strictObject({}))<readonly LetterTemplate[]>(),
  'letters.fields': defineRead(z.strictObject({}))<readonly LetterField[]>(),
  'letters.check': defineRead(z.strictObject(wording))<readonly UnknownField[]>(),
  'letters.save': defineWrite(z.strictObject({ kind, ...wording }))<null>(),
  /** Back to the shipped wording. */
  'letters.reset': defineWrite(z.strictObject({ kind }))<null>(),
  /** One letter to each, one after another in one file. */
  'letters.make': defineTask(
    z.strictObject({
      kind,
      councilId: id<'council'>(),
      meetingId: id<'meeting'>().nullable(),
      issuedOn: calendarDate,
      replyBy: calendarDate.nullable(),
      documentNumber: lineText,
      /** null: to whom it usually goes (a notice to the roll); else to those chosen here. */
      to: z.strictObject(addressees).nullable().default(null),
      format: z.enum(['pdf', 'docx']),
      /** Wording that is not saved yet: only the first letter is made, and what is unknown is shown in it. */
      draft: z.strictObject(wording).nullable(),
    }),
  )<OfferedFile & { readonly letters: number }>(),
  'letters.numbers': defineRead(z.strictObject({ fiscalYear }))<{
    readonly format: string
    readonly next: string
    /** The latest first. */
    readonly taken: readonly DocumentNumber[]
  }>(),
  'letters.takeNumber': defineWrite(
    z.strictObject({ subject: lineText, issuedOn: calendarDate }),
  )<DocumentNumber>(),
  'letters.saveNumberFormat': defineWrite(
    z.strictObject({ format: requiredLine.refine(isNumberFormat) }),
  )<null>(),
}
