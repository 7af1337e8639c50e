import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '#shared/contract/errors.ts'
import {
  meetingPaperNames,
  type reportOperations,
  type SubmissionSummary,
} from '#shared/contract/report-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { FormId, MeetingId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, ReadContext, TaskContext } from '../context.ts'
import { compareSubmissions, presentForm, type PreparedForm } from '../records/prepared-form.ts'
import { readMeetingRecord } from '../records/read-meeting-record.ts'
import { fieldCatalogue, fieldValuesOf, usualAttachments } from '../reports/fields.ts'
import { fileNameOf } from '../reports/file-name.ts'
import { applyMapping } from '../reports/forms/apply-mapping.ts'
import { fillForm } from '../reports/forms/fill-form.ts'
import { parseMapping, type FormMapping } from '../reports/forms/mapping.ts'
import { recogniseForm } from '../reports/forms/recognise-form.ts'
import {
  addForm,
  addStoredFile,
  addSubmission,
  getFormById,
  getSubmissionFile,
  listForms,
  listSubmissions,
  setFormRemoved,
} from '../store/form-store.ts'

type FormOperation = Extract<
  OperationsOf<typeof reportOperations>,
  `forms.${string}` | `submissions.${string}`
>

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function builtInMappings(resources: string): Promise<readonly FormMapping[]> {
  const folder = join(resources, 'forms')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.mapping.json')).sort()
  return Promise.all(files.map(async (name) => parseMapping(await readFile(join(folder, name), 'utf8'))))
}

const knownPaths = fieldCatalogue.map(({ of, path }) => (of === null ? path : `${of}[].${path}`))

interface FormRequest {
  readonly formId: FormId
  readonly meetingId: MeetingId
  readonly submittedOn: CalendarDate
}

function prepare(context: ReadContext, { formId, meetingId, submittedOn }: FormRequest): PreparedForm {
  const form = getFormById(context.db, formId)
  if (!form) throw new Refusal('not-found')
  const record = readMeetingRecord(context, meetingId, 'report')
  const mapping = parseMapping(form.mapping)
  const attachments = usualAttachments(record)
  const apply = (other: string) =>
    applyMapping(
      mapping,
      fieldValuesOf(record, { submittedOn, attachments: { ...attachments, other } }),
      knownPaths,
    )
  const usual = apply('')
  // More attendees than rows go on a list of their own, and the form then says that it is attached.
  const overflows = usual.problems.some((problem) => problem.problem === 'rows-overflow')
  return { form, record, mapping, mapped: overflows ? apply(meetingPaperNames['attendee-list']) : usual }
}

function fill({ form, record, mapped }: PreparedForm): { readonly name: string; readonly bytes: Uint8Array } {
  const extension = form.fileName.toLowerCase().endsWith('.xlsm') ? 'xlsm' : 'xlsx'
  return { name: fileNameOf(record.meeting, form.name, extension), bytes: fillForm(form.bytes, mapped).bytes }
}

function submissionsOf(
  { db }: Pick<ReadContext, 'db'>,
  meetingId: MeetingId | null,
): readonly SubmissionSummary[] {
  const rows = listSubmissions(db, meetingId)
  return rows.map(({ formId, fieldValues, ...submission }, position) => {
    const before = rows
      .slice(position + 1)
      .find((row) => row.meetingId === submission.meetingId && row.formId === formId)
    return { ...submission, changes: before ? compareSubmissions(before.fieldValues, fieldValues) : null }
  })
}

function submit(
  context: TaskContext,
  request: FormRequest & { readonly addressee: string },
): ReturnType<(typeof formHandlers)['forms.submit']> {
  const prepared = context.read((reading) => prepare(reading, request))
  const file = fill(prepared)
  const submissionId = context.write(({ db, ids }) => {
    const fileId = ids.next<'stored-file'>()
    addStoredFile(db, fileId, file, sha256(file.bytes))
    const id = ids.next<'submission'>()
    const fieldValues = JSON.stringify(presentForm(prepared).values)
    const { formId, meetingId, submittedOn, addressee } = request
    addSubmission(db, { id, formId, meetingId, fileId, submittedOn, addressee, fieldValues })
    return id
  })
  const submission = context
    .read((reading) => submissionsOf(reading, request.meetingId))
    .find((known) => known.id === submissionId)
  if (!submission) throw new Refusal('not-found')
  return Promise.resolve({ submission, file: context.files.put(file.name, file.bytes) })
}

export const formHandlers: Handlers<FormOperation> = {
  'forms.list': ({ db }) => listForms(db),
  'forms.add': async (context, { file, mapping }) => {
    const { files, resources, today } = context
    const { name, bytes } = files.take(file)
    const chosen =
      mapping === null
        ? recogniseForm(bytes, await builtInMappings(resources))
        : parseMapping(new TextDecoder().decode(files.take(mapping).bytes))
    if (!chosen) throw new Refusal('form-unknown', { name })
    return context.write(({ db, ids }) => {
      const fileId = ids.next<'stored-file'>()
      addStoredFile(db, fileId, { name, bytes }, sha256(bytes))
      const id = ids.next<'form'>()
      addForm(db, { id, name: chosen.name, fileId, mapping: JSON.stringify(chosen), addedOn: today })
      return { id, name: chosen.name, fileName: name, addedOn: today }
    })
  },
  'forms.remove': ({ db, today, now }, { formId }) => {
    if (!setFormRemoved(db, formId, `${today}T${now}`)) throw new Refusal('not-found')
    return null
  },
  'forms.check': (context, request) =>
    Promise.resolve(presentForm(context.read((reading) => prepare(reading, request)))),
  'forms.fill': (context, request) => {
    const file = fill(context.read((reading) => prepare(reading, request)))
    return Promise.resolve(context.files.put(file.name, file.bytes))
  },
  'forms.submit': submit,
  'submissions.list': (context, { meetingId }) => submissionsOf(context, meetingId),
  'submissions.open': (context, { submissionId }) => {
    const file = context.read(({ db }) => getSubmissionFile(db, submissionId))
    if (!file) throw new Refusal('not-found')
    return Promise.resolve(context.files.put(file.name, file.bytes))
  },
}
