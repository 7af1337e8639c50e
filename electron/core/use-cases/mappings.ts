import { Refusal } from '#shared/contract/errors.ts'
import type { FormMapping } from '#shared/contract/form-mapping.ts'
import type { MappingDesk, mappingOperations, MappingPreview } from '#shared/contract/mapping-operations.ts'
import type { FormId } from '#shared/domain/ids.ts'
import type { SheetPicture } from '#shared/domain/sheet-picture.ts'
import type { Handlers, OperationsOf, ReadContext } from '../context.ts'
import { cellTroubles } from '../records/cell-troubles.ts'
import { emptySheet } from '../records/empty-sheets.ts'
import {
  exampleValues,
  knownPathsOf,
  offeredFields,
  readSubject,
  suggestableOf,
} from '../records/form-subject.ts'
import { applyMapping } from '../reports/forms/apply-mapping.ts'
import { fillWhatGoes } from '../reports/forms/mapping-desk/fill-what-goes.ts'
import { parseMapping } from '../reports/forms/mapping.ts'
import { listFormSheets, sheetPicture } from '../reports/forms/sheet-picture.ts'
import { findPlaceholders } from '../reports/forms/suggestions/find-placeholders.ts'
import { suggestMapping } from '../reports/forms/suggestions/suggest-mapping.ts'
import {
  type FormInFull,
  getFormById,
  isFormVersionUsed,
  keepFormVersion,
  listFormVersions,
  setFormMapping,
} from '../store/form-store.ts'

function formOf({ db }: Pick<ReadContext, 'db'>, formId: FormId): FormInFull {
  const form = getFormById(db, formId)
  if (!form) throw new Refusal('not-found')
  return form
}

function openDesk(context: ReadContext, formId: FormId): MappingDesk {
  const { id, name, fileName, addedOn, version, bytes, mapping: json } = formOf(context, formId)
  const mapping = parseMapping(json)
  const sheets = listFormSheets(bytes).map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden !== 'visible',
  }))
  const named = new Set([...mapping.entries, ...mapping.blocks].map(({ sheet }) => sheet))
  return {
    form: { id, name, fileName, addedOn },
    version,
    mapping,
    sheets,
    missingSheets: [...named].filter((sheet) => !sheets.some((each) => each.name === sheet)),
    placeholderTroubles: findPlaceholders(bytes, knownPathsOf(mapping.kind)).problems.map(
      ({ sheet, cell, typed, nearest }) => ({ sheet, cell, typed, nearest: nearest ?? null }),
    ),
    fields: offeredFields(context, mapping.kind),
    versions: listFormVersions(context.db, formId),
  }
}

/** The day that 提出日 shows while a form is being mapped is today. */
function preview(
  context: ReadContext,
  { formId, mapping, subject, sheet }: Parameters<(typeof mappingHandlers)['mappings.preview']>[1],
): MappingPreview {
  const form = formOf(context, formId)
  const values =
    subject === null
      ? exampleValues(mapping.kind)
      : readSubject(context, subject, mapping, form.bytes).values(context.today, '')
  // While a form is mapped its rows stay where they are: what is put in later is told by its number.
  const still: FormMapping = {
    ...mapping,
    blocks: mapping.blocks.map((block) => ({ ...block, whenTooMany: 'stop' })),
  }
  const mapped = applyMapping(still, values, knownPathsOf(mapping.kind))
  const filled = fillWhatGoes(form.bytes, mapped, still)
  const growing = new Set(
    mapping.blocks.filter(({ whenTooMany }) => whenTooMany !== 'stop').map(({ each }) => each),
  )
  const isThere = listFormSheets(form.bytes).some(({ name }) => name === sheet)
  return {
    ...(isThere ? differences(emptySheet(form, sheet), sheetPicture(filled.bytes, sheet)) : nothing),
    troubles: cellTroubles(
      mapped.problems.filter(({ problem, field }) => problem !== 'rows-overflow' || !growing.has(field)),
      filled,
      mapping,
    ),
    counts: Object.fromEntries(Object.entries(values.lists).map(([each, rows]) => [each, rows.length])),
  }
}

const nothing: Pick<MappingPreview, 'changed' | 'drawn'> = { changed: [], drawn: null }

/** What a filled sheet shows that the empty one does not. */
function differences(before: SheetPicture, after: SheetPicture): Pick<MappingPreview, 'changed' | 'drawn'> {
  const key = ({ row, column }: { readonly row: number; readonly column: number }): number =>
    row * 20_000 + column
  const old = new Map(before.cells.map((cell) => [key(cell), cell]))
  const fresh = new Map(after.cells.map((cell) => [key(cell), cell]))
  const looks = new Map(before.styles.map((style, position) => [JSON.stringify(style), position]))
  const changed = after.cells.flatMap((cell) => {
    const was = old.get(key(cell))
    const { row, column, text, kind } = cell
    const look = after.styles[cell.style] ?? null
    const looksAlike = was !== undefined && looks.get(JSON.stringify(look)) === was.style
    if (looksAlike && was.text === text) return []
    return [{ row, column, text, kind, style: looksAlike ? null : look }]
  })
  const emptied = before.cells
    .filter((cell) => cell.text !== '' && !fresh.has(key(cell)))
    .map(({ row, column }) => ({ row, column, text: '', kind: 'empty' as const, style: null }))
  const isDrawnAlike = JSON.stringify(before.drawn) === JSON.stringify(after.drawn)
  return { changed: [...changed, ...emptied], drawn: isDrawnAlike ? null : after.drawn }
}

export const mappingHandlers: Handlers<OperationsOf<typeof mappingOperations>> = {
  'mappings.open': (context, { formId }) => openDesk(context, formId),
  'mappings.sheet': (context, { formId, sheet }) => emptySheet(formOf(context, formId), sheet),
  'mappings.preview': preview,
  'mappings.suggest': (context, { formId }) => {
    const { bytes, mapping } = formOf(context, formId)
    const { kind } = parseMapping(mapping)
    const { entries, blocks } = suggestMapping(bytes, suggestableOf(kind))
    return { entries: [...entries], blocks: [...blocks] }
  },
  'mappings.save': ({ db, ids, today }, { formId, mapping }) => {
    const form = formOf({ db }, formId)
    // What something was handed in by stays as it was.
    const isUsed = isFormVersionUsed(db, formId, form.version)
    if (isUsed) keepFormVersion(db, ids.next<'form-version'>(), formId, today)
    setFormMapping(db, formId, mapping.name, JSON.stringify(mapping))
    return { version: form.version + (isUsed ? 1 : 0) }
  },
}
