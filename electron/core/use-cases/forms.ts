import { Refusal } from '#shared/contract/errors.ts'
import type { reportOperations } from '#shared/contract/report-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { FormId, MeetingId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, TaskContext } from '../context.ts'
import { fillPrepared, type FormRequest, prepareForm, presentForm } from '../records/prepared-form.ts'
import { keepSubmission, listSubmissionSummaries } from '../records/submissions.ts'
import { builtInMappings } from '../reports/built-in-mappings.ts'
import { sha256 } from '../reports/fingerprint.ts'
import { parseMapping } from '../reports/forms/mapping.ts'
import { recogniseForm } from '../reports/forms/recognise-form.ts'
import { addForm, addStoredFile, getSubmissionFile, listForms, setFormRemoved } from '../store/form-store.ts'

type FormOperation = Extract<
  OperationsOf<typeof reportOperations>,
  `forms.${string}` | `submissions.${string}`
>

interface MeetingRequest {
  readonly formId: FormId
  readonly meetingId: MeetingId
  readonly submittedOn: CalendarDate
}

const requestOf = ({ formId, meetingId, submittedOn }: MeetingRequest): FormRequest => ({
  formId,
  subject: { kind: 'meeting', meetingId },
  submittedOn,
})

function submit(
  context: TaskContext,
  given: MeetingRequest & { readonly addressee: string },
): ReturnType<(typeof formHandlers)['forms.submit']> {
  const request = requestOf(given)
  const prepared = context.read((reading) => prepareForm(reading, request))
  const { name, fitted, values } = fillPrepared(prepared, given.submittedOn)
  const submissionId = context.write((writing) =>
    keepSubmission(writing, prepared, {
      request,
      addressee: given.addressee,
      file: { name, bytes: fitted.bytes },
      values,
      hasPassword: false,
    }),
  )
  const submission = context
    .read((reading) => listSubmissionSummaries(reading, { meetingId: given.meetingId }))
    .find((known) => known.id === submissionId)
  if (!submission) throw new Refusal('not-found')
  return Promise.resolve({ submission, file: context.files.put(name, fitted.bytes) })
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
    Promise.resolve(presentForm(context.read((reading) => prepareForm(reading, requestOf(request))))),
  'forms.fill': (context, request) => {
    const prepared = context.read((reading) => prepareForm(reading, requestOf(request)))
    const { name, fitted } = fillPrepared(prepared, request.submittedOn)
    return Promise.resolve(context.files.put(name, fitted.bytes))
  },
  'forms.submit': submit,
  'submissions.list': (context, { meetingId }) =>
    listSubmissionSummaries(context, meetingId === null ? null : { meetingId }),
  'submissions.open': (context, { submissionId }) => {
    const file = context.read(({ db }) => getSubmissionFile(db, submissionId))
    if (!file) throw new Refusal('not-found')
    return Promise.resolve(context.files.put(file.name, file.bytes))
  },
}
