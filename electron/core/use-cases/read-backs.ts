import { Refusal } from '#shared/contract/errors.ts'
import type { readBackOperations } from '#shared/contract/read-back-operations.ts'
import type { Handlers, OperationsOf, TaskContext } from '../context.ts'
import { prepareForm, type FormRequest } from '../records/prepared-form.ts'
import { figuresToKeep, keepFigures } from '../records/prior-figures.ts'
import { presentReadBack, readFilled, submittedValues } from '../records/read-back-form.ts'
import { keepSubmission, listSubmissionSummaries } from '../records/submissions.ts'

type Given = Parameters<(typeof readBackHandlers)['readBacks.look']>[1]

/** The chosen file as it came, and without its password. */
async function openFilled(context: TaskContext, { file, password }: Pick<Given, 'file' | 'password'>) {
  const chosen = context.files.take(file)
  if (password === null) return { chosen, bytes: chosen.bytes }
  const { token } = await context.aside('workbooks.open', { file, password })
  return { chosen, bytes: context.files.take(token).bytes }
}

export const readBackHandlers: Handlers<OperationsOf<typeof readBackOperations>> = {
  'readBacks.look': async (context, { formId, subject, ...given }) => {
    const { chosen, bytes } = await openFilled(context, given)
    return context.read((reading) => {
      const request: FormRequest = { formId, subject, submittedOn: reading.today }
      return { fileName: chosen.name, ...presentReadBack(reading, prepareForm(reading, request), bytes) }
    })
  },
  'readBacks.keep': async (context, { formId, subject, submittedOn, addressee, ...given }) => {
    const { chosen, bytes } = await openFilled(context, given)
    const request: FormRequest = { formId, subject, submittedOn }
    const prepared = context.read((reading) => prepareForm(reading, request))
    const values = context.read((reading) => submittedValues(reading, prepared, bytes))
    const id = context.write((writing) =>
      keepSubmission(writing, prepared, {
        request,
        addressee,
        file: { name: chosen.name, bytes: chosen.bytes },
        values,
        hasPassword: given.password !== null,
      }),
    )
    const figures = context.read((reading) =>
      figuresToKeep(prepared, readFilled(reading, prepared, bytes), reading.today),
    )
    // An operation of its own: what was handed in stays, its figures can be taken back.
    context.write((writing) => keepFigures(writing, prepared, figures, id))
    const kept = context
      .read((reading) => listSubmissionSummaries(reading, { formId }))
      .find((submission) => submission.id === id)
    if (!kept) throw new Refusal('not-found')
    return kept
  },
}
