import type { FormCheck, FormProblem } from '#shared/contract/report-operations.ts'
import type { MeetingRecord } from '../reports/documents/meeting-record.ts'
import { shownText, type MappedForm, type MappingProblem } from '../reports/forms/apply-mapping.ts'
import { checkFit, type FitProblem } from '../reports/forms/check-fit.ts'
import { fillForm } from '../reports/forms/fill-form.ts'
import { inspectWorkbook } from '../reports/forms/inspection/inspect-workbook.ts'
import { originalCell } from '../reports/forms/insert-rows/plan-insertions.ts'
import type { FormMapping } from '../reports/forms/mapping.ts'
import { roomOf } from '../reports/forms/row-blocks.ts'
import type { FormInFull } from '../store/form-store.ts'
import { presentFinding } from './present-finding.ts'

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
        presentFit(
          problem,
          labelOf(
            problem.sheet,
            originalCell(filled.report.inserted, problem.sheet, problem.cell) ?? problem.cell,
          ),
        ),
      ),
      ...inspectWorkbook(filled.bytes).map(presentFinding),
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
  // Several entries may share a cell (one box each within a sentence): only cell and field together tell them apart.
  const keyOf = ({ cell, field }: FormCheck['values'][number]): string => `${cell} ${field}`
  const textsBefore = new Map(before.map((value) => [keyOf(value), value]))
  const textsAfter = new Map(after.map((value) => [keyOf(value), value]))
  return [...new Set([...textsBefore.keys(), ...textsAfter.keys()])].flatMap((key) => {
    const old = textsBefore.get(key)
    const fresh = textsAfter.get(key)
    if ((old?.text ?? '') === (fresh?.text ?? '')) return []
    return [{ field: fresh?.field ?? old?.field ?? key, before: old?.text ?? '', after: fresh?.text ?? '' }]
  })
}
