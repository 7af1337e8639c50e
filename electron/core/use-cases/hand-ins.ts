import { Refusal } from '#shared/contract/errors.ts'
import type { HandInCheck, handInOperations } from '#shared/contract/mapping-operations.ts'
import type { OfferedFile } from '#shared/contract/files.ts'
import type { Handlers, OperationsOf, ReadContext, TaskContext } from '../context.ts'
import {
  fillPrepared,
  type FilledFile,
  type FormRequest,
  prepareForm,
  type PreparedForm,
  problemsOf,
} from '../records/prepared-form.ts'
import { findingKey, presentFinding, remedyWords } from '../records/present-finding.ts'
import { changesSinceLast, keepSubmission, listSubmissionSummaries } from '../records/submissions.ts'
import { safeFileName } from '../reports/file-name.ts'
import { applyRemedy } from '../reports/forms/inspection/apply-remedy.ts'
import { type Finding, traces } from '../reports/forms/inspection/findings.ts'
import { inspectWorkbook } from '../reports/forms/inspection/inspect-workbook.ts'
import { setOpeningPassword } from '../reports/forms/opening-password.ts'
import { listFormSheets, sheetPicture } from '../reports/forms/sheet-picture.ts'
import { packEntry, type ZipEntry, writeZip } from '../reports/forms/zip-archive.ts'

interface HandIn extends FormRequest {
  readonly remedies: readonly string[]
  readonly audience: 'office' | 'public'
}

interface ReadyFile extends FilledFile {
  readonly prepared: PreparedForm
  /** With the remedies carried out. */
  readonly bytes: Uint8Array
  readonly remedied: readonly Finding[]
  /** What it still gives away. */
  readonly findings: readonly Finding[]
}

function makeReady(context: ReadContext, wanted: HandIn): ReadyFile {
  const prepared = prepareForm(context, wanted)
  const filled = fillPrepared(prepared, wanted.submittedOn)
  const chosen = new Set(wanted.remedies)
  const remedied = inspectWorkbook(filled.fitted.bytes, wanted.audience).filter((finding) =>
    chosen.has(findingKey(finding)),
  )
  const bytes = remedied.reduce(applyRemedy, filled.fitted.bytes)
  return { ...filled, prepared, bytes, remedied, findings: inspectWorkbook(bytes, wanted.audience) }
}

function check(context: ReadContext, wanted: HandIn): HandInCheck {
  const { prepared, name, values, fitted, bytes, remedied, findings } = makeReady(context, wanted)
  const done = new Set(remedied.map(findingKey))
  return {
    fileName: name,
    values,
    problems: [
      ...problemsOf(prepared, fitted).map((problem) => ({ ...problem, remedy: null })),
      ...findings
        .filter((finding) => !done.has(findingKey(finding)))
        .map((finding) => ({
          ...presentFinding(finding),
          remedy: { key: findingKey(finding), does: remedyWords(finding), isTrace: traces.has(finding.kind) },
        })),
    ],
    remedied: remedied.map((finding) => ({
      key: findingKey(finding),
      field: presentFinding(finding).field,
      does: remedyWords(finding),
    })),
    changes: changesSinceLast(context, prepared, values),
    sheets: listFormSheets(bytes).map((sheet) => ({ name: sheet.name, hidden: sheet.hidden !== 'visible' })),
  }
}

const closed = (bytes: Uint8Array, password: string): Uint8Array =>
  password === '' ? bytes : setOpeningPassword(bytes, password)

async function submit(
  context: TaskContext,
  wanted: HandIn & { readonly password: string; readonly addressee: string },
): ReturnType<(typeof handInHandlers)['handIns.submit']> {
  const ready = context.read((reading) => makeReady(reading, wanted))
  const { password } = wanted
  const open = context.files.put(ready.name, ready.bytes)
  const file = password === '' ? open : await context.aside('workbooks.close', { file: open.token, password })
  const { bytes } = context.files.take(file.token)
  const submissionId = context.write((writing) =>
    keepSubmission(writing, ready.prepared, {
      request: wanted,
      addressee: wanted.addressee,
      file: { name: ready.name, bytes },
      values: ready.values,
      hasPassword: wanted.password !== '',
    }),
  )
  const submission = context
    .read((reading) => listSubmissionSummaries(reading, { formId: wanted.formId }))
    .find((known) => known.id === submissionId)
  if (!submission) throw new Refusal('not-found')
  return { submission, file }
}

/** Two meetings may give one name: the second then has a number, as Windows does it. */
function withOwnNames<File extends Pick<FilledFile, 'name'>>(
  files: readonly File[],
): readonly (File & { readonly ownName: string })[] {
  const used = new Map<string, number>()
  return files.map((file) => {
    const times = (used.get(file.name) ?? 0) + 1
    used.set(file.name, times)
    const ownName = times === 1 ? file.name : file.name.replace(/(\.[^.]*)$/, `(${String(times)})$1`)
    return { ...file, ownName }
  })
}

type Many = Parameters<(typeof handInHandlers)['handIns.checkMany']>[1]

function readyMany(context: ReadContext, { subjects, ...same }: Many) {
  return withOwnNames(subjects.map((subject) => makeReady(context, { ...same, subject })))
}

async function fillMany(
  context: TaskContext,
  { password, ...wanted }: Many & { readonly password: string },
): Promise<OfferedFile> {
  const ready = context.read((reading) => readyMany(reading, wanted))
  const entries: ZipEntry[] = []
  for (const { ownName, bytes } of ready) {
    entries.push(packEntry(ownName, closed(bytes, password)))
    context.progress(entries.length, ready.length)
  }
  const name = ready[0]?.prepared.form.name ?? ''
  return Promise.resolve(
    context.files.put(`${safeFileName(`${name}_${String(entries.length)}件`)}.zip`, writeZip(entries)),
  )
}

export const handInHandlers: Handlers<OperationsOf<typeof handInOperations>> = {
  'handIns.check': check,
  'handIns.picture': (context, { sheet, ...wanted }) => sheetPicture(makeReady(context, wanted).bytes, sheet),
  'handIns.fill': (context, { password, ...wanted }) => {
    const { name, bytes } = context.read((reading) => makeReady(reading, wanted))
    return Promise.resolve(context.files.put(name, closed(bytes, password)))
  },
  'handIns.checkMany': (context, wanted) =>
    readyMany(context, wanted).map(({ ownName, prepared, fitted, findings }) => ({
      fileName: ownName,
      problems: [...problemsOf(prepared, fitted), ...findings.map(presentFinding)],
    })),
  'handIns.fillMany': fillMany,
  'handIns.submit': submit,
  'handIns.list': (context, { formId }) => listSubmissionSummaries(context, { formId }),
}
