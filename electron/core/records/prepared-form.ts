import type { FormCheck, FormProblem } from '#shared/contract/report-operations.ts'
import type { MeetingRecord } from '../reports/documents/meeting-record.ts'
import type { MappedForm, MappingProblem } from '../reports/forms/apply-mapping.ts'
import { checkFit, type FitProblem } from '../reports/forms/check-fit.ts'
import { fillForm } from '../reports/forms/fill-form.ts'
import type { WriteValue } from '../reports/forms/form-writes.ts'
import type { FormMapping } from '../reports/forms/mapping.ts'
import type { FormInFull } from '../store/form-store.ts'

/** A form with what a meeting writes into it, before it is filled. */
export interface PreparedForm {
  readonly form: FormInFull
  readonly record: MeetingRecord
  readonly mapping: FormMapping
  readonly mapped: MappedForm
}

/** What will be written, cell by cell, and what will not come out right: the 提出前チェック. */
export function presentForm({ form, mapping, mapped }: PreparedForm): FormCheck {
  const { id, name, fileName, addedOn } = form
  const filled = fillForm(form.bytes, mapped)
  const labels = new Map(mapping.entries.map((entry) => [`${entry.sheet}!${entry.cell}`, entry.label]))
  const labelOf = (sheet: string, cell: string): string => labels.get(`${sheet}!${cell}`) ?? cell
  return {
    form: { id, name, fileName, addedOn },
    values: [...mapped.shown, ...valuesOfRows(mapped, mapping)].map(({ cell, field, text }) => ({
      cell,
      field,
      text,
    })),
    problems: [
      ...mapped.problems.map((problem) => presentProblem(problem, labelOf(problem.sheet, problem.cell))),
      ...checkFit(filled.bytes, filled.report.written).map((problem) =>
        presentFit(problem, labelOf(problem.sheet, problem.cell)),
      ),
    ],
  }
}

function valuesOfRows(mapped: MappedForm, mapping: FormMapping): FormCheck['values'] {
  return mapped.rows.flatMap((block, position) =>
    block.rows.flatMap((row, index) =>
      Object.entries(row).map(([column, value]) => ({
        cell: `${column}${String(block.firstRow + index * (block.rowsPerRecord ?? 1))}`,
        field: `${mapping.blocks[position]?.each ?? ''}[${String(index + 1)}]`,
        text: shownValue(value),
      })),
    ),
  )
}

function shownValue(value: WriteValue): string {
  if (value.kind === 'text' || value.kind === 'typed') return value.text
  return value.kind === 'number' ? String(value.value) : ''
}

function presentProblem(problem: MappingProblem, label: string): FormProblem {
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
        message: `${field}が${String(problem.given ?? 0)}件あり、様式の${String(problem.room ?? 0)}行に入りません。入らない分は、出席者名簿を別紙に付けてください。`,
      }
    case 'empty':
      return { ...at, message: `「${label}」に入れるもの（${field}）が、まだ記録されていません。` }
  }
}

function presentFit(problem: FitProblem, label: string): FormProblem {
  return {
    kind: 'too-long',
    sheet: problem.sheet,
    cell: problem.cell,
    field: label,
    message: `「${label}」の文が、様式の欄（${problem.cell}）に入りきりません。短くするか、できあがりをExcelで開いて字を小さくしてください。`,
  }
}

/** What a later submission changed, field by field; the stored texts are those that `presentForm` gave. */
export function compareSubmissions(
  beforeJson: string,
  afterJson: string,
): readonly { readonly field: string; readonly before: string; readonly after: string }[] {
  // Both were written by `forms.submit` from FormCheck values.
  const before = JSON.parse(beforeJson) as FormCheck['values']
  const after = JSON.parse(afterJson) as FormCheck['values']
  const textsBefore = new Map(before.map((value) => [value.cell, value]))
  const textsAfter = new Map(after.map((value) => [value.cell, value]))
  return [...new Set([...textsBefore.keys(), ...textsAfter.keys()])].flatMap((cell) => {
    const old = textsBefore.get(cell)
    const fresh = textsAfter.get(cell)
    if ((old?.text ?? '') === (fresh?.text ?? '')) return []
    return [{ field: fresh?.field ?? old?.field ?? cell, before: old?.text ?? '', after: fresh?.text ?? '' }]
  })
}
