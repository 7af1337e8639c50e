import type { FormKind, FormMapping } from '#shared/contract/form-mapping.ts'
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
import { localFieldCatalogue, localValuesOf } from '../reports/fields/local-lists.ts'
import { readCouncilRecord } from './read-council-record.ts'
import { readLocalRecord } from './read-local-record.ts'
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

const fullPath = ({ of, path }: FieldDefinition): string => (of === null ? path : `${of}[].${path}`)

/** What belongs to the council rather than to one meeting comes last; a path that both have is the meeting's. */
function withLocal(own: readonly FieldDefinition[]): readonly FieldDefinition[] {
  const known = new Set(own.map(fullPath))
  return [...own, ...localFieldCatalogue.filter((field) => !known.has(fullPath(field)))]
}

const catalogues: Readonly<Record<FormKind, readonly FieldDefinition[]>> = {
  meeting: withLocal(fieldCatalogue),
  month: withLocal(periodFieldCatalogue),
  year: withLocal(periodFieldCatalogue),
}
const catalogueOf = (kind: FormKind): readonly FieldDefinition[] => catalogues[kind]
const ofMeetings = new Set(fieldCatalogue.map(fullPath))
/** Names by which a mapping asks for what belongs to the council. */
const localNames = [
  ...new Set(
    localFieldCatalogue
      .filter((field) => !ofMeetings.has(fullPath(field)))
      .map((field) => field.of ?? field.path),
  ),
]

/** The values of the meeting or the time count before those of the council. */
function joined(own: FormValues, local: FormValues): FormValues {
  return {
    ...own,
    fields: { ...local.fields, ...own.fields },
    lists: { ...local.lists, ...own.lists },
  }
}

/** The paths that a form of a kind may name. */
export const knownPathsOf = (kind: FormKind): readonly string[] => catalogueOf(kind).map(fullPath)

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

/**
 * Reads what a form is filled with. Refuses with `not-found` and `not-set-up`.
 *
 * @param mapping what belongs to the council beside the meeting is only read where it asks for it
 */
export function readSubject(context: ReadContext, subject: FormSubject, mapping: FormMapping): SubjectRecord {
  if (subject.kind === 'meeting') {
    const record = readMeetingRecord(context, subject.meetingId, 'report')
    const attachments = usualAttachments(record)
    const asked = JSON.stringify([mapping.entries, mapping.blocks])
    const local = (): FormValues => {
      const { councilId, fiscalYear } = record.meeting
      return localValuesOf(readLocalRecord(context, readCouncilRecord(context, councilId, fiscalYear)))
    }
    const asksLocal = localNames.some((name) => asked.includes(name))
    return {
      values: (submittedOn, other) => {
        const own = fieldValuesOf(record, { submittedOn, attachments: { ...attachments, other } })
        return asksLocal ? joined(own, local()) : own
      },
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
    values: (submittedOn) =>
      joined(
        periodValuesOf({ council, period, meetings }, submittedOn),
        localValuesOf(readLocalRecord(context, { ...council, meetings })),
      ),
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
