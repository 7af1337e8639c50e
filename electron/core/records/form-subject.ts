import type { FormKind } from '#shared/contract/form-mapping.ts'
import type { FormSubject, OfferedField } from '#shared/contract/mapping-operations.ts'
import {
  type CalendarDate,
  fiscalYearName,
  fiscalYearOf,
  formatWareki,
} from '#shared/domain/calendar-date.ts'
import type { CouncilId, MeetingId } from '#shared/domain/ids.ts'
import type { ReadContext } from '../context.ts'
import { fieldCatalogue, fieldValuesOf, usualAttachments, type FieldDefinition } from '../reports/fields.ts'
import { fileNameOf, safeFileName } from '../reports/file-name.ts'
import type { FieldValue, FormValues } from '../reports/forms/form-values.ts'
import { periodFieldCatalogue, periodValuesOf } from '../reports/period-fields.ts'
import { readCouncilRecord } from './read-council-record.ts'
import { readMeetingRecord } from './read-meeting-record.ts'

/** What a form is filled with, for whatever it is filled for. */
export interface SubjectRecord {
  /** @param other what else goes along, in words */
  readonly values: (submittedOn: CalendarDate, other: string) => FormValues
  readonly fileName: (paper: string, extension: string) => string
  readonly meetingId: MeetingId | null
  readonly councilId: CouncilId
  /** 2026-09 or 2026; null for a meeting. */
  readonly period: string | null
}

const catalogueOf = (kind: FormKind): readonly FieldDefinition[] =>
  kind === 'meeting' ? fieldCatalogue : periodFieldCatalogue

/** The paths that a form of a kind may name. */
export const knownPathsOf = (kind: FormKind): readonly string[] =>
  catalogueOf(kind).map(({ of, path }) => (of === null ? path : `${of}[].${path}`))

export const suggestableOf = catalogueOf

/** The fields as the screen lists them: 会議 › 開催日, 出席者 › 氏名. */
export function offeredFields(kind: FormKind): readonly OfferedField[] {
  return catalogueOf(kind).map(({ path, of, type, example }) => {
    const [group = '', ...rest] = path.split('.')
    return of === null
      ? { path, name: rest.join('.'), group, of, type, example }
      : { path: `${of}[].${path}`, name: path, group: of, of, type, example }
  })
}

/** 令和8年9月分, 令和8年度. */
export function periodText(period: string): string {
  if (period.length === 4) return fiscalYearName(Number(period))
  // A period of the schema's form is a month, whose first day there is.
  return `${formatWareki(`${period}-01` as CalendarDate, 'long').replace(/1日$/, '')}分`
}

/** Reads what a form is filled with. Refuses with `not-found` and `not-set-up`. */
export function readSubject(context: ReadContext, subject: FormSubject): SubjectRecord {
  if (subject.kind === 'meeting') {
    const record = readMeetingRecord(context, subject.meetingId, 'report')
    const attachments = usualAttachments(record)
    return {
      values: (submittedOn, other) =>
        fieldValuesOf(record, { submittedOn, attachments: { ...attachments, other } }),
      fileName: (paper, extension) => fileNameOf(record.meeting, paper, extension),
      meetingId: subject.meetingId,
      councilId: record.meeting.councilId,
      period: null,
    }
  }
  const period = subject.kind === 'month' ? subject.month : String(subject.fiscalYear)
  const year =
    subject.kind === 'month' ? fiscalYearOf(`${subject.month}-01` as CalendarDate) : subject.fiscalYear
  const council = readCouncilRecord(context, subject.councilId, year)
  const meetings = council.meetings.filter(
    ({ heldOn }) => subject.kind === 'year' || heldOn.startsWith(subject.month),
  )
  return {
    values: (submittedOn) => periodValuesOf({ council, period, meetings }, submittedOn),
    fileName: (paper, extension) =>
      `${safeFileName([periodText(period), council.council.name, paper].join('_'))}.${extension}`,
    meetingId: null,
    councilId: subject.councilId,
    period,
  }
}

/** How many rows an example has. */
const EXAMPLE_ROWS = 3
const exampleDay = '2026-09-17' as CalendarDate

function exampleValue({ type, example }: FieldDefinition): FieldValue {
  switch (type) {
    case 'date':
      return { kind: 'date', date: exampleDay }
    case 'number':
      return { kind: 'number', value: Number(example) }
    case 'yes-no':
      return { kind: 'yes-no', value: true }
    case 'text':
    case 'time':
      return { kind: 'text', text: example }
  }
}

/** The examples of the catalogue, for an office that has no meeting yet. */
export function exampleValues(kind: FormKind): FormValues {
  const ofWhole = catalogueOf(kind).filter(({ of }) => of === null)
  const ofLists = Map.groupBy(
    catalogueOf(kind).filter(({ of }) => of !== null),
    ({ of }) => of ?? '',
  )
  const recordOf = (fields: readonly FieldDefinition[]) =>
    Object.fromEntries(fields.map((field) => [field.path, exampleValue(field)]))
  return {
    fields: recordOf(ofWhole),
    lists: Object.fromEntries(
      [...ofLists].map(([of, fields]) => [of, Array.from({ length: EXAMPLE_ROWS }, () => recordOf(fields))]),
    ),
  }
}
