import { Refusal } from '#shared/contract/errors.ts'
import type { FileToken } from '#shared/contract/files.ts'
import type { formIntakeOperations, FormLook } from '#shared/contract/mapping-operations.ts'
import type { FormSummary } from '#shared/contract/report-operations.ts'
import type { FormId } from '#shared/domain/ids.ts'
import type { Handlers, OperationsOf, TaskContext } from '../context.ts'
import { knownPathsOf } from '../records/form-subject.ts'
import { builtInMappings } from '../reports/built-in-mappings.ts'
import { safeFileName } from '../reports/file-name.ts'
import { sha256 } from '../reports/fingerprint.ts'
import { compareEditions } from '../reports/forms/mapping-desk/compare-editions.ts'
import { readFormBundle, writeFormBundle } from '../reports/forms/mapping-desk/form-bundle.ts'
import { emptyMapping } from '../reports/forms/mapping-desk/new-mapping.ts'
import { type FormMapping, parseMapping } from '../reports/forms/mapping.ts'
import { openWorkbookPackage } from '../reports/forms/open-package.ts'
import { recogniseForm } from '../reports/forms/recognise-form.ts'
import { listFormSheets, sheetPicture } from '../reports/forms/sheet-picture.ts'
import { findPlaceholders } from '../reports/forms/suggestions/find-placeholders.ts'
import {
  addForm,
  addStoredFile,
  getFormById,
  keepFormVersion,
  listFormFingerprints,
  setFormFile,
  setFormMapping,
} from '../store/form-store.ts'

interface ChosenWorkbook {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly how: FormLook['how']
  readonly mapping: FormMapping
  readonly placeholders: number
}

interface Chosen {
  readonly file: FileToken
  readonly password: string | null
}

/** The bytes of a chosen workbook, its password taken off. An encrypted one without a password is refused with `workbook-encrypted`. */
async function openChosen(context: TaskContext, { file, password }: Chosen) {
  if (password === null) return context.files.take(file)
  const { token } = await context.aside('workbooks.open', { file, password })
  return context.files.take(token)
}

/** By the mapping that came along, the one of a form kept here or shipped, what was typed into it, else an empty one. */
async function readChosen(context: TaskContext, chosen: Chosen): Promise<ChosenWorkbook> {
  const { name, bytes } = await openChosen(context, chosen)
  const bundle = readFormBundle(bytes)
  if (bundle !== undefined) {
    openWorkbookPackage(bundle.workbook)
    const { fileName, workbook, mapping } = bundle
    return { fileName, bytes: workbook, how: 'bundle', mapping, placeholders: 0 }
  }
  const known = recogniseForm(bytes, await builtInMappings(context.resources))
  if (known !== undefined) return { fileName: name, bytes, how: 'known', mapping: known, placeholders: 0 }
  const mapping = emptyMapping(bytes, name.replace(/\.[^.]*$/, ''))
  const { entries, blocks, drawn } = findPlaceholders(bytes, knownPathsOf(mapping.kind))
  const placeholders = entries.length + blocks.length + drawn
  return {
    fileName: name,
    bytes,
    how: placeholders > 0 ? 'placeholders' : 'unknown',
    mapping: { ...mapping, entries: [...entries], blocks: [...blocks] },
    placeholders,
  }
}

function summaryOf({ id, name, fileName, addedOn }: FormSummary): FormSummary {
  return { id, name, fileName, addedOn }
}

async function look(context: TaskContext, chosen: Chosen): Promise<FormLook> {
  const { fileName, bytes, how, mapping, placeholders } = await readChosen(context, chosen)
  const sheets = listFormSheets(bytes).map(({ name, hidden }) => ({ name, hidden: hidden !== 'visible' }))
  const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0]
  if (first === undefined) throw new Refusal('not-a-workbook')
  const kept = context.read(({ db }) => listFormFingerprints(db))
  const same = kept.find(({ fingerprint }) => fingerprint === sha256(bytes))
  const like =
    same ??
    kept.find((form) => recogniseForm(bytes, [parseMapping(form.mapping)]) !== undefined) ??
    // A new edition may begin with other words, but its file is called the same.
    kept.find((form) => form.fileName === fileName)
  return {
    fileName,
    sheets,
    picture: sheetPicture(bytes, first.name),
    how,
    name: mapping.name,
    placeholders,
    like: like === undefined ? null : summaryOf(like),
    isSame: same !== undefined,
    hasMacros: openWorkbookPackage(bytes).has('xl/vbaProject.bin'),
  }
}

interface Edition extends Chosen {
  readonly formId: FormId
}

async function compare(context: TaskContext, { formId, ...chosen }: Edition) {
  const { name: fileName, bytes } = await openChosen(context, chosen)
  const form = context.read(({ db }) => getFormById(db, formId))
  if (!form) throw new Refusal('not-found')
  const compared = compareEditions(form.bytes, bytes, parseMapping(form.mapping))
  return { fileName, bytes, compared }
}

export const formIntakeHandlers: Handlers<OperationsOf<typeof formIntakeOperations>> = {
  'forms.look': look,
  'forms.begin': async (context, { name, ...chosen }) => {
    const { fileName, bytes, mapping } = await readChosen(context, chosen)
    return context.write(({ db, ids, today }) => {
      const fileId = ids.next<'stored-file'>()
      addStoredFile(db, fileId, { name: fileName, bytes }, sha256(bytes))
      const id = ids.next<'form'>()
      addForm(db, { id, name, fileId, mapping: JSON.stringify({ ...mapping, name }), addedOn: today })
      return { id, name, fileName, addedOn: today }
    })
  },
  'forms.compareEdition': async (context, given) => {
    const { fileName, compared } = await compare(context, given)
    const { mapping: _mapping, ...told } = compared
    return { fileName, ...told }
  },
  'forms.takeEdition': async (context, given) => {
    const { fileName, bytes, compared } = await compare(context, given)
    const { mapping, ...told } = compared
    context.write(({ db, ids, today }) => {
      keepFormVersion(db, ids.next<'form-version'>(), given.formId, today)
      const fileId = ids.next<'stored-file'>()
      addStoredFile(db, fileId, { name: fileName, bytes }, sha256(bytes))
      setFormFile(db, given.formId, fileId)
      setFormMapping(db, given.formId, mapping.name, JSON.stringify(mapping))
    })
    return { fileName, ...told }
  },
  'forms.export': (context, { formId }) => {
    const form = context.read(({ db }) => getFormById(db, formId))
    if (!form) throw new Refusal('not-found')
    const bytes = writeFormBundle({
      fileName: form.fileName,
      workbook: form.bytes,
      mapping: parseMapping(form.mapping),
    })
    return Promise.resolve(context.files.put(`${safeFileName(form.name)}.tsudoiform`, bytes))
  },
}
