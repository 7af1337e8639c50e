import { Refusal } from '#shared/contract/errors.ts'
import type { FormSubject } from '#shared/contract/mapping-operations.ts'
import { type FormCheck, type FormProblem, meetingPaperNames } from '#shared/contract/report-operations.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { FormId } from '#shared/domain/ids.ts'
import type { ReadContext } from '../context.ts'
import { safeFileName } from '../reports/file-name.ts'
import {
  applyMapping,
  shownText,
  type MappedForm,
  type MappingProblem,
} from '../reports/forms/apply-mapping.ts'
import { listDrawnPlaceholders } from '../reports/forms/drawings/drawn-placeholders.ts'
import { nearestField } from '../reports/forms/field-names.ts'
import type { FitProblem } from '../reports/forms/check-fit.ts'
import { inspectWorkbook } from '../reports/forms/inspection/inspect-workbook.ts'
import { likeCell } from '../reports/forms/insert-rows/plan-insertions.ts'
import { fillToFit, type FittedForm } from '../reports/forms/mapping-desk/fill-to-fit.ts'
import { catalogued, fillTemplate, pathsIn, pathText } from '../reports/forms/mapping-templates.ts'
import { type FormMapping, parseMapping } from '../reports/forms/mapping.ts'
import { openWorkbookPackage } from '../reports/forms/open-package.ts'
import { roomOf } from '../reports/forms/row-blocks.ts'
import { problemsOfDrawn } from '../reports/forms/suggestions/find-placeholders.ts'
import { type FormInFull, getFormById } from '../store/form-store.ts'
import { knownPathsOf, readSubject, type SubjectRecord } from './form-subject.ts'
import { presentFinding } from './present-finding.ts'

/** A form with what a meeting, a month or a 年度 writes into it, before it is filled. */
export interface PreparedForm {
  readonly form: FormInFull
  readonly subject: SubjectRecord
  readonly mapping: FormMapping
  readonly mapped: MappedForm
}

export interface FormRequest {
  readonly formId: FormId
  readonly subject: FormSubject
  readonly submittedOn: CalendarDate
}

/** Reads form and record, and says what goes where. Refuses with `not-found`. */
export function prepareForm(
  context: ReadContext,
  { formId, subject: wanted, submittedOn }: FormRequest,
): PreparedForm {
  const form = getFormById(context.db, formId)
  if (!form) throw new Refusal('not-found')
  const mapping = parseMapping(form.mapping)
  const subject = readSubject(context, wanted, mapping, form.bytes)
  const knownPaths = knownPathsOf(mapping.kind)
  const apply = (other: string): MappedForm =>
    applyMapping(mapping, subject.values(submittedOn, other), knownPaths)
  const usual = apply('')
  // More attendees than rows go on a list of their own, and the form then says that it is attached.
  const overflows = usual.problems.some((problem) => problem.problem === 'rows-overflow')
  return { form, subject, mapping, mapped: overflows ? apply(meetingPaperNames['attendee-list']) : usual }
}

export interface FilledFile {
  readonly name: string
  readonly fitted: FittedForm
  readonly values: FormCheck['values']
}

/** Fills a form; `submittedOn` is for the name of its file. */
export function fillPrepared(prepared: PreparedForm, submittedOn: CalendarDate): FilledFile {
  const { form, mapping, mapped } = prepared
  return {
    name: fileNameFor(prepared, submittedOn),
    fitted: fillToFit(form.bytes, mapped, mapping),
    values: valuesOf(prepared),
  }
}

/** By the pattern that the form keeps, else as all papers are named. */
function fileNameFor({ form, subject, mapping }: PreparedForm, submittedOn: CalendarDate): string {
  const extension = form.fileName.toLowerCase().endsWith('.xlsm') ? 'xlsm' : 'xlsx'
  if (mapping.fileName === undefined) return subject.fileName(form.name, extension)
  const values = subject.values(submittedOn, '')
  const { text } = fillTemplate(mapping.fileName, (path, format) => pathText(path, format, values))
  return `${safeFileName(text.replace(/\s*\n\s*/g, '、'))}.${extension}`
}

/** What will be written, cell by cell. */
function valuesOf({ mapped, mapping }: PreparedForm): FormCheck['values'] {
  return [...mapped.shown, ...valuesOfRows(mapped, mapping)].map(({ cell, field, text }) => ({
    cell,
    field,
    text,
  }))
}

/** Fields that the pattern of the file's name asks for and that there are not. */
function namelessIn({ fileName, kind }: FormMapping): readonly FormProblem[] {
  const known = knownPathsOf(kind)
  const isKnown = new Set(known)
  return pathsIn(fileName ?? '')
    .filter((path) => !isKnown.has(catalogued(path)))
    .map((path) => {
      const nearest = nearestField(path, known)
      return {
        kind: 'unknown-field',
        sheet: '',
        cell: '',
        field: 'ファイル名',
        message: `ファイル名の書き方にある「${path}」という項目はありません。${nearest === undefined ? '' : `「${nearest}」のことかもしれません。`}名前のその部分は空になります。「読み込む」で直せます。`,
      }
    })
}

