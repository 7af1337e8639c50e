import { Refusal } from '#shared/contract/errors.ts'
import type { FormKind, FormMapping } from '#shared/contract/form-mapping.ts'
import type { FormSubject, OfferedField } from '#shared/contract/mapping-operations.ts'
import {
  type CalendarDate,
  fiscalYearName,
  fiscalYearOf,
  formatWareki,
} from '#shared/domain/calendar-date.ts'
import type { CoordinatorId, CouncilId, MeetingId } from '#shared/domain/ids.ts'
import type { ReadContext } from '../context.ts'
import { fieldCatalogue, fieldValuesOf, usualAttachments, type FieldDefinition } from '../reports/fields.ts'
import { fileNameOf, safeFileName } from '../reports/file-name.ts'
import { listDrawnPlaceholders } from '../reports/forms/drawings/drawn-placeholders.ts'
import { previousPrefixes } from '../reports/fields/previous-figures.ts'
import type { FieldValue, FormValues } from '../reports/forms/form-values.ts'
import { catalogued } from '../reports/forms/mapping-templates.ts'
import { openWorkbookPackage } from '../reports/forms/open-package.ts'
import { periodFieldCatalogue, periodValuesOf } from '../reports/period-fields.ts'
import { getCoordinatorById } from '../store/coordinator-store.ts'
import { type FieldScope, type FieldSource, fieldSources, offeredFigures } from './field-sources.ts'
import { previousSources } from './previous-fields.ts'
import { readCouncilRecord } from './read-council-record.ts'
import { readMeetingPictures } from './read-meeting-pictures.ts'
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
  /** Whose diary a month or a 年度 is told from; null for everybody's. */
  readonly coordinatorId: CoordinatorId | null
}

const fullPath = ({ of, path }: FieldDefinition): string => (of === null ? path : `${of}[].${path}`)

/** What stands beside a meeting or a time comes last; a path that both have is the meeting's. */
function withSources(own: readonly FieldDefinition[]): readonly FieldDefinition[] {
  const known = new Set(own.map(fullPath))
  const further = fieldSources.flatMap(({ catalogue }) => catalogue)
  return [...own, ...further.filter((field) => !known.has(fullPath(field)))]
}

const catalogues: Readonly<Record<FormKind, readonly FieldDefinition[]>> = {
  meeting: withSources(fieldCatalogue),
  month: withSources(periodFieldCatalogue),
  year: withSources(periodFieldCatalogue),
}
const catalogueOf = (kind: FormKind): readonly FieldDefinition[] => [
  ...catalogues[kind],
  ...previousSources[kind].flatMap(({ catalogue }) => catalogue),
]

/** The values of the meeting or the time count before those of the council. */
function joined(own: FormValues, local: FormValues): FormValues {
  return {
    ...own,
    fields: { ...local.fields, ...own.fields },
    lists: { ...local.lists, ...own.lists },
  }
}

/** Lists and fields by which a mapping asks for a source and that nothing before it has. */
function namesOf({ catalogue }: FieldSource, own: readonly FieldDefinition[]): readonly string[] {
  const known = new Set(own.map(fullPath))
  return [
    ...new Set(catalogue.filter((field) => !known.has(fullPath(field))).map(({ of, path }) => of ?? path)),
  ]
}

/** What a mapping asks for, and the fields that are typed into the form's text boxes. */
function askedOf({ entries, blocks, fileName }: FormMapping, form: Uint8Array): string {
  const typed = listDrawnPlaceholders(openWorkbookPackage(form)).map(({ path }) => path)
  return JSON.stringify([entries, blocks, fileName, typed])
}

/** Reads, of what stands beside a meeting or a time, only what a form asks for. */
function askedSources(
  context: ReadContext,
  own: readonly FieldDefinition[],
  asked: string,
  scope: FieldScope,
  previous: readonly FieldSource[] = [],
): () => FormValues {
  const sources = [...fieldSources, ...previous].filter((source) =>
    namesOf(source, own).some((name) => asked.includes(name)),
  )
  return once(() =>
    sources
      .map((source) => source.read(context, scope))
      .reduceRight<FormValues>((later, earlier) => joined(earlier, later), { fields: {}, lists: {} }),
  )
}

function once<Value>(read: () => Value): () => Value {
  let known: { readonly value: Value } | undefined
  return () => (known ??= { value: read() }).value
}

/** The paths that a form of a kind may name. */
export const knownPathsOf = (kind: FormKind): readonly string[] => catalogueOf(kind).map(fullPath)