/** Fields typed into text boxes and shapes that there are not. */
function misspeltInDrawings({ form, mapping }: PreparedForm): readonly FormProblem[] {
  const typed = listDrawnPlaceholders(openWorkbookPackage(form.bytes))
  return problemsOfDrawn(typed, knownPathsOf(mapping.kind)).map(({ sheet, typed: field, nearest }) => ({
    kind: 'unknown-field',
    sheet,
    cell: '',
    field,
    message: `シート「${sheet}」の図形にある「${field}」という項目や書き方はありません。${nearest === undefined ? '' : `「${nearest}」のことかもしれません。`}図形のその部分は空になります。`,
  }))
}

/**
 * What a clerk calls a cell: by the words beside it, in a table by the field of its column, else by its address.
 * `original` is where it stands in the form as it was, in a row that was put in the cell above.
 */
function labelsIn({ entries, blocks }: FormMapping) {
  const labels = new Map(entries.map((entry) => [`${entry.sheet}!${entry.cell}`, entry.label]))
  return (sheet: string, cell: string, original: string): string => {
    const own = labels.get(`${sheet}!${original}`)
    if (own !== undefined && own !== '') return own
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(original) ?? []
    const block = blocks.find(
      (each) =>
        each.sheet === sheet &&
        letters in each.columns &&
        Number(row) >= each.firstRow &&
        Number(row) <= each.lastRow,
    )
    const column = block?.columns[letters]
    return block !== undefined && column !== undefined && 'field' in column
      ? `${block.each}の${column.field}`
      : cell
  }
}

/** What will not come out right on paper; what the file would give away is told by inspectWorkbook. */
export function problemsOf(prepared: PreparedForm, fitted: FittedForm): readonly FormProblem[] {
  const { mapping, mapped } = prepared
  const labelOf = labelsIn(mapping)
  return [
    ...namelessIn(mapping),
    ...misspeltInDrawings(prepared),
    ...mapped.problems.map((problem) =>
      presentProblem(problem, labelOf(problem.sheet, problem.cell, problem.cell)),
    ),
    ...fitted.unfit.map((problem) =>
      presentFit(
        problem,
        labelOf(problem.sheet, problem.cell, likeCell(fitted.report.inserted, problem.sheet, problem.cell)),
      ),
    ),
  ]
}

/** What will be written, cell by cell, and what will not come out right: the 提出前チェック. */
export function presentForm(prepared: PreparedForm): FormCheck {
  const { id, name, fileName, addedOn } = prepared.form
  const fitted = fillToFit(prepared.form.bytes, prepared.mapped, prepared.mapping)
  return {
    form: { id, name, fileName, addedOn },
    values: valuesOf(prepared),
    problems: [
      ...problemsOf(prepared, fitted),
      ...inspectWorkbook(fitted.bytes).map((finding) => presentFinding(finding)),
    ],
  }
}

function valuesOfRows(mapped: MappedForm, mapping: FormMapping): FormCheck['values'] {
  return mapped.rows.flatMap((block, position) =>
    block.rows
      .slice(0, ['insert', 'continue'].includes(block.whenTooMany) ? undefined : roomOf(block))
      .flatMap((row, index) =>
        Object.entries(row).map(([column, value]) => ({
          cell: `${column}${String(block.firstRow + index * (block.rowsPerRecord ?? 1))}`,
          field: `${mapping.blocks[position]?.each ?? ''}[${String(index + 1)}]`,
          text: shownText(value),
        })),
      ),
  )
}

export function presentProblem(problem: MappingProblem, label: string): FormProblem {
  const { sheet, cell, field } = problem
  const at = { kind: problem.problem, sheet, cell, field }
  switch (problem.problem) {
    case 'unknown-field':
      return {
        ...at,
        message: `対応のファイルにある「${field}」という項目はありません。${problem.nearest === undefined ? '' : `「${problem.nearest}」のことかもしれません。`}この欄は空のまま残ります。`,
      }
    case 'rows-overflow':
      return {
        ...at,
        message: `${field}が${String(problem.given ?? 0)}件あり、様式の${String(problem.room ?? 0)}行に入りません。入らない分は、${attachmentFor(field)}を別紙に付けてください。`,
      }
    case 'empty':
      return { ...at, message: `「${label}」に入れるもの（${field}）が、まだ記録されていません。` }
  }
}

/** The paper that shows what a form had no room for. */
function attachmentFor(list: string): string {
  return list === '出席者' ? '出席者名簿' : '議事録'
}

function presentFit(problem: FitProblem, label: string): FormProblem {
  return {
    kind: 'too-long',
    sheet: problem.sheet,
    cell: problem.cell,
    field: label,
    message: `「${label}」の文が、様式の欄（${problem.cell}）に入りきりません。「欄をつなぐ」で、字を小さくするか、折り返すか、短いことばにしてください。`,
  }
}