/** Without the figures of the year before: by the words beside a cell they cannot be told from this year's. */
export const suggestableOf = (kind: FormKind): readonly FieldDefinition[] => catalogues[kind]

/** Single figures out of lists, as those of the year before, as far as there are such lists. */
function figuresBefore(figures: readonly OfferedField[], kind: FormKind): readonly OfferedField[] {
  if (kind === 'meeting') return []
  const prefix = previousPrefixes[kind]
  const known = new Set(knownPathsOf(kind))
  return figures
    .map((figure) => ({
      ...figure,
      path: `${prefix}.${figure.path}`,
      group: `${prefix}：${figure.group}`,
    }))
    .filter(({ path }) => known.has(catalogued(path)))
}

/** The fields as the screen lists them: 会議 › 開催日, 出席者 › 氏名. */
export function offeredFields(context: Pick<ReadContext, 'db'>, kind: FormKind): readonly OfferedField[] {
  const offered = catalogueOf(kind).map(({ path, of, type, example }): OfferedField => {
    const [group = '', ...rest] = path.split('.')
    return of === null
      ? { path, name: rest.join('.'), group, of, type, example }
      : { path: `${of}[].${path}`, name: path, group: of, of, type, example }
  })
  const figures = offeredFigures(context, kind)
  return [...offered, ...figures, ...figuresBefore(figures, kind)]
}

/** 令和8年9月分, 令和8年度. */
export function periodText(period: string): string {
  if (period.length === 4) return fiscalYearName(Number(period))
  // A period of the schema's form is a month, whose first day there is.
  return `${formatWareki(`${period}-01` as CalendarDate, 'long').replace(/1日$/, '')}分`
}

/** Reads what a form is filled with. Refuses with `not-found` and `not-set-up`. */
export function readSubject(
  context: ReadContext,
  subject: FormSubject,
  mapping: FormMapping,
  form: Uint8Array,
): SubjectRecord {
  const asked = askedOf(mapping, form)
  if (subject.kind === 'meeting') return meetingSubject(context, subject.meetingId, mapping, asked)
  const period = subject.kind === 'month' ? subject.month : String(subject.fiscalYear)
  const fiscalYear =
    subject.kind === 'month' ? fiscalYearOf(`${subject.month}-01` as CalendarDate) : subject.fiscalYear
  const { councilId, coordinatorId = null } = subject
  if (coordinatorId !== null && getCoordinatorById(context.db, coordinatorId) === undefined)
    throw new Refusal('not-found')
  const council = readCouncilRecord(context, councilId, fiscalYear)
  const meetings = council.meetings.filter(
    ({ heldOn }) => subject.kind === 'year' || heldOn.startsWith(subject.month),
  )
  const month = subject.kind === 'month' ? subject.month : null
  const scope = { councilId, fiscalYear, month, meetingId: null, coordinatorId, council: () => council }
  const further = askedSources(context, periodFieldCatalogue, asked, scope, previousSources[subject.kind])
  return {
    values: (submittedOn) => joined(periodValuesOf({ council, period, meetings }, submittedOn), further()),
    fileName: (paper, extension) =>
      `${safeFileName([periodText(period), council.council.name, paper].join('_'))}.${extension}`,
    meetingId: null,
    councilId,
    period,
    coordinatorId,
  }
}

function meetingSubject(
  context: ReadContext,
  meetingId: MeetingId,
  mapping: FormMapping,
  asked: string,
): SubjectRecord {
  const record = readMeetingRecord(context, meetingId, 'report')
  const attachments = usualAttachments(record)
  const { councilId, fiscalYear, heldOn } = record.meeting
  const further = askedSources(context, fieldCatalogue, asked, {
    councilId,
    fiscalYear,
    month: heldOn.slice(0, 7),
    meetingId,
    coordinatorId: null,
    council: once(() => readCouncilRecord(context, councilId, fiscalYear)),
  })
  const pictures = once(() => readMeetingPictures(context.db, meetingId, mapping))
  return {
    values: (submittedOn, other) => ({
      ...joined(fieldValuesOf(record, { submittedOn, attachments: { ...attachments, other } }), further()),
      pictures: pictures(),
    }),
    fileName: (paper, extension) => fileNameOf(record.meeting, paper, extension),
    meetingId,
    councilId,
    period: null,
    coordinatorId: null,
  }
}

/** How many rows an example has. */
const EXAMPLE_ROWS = 3
const exampleDay = '2026-09-17' as CalendarDate

function exampleValue({ type, example }: FieldDefinition): FieldValue | null {
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
    case 'picture':
      // A photo that stands for a photo would be taken for one.
      return null
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
